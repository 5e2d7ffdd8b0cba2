/** The sentences that a search found, as evidence for a question, best first. */

import type { Passage, Span } from '../document.ts'
import type { Hit, Reading } from '../search/search.ts'
import type { Token } from '../text/analysis.ts'
import { leansBack, sentencesAround } from './reference.ts'
import type { Citation } from './writer.ts'

/** A sentence as evidence; the span points into the document's text. */
export type Evidence = Span & {
  passage: Passage
  text: string
  tokens: Token[]
  terms: Set<string>
  /** Index terms of title and headings. */
  titleTerms: Set<string>
  /** The logarithm of its odds to answer; compares within one question only. */
  score: number
  /** The share (0–1) of the question's weight that the sentence's own terms hold. */
  coverage: number
  /** The sentences that are quoted with it, nearest to the question first: what it leans on, or what completes it. */
  around: Span[]
  /** Whether it begins with a reference to the sentence before it, such as "he" or "this". */
  leans: boolean
  /** What it was read in, and which of the sentences there it is. */
  reading: Reading
  at: number
}

/** Every sentence of the hits that were read, best first. */
export const evidenceOf = (hits: Pick<Hit, 'reading'>[]): Evidence[] =>
  hits.flatMap(({ reading }) => (reading ? evidenceIn(reading) : [])).toSorted((a, b) => b.score - a.score)

/** The sentences of one reading, in the order of its text; the names of a table's columns are none. */
export function evidenceIn(reading: Reading): Evidence[] {
  const { passage, sentences, features, scores } = reading
  const { columns } = passage
  return sentences.flatMap(({ start, end, text, tokens, terms }, at) => {
    if (columns && start >= columns.start && end <= columns.end) return []
    const { titleTerms } = reading
    const own = { start, end, text, tokens, terms, titleTerms, passage, reading, at }
    const score = scores[at] ?? Number.NEGATIVE_INFINITY
    const coverage = features[at]?.own ?? 0
    return [{ ...own, score, coverage, around: sentencesAround(reading, at), leans: leansBack(text) }]
  })
}

/** A part of its passage as citations, after a row of a table the names of the columns. */
export function citationsOf({ passage }: Pick<Evidence, 'passage'>, { start, end }: Span): Citation[] {
  const { document, hash, columns, text } = passage
  const isRow =
    columns && end > columns.end && text.slice(start - passage.start, end - passage.start).includes(' | ')
  const spans = isRow
    ? [
        { start, end },
        { start: columns.start, end: columns.end },
      ]
    : [{ start, end }]
  return spans.map((span) => ({ document, hash, ...span }))
}
