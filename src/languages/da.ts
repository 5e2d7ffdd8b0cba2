/** Danish. */
import { stemmer } from '@orama/stemmers/danish'
import { stopwords } from '@orama/stopwords/danish'
import { stops } from './danish-norwegian.ts'
import type { LanguageRules } from './rules.ts'

export const da: LanguageRules = {
  numbers: {
    decimalMarks: [','],
    groupMarks: ['.', ' '],
    magnitudes: {
      tusind: 1e3,
      mio: 1e6,
      million: 1e6,
      millioner: 1e6,
      mia: 1e9,
      milliard: 1e9,
      milliarder: 1e9,
      billion: 1e12,
      billioner: 1e12,
    },
  },
  terms: { stem: stemmer, stopWords: stopwords },
  stops,
  names: { particles: 'af', links: null },
}
