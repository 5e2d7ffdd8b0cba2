/** Reads the settings, builds the parts and picks the surface: the only wiring. */
import { join } from 'node:path'
import { type Logger, pino, destination as toFile } from 'pino'
import { commands } from '../commands/index.ts'
import { type BriefParts, createBrief } from './brief/brief.ts'
import { createClaudeWriter } from './brief/claude.ts'
import { findQuotations } from './brief/quotations.ts'
import { UserError } from './command.ts'
import { type Config, processConfig } from './config.ts'
import { SHARED_COLLECTION } from './corpus/document.ts'
import type { Progress, SyncResult } from './corpus/ingest.ts'
import { type Corpus, openCorpus } from './corpus/store.ts'
import { runDiscord } from './discord/client.ts'
import { type Ledger, openLedger } from './ledger/ledger.ts'
import { createSearch } from './search/retrieve.ts'
import { createServices } from './services.ts'
import { runImport } from './terminal/import.ts'
import { runShell } from './terminal/shell.ts'
import { print, processLook, runWords } from './terminal/terminal.ts'

const [OK, FAILED, WRONG_USAGE] = [0, 1, 2]
const stderr = (text: string) => process.stderr.write(`${text}\n`)

/** Claude's allowance of the day, counted from midnight UTC. */
const withheldBy = (ledger: Ledger, limit: number) => async () =>
  (await ledger.tokensSince(new Date().toISOString().slice(0, 10))) >= limit
    ? 'today’s Claude allowance is used up'
    : null

function briefParts(config: Config, corpus: Corpus, ledger: Ledger, log: Logger): BriefParts {
  const search = createSearch(corpus)
  if (!config.anthropicApiKey) return { corpus, search }
  const { anthropicApiKey: apiKey, anthropicBaseUrl: baseUrl, model, effort } = config
  return {
    corpus,
    search,
    claude: createClaudeWriter({ apiKey, baseUrl, model, effort, log }),
    withheld: withheldBy(ledger, config.claudeDailyTokens),
  }
}

/** Says on standard error how far a long run is. */
function showProgress({ done, total }: Progress): void {
  stderr(total === null ? `Read ${done} documents …` : `Read ${done} of ${total} files …`)
}

function report(result: SyncResult, log: Logger): void {
  const { added, updated, unchanged, removed, refused } = result
  for (const { name, reason } of refused) stderr(`${name} was refused: ${reason}.`)
  log.info({ added, updated, unchanged, removed, refused: refused.length }, 'corpus synchronised')
}

async function main(args: string[]): Promise<number> {
  const config = processConfig()
  const onDiscord = args.length === 0 && config.discordToken !== undefined
  const log = pino({ level: config.logLevel ?? (onDiscord ? 'info' : 'warn') }, toFile(2))
  const stopping = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort())
  const { signal } = stopping

  const corpus = await openCorpus({ dataDir: config.dataDir })
  const ledger = await openLedger(join(config.dataDir, 'ledger.sqlite'))
  try {
    if (args[0] === 'corpus' && args[1] === 'import')
      return await runImport(args.slice(2), (file, onProgress) =>
        corpus.importJsonl(file, SHARED_COLLECTION, { onProgress, signal }),
      )
    report(await corpus.synchronise(config.corpusDir, { onProgress: showProgress, signal }), log)
    const parts = briefParts(config, corpus, ledger, log)
    const services = createServices({
      corpus,
      search: parts.search,
      brief: createBrief(parts),
      findQuotations: findQuotations(parts),
      ledger,
    })
    const terminal = {
      commands,
      services,
      signal,
      write: print,
      note: (fields: object) => log.info(fields, 'request'),
      look: processLook(),
    }
    if (args.length > 0) {
      await runWords(args[0] === '--help' ? ['help'] : args, terminal)
      return OK
    }
    if (!config.anthropicApiKey)
      stderr('ANTHROPIC_API_KEY is not set: briefings are extractive, the sources’ own sentences.')
    const unwatch = await corpus.watch(config.corpusDir, (result) =>
      result instanceof Error ? stderr(result.message) : report(result, log),
    )
    if (config.discordToken) {
      const { discordToken: token, discordApiUrl: apiUrl } = config
      const discord = await runDiscord({ token, apiUrl, commands, services, log })
      if (!signal.aborted)
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      await discord.stop()
    } else {
      stderr('DISCORD_TOKEN is not set: this is the terminal. Ask a question, or write /help.')
      await runShell(terminal, (error) => log.error({ error }, 'command failed'))
    }
    await unwatch()
    return OK
  } finally {
    await corpus.close()
    await ledger.close()
  }
}

// A reader that has gone away (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? OK : FAILED),
)

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  stderr(error instanceof Error ? error.message : String(error))
  process.exitCode = error instanceof UserError ? WRONG_USAGE : FAILED
}
