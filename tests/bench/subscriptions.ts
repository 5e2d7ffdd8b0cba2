/** `node tests/bench/subscriptions.ts`: many briefings due in the same minute, while people ask questions. */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openLedger } from '../../src/ledger/ledger.ts'
import { startFakeDiscord } from '../fakes/discord.ts'
import { askAll, timesLine } from './asking.ts'

/** As many as a server may have. */
const IN_SERVER = 25
/** As Discord counts them: those to interactions and webhooks are left out. */
const isCounted = (path: string) => !/^\/(?:interactions|webhooks)\//.test(path)

const { values } = parseArgs({
  options: {
    subscriptions: { type: 'string', default: '5000' },
    rate: { type: 'string', default: '60' },
  },
})
const [subscriptions, rate] = [values.subscriptions, values.rate].map(Number) as [number, number]
const say = (line: string) => process.stdout.write(`${line}\n`)

const home = await mkdtemp(join(tmpdir(), 'subscriptions-'))
await cp('corpus', join(home, 'corpus'), { recursive: true })
const guilds = Array.from({ length: Math.ceil(subscriptions / IN_SERVER) }, (_, at) => ({
  id: String(900000000000000001n + BigInt(at)),
  name: `Newsroom ${at}`,
}))
const discord = await startFakeDiscord({ guilds })
for (const { id } of guilds) for (let made = 1; made < IN_SERVER; made += 1) discord.addChannel(id)
const channels = guilds.flatMap(({ id }) =>
  discord.channelsOf(id).map((channel) => ({ server: id, channel })),
)

/** All of them due at one instant, and not again before tomorrow. */
async function orderAll(due: string): Promise<void> {
  const ledger = await openLedger(join(home, 'data', 'ledger.sqlite'))
  for (const place of channels.slice(0, subscriptions))
    await ledger.order(
      {
        ...{ ...place, id: randomUUID(), person: '100000000000000001', time: due.slice(11, 16), zone: 'UTC' },
        ...{ days: [1, 2, 3, 4, 5, 6, 7], scope: { topics: [], sources: [] }, locale: 'en', next: due },
        ...{ collections: ['shared', place.server], last: null, paused: null },
      },
      new Date().toISOString(),
    )
  await ledger.close()
}

function read(sql: string): number {
  const database = new DatabaseSync(join(home, 'data', 'ledger.sqlite'), { readOnly: true })
  const row = database.prepare(sql).get() as { count: number }
  database.close()
  return row.count
}

/** The most requests that Discord counts in any second. */
function busiestSecond(since: number): number {
  const times = discord.requests.filter(({ path, at }) => at >= since && isCounted(path)).map(({ at }) => at)
  return times.reduce((most, at, index) => {
    const first = times.findIndex((other) => other > at - 1000)
    return Math.max(most, index - first + 1)
  }, 0)
}

const bot = spawn(process.execPath, ['--import', './tests/bench/delay.ts', 'src/main.ts'], {
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
try {
  await discord.connected(60_000)
  while (discord.commands().length === 0) await wait(50)
  const asking = { rate, documents: 1000 }
  say(`Asking ${rate} questions a minute for half a minute, while nothing else happens …`)
  const quiet = Date.now() + 30_000
  const alone = await askAll(discord, asking, () => Date.now() < quiet)
  say(timesLine('Acknowledged', alone.acknowledgements))
  say(timesLine('Answered', alone.answers))
  const minute = Math.ceil((Date.now() + subscriptions * 6 + 5000) / 60_000) * 60_000
  await orderAll(new Date(minute).toISOString())
  await wait(minute - 1000 - Date.now())
  bot.kill('SIGUSR2')
  say(`Asking while ${subscriptions} briefings are due in one minute …`)
  const posted = () =>
    channels.filter(({ channel }) => discord.messagesIn(channel).some(({ nonce }) => nonce))
  let [done, checked] = [false, 0]
  const busy = await askAll(discord, asking, () => {
    // Counting takes time that is the questions', so it is done now and then.
    if (Date.now() - checked > 5000)
      [done, checked] = [
        read("SELECT count(*) AS count FROM deliveries WHERE state = 'posted'") >= subscriptions,
        Date.now(),
      ]
    return !done
  })
  const seconds = (checked - minute) / 1000
  say(timesLine('Acknowledged', busy.acknowledgements))
  say(timesLine('Answered', busy.answers))
  say(`Digests made: ${read("SELECT count(*) AS count FROM entries WHERE kind = 'daily'")}`)
  say(`Channels with a briefing: ${posted().length} of ${subscriptions}, in ${Math.round(seconds)} s`)
  say(`Requests in the busiest second: ${busiestSecond(minute)}, of Discord's 50`)
  say(`Requests that Discord would refuse: ${discord.violations.length + discord.refusals.length}`)
} finally {
  const ended = once(bot, 'exit')
  bot.kill('SIGTERM')
  await ended
  await discord.stop()
  await rm(home, { recursive: true, force: true, maxRetries: 5 })
}
