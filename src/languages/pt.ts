/** Portuguese. */
import { stemmer } from '@orama/stemmers/portuguese'
import { stopwords } from '@orama/stopwords/portuguese'
import type { LanguageRules } from './rules.ts'

export const pt: LanguageRules = {
  numbers: {
    decimalMarks: [','],
    groupMarks: ['.', ' '],
    magnitudes: {
      mi: 1e6,
      bi: 1e9,
      tri: 1e12,
      mil: 1e3,
      milhão: 1e6,
      milhões: 1e6,
      bilhão: 1e9,
      bilhões: 1e9,
      trilhão: 1e12,
      trilhões: 1e12,
    },
    ordinals: /o|os|a|as/,
  },
  terms: { stem: stemmer, stopWords: stopwords },
  stops: {
    leading: /p\.\s?ex|cf|[Aa]prox/,
    abbreviations: /Srs?|Sra|Srª|Dra?|Profa?|Av|Ltda|Cia|R/,
    numbered: /[Aa]rts?|[Nn]|[Nn]º|[Pp]ágs?|[Pp]p?|[Vv]ol|[Cc]ap|[Ff]ig|[Tt]el/,
    closing: /etc|[ad]\.\s?C/,
  },
  names: { particles: 'dos das do da de e', links: null },
}
