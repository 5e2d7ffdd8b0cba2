/** Blocks of a reply as text for a terminal, whole: marks are the numbers of the quotations, which stand below. */
import { english } from '../locales/language.ts'
import type { Block, Cited, Entry, Line, List, Part, Reply, Words } from '../replies/block.ts'
import { dateText, minute } from '../replies/dates.ts'
import { alsoInAll, originWords, publisherWords, statementOrigin } from '../replies/documents.ts'
import { doubtWords, joined, paragraphOf, paragraphsOf } from '../replies/words.ts'
import { oneLine } from '../text/one-line.ts'
import { type Look, paint, plain, wrapSafe } from './text.ts'

const INDENT = 3

/** Text that ends in a line feed. */
export function writeReply(reply: Reply, look: Look): string {
  const { head, body, foot, attached, isCiting } = reply
  if (attached) return attached.text
  const parts = [
    head.flatMap((block) => blockLines(block, look)),
    ...paragraphsOf(body).map((blocks) => blocks.flatMap((block) => blockLines(block, look, isCiting))),
    listedLines(reply, look),
    foot.filter(({ kind }) => kind !== 'small').flatMap((block) => blockLines(block, look)),
    smallPrint(foot, look),
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

/** How it was made, as one paragraph. */
function smallPrint(foot: Block[], look: Look): string[] {
  const sentences = foot.flatMap((block) => (block.kind === 'small' ? [block.words] : []))
  return sentences.length > 0 ? [paint(look, 'dim', written(joined(sentences, ' '), look))] : []
}

function blockLines(block: Block, look: Look, isCiting = false): string[] {
  switch (block.kind) {
    case 'heading':
      return [paint(look, 'bold', written(block.words, look))]
    case 'text':
    case 'hint':
      return [written(block.words, look)]
    case 'small':
      return [paint(look, 'dim', written(block.words, look))]
    case 'list':
      return listLines(block, look)
    case 'groups':
      return block.groups.flatMap((lines, at) => [
        ...(at > 0 && lines.length > 1 ? [''] : []),
        ...lines.map((line, row) => lineOf(line, row === 0 ? 0 : INDENT, look)),
      ])
    case 'entries':
      return block.entries.flatMap((entry, at) => [
        ...(at > 0 && isTall(entry) ? [''] : []),
        ...entryLines(entry, look, isCiting),
      ])
    // Each quotation has its document beside it.
    case 'sources':
      return []
  }
}

const listLines = ({ title, items }: List, look: Look): string[] =>
  items.length === 0
    ? []
    : [...(title ? [written(title, look)] : []), ...items.map((words) => written(['- ', ...words], look, 2))]

const isTall = ({ said, quotations, shows }: Entry) =>
  said.length > 0 || (quotations.length > 0 && shows === 'publishers')

function entryLines(
  { title, said, doubtful = [], quotations, shows }: Entry,
  look: Look,
  isCiting: boolean,
): string[] {
  return [
    ...(title.length > 0 ? [written(title, look, INDENT)] : []),
    ...said.map((line) => lineOf(paragraphOf(line), INDENT, look)),
    ...(doubtful.length > 0 ? [indented(doubtWords(doubtful, english), INDENT, look)] : []),
    ...quotations.flatMap((cited) => quotationLines(cited, shows, look, isCiting)),
  ]
}

/** With all of its origin, unless each is listed below. */
function quotationLines(cited: Cited, shows: Entry['shows'], look: Look, isCiting: boolean): string[] {
  const { quote, number } = cited
  const words = `“${oneLine(quote.text)}”`
  if (shows === 'statements')
    return [
      written([`${number}. ${words}`], look, INDENT),
      paint(look, 'dim', indented(['— ', ...statementOrigin(cited, english)], INDENT, look)),
    ]
  if (shows === 'documents') return [written([`– ${words} (`, ...originWords(cited, english), ')'], look, 2)]
  if (!isCiting)
    return [indented([`[${number}] ${words} — `, ...originWords(cited, english)], INDENT, look, 2 * INDENT)]
  return [indented([`${words} — `, ...publisherWords(cited, english), { marks: [cited] }], INDENT, look)]
}

/** Every quotation under its number, with its document, and once with the others that carry its text. */
function listedLines({ isCiting, quotations = [] }: Reply, look: Look): string[] {
  if (!isCiting || quotations.length === 0) return []
  const told = new Set<Cited['document']>()
  const lines = quotations.flatMap((cited) => {
    const others = cited.document && !told.has(cited.document) ? alsoInAll(cited.document, english) : []
    told.add(cited.document)
    return [
      written([`[${cited.number}] “${oneLine(cited.quote.text)}”`], look, 4),
      paint(look, 'dim', indented(['— ', ...originWords(cited, english)], 4, look)),
      ...(others.length > 0 ? [paint(look, 'dim', indented(others, 4, look))] : []),
    ]
  })
  return [paint(look, 'bold', english.say('quotations.title')), ...lines]
}

function lineOf({ kind, words }: Line, indent: number, look: Look): string {
  const line = indented(words, indent, look)
  return kind === 'small' ? paint(look, 'dim', line) : line
}

const indented = (words: Words, indent: number, look: Look, further = indent) =>
  written([' '.repeat(indent), ...words], look, further)

/** One line of words, wrapped. */
export const written = (words: Words, look: Look, indent = 0) =>
  wrapSafe(words.map((part) => partText(part, look)).join(''), look, indent)

function partText(part: Part, look: Look): string {
  if (typeof part === 'string') return plain(part)
  if ('outside' in part) return oneLine(part.outside)
  if ('strong' in part) return paint(look, 'bold', part.strong.map((one) => partText(one, look)).join(''))
  if ('rank' in part) return `${part.rank}.`
  if ('label' in part) return `${part.label.map((one) => partText(one, look)).join('')}:`
  if ('marks' in part) return part.marks.map(({ number }) => ` [${number}]`).join('')
  if ('doubtful' in part)
    return ` (${doubtWords(part.doubtful, english)
      .map((one) => partText(one, look))
      .join('')})`
  if ('typed' in part) return ` (${oneLine(part.typed)})`
  if ('date' in part) return dateText(part.date, english)
  if ('instant' in part) return minute(new Date(part.instant).toISOString())
  return `<#${part.channel}>`
}
