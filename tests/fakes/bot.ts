/** The whole bot in this process, on a small corpus of several servers, against a local Discord. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import { openApp, startBot as startDiscord } from '../../src/app.ts'
import type { Services } from '../../src/command/context.ts'
import { readConfig } from '../../src/config.ts'
import type { Corpus } from '../../src/corpus/corpus.ts'
import type { MakeDigest } from '../../src/daily/digest.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import {
  componentsOf,
  type FakeDiscord,
  type FakeOptions,
  type Message,
  startFakeDiscord,
} from './discord.ts'
import { type Collections, prepareData } from './prepared.ts'

/** What stands in for services of the real ones. */
export type Replace = (real: Services) => Partial<Services>

export type Bot = {
  /** The folder of its data. */
  home: string
  fake: FakeDiscord
  services: Services
  ledger: Ledger
  corpus: Corpus
  /** From now on these stand in for services of the real ones, as long as it runs. */
  replace: (change: Replace) => void
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
  /** Replaces services of the real ones, also after a restart. */
  replace?: Replace
}

/** The id of the control of a message that does this; `no …` when there is none. */
export const controlOf = (message: Message, act: string) =>
  componentsOf(message).find(({ custom_id }) => custom_id?.startsWith(`1:${act}:`))?.custom_id ?? `no ${act}`

export async function startBot(options: BotOptions): Promise<Bot> {
  const { beside } = options
  const home = beside?.home ?? (await mkdtemp(join(tmpdir(), 'bot-')))
  if (!beside) await prepareData(options.documents, home)
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
    get corpus() {
      return running.corpus
    },
    replace: (change) => running.replace(change),
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
  const { claude, clock, questionsPerMinute = 1000 } = options
  const config = readConfig({
    DATA_DIR: home,
    DISCORD_API_URL: fake.url,
    QUESTIONS_PER_MINUTE: String(questionsPerMinute),
    CLAUDE_DAILY_TOKENS: '1000000',
    ...(claude && { ANTHROPIC_API_KEY: 'test', ANTHROPIC_BASE_URL: claude }),
  })
  const app = await openApp(config, { log, waitsForIndex: false, ...(clock && { clock }) })
  const services = { ...app.services, ...options.replace?.(app.services) }
  const makeDigest = options.makeDigest?.(app.makeDigest) ?? app.makeDigest
  const bot = await startDiscord(fake.token, { ...app, services, makeDigest }, { fastIdentify: true })
  await bot.ready
  const close = async () => {
    await bot[Symbol.asyncDispose]()
    await app[Symbol.asyncDispose]()
  }
  const replace = (change: Replace) => void Object.assign(services, app.services, change(app.services))
  return { services, ledger: app.ledger, corpus: app.corpus, replace, close }
}
