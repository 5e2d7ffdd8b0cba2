/** `npm run load`: how fast questions are acknowledged while many arrive and a large import runs. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startFakeDiscord } from '../fakes/discord.ts'
import { askAll, timesLine } from './asking.ts'
import { writeCorpus } from './generate.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    rate: { type: 'string', default: '200' },
    documents: { type: 'string', default: '200000' },
  },
})
const [minutes, rate, documents] = [values.minutes, values.rate, values.documents].map(Number) as [
  number,
  number,
  number,
]

const home = await mkdtemp(join(tmpdir(), 'load-'))
const discord = await startFakeDiscord()
await cp('corpus', join(home, 'corpus'), { recursive: true })
const bot = spawn(process.execPath, ['src/main.ts'], {
  env: {
    ...process.env,
    DATA_DIR: join(home, 'data'),
    CORPUS_DIR: join(home, 'corpus'),
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    ANTHROPIC_API_KEY: '',
    LOG_LEVEL: 'warn',
  },
  stdio: ['ignore', 'ignore', 'inherit'],
})

const asking = { rate, documents }
const during = (span: number) => {
  const end = performance.now() + span * 60_000
  return () => performance.now() < end
}

try {
  await discord.connected(60_000)
  while (discord.commands().length === 0) await wait(50)
  process.stdout.write(`Asking ${rate} questions a minute for half a minute, while nothing else happens …\n`)
  const alone = await askAll(discord, asking, during(0.5))
  process.stdout.write(`${timesLine('Answered', alone.answers)}\nWriting ${documents} documents …\n`)
  const file = join(home, 'large.jsonl')
  await writeCorpus(file, documents, () => {})
  await rename(file, join(home, 'corpus', 'large.jsonl'))
  process.stdout.write(`Asking ${rate} questions a minute for ${minutes} minutes while they are imported …\n`)
  const { acknowledgements, answers } = await askAll(discord, asking, during(minutes))
  process.stdout.write(`${timesLine('Acknowledged', acknowledgements)}\n${timesLine('Answered', answers)}\n`)
  process.stdout.write(`Requests that Discord would refuse: ${discord.violations.length}\n`)
  for (const violation of discord.violations.slice(0, 5)) process.stdout.write(`  ${violation}\n`)
} finally {
  const ended = once(bot, 'exit')
  bot.kill('SIGTERM')
  await ended
  await discord.stop()
  await rm(home, { recursive: true, force: true, maxRetries: 5 })
}
