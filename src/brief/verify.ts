/** Turns drafts into points whose quotations are cut from the store; what does not resolve is dropped and counted. */
import type { Document, DocumentInfo } from '../corpus/document.ts'
import { splitSentences } from '../corpus/passages.ts'
import type { Corpus } from '../corpus/store.ts'
import type { Point, Quote, QuoteInContext } from './briefing.ts'
import type { Citation, Draft } from './writer.ts'

export type Verified = {
  points: Point[]
  quotes: Quote[]
  documents: DocumentInfo[]
  droppedCitations: number
  droppedPoints: number
}

/** A quotation is shown in a message: nothing longer is one. UTF-16 code units. */
const MAX_QUOTE_LENGTH = 4000
/** How far around a quotation its neighbouring sentences are looked for. UTF-16 code units. */
const CONTEXT_REACH = 1200
const NUMBER = /\p{N}+(?:[.,]\p{N}+)*/gu

const numbers = (text: string) => (text.match(NUMBER) ?? []).map((number) => number.replaceAll(',', ''))

/** The numbers of a text that stand in none of the others. */
export function missingNumbers(text: string, others: { text: string }[]): string[] {
  const held = new Set(others.flatMap((other) => numbers(other.text)))
  return numbers(text).filter((number) => !held.has(number))
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
    : { document: citation.document, hash: citation.hash, start, end, text }
}

/**
 * Checks every citation against the stored text. A point without a quotation is dropped. Numbers that a point
 * names and none of its quotations holds mark the point instead of dropping it: a sum or a rounded figure is no
 * invention, but the reader must be told to look.
 */
export async function verify(drafts: Draft[], corpus: Corpus): Promise<Verified> {
  const versions = new Map<string, Document | undefined>()
  for (const { document, hash } of drafts.flatMap((draft) => draft.citations)) {
    const key = `${document}\n${hash}`
    if (!versions.has(key)) versions.set(key, await corpus.document(document, hash))
  }
  const verified: Verified = { points: [], quotes: [], documents: [], droppedCitations: 0, droppedPoints: 0 }
  for (const draft of drafts) {
    const quotes = draft.citations
      .map((citation) => resolve(citation, versions.get(`${citation.document}\n${citation.hash}`)))
      .filter((quote) => quote !== undefined)
    verified.droppedCitations += draft.citations.length - quotes.length
    if (quotes.length === 0 || draft.text.trim() === '') {
      verified.droppedPoints += 1
      continue
    }
    const unverifiedNumbers = missingNumbers(draft.text, quotes)
    verified.points.push({
      text: draft.text.trim(),
      quotes: [...new Set(quotes.map((quote) => indexOf(quote, verified.quotes)))],
      ...(unverifiedNumbers.length > 0 && { unverifiedNumbers }),
    })
  }
  verified.documents = quotedDocuments(verified.quotes, versions)
  return verified
}

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
    const { text: _text, ...info } = document
    return [info]
  })
}

/** A stored quotation with its neighbouring sentences; undefined when the store no longer has that version. */
export async function quoteInContext(corpus: Corpus, quote: Quote): Promise<QuoteInContext | undefined> {
  const document = await corpus.document(quote.document, quote.hash)
  if (!document) return undefined
  const { text, ...info } = document
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
