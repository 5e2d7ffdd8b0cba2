/** `npm run load`: how fast questions are acknowledged while many arrive and a large import runs. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { percentile } from '../../src/evaluate/statistics.ts'
import { startFakeDiscord, textOf } from '../fakes/discord.ts'
import { makeQuestions, writeCorpus } from './generate.ts'
import { seeded } from './words.ts'

const PEOPLE = 100
const SEED = 4
/** An answer that takes longer than this counts as lost. In milliseconds. */
const PATIENCE = 60_000

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

/** Questions arrive by chance, `rate` in a minute (a Poisson process), each from one of many people. */
async function askAll(span: number) {
  const chance = seeded(SEED)
  const questions = makeQuestions(500, Math.min(documents, 20_000), SEED)
  const end = performance.now() + span * 60_000
  const asked: { acknowledged: () => number | undefined; answered: Promise<number | undefined> }[] = []
  while (performance.now() < end) {
    await wait((-Math.log(1 - chance()) * 60_000) / rate)
    const question = questions[asked.length % questions.length]?.text ?? ''
    const userId = String(100000000000000000n + BigInt(Math.floor(chance() * PEOPLE)))
    const began = performance.now()
    const handle = discord.interact.command({ name: 'ask', options: { question }, userId })
    const answered = handle
      .response((message) => /Searched|does not answer/.test(textOf(message)), PATIENCE)
      .then(
        () => performance.now() - began,
        () => undefined,
      )
    asked.push({ acknowledged: () => handle.deferredMs, answered })
  }
  const answers = await Promise.all(asked.map(({ answered }) => answered))
  return { acknowledgements: asked.map(({ acknowledged }) => acknowledged()), answers }
}

const line = (name: string, all: (number | undefined)[]) => {
  const times = all.filter((time) => time !== undefined).toSorted((a, b) => a - b)
  const [p50, p95, p99] = [50, 95, 99].map((share) => Math.round(percentile(times, share) ?? Number.NaN))
  const lost = all.length - times.length
  return `${name.padEnd(16)} ${all.length} in all, ${lost} lost, p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms, longest ${Math.round(times.at(-1) ?? Number.NaN)} ms`
}

try {
  await discord.connected(60_000)
  while (discord.commands().length === 0) await wait(50)
  process.stdout.write(`Asking ${rate} questions a minute for half a minute, while nothing else happens …\n`)
  const alone = await askAll(0.5)
  process.stdout.write(`${line('Answered', alone.answers)}\nWriting ${documents} documents …\n`)
  const file = join(home, 'large.jsonl')
  await writeCorpus(file, documents, () => {})
  await rename(file, join(home, 'corpus', 'large.jsonl'))
  process.stdout.write(`Asking ${rate} questions a minute for ${minutes} minutes while they are imported …\n`)
  const { acknowledgements, answers } = await askAll(minutes)
  process.stdout.write(`${line('Acknowledged', acknowledgements)}\n${line('Answered', answers)}\n`)
  process.stdout.write(`Requests that Discord would refuse: ${discord.violations.length}\n`)
  for (const violation of discord.violations.slice(0, 5)) process.stdout.write(`  ${violation}\n`)
} finally {
  const ended = once(bot, 'exit')
  bot.kill('SIGTERM')
  await ended
  await discord.stop()
  await rm(home, { recursive: true, force: true, maxRetries: 5 })
}
