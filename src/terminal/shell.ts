/** The prompt: the same commands as on Discord, line by line, from a person or a pipe. */
import { createInterface } from 'node:readline'
import { type Answer, type Daily, UserError } from '../command.ts'
import { quotesOf } from '../ledger/entry.ts'
import { parseWords, splitLine } from './line.ts'
import { daily, promptOnly, search } from './own.ts'
import { renderQuoteInContext } from './render.ts'
import { helpText, runRequest, type Terminal, withContext } from './terminal.ts'
import { plain } from './text.ts'

const PROMPT = 'attaché> '
const HISTORY = 500

/** What /show opens the quotations of. */
type Quoted = Answer | Daily

/**
 * Reads lines until the input ends, Ctrl-C or Ctrl-D is pressed, or `/quit` is typed; one after the other.
 * Ctrl-C also stops the command that is running.
 */
export async function runShell(terminal: Terminal, onFailure: (error: unknown) => void): Promise<void> {
  const interactive = process.stdin.isTTY === true
  const reader = createInterface({
    input: process.stdin,
    output: interactive ? process.stdout : undefined,
    prompt: PROMPT,
    historySize: HISTORY,
  })
  const leaving = new AbortController()
  const signal = AbortSignal.any([terminal.signal, leaving.signal])
  let closed = false
  reader.on('close', () => {
    closed = true
  })
  reader.on('SIGINT', () => leaving.abort())
  signal.addEventListener('abort', () => reader.close(), { once: true })
  if (signal.aborted) reader.close()
  let last: Quoted | undefined
  const prompt = () => {
    if (interactive && !closed) reader.prompt()
  }
  prompt()
  for await (const line of reader) {
    const text = line.trim()
    if (signal.aborted || text === '/quit' || text === '/exit') break
    try {
      if (text !== '') last = (await runLine(text, last, { ...terminal, signal })) ?? last
    } catch (error) {
      if (signal.aborted) break
      if (error instanceof UserError) terminal.write(`${plain(error.message)}\n`)
      else {
        onFailure(error)
        terminal.write('Something went wrong; the log says what. Try again.\n')
      }
    }
    prompt()
  }
  reader.close()
  if (interactive) terminal.write('\n')
}

/** A line with a slash is a command; any other is a question. */
async function runLine(
  text: string,
  last: Quoted | undefined,
  terminal: Terminal,
): Promise<Quoted | undefined> {
  const show = /^\/show(?:\s+\[?(\d+)\]?)?$/.exec(text)
  if (show) {
    await showQuote(Number(show[1]), last, terminal)
    return undefined
  }
  // A question may hold quotation marks and dashes: it is taken as it stands.
  const ask = /^\/ask\s+(?!.*--)(.+)$/.exec(text)
  const words = ask
    ? ['ask', '--', ask[1] ?? '']
    : text.startsWith('/')
      ? splitLine(text.slice(1))
      : ['ask', '--', text]
  const request = parseWords(words, [...terminal.commands, search, daily, ...promptOnly])
  if (request.kind === 'help') {
    terminal.write(helpText(request, terminal.look, '/'))
    return undefined
  }
  const reply = await runRequest(request, terminal)
  const entry = reply?.kind === 'entry' ? reply.entry : undefined
  return entry?.kind === 'answer' || entry?.kind === 'daily' ? entry : undefined
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
  terminal.write(renderQuoteInContext(shown, terminal.look))
}
