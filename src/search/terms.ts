/** A question's index terms, weighted by which turn of a conversation they come from. */
import { analyse, detectLanguage } from '../text/analysis.ts'

/** Longer questions are cut: a pasted article is not a question, and each term costs time. */
const MAX_TERMS = 64
/** What a term of the question before counts, and by what that falls with each further turn back. */
const EARLIER_WEIGHT = 0.5
const DECAY = 0.7

/**
 * The terms of a question, each once, in order, with weight 1; then those that only earlier questions of the same
 * conversation hold, with less. "And Russia?" is searched with what was asked before it.
 * @param earlier the questions before this one, oldest first
 * @param likely the languages of the corpus, the most frequent first
 * @param language of the question, ISO 639-1
 */
export function questionTerms(
  question: string,
  earlier: string[] = [],
  likely: string[] = [],
  language = detectLanguage(question, likely),
): Map<string, number> {
  const weights = new Map<string, number>()
  for (const [turn, text] of [question, ...earlier.toReversed()].entries()) {
    const weight = turn === 0 ? 1 : EARLIER_WEIGHT * DECAY ** (turn - 1)
    for (const term of analyse(text, turn === 0 ? language : detectLanguage(text, likely)))
      if (!weights.has(term) && weights.size < MAX_TERMS) weights.set(term, weight)
  }
  return weights
}
