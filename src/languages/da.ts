/** Danish. */
import { stemmer } from '@orama/stemmers/danish'
import { stopwords } from '@orama/stopwords/danish'
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
  names: { particles: 'af', links: null },
}
