/**
 * What a sentence says that the documents of the days before did not.
 *
 * As in the novelty track of TREC (Soboroff & Harman, "Novelty detection: the TREC experience", 2005): a sentence is
 * new when it is like none of the earlier ones, and holds words that none of them holds. How new it is does not count:
 * asides have the most words that nobody said before.
 */
import type { OpenedDocument } from '../store/documents-by-date.ts'
import { cosine, type Vector, vectorOf } from '../text/centrality.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import type { WeightOf } from './weights.ts'

/** A sentence that is so like an earlier one says it again. */
const REPEATS = 0.6
/** The share of a sentence's weight that has to be new. */
const ENOUGH_NEW = 0.25

/** What earlier documents said: each term, and each sentence. */
export type Said = { terms: Set<string>; vectors: Vector[] }

export function saidIn(documents: OpenedDocument[], weightOf: WeightOf): Said {
  const sentences = documents.flatMap(sentencesOf)
  return {
    terms: new Set(sentences.flatMap(({ terms }) => terms)),
    vectors: sentences.map(({ terms }) => vectorOf(terms, weightOf)),
  }
}

/** Whether a sentence, given with its vector, says what was not said. */
export function isNovel({ terms }: Sentence, vector: Vector, said: Said): boolean {
  const fresh = [...new Set(terms)].filter((term) => !said.terms.has(term))
  const share = fresh.reduce((sum, term) => sum + (vector.get(term) ?? 0) ** 2, 0)
  return share >= ENOUGH_NEW && !said.vectors.some((other) => cosine(vector, other) >= REPEATS)
}
