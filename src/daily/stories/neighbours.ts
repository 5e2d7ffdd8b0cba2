/**
 * Finds which groups are near each other, by an index of the terms that weigh most in each (static pruning of each
 * document's postings: Büttcher & Clarke, "A document-centric approach to static index pruning", 2006): pairs without
 * such a term in common are not met.
 */
import { LEAST } from './alike.ts'
import type { Profile } from './profile.ts'

/** Terms of a group that are in the index: with fewer, stories begin to differ from those of all terms. */
const HEAVIEST = 100
/** Of a term that more groups have, only so many are looked at, those around a group in order. */
const COMMON = 200
/** Neighbours of a group at most, and the least likeness by the terms looked at that makes one. */
const NEIGHBOURS = 40
const NEAR = LEAST / 2

/** The heaviest terms of a group, ascending, and the mean weight of each. */
type Looked = { terms: Uint32Array; weights: Float64Array }

function heaviest({ terms, sums, articles }: Profile): Looked {
  const least = sums.toSorted().at(-HEAVIEST) ?? 0
  const isHeavy = (_: number, place: number) => (sums[place] ?? 0) >= least
  return { terms: terms.filter(isHeavy), weights: sums.filter(isHeavy).map((sum) => sum / articles) }
}

/** For each term the groups that have it and its weight there, those of term t from `starts[t]` to `starts[t + 1]`. */
type Index = { starts: Uint32Array; groups: Uint32Array; weights: Float64Array }

function indexOf(looked: Looked[]): Index {
  const size = 1 + looked.reduce((most, { terms }) => Math.max(most, terms.at(-1) ?? 0), 0)
  const starts = new Uint32Array(size + 1)
  for (const { terms } of looked) for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1
  for (let term = 0; term < size; term += 1) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0)
  const next = starts.slice()
  const groups = new Uint32Array(starts[size] ?? 0)
  const weights = new Float64Array(groups.length)
  for (const [at, own] of looked.entries())
    for (let k = 0; k < own.terms.length; k += 1) {
      const term = own.terms[k] ?? 0
      const place = next[term] ?? 0
      groups[place] = at
      weights[place] = own.weights[k] ?? 0
      next[term] = place + 1
    }
  return { starts, groups, weights }
}

/**
 * For each group those that are nearest to it, the nearest first, as indices.
 * @param isAsked whose neighbours are wanted; the others have none
 */
export function neighboursOf(profiles: Profile[], isAsked: (at: number) => boolean): number[][] {
  const looked = profiles.map(heaviest)
  const { starts, groups, weights } = indexOf(looked)
  /** Where the groups of a term stand that are looked at for one of them. */
  const stretchOf = (term: number, at: number): [from: number, to: number] => {
    const [from, to] = [starts[term] ?? 0, starts[term + 1] ?? 0]
    if (to - from <= COMMON) return [from, to]
    const place = groups.subarray(from, to).indexOf(at) + from
    return [Math.max(from, place - COMMON / 2), Math.min(to, place + COMMON / 2)]
  }
  const likeness = new Float64Array(profiles.length)
  return looked.map((own, at) => {
    if (!isAsked(at)) return []
    const met: number[] = []
    for (let k = 0; k < own.terms.length; k += 1) {
      const weight = own.weights[k] ?? 0
      const [from, to] = stretchOf(own.terms[k] ?? 0, at)
      for (let place = from; place < to; place += 1) {
        const other = groups[place] ?? 0
        if (likeness[other] === 0) met.push(other)
        likeness[other] = (likeness[other] ?? 0) + weight * (weights[place] ?? 0)
      }
    }
    const nearest = met
      .filter((other) => other !== at && (likeness[other] ?? 0) >= NEAR)
      .sort((a, b) => (likeness[b] ?? 0) - (likeness[a] ?? 0) || a - b)
      .slice(0, NEIGHBOURS)
    for (const other of met) likeness[other] = 0
    return nearest
  })
}
