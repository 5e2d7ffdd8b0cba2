/** Replies as text for a terminal: coloured only when it is one, and safe from what documents hold. */
import { stripVTControlCharacters, styleText } from 'node:util'
import type { Briefing, Quote, QuotedDocument } from '../brief/briefing.ts'
import type { Answer, Checked, CorpusStatus, Quotations, QuoteInContext, Reply } from '../command.ts'
import type { DocumentInfo } from '../corpus/document.ts'
import { fallbackText } from '../language/fallback.ts'
import { english } from '../language/language.ts'
import { renderDaily } from './daily.ts'
import { type Described, describe } from './line.ts'

export type Look = { colour: boolean; width: number }
type Style = Parameters<typeof styleText>[0]

/** Wider lines are hard to read. */
const MAX_WIDTH = 100
/** Control characters could move the cursor or recolour the terminal; bidirectional ones could reorder a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const UNSAFE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const BLANK = /[\t\v\f\r]+/g

/** A text from outside, safe to print; line feeds stay. */
export const plain = (text: string) => text.replace(BLANK, ' ').replace(UNSAFE, '')

const paint = (look: Look, style: Style, text: string) =>
  look.colour ? styleText(style, text, { validateStream: false }) : text

/** A text from outside, wrapped. */
const wrap = (text: string, look: Look, indent = 0) => wrapSafe(plain(text), look, indent)

/** Wraps at white space; the first line keeps its leading blanks, further ones are indented by `indent` spaces. */
function wrapSafe(text: string, look: Look, indent: number): string {
  const width = Math.min(look.width, MAX_WIDTH)
  const lines: string[] = []
  let line = /^ */.exec(text)?.[0] ?? ''
  let length = line.length
  let isEmpty = true
  for (const word of text.trim().split(/\s+/)) {
    const added = stripVTControlCharacters(word).length
    if (!isEmpty && length + added + 1 > width) {
      lines.push(line)
      line = ' '.repeat(indent)
      length = indent
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    length += isEmpty ? added : added + 1
    isEmpty = false
  }
  return [...lines, line].join('\n')
}

/** A reply as text that ends in a line feed. */
export function renderReply(reply: Reply, look: Look): string {
  if (reply.kind === 'status') return renderStatus(reply.status, look)
  if (reply.kind === 'help')
    return renderHelp(
      reply.commands.flatMap((one) => describe(one) ?? []),
      look,
      '/',
    )
  // The others are of commands that exist on Discord only.
  if (reply.kind !== 'entry') return ''
  const { entry } = reply
  if (entry.kind === 'answer') return renderAnswer(entry, look)
  if (entry.kind === 'daily') return renderDaily(entry)
  return entry.kind === 'check' ? renderCheck(entry, look) : renderQuotations(entry, look)
}

const origin = ({ title, source, author, date }: DocumentInfo) =>
  [title, source, author, date].filter((part) => part).join(', ')

/** Where else a document's text stands: other publishers by name, the same one by title. */
function alsoIn({ title, source, copies = [], copiesMore = 0 }: QuotedDocument): string | null {
  if (copies.length === 0) return null
  const names = new Set(
    copies.map((copy) =>
      copy.source !== source ? copy.source : copy.title === title ? copy.id : copy.title,
    ),
  )
  return `also in: ${[...names].join(', ')}${copiesMore > 0 ? ` and ${copiesMore} more` : ''}`
}

function renderAnswer({ briefing }: Answer, look: Look): string {
  const { question, points, unsaid, quotes, documents, nearest, coverage, receipt } = briefing
  const { independent = documents.length } = briefing
  const lines = [paint(look, 'bold', wrap(question, look)), '']
  const documentOf = (quote: { document: string; hash: string }) =>
    documents.find(({ id, hash }) => id === quote.document && hash === quote.hash)
  const source = (quote: Quote) => {
    const document = documentOf(quote)
    return [document ? origin(document) : quote.document, quote.location].filter(Boolean).join(', ')
  }
  const told = new Set<QuotedDocument>()
  for (const [at, point] of points.entries()) {
    const marks = point.quotes.map((quote) => `[${quote + 1}]`).join(' ')
    lines.push(wrap(`${at + 1}. ${point.text} ${marks}`, look, 3))
    if (point.unverifiedNumbers)
      lines.push(
        wrap(
          `   Check this: ${point.unverifiedNumbers.join(', ')} stands in none of its quotations.`,
          look,
          3,
        ),
      )
  }
  if (points.length > 0) lines.push('', paint(look, 'bold', 'Quotations'))
  for (const [at, quote] of quotes.entries()) {
    lines.push(wrap(`[${at + 1}] “${quote.text}”`, look, 4))
    lines.push(paint(look, 'dim', wrap(`    — ${source(quote)}`, look, 4)))
    const document = documentOf(quote)
    const others = document && !told.has(document) ? alsoIn(document) : null
    if (others) lines.push(paint(look, 'dim', wrap(`    ${others}`, look, 4)))
    if (document) told.add(document)
  }
  if (points.length === 0) {
    lines.push('The corpus does not answer this.')
    if (nearest.length > 0) lines.push('', 'What came nearest, without answering:')
    for (const quote of nearest) lines.push(wrap(`– “${quote.text}” (${source(quote)})`, look, 2))
  }
  lines.push(...disagreementLines(briefing, source, look))
  if (unsaid.length > 0)
    lines.push(
      '',
      wrap(
        `${points.length > 0 ? 'Not in these quotations' : 'Not in the corpus'}: ${unsaid.join(', ')}.`,
        look,
      ),
    )
  const span = coverage.oldest ? ` (${coverage.oldest} to ${coverage.newest})` : ''
  const quoted = points.length > 0 ? documents.length : 0
  const copies = quoted > 0 && independent < quoted ? `, of which ${independent} independent` : ''
  const used = `Searched ${coverage.documents} documents${span}, quoted ${quoted}${copies}.`
  const writer =
    receipt.writer === 'claude'
      ? `Written by Claude (${receipt.model})${receipt.incomplete ? ', cut short by its length limit' : ''}.`
      : `Extractive: the sources’ own sentences${receipt.fallback ? `, because ${fallbackText(receipt.fallback, english)}` : ''}.`
  lines.push('', paint(look, 'dim', wrap(`${used} ${writer}`, look)), '')
  return lines.join('\n')
}

/** Each disagreement: Claude's line, and its quotations side by side. */
function disagreementLines(
  { disagreements, quotes }: Briefing,
  source: (quote: Quote) => string,
  look: Look,
): string[] {
  if (disagreements.length === 0) return []
  const lines = ['', paint(look, 'bold', 'Sources disagree:')]
  for (const disagreement of disagreements) {
    if (disagreement.text) lines.push(wrap(disagreement.text, look))
    for (const at of disagreement.quotes) {
      const quote = quotes[at]
      if (quote) lines.push(wrap(`– [${at + 1}] “${quote.text}” (${source(quote)})`, look, 2))
    }
  }
  return lines
}

function renderQuotations({ topic, quotations }: Quotations, look: Look): string {
  if (quotations.length === 0) return `${wrap(`The corpus holds no quotation on “${topic}”.`, look)}\n`
  const lines = quotations.flatMap(({ quote, document, speaker }, at) => [
    wrap(`${at + 1}. “${quote.text}”`, look, 3),
    paint(look, 'dim', wrap(`   — ${speaker ? `${speaker}, in ` : ''}${origin(document)}`, look, 3)),
  ])
  return `${lines.join('\n')}\n`
}

/** A quotation with the sentences around it, and whether the store still holds exactly this text. */
export function renderQuoteInContext(
  { quote, document, before, after, verified }: QuoteInContext,
  look: Look,
): string {
  const check = verified
    ? `Verified: identical to the stored source (${document.hash.slice(0, 12)}).`
    : 'Not verified: the stored source has changed.'
  const lines = [
    wrapSafe(
      `${plain(before)} ${paint(look, 'bold', `“${plain(quote.text)}”`)} ${plain(after)}`.trim(),
      look,
      0,
    ),
    '',
    wrap(`— ${origin(document)}${document.url ? `, ${document.url}` : ''}`, look),
    check,
  ]
  return `${lines.join('\n')}\n`
}

const VERDICTS = {
  supported: 'Supported',
  contradicted: 'Contradicted',
  not_in_corpus: 'Not in the corpus',
}

function renderCheck({ check }: Checked, look: Look): string {
  const { claims, quotes, documents, moreClaims } = check
  if (claims.length === 0)
    return 'This text holds no claim that can be checked: a sentence that states something.\n'
  const lines = claims.flatMap((claim, at) => {
    const said = claim.verdict ? VERDICTS[claim.verdict] : 'Closest quotations, no verdict'
    const why = claim.explanation ? `: ${claim.explanation}` : ''
    const near = claim.quotes.flatMap((index) => {
      const quote = quotes[index]
      const document = documents.find(({ id, hash }) => id === quote?.document && hash === quote.hash)
      return quote
        ? [
            wrap(
              `   [${index + 1}] “${quote.text}” — ${document ? origin(document) : quote.document}`,
              look,
              7,
            ),
          ]
        : []
    })
    return [
      wrap(`${at + 1}. ${claim.text}`, look, 3),
      wrap(`   ${near.length > 0 ? said + why : 'Nothing in the corpus comes near.'}`, look, 3),
      ...near,
    ]
  })
  if (moreClaims > 0) lines.push('', `${moreClaims} more were not checked.`)
  return `${lines.join('\n')}\n`
}

function renderStatus({ coverage, sources, refused, busy }: CorpusStatus, look: Look): string {
  const span = coverage.oldest ? `, from ${coverage.oldest} to ${coverage.newest}` : ''
  const lines = [`${coverage.documents} documents in ${coverage.passages} passages${span}.`]
  for (const { source, documents } of sources) lines.push(wrap(`  ${documents} ${source}`, look, 4))
  if (refused.length > 0) lines.push('', 'Refused:')
  for (const { name, reason } of refused) lines.push(wrap(`  ${name}: ${reason}.`, look, 4))
  if (busy) lines.push('', 'Documents are being read in now.')
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
