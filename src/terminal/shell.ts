/** The prompt: the commands of the arguments, line by line, from a person or a pipe. */
import { createInterface, type Interface } from 'node:readline'
import { type Answer, type Daily, type Entry, UserError } from '../command/context.ts'
import { quotesOf } from '../ledger/entry.ts'
import { passingFault } from '../services/faults.ts'
import { completeLine } from './complete.ts'
import { type Described, type DescribedCommand, parseWords, splitLine } from './line.ts'
import { renderQuoteInContext } from './render.ts'
import { helpText, runRequest, type Terminal, typedCommands, withContext } from './terminal.ts'
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
const quit: Described = { name: 'quit', description: 'Leave', options: [] }
const promptCommands = [...typedCommands, show, quit]
/** Words that are commands without a slash: nobody asks a question of one such word. */
const LEAVING = /^\/?(?:quit|exit)$/i
const HELPING = /^help$/i

/** What /show opens the quotations of. */
type Quoted = Answer | Daily
/** What the lines of one session know of each other. */
type Session = { quoted: Quoted | undefined; answer: Answer | undefined }

/**
 * Reads lines until the input ends, Ctrl-D is pressed, or `/quit` is typed; one after the other. Ctrl-C stops the
 * command that is running, else clears a half-written line, else leaves.
 */
export async function runShell(terminal: Terminal, onFailure: (error: unknown) => void): Promise<void> {
  const { io } = terminal
  const session: Session = { quoted: undefined, answer: undefined }
  const reader = createInterface({
    input: io.input,
    output: io.isInteractive ? io.output : undefined,
    terminal: io.isInteractive,
    prompt: PROMPT,
    historySize: HISTORY,
    completer: (line: string, done: (error: null, found: [string[], string]) => void) =>
      void completeLine(line, promptCommands, terminal).then((found) => done(null, found)),
  })
  const running = watchInterrupts(reader, terminal.signal)
  const prompt = () => {
    if (io.isInteractive && !running.isClosed) reader.prompt()
  }
  prompt()
  for await (const line of reader) {
    const text = line.trim()
    if (terminal.signal.aborted || LEAVING.test(text)) break
    const signal = running.begin()
    try {
      if (text !== '') await runLine(text, session, { ...terminal, signal })
    } catch (error) {
      if (terminal.signal.aborted) break
      const said = error instanceof UserError ? error : passingFault(error)
      if (said) io.output.write(`${plain(said.message)}\n`)
      else if (signal.aborted) io.output.write('Stopped.\n')
      else {
        onFailure(error)
        io.output.write('Something went wrong; the log says what. Try again.\n')
      }
    } finally {
      running.end()
    }
    prompt()
  }
  reader.close()
  if (io.isInteractive) io.output.write('\n')
}

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

/** A line with a slash is a command; any other is a question. */
async function runLine(text: string, session: Session, terminal: Terminal): Promise<void> {
  const { io } = terminal
  const number = /^\/show(?:\s+\[?(\d+)\]?)?$/.exec(text)
  if (number) return await showQuote(Number(number[1]), session.quoted, terminal)
  const request = parseWords(wordsOf(text), promptCommands)
  if (request.kind === 'help') return void io.output.write(helpText(request, io.look, '/'))
  const { command, ...rest } = request
  if (!('command' in command)) return
  const previous = session.answer && { id: session.answer.id }
  const reply = await runRequest({ ...rest, command: command as DescribedCommand }, terminal, previous)
  if (reply.kind === 'entry') remember(reply.entry, session)
}

// A question may hold quotation marks and dashes: it is taken as it stands.
function wordsOf(text: string): string[] {
  const ask = /^\/ask\s+(?=\S)(?!.*--)(.+)$/.exec(text)
  if (ask) return ['ask', '--', ask[1] ?? '']
  if (HELPING.test(text)) return ['help']
  return text.startsWith('/') ? splitLine(text.slice(1)) : ['ask', '--', text]
}

function remember(entry: Entry, session: Session): void {
  if (entry.kind === 'answer') session.answer = entry
  if (entry.kind === 'answer' || entry.kind === 'daily') session.quoted = entry
}

async function showQuote(number: number, last: Quoted | undefined, terminal: Terminal): Promise<void> {
  const quotes = last ? quotesOf(last) : []
  const count = quotes.length
  if (!last || count === 0)
    throw new UserError({ plain: 'There is no quotation to show yet; ask a question first.' })
  if (!quotes[number - 1]) throw new UserError({ plain: `Write /show with a number from 1 to ${count}.` })
  const shown = await withContext(terminal, 'show', (context) =>
    terminal.services.quoteInContext(last.id, number - 1, context),
  )
  if (!shown) throw new UserError({ plain: 'The store no longer holds this quotation; ask again.' })
  terminal.io.output.write(renderQuoteInContext(shown, terminal.io.look))
}
