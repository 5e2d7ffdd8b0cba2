/**
 * The plain way to cluster documents, to compare with: TF-IDF (1 + log tf, log N/df), cosine of all pairs, average
 * linkage (UPGMA) by nearest-neighbour chains (Murtagh, 1983), cut at a threshold. Takes time and memory by the square
 * of the number of documents.
 */

type Join = { a: number; b: number; likeness: number }

function vectorsOf(documents: string[][]): Map<string, number>[] {
  const frequencies = new Map<string, number>()
  for (const terms of documents)
    for (const term of new Set(terms)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
  return documents.map((terms) => {
    const counts = new Map<string, number>()
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
    const weights = [...counts].map(([term, count]): [string, number] => [
      term,
      (1 + Math.log(count)) * Math.log(documents.length / (frequencies.get(term) ?? 1)),
    ])
    const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight ** 2, 0)) || 1
    return new Map(weights.map(([term, weight]) => [term, weight / length]))
  })
}

/** The cosines of all pairs, row by row. */
function cosines(documents: string[][]): Float32Array {
  const size = documents.length
  const table = new Float32Array(size * size)
  const index = new Map<string, { at: number; weight: number }[]>()
  for (const [at, vector] of vectorsOf(documents).entries())
    for (const [term, weight] of vector) {
      const before = index.get(term) ?? []
      for (const other of before) {
        const place = at * size + other.at
        table[place] = (table[place] ?? 0) + weight * other.weight
        table[other.at * size + at] = table[place] ?? 0
      }
      before.push({ at, weight })
      index.set(term, before)
    }
  return table
}

/** All joins of average linkage; the first of the two documents stands for both from then on. */
function joinsOf(table: Float32Array, size: number): Join[] {
  const sizes = new Float64Array(size).fill(1)
  const left = new Set(Array.from({ length: size }, (_, at) => at))
  const joins: Join[] = []
  const chain: number[] = []
  const of = (a: number, b: number) => table[a * size + b] ?? 0
  while (left.size > 1) {
    if (chain.length === 0) chain.push(left.values().next().value ?? 0)
    const last = chain.at(-1) ?? 0
    const before = chain.at(-2) ?? -1
    let nearest = before
    for (const other of left)
      if (other !== last && (nearest < 0 || of(last, other) > of(last, nearest))) nearest = other
    if (nearest !== before) {
      chain.push(nearest)
      continue
    }
    chain.splice(-2)
    joins.push({ a: before, b: last, likeness: of(before, last) })
    left.delete(last)
    const [one, other] = [sizes[before] ?? 1, sizes[last] ?? 1]
    for (const far of left) {
      const mean = (of(before, far) * one + of(last, far) * other) / (one + other)
      table[before * size + far] = mean
      table[far * size + before] = mean
    }
    sizes[before] = one + other
  }
  return joins
}

/** Each document's cluster where those below a likeness are apart. */
export type Cut = (threshold: number) => number[]

/** Clusters documents, each given as its terms in order. */
export function plainClusters(documents: string[][]): Cut {
  const joins = joinsOf(cosines(documents), documents.length)
  return (threshold) => {
    const standsFor = documents.map((_, at) => at)
    const rootOf = (at: number): number => {
      const above = standsFor[at] ?? at
      return above === at ? at : rootOf(above)
    }
    for (const { a, b, likeness } of joins) if (likeness >= threshold) standsFor[rootOf(b)] = rootOf(a)
    return standsFor.map((_, at) => rootOf(at))
  }
}
