/** The whole bot in this process, on a small corpus of several servers, against a local Discord. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import { commands } from '../../commands/index.ts'
import { createBrief } from '../../src/brief/brief.ts'
import { createCheck } from '../../src/brief/check/check.ts'
import { createClaudeChecker } from '../../src/brief/claude/check.ts'
import { createClaudeWriter } from '../../src/brief/claude/claude.ts'
import { createClaudeDaily } from '../../src/brief/claude/daily.ts'
import { findQuotations } from '../../src/brief/quotations.ts'
import type { Services } from '../../src/command.ts'
import { openCorpus } from '../../src/corpus/store.ts'
import type { MakeDigest } from '../../src/daily/digest.ts'
import { openDaily } from '../../src/daily/make.ts'
import { runDiscord } from '../../src/discord/client.ts'
import { openFeeds } from '../../src/feeds/store.ts'
import { type Ledger, openLedger } from '../../src/ledger/ledger.ts'
import { createSearch } from '../../src/search/retrieve.ts'
import { startPosting } from '../../src/services/posting/posting.ts'
import { createScheduled } from '../../src/services/scheduled.ts'
import { createServices } from '../../src/services/services.ts'
import { createFetchPage } from '../../src/web/fetch.ts'
import {
  componentsOf,
  type FakeDiscord,
  type FakeOptions,
  type Message,
  startFakeDiscord,
} from './discord.ts'

/** A document as a line of JSON Lines. */
type Line = { _id: string; title: string; text: string; metadata: object }
/** The documents of each collection: `shared`, or a server's id. */
export type Collections = Record<string, Line[]>

export type Bot = {
  /** The folder of its data. */
  home: string
  fake: FakeDiscord
  services: Services
  ledger: Ledger
  /** The lines of the log that hold this key. */
  logged: (key: string) => Record<string, unknown>[]
  /** Everything that was logged. */
  log: () => string
  /** Ends the bot as SIGTERM does; its data and Discord stay. */
  stop: () => Promise<void>
  /** Starts it again on the same data. */
  restart: () => Promise<void>
  /** Ends everything. */
  end: () => Promise<void>
}

export type BotOptions = {
  discord?: FakeOptions
  documents: Collections
  /** The address of a local Claude. */
  claude?: string
  questionsPerMinute?: number
  /** The time by which briefings are posted. Milliseconds since 1970. */
  clock?: () => number
  /** Watches or replaces the making of briefings that are posted. */
  makeDigest?: (real: MakeDigest) => MakeDigest
  /** Where its data is; a new folder unless told. Another bot's folder and Discord make a second process of one bot. */
  beside?: Bot
  /** Replaces services of the real ones. */
  replace?: (real: Services) => Partial<Services>
}

/** The id of the control of a message that does this; `no …` when there is none. */
export const controlOf = (message: Message, act: string) =>
  componentsOf(message).find(({ custom_id }) => custom_id?.startsWith(`1:${act}:`))?.custom_id ?? `no ${act}`

export async function startBot(options: BotOptions): Promise<Bot> {
  const { beside } = options
  const home = beside?.home ?? (await mkdtemp(join(tmpdir(), 'bot-')))
  const fake = beside?.fake ?? (await startFakeDiscord(options.discord))
  const lines: string[] = []
  const log: Logger = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) })
  let running = await run(options, home, fake, log)
  let isRunning = true
  const stop = async () => {
    if (isRunning) await running.close()
    isRunning = false
  }
  return {
    home,
    fake,
    get services() {
      return running.services
    },
    get ledger() {
      return running.ledger
    },
    logged: (key) => lines.map((line) => JSON.parse(line)).filter((line) => key in line),
    log: () => lines.join(''),
    stop,
    restart: async () => {
      await stop()
      await fake.disconnected()
      running = await run(options, home, fake, log)
      isRunning = true
    },
    end: async () => {
      await stop()
      if (beside) return
      await fake.stop()
      await rm(home, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

async function run(options: BotOptions, home: string, fake: FakeDiscord, log: Logger) {
  const corpus = await openCorpus({ dataDir: home })
  for (const [collection, documents] of Object.entries(options.documents)) {
    const file = join(home, `${collection}.jsonl`)
    await writeFile(file, documents.map((line) => JSON.stringify(line)).join('\n'))
    await corpus.importJsonl(file, collection)
  }
  const ledger = await openLedger(join(home, 'ledger.sqlite'))
  const feeds = await openFeeds(join(home, 'feeds.sqlite'))
  const search = createSearch(corpus)
  const claude = { apiKey: 'test', baseUrl: options.claude, model: 'claude-haiku-5-5', log }
  const writer = options.claude ? createClaudeWriter(claude) : undefined
  const checker = options.claude ? createClaudeChecker(claude) : undefined
  const daily = openDaily({
    corpus,
    dataDir: home,
    claude: options.claude ? createClaudeDaily(claude) : undefined,
  })
  const limits = { person: null, tokens: 1_000_000 }
  const real = createServices({
    corpus,
    search,
    brief: createBrief({ corpus, search, claude: writer }),
    check: createCheck({ corpus, search, claude: checker }),
    findQuotations: findQuotations({ corpus, search }),
    ledger,
    fetchPage: createFetchPage(),
    feeds,
    makeDigest: daily.make,
    limits,
  })
  const services = { ...real, ...options.replace?.(real) }
  const bot = await runDiscord({
    token: fake.token,
    apiUrl: fake.url,
    commands,
    services,
    log,
    questionsPerMinute: options.questionsPerMinute ?? 1000,
    fastIdentify: true,
  })
  await bot.ready
  const make = options.makeDigest?.(daily.make) ?? daily.make
  const scheduled = createScheduled({ make, corpus, ledger, limits })
  const stopPosting = startPosting({
    ...{ ledger, scheduled, post: bot.post, log },
    ...(options.clock ? { clock: options.clock } : {}),
  })
  const close = async () => {
    await stopPosting(1000)
    await bot.stop()
    await daily.close()
    await ledger.close()
    await feeds.close()
    await corpus.close()
  }
  return { services, ledger, close }
}
