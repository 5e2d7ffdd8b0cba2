/**
 * What a sentence says that the documents of the days before did not.
 *
 * As in the novelty track of TREC (Soboroff & Harman, "Novelty detection: the TREC experience", 2005): a sentence is
 * new when it is like none of the earlier ones, and holds words that none of them holds.
 */
import { cosine, type Vector } from './centrality.ts'
import type { Sentence } from './sentences.ts'

/** A sentence that is so like an earlier one says it again. */
const REPEATS = 0.6
/** The share of a sentence's weight that has to be new. */
const ENOUGH_NEW = 0.25

export type Earlier = { terms: Set<string>; vectors: Vector[] }

/** The share (0–1) of a sentence's weight in terms that were not there before; 0 when it says what was said. */
export function noveltyOf({ terms }: Sentence, vector: Vector, earlier: Earlier): number {
  if (earlier.vectors.some((other) => cosine(vector, other) >= REPEATS)) return 0
  const fresh = [...new Set(terms)].filter((term) => !earlier.terms.has(term))
  const share = fresh.reduce((sum, term) => sum + (vector.get(term) ?? 0) ** 2, 0)
  return share >= ENOUGH_NEW ? share : 0
}
