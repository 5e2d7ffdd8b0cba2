/** Reads the settings, opens the app and picks the surface. */
import { join } from 'node:path'
import { type Logger, pino, destination as toFile } from 'pino'
import { commands } from '../commands/index.ts'
import { openApp, pollFeeds, startBot } from './app.ts'
import { UserError } from './command.ts'
import { processConfig } from './config.ts'
import { SHARED_COLLECTION } from './corpus/document.ts'
import type { Progress, SyncResult } from './corpus/ingest.ts'
import { followList } from './services/feeds.ts'
import { runImport } from './terminal/import.ts'
import { describe, parseWords } from './terminal/line.ts'
import {
  corpusImport,
  daily as dailyCommand,
  libraryCommands,
  search as searchCommand,
} from './terminal/own.ts'
import { runShell } from './terminal/shell.ts'
import { helpText, print, processLook, runRequest } from './terminal/terminal.ts'
import { plain } from './terminal/text.ts'

const [OK, FAILED, WRONG_USAGE] = [0, 1, 2]
const stderr = (text: string) => process.stderr.write(`${plain(text)}\n`)
const stopping = new AbortController()
const ownCommands = commands.flatMap((command) => describe(command) ?? [])

/** Says on standard error how far a long run is. */
function showProgress({ done, total }: Progress): void {
  stderr(total === null ? `Read ${done} documents …` : `Read ${done} of ${total} files …`)
}

function report(result: SyncResult, log: Logger): void {
  const { added, updated, unchanged, removed, refused, duplicates } = result
  for (const { name, reason } of refused) stderr(`${name} was refused: ${reason}.`)
  for (const { id, of } of duplicates) stderr(`${id} holds the same text as ${of}; both are kept.`)
  log.info({ added, updated, unchanged, removed, refused: refused.length }, 'corpus synchronised')
}

async function main(args: string[]): Promise<number> {
  const request =
    args.length > 0
      ? parseWords(args, [...ownCommands, searchCommand, dailyCommand, corpusImport, ...libraryCommands])
      : undefined
  if (request?.kind === 'help') {
    print(helpText(request, processLook(), ''))
    return OK
  }
  const config = processConfig()
  const token = request ? undefined : config.discordToken
  const log = pino({ level: config.logLevel ?? (token ? 'info' : 'warn') }, toFile(2))
  endOnFault(log)
  const { signal } = stopping
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stopping.abort())

  const forQuestions = request?.command !== corpusImport
  await using app = await openApp(config, { log, forQuestions })
  const { corpus, feeds, services } = app
  if (request?.command === corpusImport) {
    const code = await runImport(String(request.values.file), request.json, (file, onProgress) =>
      corpus.importJsonl(file, SHARED_COLLECTION, { onProgress, signal }),
    )
    signal.throwIfAborted()
    return code
  }
  report(await corpus.synchronise(config.corpusDir, { onProgress: showProgress, signal }), log)
  signal.throwIfAborted()
  const note = (fields: object) => log.info(fields, 'request')
  const terminal = { commands: ownCommands, services, signal, write: print, note, look: processLook() }
  if (request && libraryCommands.some((command) => command === request.command))
    return await (await import('./terminal/library.ts')).runLibrary(request, terminal)
  if (request) {
    await runRequest(request, terminal)
    return OK
  }
  if (!config.anthropicApiKey)
    stderr('ANTHROPIC_API_KEY is not set: briefings are extractive, the sources’ own sentences.')
  const onSync = (result: SyncResult | Error) =>
    result instanceof Error ? stderr(result.message) : report(result, log)
  await using running = new AsyncDisposableStack()
  running.defer(await corpus.watch(config.corpusDir, onSync))
  await followList(feeds, join(config.corpusDir, 'feeds.opml'), SHARED_COLLECTION)
  running.defer(pollFeeds(app))
  if (token) {
    const bot = running.use(await startBot(token, app))
    if (!signal.aborted)
      await Promise.race([
        bot.lost,
        new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true })),
      ])
  } else {
    stderr('DISCORD_TOKEN is not set: this is the terminal. Ask a question, or write /help.')
    await runShell(terminal, (err) => log.error({ err }, 'command failed'))
  }
  return OK
}

/** A fault that nothing handles leaves the process in an unknown state: it is logged, and the process ends. */
function endOnFault(log: Logger): void {
  for (const name of ['unhandledRejection', 'uncaughtException'] as const)
    process.on(name, (err: unknown) => {
      log.fatal({ err }, 'The process ends because of a fault that nothing handled.')
      process.exit(FAILED)
    })
}

// A reader that has gone away (`| head`) is no fault.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? OK : FAILED))

const words = process.argv.slice(2)
try {
  process.exitCode = await main(words)
} catch (error) {
  // A bot that is told to stop while it starts has done what it was told; a command has not.
  const stopped = stopping.signal.aborted
  if (stopped && words.length > 0) stderr('Stopped before the work was done.')
  else if (!stopped) stderr(error instanceof Error ? error.message : String(error))
  process.exitCode = stopped && words.length === 0 ? OK : error instanceof UserError ? WRONG_USAGE : FAILED
}
