/** Sentences as drafts of points. */
import type { Evidence } from '../evidence.ts'
import { quotationOf } from '../extract.ts'
import type { Draft, Marks } from '../writer.ts'

/** A point that is a sentence by itself, or with the one that it leans on; both are quoted. */
export function draftOf(sentence: Evidence, marks: Marks = {}): Draft {
  const { passage } = sentence
  const { start, end } = sentence.leans ? quotationOf(sentence, []) : sentence
  return {
    text: passage.text.slice(start - passage.start, end - passage.start),
    citations: [{ document: passage.document, hash: passage.hash, start, end }],
    ...marks,
  }
}
