/** The surface for a terminal: one command from the arguments, or a prompt. The only folder that reads stdin. */
import type { Logger } from 'pino'
import { commandsOf } from '../../commands/index.ts'
import { createJobs } from '../chat/jobs.ts'
import { noLimit } from '../chat/limit.ts'
import type { Chat } from '../chat/request.ts'
import type { Refusal, Shown } from '../chat/surface.ts'
import { takeCommand } from '../chat/take.ts'
import { type Previous, type Services, UserError } from '../command/context.ts'
import { english } from '../locales/language.ts'
import type { Io } from './io.ts'
import { helpJson } from './json.ts'
import { type Described, type DescribedCommand, describe, type Request } from './line.ts'
import { openPage } from './page/page.ts'
import { renderHelp } from './render.ts'
import { PLACE, terminalSurface } from './surface.ts'
import type { Look } from './text.ts'

export type Terminal = {
  chat: Chat
  /** Ends what is under way. */
  signal: AbortSignal
  io: Io
}

type Opened = { services: Services; log: Logger; signal: AbortSignal; io: Io }

/** A person at a terminal waits for nobody, and reads faults as sentences; the log tells of each request. */
export function openTerminal({ services, log, ...rest }: Opened): Terminal {
  const quiet = { info: log.info.bind(log), warn: log.debug.bind(log), error: log.debug.bind(log) }
  return { chat: { services, log: quiet, jobs: createJobs(), limit: noLimit, pauseMs: 0 }, ...rest }
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

/** Runs a command and shows its reply; what was shown. Throws what the request was refused for. */
export async function runRequest(request: Run, terminal: Terminal): Promise<Shown | undefined> {
  let refused: Refusal | undefined
  const onRefusal = (refusal: Refusal) => {
    refused = refusal
  }
  const shown = await takeRequest(request, terminal, onRefusal)
  if (refused) throw refused.error ?? new UserError({ plain: refused.say(english) })
  return shown
}

type Run = Extract<Request<DescribedCommand>, { kind: 'run' }>

/** Runs a command and shows what comes of it. Throws a UserError for a file that cannot be written. */
export async function takeRequest(
  { command: { command }, values, json }: Run,
  { chat, io, signal }: Terminal,
  onRefusal: (refusal: Refusal) => void,
  previous?: Previous,
): Promise<Shown | undefined> {
  const page = typeof values.out === 'string' ? await openPage(values.out) : undefined
  const surface = terminalSurface(io, { json, page, onRefusal })
  const done = await takeCommand(chat, command, values, { place: PLACE, surface, previous, signal })
  return done?.shown
}

/** False when nothing of what was to be added or removed was. */
export function isDone(reply: Shown): boolean {
  if (reply.kind === 'outcomes') return !reply.outcomes.every(({ kind }) => kind === 'refused')
  if (reply.kind === 'imported') {
    const { added, updated, unchanged } = reply.result
    return added + updated + unchanged > 0
  }
  return true
}
