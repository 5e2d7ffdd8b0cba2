/** Sentences as drafts of points. */
import { citationsOf, type Evidence } from '../evidence.ts'
import { quotationOf } from '../extract.ts'
import type { Draft, Marks } from '../writer.ts'

/** A point that is a sentence by itself, or with the one that it leans on; both are quoted. */
export function draftOf(sentence: Evidence, marks: Marks = {}): Draft {
  const { passage } = sentence
  const { start, end } = sentence.leans ? quotationOf(sentence, []) : sentence
  return {
    text: passage.text.slice(start - passage.start, end - passage.start),
    citations: citationsOf(sentence, { start, end }),
    ...marks,
  }
}

/** Whether a sentence says something by itself: it is no question, no item of a list, and announces none. */
export const isStatement = (text: string): boolean =>
  !/[?？:：]\s{0,9}["”»’]*$/u.test(text) && !(/^\p{Ll}/u.test(text) && !/[.!;。！；]["”»’]*$/u.test(text))
