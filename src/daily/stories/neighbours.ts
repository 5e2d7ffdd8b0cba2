/** Finds which groups are near each other, by an index of their terms: pairs without a term in common are not met. */
import { LEAST } from './alike.ts'
import type { Profile } from './profile.ts'

/**
 * Terms of more groups than this take the most time and tell the least: they are looked at only for a group that has
 * few neighbours by others and could have some by these alone, and then only so many of theirs, those around it in
 * order.
 */
const COMMON = 500
/** Neighbours of a group at most, and the least likeness by the terms looked at that makes one. */
const NEIGHBOURS = 40
const NEAR = LEAST / 2

/** For each term the groups that have it and its weight there, those of term t from `starts[t]` to `starts[t + 1]`. */
type Index = { starts: Uint32Array; groups: Uint32Array; weights: Float64Array }

function indexOf(profiles: Profile[]): Index {
  const size = 1 + profiles.reduce((most, { terms }) => Math.max(most, terms.at(-1) ?? 0), 0)
  const starts = new Uint32Array(size + 1)
  for (const { terms } of profiles) for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1
  for (let term = 0; term < size; term += 1) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0)
  const next = starts.slice()
  const groups = new Uint32Array(starts[size] ?? 0)
  const weights = new Float64Array(groups.length)
  for (const [at, { terms, sums, articles }] of profiles.entries())
    for (let k = 0; k < terms.length; k += 1) {
      const term = terms[k] ?? 0
      const place = next[term] ?? 0
      groups[place] = at
      weights[place] = (sums[k] ?? 0) / articles
      next[term] = place + 1
    }
  return { starts, groups, weights }
}

/** How long the part of each group's vector is that its common terms are. */
function commonLengths(profiles: Profile[], { starts }: Index): number[] {
  return profiles.map(({ terms, sums, articles }) => {
    let squares = 0
    for (let k = 0; k < terms.length; k += 1) {
      const term = terms[k] ?? 0
      if ((starts[term + 1] ?? 0) - (starts[term] ?? 0) > COMMON) squares += ((sums[k] ?? 0) / articles) ** 2
    }
    return Math.sqrt(squares)
  })
}

/**
 * For each group those that are nearest to it, the nearest first, as indices. What only common terms would bring
 * together is not looked for where their weight cannot suffice (Cauchy's inequality; as Bayardo, Ma & Srikant,
 * "Scaling up all pairs similarity search", 2007, leave out what cannot reach a bound).
 * @param isAsked whose neighbours are wanted; the others have none
 */
export function neighboursOf(profiles: Profile[], isAsked: (at: number) => boolean): number[][] {
  const index = indexOf(profiles)
  const { starts, groups, weights } = index
  const lengths = commonLengths(profiles, index)
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0)
  /** Where a group stands among a term's. */
  const placeOf = (at: number, from: number, to: number) => {
    let [low, high] = [from, to]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((groups[middle] ?? 0) < at) low = middle + 1
      else high = middle
    }
    return low
  }
  const likeness = new Float64Array(profiles.length)
  return profiles.map(({ terms, sums, articles }, at) => {
    if (!isAsked(at)) return []
    const met: number[] = []
    const meet = (k: number, from: number, to: number) => {
      const own = (sums[k] ?? 0) / articles
      for (let place = from; place < to; place += 1) {
        const other = groups[place] ?? 0
        if (likeness[other] === 0) met.push(other)
        likeness[other] = (likeness[other] ?? 0) + own * (weights[place] ?? 0)
      }
    }
    const nearest = () =>
      met
        .filter((other) => other !== at && (likeness[other] ?? 0) >= NEAR)
        .sort((a, b) => (likeness[b] ?? 0) - (likeness[a] ?? 0) || a - b)
        .slice(0, NEIGHBOURS)
    const common: { k: number; from: number; to: number }[] = []
    for (let k = 0; k < terms.length; k += 1) {
      const term = terms[k] ?? 0
      const [from, to] = [starts[term] ?? 0, starts[term + 1] ?? 0]
      if (to - from <= COMMON) meet(k, from, to)
      else common.push({ k, from, to })
    }
    let found = nearest()
    if (found.length < NEIGHBOURS && (lengths[at] ?? 0) * longest >= LEAST) {
      for (const { k, from, to } of common) {
        const place = placeOf(at, from, to)
        meet(k, Math.max(from, place - COMMON / 2), Math.min(to, place + COMMON / 2))
      }
      found = nearest()
    }
    for (const other of met) likeness[other] = 0
    return found
  })
}
