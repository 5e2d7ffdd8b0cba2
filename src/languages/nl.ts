/** Dutch. */
import { stemmer } from '@orama/stemmers/dutch'
import { stopwords } from '@orama/stopwords/dutch'
import type { LanguageRules } from './rules.ts'

export const nl: LanguageRules = {
  numbers: {
    decimalMarks: [','],
    groupMarks: ['.', ' '],
    magnitudes: {
      mio: 1e6,
      mld: 1e9,
      duizend: 1e3,
      miljoen: 1e6,
      mln: 1e6,
      miljard: 1e9,
      mrd: 1e9,
      biljoen: 1e12,
    },
    ordinals: /e|de/,
  },
  terms: { stem: stemmer, stopWords: stopwords },
  stops: {
    leading: /bijv|d\.\s?w\.\s?z|o\.\s?a|m\.\s?n|ca|resp|incl|excl/,
    abbreviations: /mln|mld|dhr|mevr|mr|ir|ing|drs|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec/,
    numbered: /[Nn]r|[Aa]rt|[Bb]lz|[Pp]p?|[Hh]fst|[Tt]el/,
    closing: /enz|etc|e\.\s?d/,
  },
  names: { particles: 'van der den de ter ten', links: /van/ },
}
