/**
 * How much of what is new goes the way of a story: the likeness of its terms to those of everything that is new.
 *
 * As the centroid of Radev, Jing, Styś & Tam, "Centroid-based summarization of multiple documents", 2004.
 */
import { cosine, unit, type Vector } from './centrality.ts'

/** Of a document; each with what it counts there. */
type Terms = Map<string, number>

/** Terms are weighed as though so many documents more had been read that have none of them. */
const UNSEEN = 500

/** The prominence of each story, 0–1, given as the terms of its new documents. */
export function prominences(stories: Terms[][]): number[] {
  const documents = stories.flat()
  const frequencies: Terms = new Map()
  for (const terms of documents)
    for (const term of terms.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
  const rarity = (term: string) => Math.log((documents.length + UNSEEN) / (frequencies.get(term) ?? 1))
  const vectorOf = (terms: Terms): Vector =>
    unit(new Map(Array.from(terms, ([term, weight]) => [term, weight * rarity(term)])))
  const sums = stories.map((story) => sumOf(story.map(vectorOf)))
  const centroid = unit(sumOf(sums))
  return sums.map((sum) => cosine(unit(sum), centroid))
}

function sumOf(vectors: Vector[]): Vector {
  const sum: Vector = new Map()
  for (const vector of vectors)
    for (const [term, weight] of vector) sum.set(term, (sum.get(term) ?? 0) + weight)
  return sum
}
