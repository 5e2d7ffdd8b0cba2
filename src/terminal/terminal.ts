/** The surface for a terminal: one command from the arguments, or a prompt. The only folder that reads stdin. */
import { randomUUID } from 'node:crypto'
import { commandsOf } from '../../commands/index.ts'
import type { Reply } from '../command/command.ts'
import { type Context, type Previous, type Services, UserError } from '../command/context.ts'
import { runCommand } from '../command/run-command.ts'
import { SHARED_COLLECTION } from '../document.ts'
import { english } from '../locales/language.ts'
import type { Io } from './io.ts'
import { helpJson, replyJson } from './json.ts'
import { type Described, type DescribedCommand, describe, type Request } from './line.ts'
import { openPage } from './page/page.ts'
import { createProgressLine } from './progress.ts'
import { renderHelp, renderReply } from './render.ts'
import type { Look } from './text.ts'

export type Terminal = {
  services: Services
  signal: AbortSignal
  io: Io
  /** Writes a request's line in the log. */
  note: (fields: object) => void
}

/** Writes the reply to a file, for commands whose reply is a daily briefing. */
const out = {
  name: 'out',
  type: 'string',
  description: 'Write it to this file: a web page (.html) or Markdown (.md)',
} as const

/** The commands that can be typed, with their English texts. */
export const typedCommands: DescribedCommand[] = commandsOf('terminal').map((command) => {
  const described = describe(command)
  return command.name === 'daily now' ? { ...described, options: [...described.options, out] } : described
})

/** The text that explains commands; `prefix` stands before each name. */
export function helpText({ shown, json }: { shown: Described[]; json: boolean }, look: Look, prefix: string) {
  return json ? `${JSON.stringify(helpJson(shown))}\n` : renderHelp(shown, look, prefix)
}

type Line = { outcome: string }

/** The terminal's own person, who may read and change the shared collection. */
const PERSON = {
  person: 'terminal',
  server: null,
  channel: null,
  language: english,
  collections: [SHARED_COLLECTION],
  own: SHARED_COLLECTION,
  isManager: true,
  isPrivate: true,
  findChannel: () => undefined,
  maySee: () => false,
} satisfies Partial<Context>

/** Does a request's work as the terminal's own person, and writes one line in the log. */
export async function withContext<Result>(
  { signal, note, io }: Terminal,
  command: string,
  work: (context: Context, line: Line) => Promise<Result>,
): Promise<Result> {
  const begun = performance.now()
  const requestId = randomUUID()
  const line = { requestId, command, outcome: 'failed' }
  const progress = createProgressLine(io.errors)
  const context: Context = {
    ...PERSON,
    requestId,
    progress: () => {},
    count: (done) => progress.show(`Read ${done} …`),
    note: (fields) => Object.assign(line, fields),
    signal,
  }
  try {
    const result = await work(context, line)
    if (line.outcome === 'failed') line.outcome = 'answered'
    return result
  } catch (error) {
    if (error instanceof UserError) line.outcome = 'refused'
    else if (signal.aborted) line.outcome = 'stopped'
    throw error
  } finally {
    progress.end()
    note({ ...line, ms: Math.round(performance.now() - begun) })
  }
}

/** Runs a command and prints its reply. Throws a UserError for values that cannot be. */
export async function runRequest(
  { command: { command }, values, json }: Extract<Request<DescribedCommand>, { kind: 'run' }>,
  terminal: Terminal,
  previous?: Previous,
): Promise<Reply> {
  const { services, io } = terminal
  const page = typeof values.out === 'string' ? await openPage(values.out) : undefined
  const reply = await withContext(terminal, command.name, async (context, line) => {
    const replied = await runCommand(command, values, services, { ...context, previous })
    line.outcome = outcomeOf(replied)
    return replied
  })
  const entry = reply.kind === 'entry' ? reply.entry : undefined
  const written = entry?.kind === 'daily' ? await page?.write(entry.digest) : undefined
  io.output.write(json ? `${JSON.stringify(replyJson(reply))}\n` : (written ?? renderReply(reply, io.look)))
  return reply
}

/** What came of it, as the log tells it. */
function outcomeOf(reply: Reply): string {
  if (reply.kind !== 'entry') return 'answered'
  const { entry } = reply
  if (entry.kind === 'answer') return entry.briefing.status
  if (entry.kind === 'daily') return entry.digest.stories.length > 0 ? 'told' : 'quiet'
  return 'answered'
}

/** False when nothing of what was to be added or removed was. */
export function isDone(reply: Reply): boolean {
  if (reply.kind === 'outcomes') return !reply.outcomes.every(({ kind }) => kind === 'refused')
  if (reply.kind === 'imported') {
    const { added, updated, unchanged } = reply.result
    return added + updated + unchanged > 0
  }
  return true
}
