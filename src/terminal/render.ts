/** Replies as text for a terminal. */
import type { Reply } from '../command/command.ts'
import type { QuoteInContext } from '../command/context.ts'
import { english } from '../locales/language.ts'
import { outcomesReply } from '../replies/corpus.ts'
import { originWords } from '../replies/documents.ts'
import { replyOf } from '../replies/reply.ts'
import { type Described, describe } from './line.ts'
import { outcomeTable } from './outcome-table.ts'
import { type Look, paint, plain, wrap, wrapQuoted } from './text.ts'
import { writeReply, written } from './write.ts'

/** More items than this are told as a table, beside what was refused. */
const MOST_ITEMS = 30

/** A reply as text that ends in a line feed. */
export function renderReply(reply: Reply, look: Look): string {
  if (reply.kind === 'help') return renderHelp(reply.commands.map(describe), look, '/')
  if (reply.kind !== 'outcomes') return writeReply(replyOf(reply, english), look)
  const { outcomes } = reply
  const isLong = outcomes.length > MOST_ITEMS
  const told = isLong ? outcomes.filter(({ kind }) => kind === 'refused') : outcomes
  const table = outcomes.length > 1 ? `\n${outcomeTable(outcomes).join('\n')}\n` : ''
  return `${writeReply(outcomesReply(told, english), look)}${table}`
}

/** A quotation with the sentences around it, and whether the store still holds exactly this text. */
export function renderQuoteInContext(
  { quote, document, before, after, verified }: QuoteInContext,
  look: Look,
): string {
  const hash = document.hash.slice(0, 12)
  const cited = { number: 1, documentNumber: 0, quote, document }
  const lines = [
    wrapQuoted(
      `${plain(before)} ${paint(look, 'bold', `“${plain(quote.text)}”`)} ${plain(after)}`.trim(),
      look,
    ),
    '',
    written(['— ', ...originWords(cited, english)], look, 2),
    wrap(english.say(verified ? 'quote.verified' : 'quote.notVerified', { hash }), look),
  ]
  return `${lines.join('\n')}\n`
}

/** Commands with their options, made from the commands themselves; `prefix` stands before each name. */
export function renderHelp(commands: Described[], look: Look, prefix: string): string {
  return commands
    .map((command) => {
      const rest = command.rest ? ` <${command.rest}>` : ''
      const options = command.options
        .filter(({ name }) => name !== command.rest)
        .map(({ name, description }) => `    ${`--${name}`.padEnd(12)} ${description}`)
      return [
        paint(look, 'bold', `${prefix}${command.name}${rest}`),
        `    ${command.description}`,
        ...options,
        '',
      ].join('\n')
    })
    .join('\n')
}
