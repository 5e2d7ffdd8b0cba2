/** Which sentences are quoted together: one that says "he" or "this", and one that holds half of what was asked. */
import type { Span } from '../document.ts'
import { anySpaced, anyUnspaced } from '../languages/all.ts'
import type { LanguageRules } from '../languages/rules.ts'
import type { Reading } from '../search/search.ts'

const LEAD_IN = ({ sentences }: LanguageRules) => sentences?.leadIns
const REFERENCE = ({ sentences }: LanguageRules) => sentences?.references
/** "However, most of them …". */
const LEANING = new RegExp(
  `^["“”'‘«„]?(?:(?:${anySpaced(LEAD_IN)})[ ,]+){0,3}(?:${anySpaced(REFERENCE)})(?![\\p{L}\\p{M}])|^(?:${anyUnspaced(LEAD_IN)})?[，]?(?:${anyUnspaced(REFERENCE)})`,
  'iu',
)
/** A neighbour that holds so much of the question's weight, and the sentence and its title lack it, completes it. */
const COMPLETES = 0.1
/** Leaning on the sentence before outweighs what any neighbour completes. */
const LEANS = 1

/** Whether a sentence begins with a reference to what stands before it. */
export const leansBack = (sentence: string) => LEANING.test(sentence)

/**
 * The neighbours that a sentence needs beside it in a quotation: the one before when it begins with a reference to
 * that, the one after when that leans on it, and either when it holds terms of the question that the sentence lacks.
 * The more needed one is first; none is across an empty line. The spans point into the document's text.
 */
export function sentencesAround({ passage, sentences, features }: Reading, at: number): Span[] {
  const [before, sentence, after] = [sentences[at - 1], sentences[at], sentences[at + 1]]
  if (!sentence) return []
  const { before: completedBefore = 0, after: completedAfter = 0 } = features[at] ?? {}
  const isNear = (first: Span, second: Span) =>
    !passage.text.slice(first.end - passage.start, second.start - passage.start).includes('\n\n')
  const needs = []
  if (before && isNear(before, sentence))
    needs.push({ span: before, need: completedBefore + (leansBack(sentence.text) ? LEANS : 0) })
  if (after && isNear(sentence, after))
    needs.push({ span: after, need: completedAfter + (leansBack(after.text) ? LEANS : 0) })
  return needs
    .filter(({ need }) => need >= COMPLETES)
    .toSorted((a, b) => b.need - a.need)
    .map(({ span: { start, end } }) => ({ start, end }))
}
