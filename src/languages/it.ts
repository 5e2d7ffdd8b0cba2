/** Italian. */
import { stemmer } from '@orama/stemmers/italian'
import { stopwords } from '@orama/stopwords/italian'
import type { LanguageRules } from './rules.ts'

export const it: LanguageRules = {
  numbers: {
    decimalMarks: [','],
    groupMarks: ['.', ' '],
    magnitudes: {
      k: 1e3,
      mila: 1e3,
      mille: 1e3,
      milione: 1e6,
      milioni: 1e6,
      mln: 1e6,
      miliardo: 1e9,
      miliardi: 1e9,
      mld: 1e9,
    },
  },
  terms: { stem: stemmer, stopWords: stopwords },
  names: { particles: 'de la di da della del e', links: null },
  pages: { label: /pagina/, of: /di/, byline: null },
}
