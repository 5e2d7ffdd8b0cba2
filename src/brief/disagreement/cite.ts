/** Which quotation shows a sentence. */
import type { Evidence } from '../evidence.ts'
import type { Citation, Draft } from '../writer.ts'

/** The sentence before, where it is quoted with this one. */
export const before = ({ around, start }: Evidence) => around.find(({ end }) => end <= start)

/** The sentence, with the one that it leans on, or the quotation of a point that holds it. */
export function citationOf(sentence: Evidence, points: Draft[]): Citation {
  const { document, hash } = sentence.passage
  const start = (sentence.leans ? before(sentence) : sentence)?.start ?? sentence.start
  const { end } = sentence
  const held = points
    .flatMap(({ citations }) => citations)
    .find((one) => one.document === document && one.hash === hash && one.start <= start && one.end >= end)
  return held ?? { document, hash, start, end }
}
