/** The sentences that a search found, as evidence for a question, best first. */

import type { Passage, Span } from '../document.ts'
import type { Hit, Reading } from '../search/search.ts'
import type { Token } from '../text/analysis.ts'
import { leansBack, sentencesAround } from './reference.ts'

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

/** The sentences of one reading, in the order of its text. */
export function evidenceIn(reading: Reading): Evidence[] {
  const { passage, sentences, features, scores } = reading
  return sentences.map(({ start, end, text, tokens, terms }, at) => ({
    start,
    end,
    text,
    tokens,
    terms,
    titleTerms: reading.titleTerms,
    passage,
    score: scores[at] ?? Number.NEGATIVE_INFINITY,
    coverage: features[at]?.own ?? 0,
    around: sentencesAround(reading, at),
    leans: leansBack(text),
    reading,
    at,
  }))
}
