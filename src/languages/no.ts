/** Norwegian. */
import { stemmer } from '@orama/stemmers/norwegian'
import { stopwords } from '@orama/stopwords/norwegian'
import { stops } from './danish-norwegian.ts'
import type { LanguageRules } from './rules.ts'

export const no: LanguageRules = {
  numbers: {
    decimalMarks: [','],
    groupMarks: [' ', '.'],
    magnitudes: {
      tusen: 1e3,
      million: 1e6,
      millioner: 1e6,
      mill: 1e6,
      milliard: 1e9,
      milliarder: 1e9,
      mrd: 1e9,
    },
  },
  terms: { stem: stemmer, stopWords: stopwords },
  stops,
}
