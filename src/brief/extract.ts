/** The writer without a model: the sentences that answer best, chosen not to repeat each other. */
import type { Evidence } from './evidence.ts'
import type { Draft } from './writer.ts'

const MAX_POINTS = 5
/** A sentence far behind the best one is no answer. */
const MIN_SHARE_OF_BEST = 0.8
/** Sentences with this Jaccard similarity say the same. */
const NEAR_REPEAT = 0.7
/** MMR's lambda: 1 is relevance only, 0 is novelty only. */
const RELEVANCE = 0.75
/** What each sentence already taken from a document costs its next one, as a share of the best score. */
const SAME_DOCUMENT_PENALTY = 0.06
/** Only the best are compared with each other: the work stays small. */
const POOL = 60

/** The share of their terms that two sentences have in common (Jaccard, 1901). */
function similarity(a: Set<string>, b: Set<string>): number {
  const common = a.intersection(b).size
  return common === 0 ? 0 : common / (a.size + b.size - common)
}

/**
 * The points of an extractive briefing, each a sentence and its own citation.
 * Picks by Maximal Marginal Relevance (Carbonell & Goldstein, 1998).
 * @param evidence scored sentences, best first
 */
export function extract(evidence: Evidence[]): Draft[] {
  const best = evidence[0]?.score ?? 0
  const pool = evidence
    .slice(0, POOL)
    .filter((sentence) => sentence.score >= MIN_SHARE_OF_BEST * best && sentence.coverage > 0)
  const chosen: Evidence[] = []
  while (chosen.length < MAX_POINTS) {
    const next = pool
      .filter((sentence) => !chosen.includes(sentence))
      .map((sentence) => ({
        sentence,
        likeness: Math.max(0, ...chosen.map((other) => similarity(sentence.terms, other.terms))),
      }))
      .filter(({ likeness }) => likeness < NEAR_REPEAT)
      .map(({ sentence, likeness }) => {
        const taken = chosen.filter((other) => other.passage.document === sentence.passage.document).length
        const relevance = sentence.score / best - taken * SAME_DOCUMENT_PENALTY
        return { sentence, value: RELEVANCE * relevance - (1 - RELEVANCE) * likeness }
      })
      .reduce<{ sentence: Evidence; value: number } | null>(
        (top, item) => (top && top.value >= item.value ? top : item),
        null,
      )
    if (!next) break
    chosen.push(next.sentence)
  }
  return chosen.map(({ passage, start, end, text }) => ({
    text,
    citations: [{ document: passage.document, hash: passage.hash, start, end }],
  }))
}
