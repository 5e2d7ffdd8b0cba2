/** Sentences chosen for what each adds to those before it. */
import { cosine, type Vector, vectorOf } from '../../text/centrality.ts'
import { differ } from '../disagreement/otherwise.ts'
import type { Evidence } from '../evidence.ts'

export type Scored<One extends Evidence> = { sentence: One; score: number }

/** Two sentences that are this much alike (cosine) say the same, unless their numbers differ. */
const SAME = 0.6
const SAME_WITH_NUMBERS = 0.85

type Limits = {
  most: number
  /** What being wholly like a chosen one costs, and each one that the document has given already. */
  likenessCost?: number
  documentCost?: number
}

const numbersOf = ({ tokens }: Evidence) =>
  tokens
    .flatMap(({ word, term }) => (/\p{N}/u.test(word) ? [term] : []))
    .toSorted()
    .join(' ')

/**
 * The best by Maximal Marginal Relevance (Carbonell & Goldstein, "The use of MMR, diversity-based reranking", SIGIR
 * 1998): a sentence's score, less its likeness to those chosen. What says the same as a chosen one is left out; one that
 * differs in its numbers is not the same.
 */
export function chooseDiverse<One extends Evidence>(
  scored: Scored<One>[],
  { most, likenessCost = 0.5, documentCost = 0.1 }: Limits,
): One[] {
  const vectors = new Map<Evidence, Vector>(
    scored.map(({ sentence }) => [sentence, vectorOf([...sentence.terms], () => 1)]),
  )
  const likenessOf = (one: Evidence, other: Evidence) =>
    cosine(vectors.get(one) ?? new Map(), vectors.get(other) ?? new Map())
  const chosen: One[] = []
  const left = new Set(scored)
  while (chosen.length < most && left.size > 0) {
    let next: { one: Scored<One>; value: number } | undefined
    for (const one of left) {
      const { sentence, score } = one
      let likeness = 0
      let isSame = false
      for (const other of chosen) {
        const alike = likenessOf(sentence, other)
        likeness = Math.max(likeness, alike)
        const limit = numbersOf(sentence) === numbersOf(other) ? SAME : SAME_WITH_NUMBERS
        const isWithin =
          other.passage.document === sentence.passage.document &&
          sentence.start < other.end &&
          other.start < sentence.end
        if ((alike >= limit && !differ(sentence, other)) || isWithin) isSame = true
      }
      if (isSame) {
        left.delete(one)
        continue
      }
      const taken = chosen.filter((other) => other.passage.document === sentence.passage.document).length
      const value = score - likenessCost * likeness - documentCost * taken
      if (!next || value > next.value) next = { one, value }
    }
    if (!next) break
    chosen.push(next.one.sentence)
    left.delete(next.one)
  }
  return chosen
}
