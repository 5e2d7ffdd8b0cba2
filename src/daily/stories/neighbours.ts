/** Finds which groups are near each other, by an index of their terms: pairs without a term in common are not met. */
import { LEAST } from './alike.ts'
import type { Profile } from './profile.ts'

/** Terms of more groups than this name no neighbours: they take the most time and tell the least. */
const COMMON = 1000
/** Neighbours of a group at most. */
const NEIGHBOURS = 40

type Posting = { at: number; weight: number }

function indexOf(profiles: Profile[]): Map<number, Posting[]> {
  const index = new Map<number, Posting[]>()
  for (const [at, { terms, sums, articles }] of profiles.entries())
    for (const [k, term] of terms.entries()) {
      const postings = index.get(term)
      const posting = { at, weight: (sums[k] ?? 0) / articles }
      if (postings) postings.push(posting)
      else index.set(term, [posting])
    }
  return index
}

/** For each group those that are nearest to it, the nearest first, as indices. */
export function neighboursOf(profiles: Profile[]): number[][] {
  const index = indexOf(profiles)
  const likeness = new Float64Array(profiles.length)
  return profiles.map(({ terms, sums, articles }, at) => {
    const met: number[] = []
    for (const [k, term] of terms.entries()) {
      const postings = index.get(term) ?? []
      if (postings.length > COMMON) continue
      const own = (sums[k] ?? 0) / articles
      for (const { at: other, weight } of postings) {
        if (likeness[other] === 0) met.push(other)
        likeness[other] = (likeness[other] ?? 0) + own * weight
      }
    }
    const likenessOf = (other: number) => likeness[other] ?? 0
    const nearest = met
      .filter((other) => other !== at && likenessOf(other) >= LEAST)
      .sort((a, b) => likenessOf(b) - likenessOf(a) || a - b)
      .slice(0, NEIGHBOURS)
    for (const other of met) likeness[other] = 0
    return nearest
  })
}
