/** The surface for a terminal: one command from the arguments, or a prompt. The only folder that reads stdin. */
import { randomUUID } from 'node:crypto'
import { type Answer, type Command, type Context, type Reply, type Services, UserError } from '../command.ts'
import { SHARED_COLLECTION } from '../corpus/document.ts'
import { hitsJson, replyJson } from './json.ts'
import { parseWords } from './line.ts'
import { type Look, plain, renderHelp, renderReply } from './render.ts'

export type Terminal = {
  commands: Command[]
  services: Services
  signal: AbortSignal
  write: (text: string) => void
  /** Writes a request's line in the log. */
  note: (fields: object) => void
  look: Look
}

const DEFAULT_LIMIT = 10
const MAX_LIMIT = 1000

/** The terminal's own person: whoever sits at it may read the shared collection. */
export function terminalContext({ signal, note }: Pick<Terminal, 'signal' | 'note'>): Context {
  const requestId = randomUUID()
  return {
    requestId,
    person: 'terminal',
    collections: [SHARED_COLLECTION],
    progress: () => {},
    note: (fields) => note({ requestId, ...fields }),
    signal,
  }
}

/** How the output of this process looks: coloured only on a terminal, unless NO_COLOR says otherwise. */
export const processLook = (): Look => ({
  colour: process.stdout.isTTY === true && process.stdout.hasColors?.() === true,
  width: process.stdout.columns ?? 100,
})

/** Prints; a reader that has gone away (a closed pipe) ends the program quietly. */
export function print(text: string): void {
  process.stdout.write(text)
}

/** Runs the command that the words name and prints its reply. Throws a UserError for wrong usage. */
export async function runWords(words: string[], terminal: Terminal): Promise<Reply | undefined> {
  const { commands, services, write, look } = terminal
  if (words[0] === 'search') {
    await runSearch(words.slice(1), terminal)
    return undefined
  }
  const helpFor = words[0] === 'help' && words.length > 1 ? words.slice(1).join(' ') : undefined
  if (helpFor) {
    const known = commands.filter(({ name }) => name === helpFor)
    if (known.length === 0) throw new UserError(`There is no command “${helpFor}”; help lists the commands.`)
    write(renderHelp(known, look))
    return undefined
  }
  const { command, values, json, help } = parseWords(words, commands)
  if (help) {
    write(renderHelp([command], look))
    return undefined
  }
  const reply = await command.run(values, services, terminalContext(terminal))
  write(json ? `${JSON.stringify(replyJson(reply))}\n` : renderReply(reply, look))
  return reply
}

/** `search "question" [--limit N] [--json]`: the passages behind an answer. */
async function runSearch(words: string[], terminal: Terminal): Promise<void> {
  const { services, write } = terminal
  const search: Command = {
    name: 'search',
    description: 'Show the passages that a question finds',
    rest: 'question',
    options: [
      { name: 'question', description: 'What to look for', type: 'string' },
      { name: 'limit', description: `How many passages at most, 1 to ${MAX_LIMIT}`, type: 'string' },
    ],
    run: () => Promise.reject(new Error('search has no reply')),
  }
  const { values, json, help } = parseWords(['search', ...words], [search])
  if (help) return write(renderHelp([search], { colour: false, width: 100 }))
  const limit = Number(values.limit ?? DEFAULT_LIMIT)
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
    throw new UserError(
      `--limit ${values.limit} is not a number from 1 to ${MAX_LIMIT}; write it like --limit 10.`,
    )
  const question = String(values.question)
  const hits = await services.search(question, limit, terminalContext(terminal))
  if (json) return write(`${JSON.stringify(hitsJson(question, hits))}\n`)
  const lines = hits.map(
    ({ passage, score }, at) =>
      `${at + 1}. ${score.toFixed(2)}  ${plain(`${passage.title} (${passage.document})`)}\n   ${plain(passage.text).replaceAll('\n', ' ')}\n`,
  )
  write(lines.length > 0 ? lines.join('\n') : 'Nothing in the corpus holds these words.\n')
}

/** The last answer's quotations can be opened: this says which answer that is. */
export const answerOf = (reply: Reply | undefined): Answer | undefined =>
  reply?.kind === 'answer' ? reply.answer : undefined
