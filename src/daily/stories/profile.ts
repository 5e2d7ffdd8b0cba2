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

/** The profiles of texts, each given as its copies; and of each term, by its number, how rare it is (inverse document frequency). */
export function profilesOf(texts: Analysed[][]): { profiles: Profile[]; rarities: Float64Array } {
  const numbers = new Map<string, number>()
  const frequencies: number[] = []
  const numbered = texts.map(([article]) => {
    const terms = new Uint32Array(article?.terms.length ?? 0)
    for (let place = 0; place < terms.length; place += 1) {
      const term = article?.terms[place] ?? ''
      const number = numbers.get(term) ?? numbers.size
      if (number === numbers.size) numbers.set(term, number)
      frequencies[number] = (frequencies[number] ?? 0) + 1
      terms[place] = number
    }
    return terms
  })
  const rarities = Float64Array.from(frequencies, (frequency) =>
    Math.log((texts.length + UNSEEN) / frequency),
  )
  /** What each term counts in the text at hand. */
  const own = new Float64Array(numbers.size)
  const profiles = texts.map((text, at) => {
    const days = text.flatMap(({ day }) => day ?? [])
    const terms = numbered[at] ?? new Uint32Array()
    for (let place = 0; place < terms.length; place += 1)
      own[terms[place] ?? 0] = text[0]?.weights[place] ?? 0
    terms.sort()
    const sums = new Float64Array(terms.length)
    let squares = SHORT
    for (let place = 0; place < terms.length; place += 1) {
      const term = terms[place] ?? 0
      const weight = (own[term] ?? 0) * (rarities[term] ?? 0) * (frequencies[term] === 1 ? ALONE : 1)
      sums[place] = weight
      squares += weight ** 2
    }
    const length = Math.sqrt(squares)
    return {
      terms,
      sums: sums.map((weight) => weight / length),
      counts: new Float64Array(terms.length).fill(1),
      articles: 1,
      voices: 1,
      first: Math.min(...days),
      last: Math.max(...days),
    }
  })
  return { profiles, rarities }
}

/** Tells the terms of two profiles in order, with where they stand in each; -1 where they do not. */
export function pairTerms(
  { terms: a }: Profile,
  { terms: b }: Profile,
  tell: (term: number, a: number, b: number) => void,
): void {
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY]
    tell(Math.min(one, other), one <= other ? i : -1, other <= one ? j : -1)
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
  pairTerms(a, b, (term, i, j) => {
    const [one, other] = [a.counts[i] ?? 0, b.counts[j] ?? 0]
    terms[size] = term
    sums[size] = (a.sums[i] ?? 0) + (b.sums[j] ?? 0)
    counts[size] = areCopies ? Math.max(one, other) : one + other
    size += 1
  })
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
