/** The prompt: the same commands as on Discord, line by line, from a person or a pipe. */
import { createInterface } from 'node:readline'
import { type Answer, UserError } from '../command.ts'
import { splitLine } from './line.ts'
import { renderQuoteInContext } from './render.ts'
import { answerOf, runWords, type Terminal, terminalContext } from './terminal.ts'

const PROMPT = 'attaché> '
const HISTORY = 500

/** Reads lines until the input ends, Ctrl-C or Ctrl-D is pressed, or `/quit` is typed; one after the other. */
export async function runShell(terminal: Terminal, onFailure: (error: unknown) => void): Promise<void> {
  const interactive = process.stdin.isTTY === true
  const reader = createInterface({
    input: process.stdin,
    output: interactive ? process.stdout : undefined,
    prompt: PROMPT,
    historySize: HISTORY,
  })
  reader.on('SIGINT', () => reader.close())
  const end = () => reader.close()
  terminal.signal.addEventListener('abort', end, { once: true })
  let last: Answer | undefined
  if (interactive) reader.prompt()
  for await (const line of reader) {
    const text = line.trim()
    if (text === '/quit' || text === '/exit') break
    try {
      if (text !== '') last = (await runLine(text, last, terminal)) ?? last
    } catch (error) {
      if (error instanceof UserError) terminal.write(`${error.message}\n`)
      else {
        onFailure(error)
        terminal.write('Something went wrong; the log above says what. Try again.\n')
      }
    }
    if (terminal.signal.aborted) break
    if (interactive) reader.prompt()
  }
  reader.close()
  if (interactive) terminal.write('\n')
}

/** A line with a slash is a command; any other is a question. */
async function runLine(
  text: string,
  last: Answer | undefined,
  terminal: Terminal,
): Promise<Answer | undefined> {
  const show = /^\/show(?:\s+(\S+))?$/.exec(text)
  if (show) {
    await showQuote(show[1], last, terminal)
    return undefined
  }
  // A question may hold quotation marks and dashes: it is taken as it stands.
  const ask = /^\/ask\s+(?!.*--)(.+)$/.exec(text)
  const words = ask
    ? ['ask', '--', ask[1] ?? '']
    : text.startsWith('/')
      ? splitLine(text.slice(1))
      : ['ask', '--', text]
  return answerOf(await runWords(words, terminal))
}

async function showQuote(number: string | undefined, last: Answer | undefined, terminal: Terminal) {
  const { services, write, look } = terminal
  const at = Number(number) - 1
  if (!last || last.briefing.quotes.length === 0)
    throw new UserError('There is no quotation to show yet; ask a question first.')
  if (!Number.isInteger(at) || !last.briefing.quotes[at])
    throw new UserError(`Write /show with a number from 1 to ${last.briefing.quotes.length}.`)
  const shown = await services.quoteInContext(last.id, at, terminalContext(terminal))
  if (!shown) throw new UserError('The store no longer holds this quotation; ask again.')
  write(renderQuoteInContext(shown, look))
}
