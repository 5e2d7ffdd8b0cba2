/** How much two texts have in common, word by word. */

export type Overlap = { precision: number; recall: number; f1: number }

/** Scripts without spaces count by the character. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{M}\p{N}])+/gu

/** The words of a text in lower case, in compatibility form. */
export const wordsOf = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(WORD) ?? []

/** The words that both texts have, each as often as both have it, among the words of the found and of the expected. */
export function overlap(found: string, expected: string): Overlap {
  const [mine, wanted] = [wordsOf(found), wordsOf(expected)]
  const left = new Map<string, number>()
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of mine) {
    const count = left.get(word) ?? 0
    if (count > 0) shared++
    left.set(word, count - 1)
  }
  const precision = mine.length > 0 ? shared / mine.length : Number(wanted.length === 0)
  const recall = wanted.length > 0 ? shared / wanted.length : 1
  return {
    precision,
    recall,
    f1:
      shared === 0
        ? Number(wanted.length + mine.length === 0)
        : (2 * precision * recall) / (precision + recall),
  }
}
