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
  stops: {
    leading: /p\.\s?es|ad es|cfr?|ca|circa/,
    abbreviations: /S\.\s?p\.\s?A|febb|giu|lug|sett|ott/,
    numbered: /[Aa]rtt?|[Nn]|[Nn]n|[Pp]agg?|[Pp]p?|[Vv]ol|[Cc]ap|[Ff]ig|[Cc]o|[Tt]el|[Cc]omma/,
    closing: /ecc|[ad]\.\s?C/,
  },
  names: { particles: 'de la di da della del e', links: null },
  pages: { label: /pagina/, of: /di/, byline: null },
}
