/** Arabic. */
import { stemmer } from '@orama/stemmers/arabic'
import { stopwords } from '@orama/stopwords/arabic'
import type { LanguageRules } from './rules.ts'

export const ar: LanguageRules = {
  numbers: {
    decimalMarks: ['٫', '.'],
    groupMarks: ['٬', ','],
    magnitudes: {
      ألف: 1e3,
      آلاف: 1e3,
      مليون: 1e6,
      ملايين: 1e6,
      مليار: 1e9,
      مليارات: 1e9,
      تريليون: 1e12,
    },
  },
  terms: { stem: stemmer, stopWords: stopwords },
  names: { particles: 'al el bin ibn abu ben ul ud ad as bint', links: /al/ },
}
