/** Reads the settings, opens the app and picks the surface. */
import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import { type App, openApp, pollFeeds, startBot } from './app.ts'
import { UserError } from './command/context.ts'
import { type Environment, readConfig } from './config.ts'
import { openTemporary } from './disk/temporary.ts'
import { SHARED_COLLECTION } from './document.ts'
import type { Progress, SyncResult } from './ingest/sync-folder.ts'
import { english } from './locales/language.ts'
import { refusalText } from './locales/refusal.ts'
import { passingFault } from './services/faults.ts'
import { followList } from './services/feeds.ts'
import { type Filling, percentOf } from './store/index-state.ts'
import type { Io } from './terminal/io.ts'
import { type DescribedCommand, parseWords, type Request } from './terminal/line.ts'
import { createProgressLine } from './terminal/progress.ts'
import { runShell } from './terminal/shell.ts'
import {
  helpText,
  isDone,
  openTerminal,
  runRequest,
  type Terminal,
  typedCommands,
} from './terminal/terminal.ts'
import { plain } from './terminal/text.ts'

export const OK = 0
export const FAILED = 1
const WRONG_USAGE = 2

/** What the program is started in. */
export type Surroundings = {
  io: Io
  environment: Environment
  /** Aborts when the program is told to stop. */
  stopping: AbortSignal
  /** Called with the log as soon as there is one. */
  onLog?: (log: Logger) => void
  /** Called with the folder for temporary files before any part is opened. */
  onTemporary?: (path: string) => void
}

/**
 * Runs what the words ask for, or the bot or the prompt when there are none; returns the exit code. Never rejects:
 * a fault is one sentence on standard error.
 */
export async function runProgram(words: string[], surroundings: Surroundings): Promise<number> {
  const { io, stopping } = surroundings
  try {
    return await run(words, surroundings)
  } catch (error) {
    // A bot that is told to stop while it starts has done what it was told; a command has not.
    if (stopping.aborted && words.length === 0) return OK
    const sentence = passingFault(error)?.message ?? (error instanceof Error ? error.message : String(error))
    say(io, stopping.aborted ? 'Stopped before the work was done.' : sentence)
    return error instanceof UserError ? WRONG_USAGE : FAILED
  }
}

const say = ({ errors }: Io, text: string) => void errors.write(`${plain(text)}\n`)

async function run(words: string[], surroundings: Surroundings): Promise<number> {
  const { io, environment, stopping, onLog, onTemporary } = surroundings
  const request = words.length > 0 ? parseWords(words, typedCommands) : undefined
  if (request?.kind === 'help') {
    io.output.write(helpText(request, io.look, ''))
    return OK
  }
  const config = readConfig(environment)
  const token = request ? undefined : config.discordToken
  const log = pino({ level: config.logLevel ?? (token ? 'info' : 'warn') }, io.errors)
  onLog?.(log)
  const isImport = request?.command.name === 'corpus import'
  using temporary = await openTemporary(config.dataDir)
  onTemporary?.(temporary.path)
  await using app = await openApp(config, {
    ...{ log, forQuestions: !isImport, signal: stopping },
    // On Discord, whoever asks is told how far the index is.
    ...(token ? { waitsForIndex: false } : tellsOfIndex(io)),
  })
  const terminal = openTerminal({ services: app.services, log, signal: stopping, io })
  if (!isImport) await synchronise(app, io, stopping)
  if (request) return await runOnce(request, terminal)
  await using _background = await startBackground(app, io)
  if (token) await runBot(token, app, stopping)
  else {
    say(io, 'DISCORD_TOKEN is not set: this is the terminal. Ask a question, or write /help.')
    await runShell(terminal, (err) => log.error({ err }, 'command failed'))
  }
  return OK
}

async function runOnce(
  request: Extract<Request<DescribedCommand>, { kind: 'run' }>,
  terminal: Terminal,
): Promise<number> {
  const shown = await runRequest(request, terminal)
  terminal.signal.throwIfAborted()
  return shown && isDone(shown) ? OK : FAILED
}

/** Says on standard error that the search index is rebuilt, and how far it is while somebody waits. */
function tellsOfIndex(io: Io) {
  const progress = createProgressLine(io.errors)
  return {
    onNotice: (notice: string) => say(io, notice),
    onFilling: (filling: Filling) =>
      progress.show(english.say('status.filling', { percent: percentOf(filling) })),
  }
}

/** Reads the corpus folder, with its progress on standard error. */
async function synchronise({ corpus, config, log }: App, io: Io, signal: AbortSignal): Promise<void> {
  const onProgress = ({ done, total }: Progress) =>
    say(io, total === null ? `Read ${done} documents …` : `Read ${done} of ${total} files …`)
  report(await corpus.synchronise(config.corpusDir, { onProgress, signal }), io, log)
  signal.throwIfAborted()
}

function report(result: SyncResult, io: Io, log: Logger): void {
  const { added, updated, unchanged, removed, refused, duplicates } = result
  for (const { name, reason } of refused) say(io, `${name} was refused: ${refusalText(reason, english)}`)
  for (const { id, of } of duplicates) say(io, `${id} holds the same text as ${of}; both are kept.`)
  log.info({ added, updated, unchanged, removed, refused: refused.length }, 'corpus synchronised')
}

/** Watches the corpus folder and follows its feeds while the program runs. */
async function startBackground(app: App, io: Io): Promise<AsyncDisposable> {
  const { config, corpus, feeds, log } = app
  if (!config.anthropicApiKey)
    say(io, 'ANTHROPIC_API_KEY is not set: briefings are extractive, the sources’ own sentences.')
  await using started = new AsyncDisposableStack()
  const onSync = (result: SyncResult | Error) =>
    result instanceof Error ? say(io, result.message) : report(result, io, log)
  started.defer(await corpus.watch(config.corpusDir, onSync))
  await followList(feeds, join(config.corpusDir, 'feeds.opml'), SHARED_COLLECTION)
  started.defer(pollFeeds(app))
  return started.move()
}

/** Answers on Discord until the program is told to stop. Rejects when Discord ends the connection for good. */
async function runBot(token: string, app: App, stopping: AbortSignal): Promise<void> {
  await using bot = await startBot(token, app)
  if (stopping.aborted) return
  await Promise.race([
    bot.lost,
    new Promise((resolve) => stopping.addEventListener('abort', resolve, { once: true })),
  ])
}
