/** The surface for a terminal: one command from the arguments, or a prompt. The only folder that reads stdin. */
import { randomUUID } from 'node:crypto'
import { type Command, type Context, type Reply, type Services, UserError, type Values } from '../command.ts'
import { SHARED_COLLECTION } from '../corpus/document.ts'
import { english } from '../language/language.ts'
import { dailyWanted } from './daily-wanted.ts'
import { helpJson, hitsJson, replyJson } from './json.ts'
import type { Described, Request } from './line.ts'
import { daily, MAX_LIMIT, search } from './own.ts'
import { renderHelp, renderReply } from './render.ts'
import { type Look, plain } from './text.ts'

export type Terminal = {
  commands: (Command & Described)[]
  services: Services
  signal: AbortSignal
  write: (text: string) => void
  /** Writes a request's line in the log. */
  note: (fields: object) => void
  look: Look
}

const DEFAULT_LIMIT = 10
const DEFAULT_WIDTH = 100

/** How the output of this process looks: coloured only on a terminal, unless NO_COLOR says otherwise. */
export const processLook = (): Look => ({
  colour: process.stdout.isTTY === true && process.stdout.hasColors?.() === true,
  // A terminal that does not know its size says 0.
  width: process.stdout.columns || DEFAULT_WIDTH,
})

/** Prints on standard output. */
export function print(text: string): void {
  process.stdout.write(text)
}

/** The text that explains commands; `prefix` stands before each name. */
export function helpText({ shown, json }: { shown: Described[]; json: boolean }, look: Look, prefix: string) {
  return json ? `${JSON.stringify(helpJson(shown))}\n` : renderHelp(shown, look, prefix)
}

type Line = { outcome: string }

/**
 * Does a request's work as the terminal's own person, who may read the shared collection, and writes one line in
 * the log.
 */
export async function withContext<Result>(
  terminal: Pick<Terminal, 'signal' | 'note'>,
  command: string,
  work: (context: Context, line: Line) => Promise<Result>,
): Promise<Result> {
  const begun = performance.now()
  const requestId = randomUUID()
  const line = { requestId, command, outcome: 'failed' }
  const context: Context = {
    requestId,
    person: 'terminal',
    server: null,
    channel: null,
    language: english,
    collections: [SHARED_COLLECTION],
    own: SHARED_COLLECTION,
    isManager: true,
    findChannel: () => undefined,
    progress: () => {},
    note: (fields) => Object.assign(line, fields),
    signal: terminal.signal,
  }
  try {
    const result = await work(context, line)
    if (line.outcome === 'failed') line.outcome = 'answered'
    return result
  } catch (error) {
    if (error instanceof UserError) line.outcome = 'refused'
    else if (terminal.signal.aborted) line.outcome = 'stopped'
    throw error
  } finally {
    terminal.note({ ...line, ms: Math.round(performance.now() - begun) })
  }
}

/** Runs a command and prints its reply. Throws a UserError for values that cannot be. */
export async function runRequest(
  { command, values, json }: Extract<Request<(Command & Described) | Described>, { kind: 'run' }>,
  terminal: Terminal,
): Promise<Reply | undefined> {
  if (!('run' in command)) {
    if (command === search) await runSearch(values, json, terminal)
    if (command === daily) return await runDaily(values, json, terminal)
    return undefined
  }
  const reply = await withContext(terminal, command.name, async (context, line) => {
    const replied = await command.run(values, terminal.services, context)
    if (replied.kind === 'entry' && replied.entry.kind === 'answer')
      line.outcome = replied.entry.briefing.status
    return replied
  })
  terminal.write(json ? `${JSON.stringify(replyJson(reply))}\n` : renderReply(reply, terminal.look))
  return reply
}

/** `daily [--since …] [--until …] [--topics …] [--sources …] [--out FILE]`: what is new. */
async function runDaily(values: Values, json: boolean, terminal: Terminal): Promise<Reply> {
  const out =
    values.out === undefined ? undefined : await (await import('./page/page.ts')).openPage(String(values.out))
  const entry = await withContext(terminal, daily.name, async (context, line) => {
    const made = await terminal.services.daily.now(await dailyWanted(values, context.language), context)
    line.outcome = made.digest.stories.length > 0 ? 'told' : 'quiet'
    return made
  })
  const reply: Reply = { kind: 'entry', entry }
  const written = await out?.write(entry.digest)
  if (json) terminal.write(`${JSON.stringify(replyJson(reply))}\n`)
  else terminal.write(written ?? renderReply(reply, terminal.look))
  return reply
}

/** `search "question" [--limit N] [--json]`: the passages behind an answer. */
async function runSearch(values: Values, json: boolean, terminal: Terminal): Promise<void> {
  const limit = Number(values.limit ?? DEFAULT_LIMIT)
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
    throw new UserError({
      plain: `--limit ${values.limit} is not a number from 1 to ${MAX_LIMIT}; write it like --limit 10.`,
    })
  const question = String(values.question)
  const hits = await withContext(terminal, 'search', (context) =>
    terminal.services.search(question, limit, context),
  )
  if (json) return terminal.write(`${JSON.stringify(hitsJson(question, hits))}\n`)
  const lines = hits.map(
    ({ passage, score }, at) =>
      `${at + 1}. ${score.toFixed(2)}  ${plain(`${passage.title} (${passage.document})`)}\n   ${plain(passage.text).replaceAll('\n', ' ')}\n`,
  )
  terminal.write(lines.length > 0 ? lines.join('\n') : 'Nothing in the corpus holds these words.\n')
}
