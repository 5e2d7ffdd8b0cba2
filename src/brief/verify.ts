/** Turns drafts into points whose quotations are cut from the store; what does not resolve is dropped and counted. */

import type { Corpus } from '../corpus/corpus.ts'
import type { Document, DocumentInfo } from '../document.ts'
import { detectLanguage } from '../text/analysis.ts'
import { holdsLabel } from '../text/labels.ts'
import { mayBeSame, numbersIn, type TextNumber } from '../text/numbers.ts'
import { splitSentences } from '../text/passages.ts'
import type { Disagreement, Point, Quote, QuoteInContext } from './briefing.ts'
import { publisherOf } from './disagreement/versions.ts'
import { type Originals, originalOf, originalsOf } from './independent.ts'
import { type Citation, type Draft, MAX_DISAGREEMENTS } from './writer.ts'

export type Verified = {
  points: Point[]
  disagreements: Disagreement[]
  quotes: Quote[]
  documents: DocumentInfo[]
  droppedCitations: number
  droppedPoints: number
}

/** A quotation is shown in a message: nothing longer is one. UTF-16 code units. */
const MAX_QUOTE_LENGTH = 4000
/** How far around a quotation its neighbouring sentences are looked for. UTF-16 code units. */
const CONTEXT_REACH = 1200

/** A text and its language, ISO 639-1 or `und`. */
type Read = { text: string; language: string }

/** The numbers of a text that stand in none of the others, each read by the rules of its text's language. */
export function missingNumbers({ text, language }: Read, others: Read[]): string[] {
  const held = others.flatMap((other) => numbersIn(other.text, other.language))
  const isHeld = (number: TextNumber) =>
    held.some((known) => isSame(number, known, text)) ||
    others.some((other) => number.label && holdsLabel(other.text, number.label))
  return numbersIn(text, language)
    .filter((number) => !isHeld(number))
    .map((number) => number.text)
}

/** "19 ships" is not borne out by COVID-19, but "Covid 19" in the `text` is. */
function isSame(number: TextNumber, known: TextNumber, text: string): boolean {
  if (known.label && !number.label && !holdsLabel(text, known.label)) return false
  return (number.label === undefined || known.label !== undefined) && mayBeSame(number, known)
}

/** The language of what a writer wrote; that of its quotations is likely. */
export const languageOfText = (text: string, quoted: Read[]): string =>
  quoted.find((quote) => quote.text.trim() === text.trim())?.language ??
  detectLanguage(text, [...new Set(quoted.map(({ language }) => language))])

/** Of a document that has such places. */
function locationIn({ locations }: Document, start: number): Pick<Quote, 'location'> {
  const place = locations.find((one) => start >= one.start && start < one.end)
  return place ? { location: place.label } : {}
}

/** The quotation at a citation's offsets, or undefined when they do not lie in the text of that version. */
function resolve(citation: Citation, document: Document | undefined): Quote | undefined {
  const { start, end } = citation
  if (!document || !Number.isInteger(start) || !Number.isInteger(end)) return undefined
  if (start < 0 || end <= start || end > document.text.length || end - start > MAX_QUOTE_LENGTH)
    return undefined
  const text = document.text.slice(start, end)
  return text.trim() === ''
    ? undefined
    : { document: citation.document, hash: citation.hash, start, end, text, ...locationIn(document, start) }
}

type Checked = { draft: Draft; quotes: Quote[]; missing: string[]; isDisagreement: boolean }

/**
 * Checks every citation against the stored text. A point without a quotation is dropped. Numbers that a point
 * names and none of its quotations holds mark the point instead of dropping it: a sum or a rounded figure is no
 * invention, but the reader must be told to look. A disagreement whose quotations are not of two publishers, or
 * are of copies of one text, or whose text names such a number, is a point like others; so are all when nothing else is left.
 */
export async function verify(drafts: Draft[], corpus: Corpus): Promise<Verified> {
  const versions = await versionsOf(drafts, corpus)
  const versionOf = ({ document, hash }: Citation) => versions.get(`${document}\n${hash}`)
  const opposing = drafts.filter(({ kind }) => kind === 'disagreement').flatMap(({ citations }) => citations)
  const originals: Originals =
    opposing.length > 0 ? await originalsOf(opposing.filter(versionOf), corpus) : new Map()
  const checked = drafts.map((draft): Checked => {
    const quotes = draft.citations
      .map((citation) => resolve(citation, versionOf(citation)))
      .filter((quote) => quote !== undefined)
    const opposed = quotes.flatMap((quote) => versionOf(quote) ?? [])
    const originalTexts = new Set(quotes.map((quote) => originalOf(originals, quote)))
    const read = quotes.map((quote) => ({ text: quote.text, language: versionOf(quote)?.language ?? 'und' }))
    const language = languageOfText(draft.text, read)
    const missing = missingNumbers({ text: draft.text, language }, read)
    const isDisagreement = areOpposed(draft, opposed, originalTexts.size) && missing.length === 0
    return { draft, quotes, missing, isDisagreement }
  })
  const droppedCitations = checked.reduce(
    (sum, { draft, quotes }) => sum + draft.citations.length - quotes.length,
    0,
  )
  const stated = checked.filter(({ isDisagreement }) => !isDisagreement)
  const kept = stated.filter(({ draft, quotes }) => quotes.length > 0 && draft.text.trim() !== '')
  const opposed = checked.filter(({ isDisagreement }) => isDisagreement).slice(0, MAX_DISAGREEMENTS)
  const quotes: Quote[] = []
  const points = (kept.length > 0 ? kept : opposed).map((one) => toPoint(one, quotes))
  const disagreements = kept.length > 0 ? opposed.map((one) => toDisagreement(one, quotes)) : []
  return {
    points,
    disagreements,
    quotes,
    documents: quotedDocuments(quotes, versions),
    droppedCitations,
    droppedPoints: stated.length - kept.length,
  }
}

/** Whether quotations of these documents are of two sides, or of two versions. */
function areOpposed({ kind }: Draft, documents: Document[], originalTexts: number): boolean {
  if (kind === 'versions') return new Set(documents.map(({ id }) => id)).size > 1
  const publishers = new Set(documents.map(({ id, source }) => publisherOf({ document: id, source })))
  return kind === 'disagreement' && publishers.size > 1 && originalTexts > 1
}

async function versionsOf(drafts: Draft[], corpus: Corpus): Promise<Map<string, Document | undefined>> {
  const versions = new Map<string, Document | undefined>()
  for (const { document, hash } of drafts.flatMap((draft) => draft.citations)) {
    const key = `${document}\n${hash}`
    if (!versions.has(key)) versions.set(key, await corpus.document(document, hash))
  }
  return versions
}

/** The indices of a draft's quotations in the list, which those that are new join. */
const indicesOf = ({ quotes }: Checked, all: Quote[]) => [
  ...new Set(quotes.map((quote) => indexOf(quote, all))),
]

function toPoint(checked: Checked, all: Quote[]): Point {
  const { text, label, date, speaker } = checked.draft
  const unverifiedNumbers = checked.missing
  return {
    text: text.trim(),
    quotes: indicesOf(checked, all),
    ...(label !== undefined && { label }),
    ...(date !== undefined && { date }),
    ...(speaker !== undefined && { speaker }),
    ...(unverifiedNumbers.length > 0 && { unverifiedNumbers }),
  }
}

const toDisagreement = (checked: Checked, all: Quote[]): Disagreement => ({
  ...(checked.draft.kind === 'versions' && { kind: 'versions' }),
  text: checked.draft.text.trim() || null,
  quotes: indicesOf(checked, all),
})

/** The index of a quotation in the list, which it joins when it is new. */
function indexOf(quote: Quote, quotes: Quote[]): number {
  const { document, hash, start, end } = quote
  const known = quotes.findIndex(
    (other) =>
      other.document === document && other.hash === hash && other.start === start && other.end === end,
  )
  return known >= 0 ? known : quotes.push(quote) - 1
}

function quotedDocuments(quotes: Quote[], versions: Map<string, Document | undefined>): DocumentInfo[] {
  const keys = new Set(quotes.map((quote) => `${quote.document}\n${quote.hash}`))
  return [...keys].flatMap((key) => {
    const document = versions.get(key)
    if (!document) return []
    const { text: _text, locations: _locations, ...info } = document
    return [info]
  })
}

/** A stored quotation with its neighbouring sentences; undefined when the store no longer has that version. */
export async function quoteInContext(corpus: Corpus, quote: Quote): Promise<QuoteInContext | undefined> {
  const document = await corpus.document(quote.document, quote.hash)
  if (!document) return undefined
  const { text, locations: _locations, ...info } = document
  const ahead = text.slice(Math.max(0, quote.start - CONTEXT_REACH), quote.start)
  const behind = text.slice(quote.end, quote.end + CONTEXT_REACH)
  const before = splitSentences(ahead.slice(ahead.lastIndexOf('\n\n') + 1), info.language).at(-1)
  const paragraph = behind.split('\n\n', 1)[0] ?? ''
  const after = splitSentences(paragraph, info.language)[0]
  const aheadParagraph = ahead.slice(ahead.lastIndexOf('\n\n') + 1)
  return {
    quote,
    document: info,
    before: before ? aheadParagraph.slice(before.start, before.end) : '',
    after: after ? paragraph.slice(after.start, after.end) : '',
    verified: text.slice(quote.start, quote.end) === quote.text,
  }
}
