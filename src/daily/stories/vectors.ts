/** Analysed articles → vectors of length 1, and which of them are near each other. */
import type { Analysed } from './analyse.ts'

/** Term numbers, ascending, and their weights. */
export type Vector = { terms: Uint32Array; weights: Float32Array }

/** A term that one article alone uses brings nothing together: it counts this share of its weight. */
const ALONE = 0.3
/** Terms of more articles than this name no neighbours: they take the most time and tell the least. */
const COMMON = { share: 0.1, least: 50 }
/** Neighbours of an article that are tried, and the least likeness that makes one. */
const NEIGHBOURS = 40
const NEAR = 0.08

/** The articles' vectors: a term counts more the fewer articles have it (inverse document frequency). */
export function vectorsOf(articles: Analysed[]): Vector[] {
  const frequencies = new Map<string, number>()
  for (const { terms } of articles)
    for (const term of terms.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
  const numbers = new Map([...frequencies.keys()].sort().map((term, at) => [term, at]))
  return articles.map(({ terms }) => {
    const entries = [...terms].map(([term, weight]): [number, number] => {
      const frequency = frequencies.get(term) ?? 1
      const rarity = Math.log((articles.length + 1) / frequency)
      return [numbers.get(term) ?? 0, weight * rarity * (frequency === 1 ? ALONE : 1)]
    })
    const length = Math.hypot(...entries.map(([, weight]) => weight)) || 1
    const sorted = entries.toSorted(([a], [b]) => a - b)
    return {
      terms: Uint32Array.from(sorted, ([term]) => term),
      weights: Float32Array.from(sorted, ([, weight]) => weight / length),
    }
  })
}

/** For each vector those that are nearest to it, by an index of the terms that are not common. */
export function neighboursOf(vectors: Vector[]): Set<number>[] {
  const postings = new Map<number, { at: number; weight: number }[]>()
  for (const [at, { terms, weights }] of vectors.entries())
    for (const [k, term] of terms.entries()) {
      const posting = postings.get(term) ?? []
      posting.push({ at, weight: weights[k] ?? 0 })
      postings.set(term, posting)
    }
  const most = Math.max(COMMON.least, COMMON.share * vectors.length)
  return vectors.map(({ terms, weights }, at) => {
    const likeness = new Map<number, number>()
    for (const [k, term] of terms.entries()) {
      const posting = postings.get(term) ?? []
      if (posting.length > most) continue
      for (const other of posting)
        likeness.set(other.at, (likeness.get(other.at) ?? 0) + (weights[k] ?? 0) * other.weight)
    }
    likeness.delete(at)
    const near = [...likeness].filter(([, value]) => value >= NEAR)
    return new Set(
      near
        .toSorted(([a, one], [b, other]) => other - one || a - b)
        .slice(0, NEIGHBOURS)
        .map(([other]) => other),
    )
  })
}
