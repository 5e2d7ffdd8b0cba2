/**
 * How surely the corpus answers a question, judged before anything is written.
 *
 * The figures are predictors of query performance (Carmel & Yom-Tov, "Estimating the Query Difficulty for Information
 * Retrieval", 2010): how much of the question the best passages hold, also set against what one of so many passages
 * would hold by chance. The size of the corpus is in them only through that chance: a larger corpus is no worse.
 */
import { confidenceOf } from '../search/model.ts'
import type { ReadPassage } from '../search/reading.ts'
import type { Found, Reading } from '../search/search.ts'

export type ConfidenceFeatures = {
  /** The best BM25 as a share of the highest that the question's weights allow. */
  score: number
  /** How much more weight the fullest passage holds than one of so many would hold by chance. */
  surprise: number
  /** The share of the question's names in the first passage; a half when it has none. */
  names: number
  /** Near forms of missing terms in the best sentence. */
  nearForms: number
  /** 1 when the question word tells what kind of answer is expected. */
  hasAnswerType: number
}

/** BM25's k1 + 1: what a term can count at most beside its weight. */
const MAX_TERM_SCORE = 2.2
const PASSAGES_COMPARED = 10
/** Brings weights, which are natural logarithms, to about 0–3. */
const SCALE = 5

const isHeld = (term: string, { terms, titleTerms }: ReadPassage) => terms.has(term) || titleTerms.has(term)

/** The figures of what a search found; null when it found nothing. */
export function confidenceFeatures({ question, hits }: Found): ConfidenceFeatures | null {
  const read = hits.flatMap(({ reading }) => reading ?? [])
  const [first] = read
  if (!first) return null
  const heldWeights = read
    .slice(0, PASSAGES_COMPARED)
    .map((passage) =>
      question.terms.reduce(
        (sum, term) => sum + (isHeld(term, passage) ? (question.weights.get(term) ?? 0) : 0),
        0,
      ),
    )
  const names = [...question.names]
  return {
    score: Math.max(...hits.map(({ bm25 }) => bm25)) / ((question.totalWeight || 1) * MAX_TERM_SCORE),
    surprise: (Math.max(...heldWeights) - Math.log(question.passages + 1)) / SCALE,
    names: names.length > 0 ? names.filter((name) => isHeld(name, first)).length / names.length : 0.5,
    nearForms: bestSentence(read)?.nearForms ?? 0,
    hasAnswerType: question.answer ? 1 : 0,
  }
}

/** The figures of the sentence that answers best. */
function bestSentence(read: Reading[]) {
  const best = read.reduce((top, other) =>
    Math.max(...other.scores) > Math.max(...top.scores) ? other : top,
  )
  return best.features[best.scores.indexOf(Math.max(...best.scores))]
}

/** From this confidence on, the corpus is held to answer. */
export const CONFIDENCE_THRESHOLD = 0.5

/** How surely (0–1) what a search found answers the question. */
export function confidenceIn(found: Found): number {
  const features = confidenceFeatures(found)
  return features ? confidenceOf(features) : 0
}
