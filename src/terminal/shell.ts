/** The prompt: the commands of the arguments, line by line, from a person or a pipe. */
import { createInterface, type Interface } from 'node:readline'
import { takePress } from '../chat/press.ts'
import type { Refusal, Shown, Surface } from '../chat/surface.ts'
import { type Answer, type Daily, type Entry, type Previous, UserError } from '../command/context.ts'
import { quotesOf } from '../ledger/entry.ts'
import { english } from '../locales/language.ts'
import { completeLine } from './complete.ts'
import { type Described, type DescribedCommand, parseWords, splitLine } from './line.ts'
import { PLACE, terminalSurface } from './surface.ts'
import { helpText, type Terminal, takeRequest, typedCommands } from './terminal.ts'
import { plain } from './text.ts'

const PROMPT = 'attaché> '
const HISTORY = 500

/** Understood at the prompt only. */
const show: Described = {
  name: 'show',
  description: 'Show a quotation of the last answer in its context',
  rest: 'number',
  options: [{ name: 'number', description: 'The number in square brackets', type: 'string' }],
}
const story: Described = {
  name: 'story',
  description: 'Ask about a story of the last daily briefing',
  rest: 'number',
  options: [{ name: 'number', description: 'The number of the story', type: 'string' }],
}
const quit: Described = { name: 'quit', description: 'Leave', options: [] }
const promptCommands = [...typedCommands, show, story, quit]
/** Words that are commands without a slash: nobody asks a question of one such word. */
const LEAVING = /^\/?(?:quit|exit)$/i

/** A line that names what was shown by its number. */
const NUMBERED = /^\/(show|story)(?:\s+\[?(\d+)\]?)?$/

/** What the lines of one session know of each other. */
type Session = {
  /** What /show opens the quotations of. */
  quoted?: Answer | Daily
  briefing?: Daily
  /** What the next question goes on from. */
  previous?: Previous
  terminal: Terminal
  onFailure: (error: unknown) => void
}

/**
 * Reads lines until the input ends, Ctrl-D is pressed, or `/quit` is typed; one after the other. Ctrl-C stops the
 * command that is running, else clears a half-written line, else leaves.
 */
export async function runShell(terminal: Terminal, onFailure: (error: unknown) => void): Promise<void> {
  const { io } = terminal
  const session: Session = { terminal, onFailure }
  const reader = openReader(terminal)
  const running = watchInterrupts(reader, terminal.signal)
  const prompt = () => {
    if (io.isInteractive && !running.isClosed) reader.prompt()
  }
  prompt()
  for await (const line of reader) {
    const text = line.trim()
    if (terminal.signal.aborted || LEAVING.test(text)) break
    if (text !== '') await runLine(text, session, running.begin())
    running.end()
    prompt()
  }
  reader.close()
  if (io.isInteractive) io.output.write('\n')
}

const openReader = (terminal: Terminal): Interface =>
  createInterface({
    input: terminal.io.input,
    output: terminal.io.isInteractive ? terminal.io.output : undefined,
    terminal: terminal.io.isInteractive,
    prompt: PROMPT,
    historySize: HISTORY,
    completer: (line: string, done: (error: null, found: [string[], string]) => void) =>
      void completeLine(line, promptCommands, terminal).then((found) => done(null, found)),
  })

/** What Ctrl-C means at the moment. */
function watchInterrupts(reader: Interface, stopping: AbortSignal) {
  let command: AbortController | undefined
  const state = {
    isClosed: false,
    /** A command begins: the signal that ends it. */
    begin: (): AbortSignal => {
      command = new AbortController()
      return AbortSignal.any([stopping, command.signal])
    },
    end: (): void => {
      command = undefined
    },
  }
  reader.on('close', () => {
    state.isClosed = true
  })
  reader.on('SIGINT', () => {
    if (command) command.abort()
    else if (reader.line === '') reader.close()
    else clearLine(reader)
  })
  if (stopping.aborted) reader.close()
  else stopping.addEventListener('abort', () => reader.close(), { once: true })
  return state
}

/** Takes away what is written, as Ctrl-E and Ctrl-U do. */
function clearLine(reader: Interface): void {
  reader.write(null, { ctrl: true, name: 'e' })
  reader.write(null, { ctrl: true, name: 'u' })
}

/** A line with a slash is a command; any other is a question. Never rejects: a fault is one sentence. */
async function runLine(text: string, session: Session, signal: AbortSignal): Promise<void> {
  const { terminal, onFailure } = session
  try {
    const shown = await takeLine(text, session, { ...terminal, signal })
    if (shown?.kind === 'entry') remember(shown.entry, session)
  } catch (error) {
    if (error instanceof UserError) return void terminal.io.output.write(`${plain(error.message)}\n`)
    onFailure(error)
    terminal.io.output.write(FAILED)
  }
}

const FAILED = 'Something went wrong; the log says what. Try again.\n'

async function takeLine(text: string, session: Session, terminal: Terminal): Promise<Shown | undefined> {
  const { io } = terminal
  const [, name, number] = NUMBERED.exec(text) ?? []
  if (name === 'show') return await showQuote(Number(number), session, terminal)
  if (name === 'story') return await askOfStory(Number(number), session)
  const request = parseWords(wordsOf(text), promptCommands)
  if (request.kind === 'help') return void io.output.write(helpText(request, io.look, '/'))
  const { command, ...rest } = request
  if (!('command' in command))
    throw new UserError({ plain: `Write /${command.name} with a number, such as /${command.name} 1.` })
  const run = { ...rest, command: command as DescribedCommand }
  return await takeRequest(run, terminal, (refusal) => tell(refusal, session), session.previous)
}

/** A question may hold quotation marks and dashes: it is taken as it stands. */
function wordsOf(text: string): string[] {
  const ask = /^\/ask\s+(?=\S)(?!.*--)(.+)$/.exec(text)
  if (ask) return ['ask', '--', ask[1] ?? '']
  if (text.startsWith('/')) return splitLine(text.slice(1))
  return isHelp(text) ? text.toLowerCase().split(/\s+/) : ['ask', '--', text]
}

/** `help`, or with a command's name or its beginning. */
function isHelp(text: string): boolean {
  const [first, ...rest] = text.toLowerCase().split(/\s+/)
  const asked = `${rest.join(' ')} `
  return (
    first === 'help' && (rest.length === 0 || promptCommands.some(({ name }) => `${name} `.startsWith(asked)))
  )
}

/** Says why there is no reply; nothing when the program is stopping. */
function tell({ outcome, say, error }: Refusal, { terminal, onFailure }: Session): void {
  if (terminal.signal.aborted) return
  if (outcome === 'failed') onFailure(error)
  terminal.io.output.write(outcome === 'failed' ? FAILED : `${plain(say(english))}\n`)
}

function remember(entry: Entry, session: Session): void {
  if (entry.kind === 'answer') session.previous = { id: entry.id }
  if (entry.kind === 'daily') session.briefing = entry
  if (entry.kind === 'answer' || entry.kind === 'daily') session.quoted = entry
}

async function showQuote(number: number, session: Session, terminal: Terminal): Promise<undefined> {
  const { quoted } = session
  const quotes = quoted ? quotesOf(quoted) : []
  const count = quotes.length
  if (!quoted || count === 0)
    throw new UserError({ plain: 'There is no quotation to show yet; ask a question first.' })
  if (!quotes[number - 1]) throw new UserError({ plain: `Write /show with a number from 1 to ${count}.` })
  const { chat, io, signal } = terminal
  const surface = terminalSurface(io, { onRefusal: (refusal) => tell(refusal, session) })
  await takePress(
    chat,
    { act: 'quote', id: quoted.id, chosen: number - 1 },
    { place: PLACE, surface, signal },
  )
}

async function askOfStory(number: number, session: Session): Promise<undefined> {
  const { briefing } = session
  const count = briefing?.digest.stories.length ?? 0
  if (!briefing || count === 0)
    throw new UserError({ plain: 'There is no story to ask about yet; write /daily first.' })
  if (!briefing.digest.stories[number - 1])
    throw new UserError({ plain: `Write /story with a number from 1 to ${count}.` })
  const previous = { id: briefing.id, story: number - 1 }
  await formSurface(session).form({ kind: 'question', previous })
}

/** A text is asked for by a line of output, and the next line is the text. */
const formSurface = (session: Session): Pick<Surface, 'form'> => ({
  form: async (form) => {
    if (form.kind === 'question') session.previous = form.previous
    session.terminal.io.output.write(
      `${english.say(form.kind === 'question' ? 'followUp.label' : 'feedback.label')}\n`,
    )
  },
})
