/** Swedish. */
import { stemmer } from '@orama/stemmers/swedish'
import { stopwords } from '@orama/stopwords/swedish'
import type { LanguageRules } from './rules.ts'

export const sv: LanguageRules = {
  numbers: {
    decimalMarks: [','],
    groupMarks: [' ', '.'],
    magnitudes: {
      tusen: 1e3,
      miljon: 1e6,
      miljoner: 1e6,
      mn: 1e6,
      miljard: 1e9,
      miljarder: 1e9,
      mdr: 1e9,
    },
  },
  terms: { stem: stemmer, stopWords: stopwords },
  stops: {
    leading: /t\.\s?ex|bl\.\s?a|ca|dvs|d\.\s?v\.\s?s|resp|inkl|exkl/,
    abbreviations: /mdr|jan|febr?|apr|aug|sept?|okt|nov|dec/,
    numbered: /[Nn]r|[Aa]rt|[Ss]|[Kk]l|[Tt]el|[Kk]ap/,
    closing: /osv|m\.\s?m|etc/,
  },
  names: { particles: 'av af', links: null },
}
