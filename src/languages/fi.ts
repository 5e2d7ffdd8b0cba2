/** Finnish. */
import { stemmer } from '@orama/stemmers/finnish'
import { stopwords } from '@orama/stopwords/finnish'
import type { LanguageRules } from './rules.ts'

export const fi: LanguageRules = {
  numbers: {
    decimalMarks: [','],
    groupMarks: [' ', '.'],
    magnitudes: {
      tuhannen: 1e3,
      miljoonan: 1e6,
      miljardin: 1e9,
      tuhat: 1e3,
      tuhatta: 1e3,
      miljoona: 1e6,
      miljoonaa: 1e6,
      milj: 1e6,
      miljardi: 1e9,
      miljardia: 1e9,
      mrd: 1e9,
    },
  },
  terms: { stem: stemmer, stopWords: stopwords },
  stops: {
    leading: /esim|vrt/,
    abbreviations: /milj|mrd/,
    numbered: /[Nn]ro|[Ss]|[Aa]rt|[Pp]uh/,
    closing: /jne|ym|yms/,
    ordinals: { leads: /(?!)/, nouns: /(?:kerran|kerta|sija)/ },
  },
}
