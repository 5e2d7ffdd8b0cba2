/** Misspelt words of a question, by the words that the corpus has. */

import type { Corpus } from '../corpus/corpus.ts'
import type { Related } from '../question/related.ts'
import { distance } from '../text/spelling.ts'

/** A shorter word is as near to many others. */
const SHORTEST = 4
/** A repaired word counts nearly as much as one that is spelt well. */
const REPAIRED = 0.95
const reachOf = (term: string) => (term.length <= 5 ? 1 : 2)

/**
 * Adds to what a term may be called the term of the corpus that it is most likely meant for: the nearest (Levenshtein,
 * 1966), of those the one in most passages. Only for terms of which the corpus has neither them nor another word.
 */
export async function repairSpelling(
  terms: Iterable<string>,
  related: Map<string, Related>,
  frequencies: Map<string, number>,
  corpus: Corpus,
  collections: string[],
): Promise<void> {
  for (const term of terms) {
    const isKnown =
      frequencies.has(term) || [...(related.get(term)?.keys() ?? [])].some((other) => frequencies.has(other))
    if (isKnown || term.length < SHORTEST || !/^\p{L}+$/u.test(term)) continue
    const reach = reachOf(term)
    const near = (await corpus.termsLike(term, collections, reach))
      .map((one) => ({ ...one, distance: distance(term, one.term) }))
      .filter((one) => one.distance <= reach)
      .toSorted((a, b) => a.distance - b.distance || b.passages - a.passages)
    const [best] = near
    if (!best) continue
    related.set(term, new Map([...(related.get(term) ?? []), [best.term, REPAIRED]]))
    frequencies.set(best.term, best.passages)
  }
}
