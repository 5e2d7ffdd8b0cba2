/**
 * How much of what is new goes the way of a story: how like it is to the rest of what each source publishes, on average,
 * so that no source counts more for publishing much.
 *
 * As centroid-based summarization (Radev, Jing, Styś & Tam, 2004), which ranks by likeness to the mean of all.
 */
import { lengthOf, product, sum, unit, type Vector } from './vector.ts'

/** Each with what it counts in a document. */
type Terms = Map<string, number>
/** A new document. */
type Voice = { source: string; terms: Terms }

/** Terms are weighed as though so many documents more had been read that have none of them. */
const UNSEEN = 500
const NONE: Vector = new Map()
/** Shorter vectors are what rounding leaves of nothing. */
const NOTHING = 1e-6

/** The prominence of each story, 0–1, given as its new documents. */
export function prominences(stories: Voice[][]): number[] {
  const documents = stories.flat()
  const frequencies: Terms = new Map()
  for (const { terms } of documents)
    for (const term of terms.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
  const rarity = (term: string) => Math.log((documents.length + UNSEEN) / (frequencies.get(term) ?? 1))
  const vectors = new Map(
    documents.map((voice) => {
      const weights = Array.from(voice.terms, ([term, weight]) => [term, weight * rarity(term)] as const)
      return [voice, unit(new Map(weights))]
    }),
  )
  const sumOf = (voices: Voice[]) => sum(voices.map((voice) => vectors.get(voice) ?? NONE))
  const bySource = (voices: Voice[]) => Map.groupBy(voices, ({ source }) => source)
  const sources = new Map(Array.from(bySource(documents), ([source, voices]) => [source, sumOf(voices)]))
  const lengths = new Map(Array.from(sources, ([source, vector]) => [source, lengthOf(vector)]))
  const everything = sum(Array.from(sources.values(), unit))
  return stories.map((story) => {
    const direction = unit(sumOf(story))
    let likeness = product(direction, everything)
    for (const [source, voices] of bySource(story)) {
      const [all, length, own] = [sources.get(source) ?? NONE, lengths.get(source) ?? 0, sumOf(voices)]
      const rest = Math.sqrt(Math.max(0, length ** 2 - 2 * product(own, all) + product(own, own)))
      const toAll = product(direction, all)
      likeness -= toAll / (length || 1)
      if (rest > NOTHING) likeness += (toAll - product(direction, own)) / rest
    }
    return Math.max(0, likeness / sources.size)
  })
}
