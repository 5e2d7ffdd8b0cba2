/**
 * How central sentences are to a story: a walk from each sentence to those that are like it.
 *
 * Erkan & Radev, "LexRank: graph-based lexical centrality as salience in text summarization", JAIR 2004 (the
 * continuous one).
 */
export type Vector = Map<string, number>

const DAMPING = 0.85
/** From here on it is one sentence that stands twice: it does not speak for itself. */
const SAME = 0.95
const ROUNDS = 30

/** The terms of a text, weighed and of length 1. */
export function vectorOf(terms: string[], weightOf: (term: string) => number): Vector {
  const vector: Vector = new Map()
  for (const term of terms) vector.set(term, (vector.get(term) ?? 0) + weightOf(term))
  const length = Math.hypot(...vector.values()) || 1
  for (const [term, weight] of vector) vector.set(term, weight / length)
  return vector
}

/** Of two vectors of length 1: 0–1. */
export function cosine(one: Vector, other: Vector): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0)
  return sum
}

/** The centrality of each vector; 1 is that of the most central one. */
export function centralities(vectors: Vector[]): number[] {
  const count = vectors.length
  const likeness = (one: Vector, other: Vector) => {
    const value = one === other ? 1 : cosine(one, other)
    return value < SAME ? value : 0
  }
  const rows = vectors.map((one) => Float64Array.from(vectors, (other) => likeness(one, other)))
  for (const row of rows) {
    const sum = row.reduce((total, value) => total + value, 0) || 1
    for (let at = 0; at < count; at += 1) row[at] = (row[at] ?? 0) / sum
  }
  let ranks = new Float64Array(count).fill(1 / Math.max(1, count))
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = new Float64Array(count).fill((1 - DAMPING) / Math.max(1, count))
    for (const [from, row] of rows.entries()) {
      const share = DAMPING * (ranks[from] ?? 0)
      for (let to = 0; to < count; to += 1) next[to] = (next[to] ?? 0) + share * (row[to] ?? 0)
    }
    ranks = next
  }
  const most = Math.max(...ranks) || 1
  return Array.from(ranks, (rank) => rank / most)
}
