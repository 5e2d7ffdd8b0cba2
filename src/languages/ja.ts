/** Japanese. */
import { stopwords } from '@orama/stopwords/japanese'
import type { LanguageRules } from './rules.ts'

export const ja: LanguageRules = {
  isUnspaced: true,
  numbers: {
    decimalMarks: ['.'],
    groupMarks: [','],
    magnitudes: {
      百: 100,
      千: 1e3,
      万: 1e4,
      億: 1e8,
      兆: 1e12,
    },
  },
  terms: { stem: (word) => word, stopWords: stopwords },
}
