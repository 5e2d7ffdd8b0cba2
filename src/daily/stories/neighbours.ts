/** Finds which groups are near each other, by an index of their terms: pairs without a term in common are not met. */
import { LEAST } from './alike.ts'
import type { Profile } from './profile.ts'

/** Terms of more groups than this name no neighbours: they take the most time and tell the least. */
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

/**
 * For each group those that are nearest to it, the nearest first, as indices.
 */
export function neighboursOf(profiles: Profile[]): number[][] {
  const { starts, groups, weights } = indexOf(profiles)
  const likeness = new Float64Array(profiles.length)
  return profiles.map(({ terms, sums, articles }, at) => {
    const met: number[] = []
    for (let k = 0; k < terms.length; k += 1) {
      const [start, end] = [starts[terms[k] ?? 0] ?? 0, starts[(terms[k] ?? 0) + 1] ?? 0]
      if (end - start > COMMON) continue
      const own = (sums[k] ?? 0) / articles
      for (let place = start; place < end; place += 1) {
        const other = groups[place] ?? 0
        if (likeness[other] === 0) met.push(other)
        likeness[other] = (likeness[other] ?? 0) + own * (weights[place] ?? 0)
      }
    }
    const likenessOf = (other: number) => likeness[other] ?? 0
    const nearest = met
      .filter((other) => other !== at && likenessOf(other) >= NEAR)
      .sort((a, b) => likenessOf(b) - likenessOf(a) || a - b)
      .slice(0, NEIGHBOURS)
    for (const other of met) likeness[other] = 0
    return nearest
  })
}
