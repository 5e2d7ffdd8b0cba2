/** Opens every part once and joins them: what the program, the tests' bot and the benches run. */
import { join } from 'node:path'
import type { Logger } from 'pino'
import { commandsOf } from '../commands/index.ts'
import { createBrief } from './brief/brief.ts'
import { createCheck } from './brief/check/check.ts'
import { findQuotations } from './brief/quotations.ts'
import type { Services } from './command/context.ts'
import type { Config } from './config.ts'
import { type Corpus, openCorpus } from './corpus/corpus.ts'
import type { IndexOptions } from './corpus/index-search.ts'
import type { MakeDigest } from './daily/digest.ts'
import { openDaily } from './daily/make.ts'
import type { Discord } from './discord/client.ts'
import { type FeedStore, openFeeds } from './feeds/store.ts'
import { type Ledger, openLedger } from './ledger/ledger.ts'
import { createSearch } from './search/retrieve.ts'
import { startPolling } from './services/feeds.ts'
import { startPosting } from './services/posting/posting.ts'
import { createScheduled } from './services/scheduled.ts'
import { createServices } from './services/services.ts'
import { createFetchPage, type FetchPage } from './web/fetch.ts'

/** Milliseconds that briefings on their way have to arrive when the bot is told to stop. */
const POSTING_GRACE_MS = 3000

/** What the outside world gives; the real one unless told. */
export type AppOptions = {
  log: Logger
  /** Milliseconds since 1970. */
  clock?: () => number
  fetchPage?: FetchPage
  /** False for a run that only adds documents, which then starts no thread for searches. */
  forQuestions?: boolean
} & Pick<IndexOptions, 'waitsForIndex' | 'onFilling' | 'signal' | 'onNotice'>

export type App = AsyncDisposable & {
  config: Config
  log: Logger
  clock: () => number
  fetchPage: FetchPage
  corpus: Corpus
  ledger: Ledger
  feeds: FeedStore
  services: Services
  makeDigest: MakeDigest
}

/** Claude as a writer of answers and of daily briefings, and as a checker of claims; none without a key. */
async function openClaude({ anthropicApiKey, anthropicBaseUrl, model, effort }: Config, log: Logger) {
  if (!anthropicApiKey) return {}
  const [{ createClaudeWriter }, { createClaudeChecker }, { createClaudeDaily }] = await Promise.all([
    import('./brief/claude/claude.ts'),
    import('./brief/claude/check.ts'),
    import('./brief/claude/daily.ts'),
  ])
  const options = { apiKey: anthropicApiKey, baseUrl: anthropicBaseUrl, model, effort, log }
  return {
    writer: createClaudeWriter(options),
    checker: createClaudeChecker(options),
    stories: createClaudeDaily(options),
  }
}

/** The operator's allowance of Claude answers in a day. */
const limitsOf = ({ claudeDailyAnswers, claudeDailyTokens }: Config) => ({
  person: claudeDailyAnswers,
  tokens: claudeDailyTokens,
})

/**
 * Opens the data folder and builds the services on it. Disposing of the app closes its parts in the opposite order.
 * Throws when a part does not open, after closing those that did.
 */
export async function openApp(config: Config, options: AppOptions): Promise<App> {
  const { log, clock = Date.now, fetchPage = createFetchPage(), ...index } = options
  const { dataDir } = config
  await using opened = new AsyncDisposableStack()
  const corpus = opened.adopt(
    await openCorpus({ forQuestions: true, onNotice: (notice) => log.warn(notice), ...index, dataDir }),
    (it) => it.close(),
  )
  const ledger = opened.adopt(await openLedger(join(dataDir, 'ledger.sqlite')), (it) => it.close())
  const feeds = opened.adopt(await openFeeds(join(dataDir, 'feeds.sqlite')), (it) => it.close())
  const { writer, checker, stories } = await openClaude(config, log)
  const daily = opened.adopt(openDaily({ corpus, dataDir, claude: stories }), (it) => it.close())
  const search = createSearch(corpus)
  const services = createServices({
    corpus,
    search,
    brief: createBrief({ corpus, search, claude: writer }),
    check: createCheck({ corpus, search, claude: checker }),
    findQuotations: findQuotations({ corpus, search }),
    ledger,
    fetchPage,
    feeds,
    makeDigest: daily.make,
    limits: limitsOf(config),
  })
  const closing = opened.move()
  return {
    config,
    log,
    clock,
    fetchPage,
    corpus,
    ledger,
    feeds,
    services,
    makeDigest: daily.make,
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

/** Looks at feeds when they are due, until the answer is called. */
export const pollFeeds = ({ feeds, corpus, fetchPage, log }: App): (() => Promise<void>) =>
  startPolling({
    store: feeds,
    corpus,
    fetchPage,
    onLook: ({ url, status, outcomes, error, fault }) => {
      const taken = outcomes.filter((outcome) => outcome !== 'unchanged').length
      log[error ? 'warn' : 'info']({ url, status, taken, error, ...(fault ? { err: fault } : {}) }, 'feed')
    },
    onFault: (err) => log.error({ err }, 'the feeds could not be looked at'),
  })

export type BotOptions = {
  /** Leaves out Discord's five seconds between two connections; for a server of one's own. */
  fastIdentify?: boolean
}

/** A bot that is connected to Discord, answers there, and posts what is due. Disposing of it disconnects. */
export type Bot = AsyncDisposable & Pick<Discord, 'ready' | 'lost'>

/** Connects to Discord; rejects when Discord does not accept the token or cannot be reached. */
export async function startBot(token: string, app: App, options: BotOptions = {}): Promise<Bot> {
  const { config, log, clock, corpus, ledger, services, makeDigest } = app
  const { discordApiUrl: apiUrl, questionsPerMinute } = config
  await using started = new AsyncDisposableStack()
  const commands = commandsOf('chat')
  const { runDiscord } = await import('./discord/client.ts')
  const discord = await runDiscord({ ...options, token, apiUrl, commands, services, log, questionsPerMinute })
  started.defer(discord.stop)
  const scheduled = createScheduled({ make: makeDigest, corpus, ledger, limits: limitsOf(config) })
  const stopPosting = startPosting({ ledger, scheduled, post: discord.post, log, clock })
  started.defer(() => stopPosting(POSTING_GRACE_MS))
  const stopping = started.move()
  return {
    ready: discord.ready,
    lost: discord.lost,
    [Symbol.asyncDispose]: () => stopping.disposeAsync(),
  }
}
