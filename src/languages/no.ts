/** Norwegian. */
import { stemmer } from '@orama/stemmers/norwegian'
import { stopwords } from '@orama/stopwords/norwegian'
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
  stops: {
    leading: /f\.\s?eks|bl\.\s?a|ca|dvs|pga|inkl|ekskl|evt/,
    abbreviations: /mio|mrd|jan|febr?|apr|aug|sept?|okt|nov|des|dec/,
    numbered: /[Nn]r|[Aa]rt|[Ss]tk|[Ss]|[Kk]l|[Tt]lf|[Kk]ap/,
    closing: /osv|m\.\s?[vm]/,
    ordinals: {
      leads: /den|det|de|til/,
      nouns: /(?:plads|plass|gang|etage|etasje|juni|juli)/,
    },
  },
}
