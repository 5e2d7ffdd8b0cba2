/** Text for a terminal: coloured only when it is one, and safe from what documents hold. */
import { styleText } from 'node:util'
import wrapAnsi from 'wrap-ansi'
import type { Quote, QuotedDocument, Receipt } from '../brief/briefing.ts'
import type { Coverage, DocumentInfo } from '../document.ts'
import { fallbackText } from '../locales/fallback.ts'
import { english } from '../locales/language.ts'
import { visible } from '../text/characters.ts'
import { UNSPACED } from '../text/unspaced.ts'

export type Look = { colour: boolean; width: number }
type Style = Parameters<typeof styleText>[0]

/** Wider lines are hard to read. */
const MAX_WIDTH = 100
const QUOTED = '│ '
const BLANK = /[\t\v\f\r]+/g

/** A text from outside, safe to print; line feeds stay. */
export const plain = (text: string) => visible(text.replace(BLANK, ' '))

/** In a style, where the terminal has colours. */
export const paint = (look: Look, style: Style, text: string) =>
  look.colour ? styleText(style, text, { validateStream: false }) : text

/** A text from outside, wrapped. */
export const wrap = (text: string, look: Look, indent = 0) => wrapSafe(plain(text), look, indent)

/**
 * Wraps by columns (East Asian characters take two) at white space; the first line keeps its leading blanks, further
 * ones are indented by `indent` spaces. Where words have no blanks between them, lines may break anywhere.
 */
function wrapSafe(text: string, look: Look, indent: number): string {
  const lead = /^ */.exec(text)?.[0] ?? ''
  const columns = Math.min(look.width, MAX_WIDTH) - Math.max(lead.length, indent)
  const wrapped = wrapAnsi(text.trim().replace(/\s+/g, ' '), columns, { hard: UNSPACED.test(text) })
  return `${lead}${wrapped.replaceAll('\n', `\n${' '.repeat(indent)}`)}`
}

/** What a document says, safe already, behind a bar: it could read like the program's own lines. */
export const wrapQuoted = (text: string, look: Look): string =>
  wrapSafe(text, { ...look, width: Math.min(look.width, MAX_WIDTH) - QUOTED.length }, 0).replace(
    /^/gm,
    QUOTED,
  )

/** An instant, ISO 8601, to the minute. */
export const minute = (instant: string) =>
  `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** A day alone, or a time to the minute. */
export const dateText = (date: string) => (date.includes('T') ? minute(date) : date)

/** The day of a date or an instant, ISO 8601. */
export const day = (date: string) => date.slice(0, 'yyyy-mm-dd'.length)

/** A document in one line: its title, source, author and date. */
export const origin = ({ title, source, author, date }: DocumentInfo) =>
  [title, source, author, date && dateText(date)].filter((part) => part).join(', ')

/** Where else a document's text stands: other publishers by name, the same one by title. */
export function alsoIn({ title, source, copies = [], copiesMore = 0 }: QuotedDocument): string | null {
  if (copies.length === 0) return null
  const names = new Set(
    copies.map((copy) =>
      copy.source !== source ? copy.source : copy.title === title ? copy.id : copy.title,
    ),
  )
  return `also in: ${[...names].join(', ')}${copiesMore > 0 ? ` and ${copiesMore} more` : ''}`
}

/** The version of a document that was quoted. */
export const documentOf = (
  documents: QuotedDocument[],
  { document, hash }: Pick<Quote, 'document' | 'hash'>,
) => documents.find((one) => one.id === document && one.hash === hash)

/** How much was searched; no full stop. */
export function searched({ documents, oldest, newest }: Coverage): string {
  return `Searched ${documents} documents${oldest && newest ? ` (${day(oldest)} to ${day(newest)})` : ''}`
}

/** Who wrote it, as a sentence. */
export const writtenBy = ({ writer, model, incomplete, fallback }: Receipt): string =>
  writer === 'claude'
    ? `Written by Claude (${model})${incomplete ? ', cut short by its length limit' : ''}.`
    : `Extractive: the sources’ own sentences${fallback ? `, because ${fallbackText(fallback, english)}` : ''}.`
