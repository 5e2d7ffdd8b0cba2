/** What texts say as weights of their terms, which are compared by their inner product. */
export type Vector = ReadonlyMap<string, number>

/** The terms of a text, weighed and of length 1. */
export function vectorOf(terms: string[], weightOf: (term: string) => number): Vector {
  return unit(sum(terms.map((term) => new Map([[term, weightOf(term)]]))))
}

/** The inner product: of two vectors of length 1 the cosine between them, 0–1. */
export function product(one: Vector, other: Vector): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let total = 0
  for (const [term, weight] of small) total += weight * (large.get(term) ?? 0)
  return total
}

export const lengthOf = (vector: Vector): number => Math.sqrt(product(vector, vector))

/** A vector of the same direction and of length 1; of length 0 when that has no length. */
export function unit(vector: Vector): Vector {
  const length = lengthOf(vector) || 1
  return new Map(Array.from(vector, ([term, weight]) => [term, weight / length]))
}

export function sum(vectors: Vector[]): Vector {
  const total = new Map<string, number>()
  for (const vector of vectors)
    for (const [term, weight] of vector) total.set(term, (total.get(term) ?? 0) + weight)
  return total
}
