/** Whether words of two clauses are the same, without a parser: by their terms, and names by near forms too. */
import { nearness } from '../../search/features.ts'
import type { Word } from './quantity.ts'

const MIN_ALIKE = 0.5

const isSame = (a: Word, b: Word) =>
  a.term === b.term || (a.isName && b.isName && nearness(a.term, b.term) > 0)
/** Where a word stands among others; -1 when it does not. */
export const find = (word: Word, words: Word[]) => words.findIndex((other) => isSame(word, other))
export const isIn = (words: Word[]) => (word: Word) => find(word, words) >= 0

/** Names on both sides that the other lacks: two things, not one. */
export const areOtherNames = (a: Word[], b: Word[]) =>
  a.some((word) => word.isName && !isIn(b)(word)) && b.some((word) => word.isName && !isIn(a)(word))

/** No name on either side that the other lacks. */
export const haveSameNames = (a: Word[], b: Word[]) =>
  a.every((word) => !word.isName || isIn(b)(word)) && b.every((word) => !word.isName || isIn(a)(word))

/** Whether half of the words of two clauses are the same, and at least so many, one of them no name or number. */
export function isAlike(a: Word[], b: Word[], least = 1): boolean {
  const common = a.filter(isIn(b))
  return (
    common.length >= least &&
    common.some(({ isName, isNumber }) => !isName && !isNumber) &&
    common.length >= MIN_ALIKE * (a.length + b.length - common.length) &&
    !areOtherNames(a, b)
  )
}
