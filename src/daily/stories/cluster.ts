/**
 * Average-linkage agglomerative clustering (UPGMA: Sokal & Michener, 1958): the two most alike clusters are joined
 * until no two are alike enough. The mean cosine of all pairs of two clusters is the product of the sums of their
 * vectors by their sizes, so that no pair is ever looked at (Cutting et al., "Scatter/Gather", 1992).
 */
import type { Analysed } from './analyse.ts'
import { neighboursOf, type Vector, vectorsOf } from './vectors.ts'

type Cluster = { members: number[]; sum: Map<number, number>; near: Set<number>; best: Match | null }
type Match = { other: number; likeness: number }

/** Clusters whose articles are less alike than this are two stories. */
const ALIKE = 0.2

/** The clusters, each as indices into the articles. */
export function clusters(articles: Analysed[]): number[][] {
  const vectors = vectorsOf(articles)
  const all = new Map(neighboursOf(vectors).map((near, at) => [at, single(at, vectors[at], near)]))
  for (const [at, { near }] of all) for (const other of near) all.get(other)?.near.add(at)
  for (const cluster of all.values()) cluster.best = bestOf(cluster, all)
  for (let pair = closest(all); pair; pair = closest(all)) join(pair, all)
  return [...all.values()].map(({ members }) => members)
}

const single = (at: number, vector: Vector | undefined, near: Set<number>): Cluster => ({
  members: [at],
  sum: new Map([...(vector?.terms ?? [])].map((term, k) => [term, vector?.weights[k] ?? 0])),
  near: new Set(near),
  best: null,
})

function likeness(a: Cluster, b: Cluster): number {
  const [few, many] = a.sum.size < b.sum.size ? [a, b] : [b, a]
  let product = 0
  for (const [term, weight] of few.sum) product += weight * (many.sum.get(term) ?? 0)
  return product / a.members.length / b.members.length
}

function bestOf(cluster: Cluster, all: Map<number, Cluster>): Match | null {
  let best: Match | null = null
  for (const other of [...cluster.near].sort((a, b) => a - b)) {
    const value = likeness(cluster, all.get(other) as Cluster)
    if (value >= ALIKE && value > (best?.likeness ?? 0)) best = { other, likeness: value }
  }
  return best
}

function closest(all: Map<number, Cluster>): [number, number] | null {
  let found: { at: number; match: Match } | null = null
  for (const [at, { best }] of all)
    if (best && best.likeness > (found?.match.likeness ?? 0)) found = { at, match: best }
  return found && [found.at, found.match.other]
}

/** Puts the second cluster into the first. */
function join([kept, gone]: [number, number], all: Map<number, Cluster>): void {
  const [into, from] = [all.get(kept) as Cluster, all.get(gone) as Cluster]
  all.delete(gone)
  into.members.push(...from.members)
  for (const [term, weight] of from.sum) into.sum.set(term, (into.sum.get(term) ?? 0) + weight)
  for (const other of from.near) into.near.add(other)
  into.near.delete(kept)
  into.near.delete(gone)
  into.best = bestOf(into, all)
  for (const at of into.near) {
    const other = all.get(at) as Cluster
    other.near.delete(gone)
    other.near.add(kept)
    if (other.best?.other === gone || other.best?.other === kept) other.best = bestOf(other, all)
    else {
      const value = likeness(into, other)
      if (value >= ALIKE && value > (other.best?.likeness ?? 0)) other.best = { other: kept, likeness: value }
    }
  }
}
