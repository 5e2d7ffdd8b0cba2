/** Which sentences are quoted together: one that says "he" or "this", and one that holds half of what was asked. */
import type { Span } from '../document.ts'
import type { Reading } from '../search/search.ts'

/** Words that may stand before the reference: "However, most of them …". */
const LEAD_IN =
  'however|but|and|also|then|later|thus|therefore|moreover|furthermore|instead|still|yet|soon|today|afterwards|in addition|at first|initially|eventually|finally|most|some|many|several|both|all|each|one|two|neither|either|none|few|any|of|jedoch|aber|auch|doch|sin embargo|además|también|pero|mais|cependant|aussi|однако|также|но|при этом|затем|позже|большинство|из'
const REFERENCE =
  'it|its|he|his|she|her|they|their|them|this|these|that|those|such|er|sie|es|dies\\p{L}*|él|ella|ellos|ellas|esto|este|esta|estos|estas|ese|esa|il|elle|ils|elles|ce|cette|ces|он|она|оно|они|это|этот|эта|эти|его|её|их|них'
const LEANING = new RegExp(
  `^["“”'‘«„]?(?:(?:${LEAD_IN})[ ,]+){0,3}(?:${REFERENCE})(?![\\p{L}\\p{M}])|^(?:但|然而|此外|后来|同时|因此)?[，]?(?:他|她|它|这|那|该|其)`,
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
