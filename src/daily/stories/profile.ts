/** What a group of articles says: sums over its articles, term by term. */
import type { Analysed } from './analyse.ts'

export type Profile = {
  /** Numbers of terms, ascending. */
  terms: Uint32Array
  /** The sum of its articles' vectors, each of length 1 at most. */
  sums: Float64Array
  /** How many of its voices have each term. */
  counts: Float64Array
  articles: number
  /** How many articles say it in words of their own: copies are one voice. */
  voices: number
  /** Days since 1970; infinite when no article has a date. */
  first: number
  last: number
}

/** A term that one article alone has brings nothing together: it counts this share of its weight. */
const ALONE = 0.5
/**
 * Terms are weighed as though so many articles more had been read that have none of them: in a handful of articles on
 * one event, each of the event's own terms would count as common.
 */
const UNSEEN = 500
/** Added to the square of a vector's length, so that two titles are not alike by one word; 100 is a few rare terms. */
const SHORT = 100
/** Groups that are this alike are one text in several places. */
const COPIES = 0.7

/** The articles' profiles; and of each term, by its number, how rare it is (inverse document frequency). */
export function profilesOf(articles: Analysed[]): { profiles: Profile[]; rarities: Float64Array } {
  const frequencies = new Map<string, number>()
  for (const { terms } of articles)
    for (const term of terms.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
  const names = [...frequencies.keys()].sort()
  const numbers = new Map(names.map((term, at) => [term, at]))
  const known = names.map((term) => frequencies.get(term) ?? 1)
  const rarities = Float64Array.from(known, (frequency) => Math.log((articles.length + UNSEEN) / frequency))
  const profiles = articles.map(({ terms, day }) => {
    const entries = [...terms]
      .map(([term, weight]) => ({ number: numbers.get(term) ?? 0, weight }))
      .toSorted((a, b) => a.number - b.number)
    const weights = entries.map(
      ({ number, weight }) => weight * (rarities[number] ?? 0) * (known[number] === 1 ? ALONE : 1),
    )
    const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight ** 2, SHORT))
    return {
      terms: Uint32Array.from(entries, ({ number }) => number),
      sums: Float64Array.from(weights, (weight) => weight / length),
      counts: new Float64Array(entries.length).fill(1),
      articles: 1,
      voices: 1,
      first: day ?? Number.POSITIVE_INFINITY,
      last: day ?? Number.NEGATIVE_INFINITY,
    }
  })
  return { profiles, rarities }
}

/** The terms of two profiles in order, with where they stand in each; -1 where they do not. */
export function* pairedTerms(
  a: Uint32Array,
  b: Uint32Array,
): Generator<[term: number, a: number, b: number]> {
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY]
    yield [Math.min(one, other), one <= other ? i : -1, other <= one ? j : -1]
    if (one <= other) i += 1
    if (other <= one) j += 1
  }
}

/** Two profiles as one; `likeness` is theirs. */
export function joined(a: Profile, b: Profile, likeness: number): Profile {
  const most = a.terms.length + b.terms.length
  const [terms, sums, counts] = [new Uint32Array(most), new Float64Array(most), new Float64Array(most)]
  const areCopies = likeness >= COPIES
  let size = 0
  for (const [term, i, j] of pairedTerms(a.terms, b.terms)) {
    const [one, other] = [a.counts[i] ?? 0, b.counts[j] ?? 0]
    terms[size] = term
    sums[size] = (a.sums[i] ?? 0) + (b.sums[j] ?? 0)
    counts[size] = areCopies ? Math.max(one, other) : one + other
    size += 1
  }
  return {
    terms: terms.slice(0, size),
    sums: sums.slice(0, size),
    counts: counts.slice(0, size),
    articles: a.articles + b.articles,
    voices: areCopies ? Math.max(a.voices, b.voices) : a.voices + b.voices,
    first: Math.min(a.first, b.first),
    last: Math.max(a.last, b.last),
  }
}
