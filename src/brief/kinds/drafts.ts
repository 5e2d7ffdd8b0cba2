/** Sentences as drafts of points. */
import type { Span } from '../../document.ts'
import { citationsOf, type Evidence } from '../evidence.ts'
import { isShown, type Quoted, quotationOf } from '../extract.ts'
import type { Draft, Marks } from '../writer.ts'

/** A point that is a sentence by itself, or with the one that it leans on; both are quoted. */
export const draftOf = (sentence: Evidence, marks: Marks = {}): Draft =>
  draftWith(sentence, sentence.leans ? quotationOf(sentence, []) : sentence, marks)

/** Points of which none repeats what one before it has quoted. */
export function draftsOf(
  sentences: Evidence[],
  marksOf: (sentence: Evidence) => Marks = () => ({}),
): Draft[] {
  const shown: Quoted[] = []
  return sentences.flatMap((sentence) => {
    if (isShown(sentence.passage.document, sentence, shown)) return []
    const quotation = sentence.leans ? quotationOf(sentence, shown) : sentence
    shown.push({ sentence, quotation })
    return [draftWith(sentence, quotation, marksOf(sentence))]
  })
}

function draftWith(sentence: Evidence, { start, end }: Span, marks: Marks): Draft {
  const { passage } = sentence
  return {
    text: passage.text.slice(start - passage.start, end - passage.start),
    citations: citationsOf(sentence, { start, end }),
    ...marks,
  }
}

/** Whether a sentence says something by itself: it is no question, no item of a list, and announces none. */
export const isStatement = (text: string): boolean =>
  !/[?？:：]\s{0,9}["”»’]*$/u.test(text) && !(/^\p{Ll}/u.test(text) && !/[.!;。！；]["”»’]*$/u.test(text))
