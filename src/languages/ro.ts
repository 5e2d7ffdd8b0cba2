/** Romanian. */
import { stemmer } from '@orama/stemmers/romanian'
import { stopwords } from '@orama/stopwords/romanian'
import type { LanguageRules } from './rules.ts'

export const ro: LanguageRules = {
  numbers: {
    decimalMarks: [','],
    groupMarks: ['.', ' '],
    magnitudes: {
      mld: 1e9,
      mie: 1e3,
      mii: 1e3,
      milion: 1e6,
      milioane: 1e6,
      miliard: 1e9,
      miliarde: 1e9,
    },
  },
  terms: { stem: stemmer, stopWords: stopwords },
}
