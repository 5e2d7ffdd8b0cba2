/** Turkish. */
import { stemmer } from '@orama/stemmers/turkish'
import { stopwords } from '@orama/stopwords/turkish'
import type { LanguageRules } from './rules.ts'

export const tr: LanguageRules = {
  numbers: {
    decimalMarks: [','],
    groupMarks: ['.'],
    magnitudes: {
      mn: 1e6,
      mr: 1e9,
      bin: 1e3,
      milyon: 1e6,
      milyar: 1e9,
      trilyon: 1e12,
    },
  },
  terms: { stem: stemmer, stopWords: stopwords },
  stops: {
    leading: /[Öö]rn|[Bb]kz|yakl/,
    abbreviations: /mah|cad|sok|bul|Ltd|Şti/,
    numbered: /[Nn]o|[Ss]|[Mm]d|[Tt]el/,
    ordinals: { leads: /(?!)/, nouns: /Yüzyıl\p{L}*|yüzyıl\p{L}*|Dünya|Bölüm|Madde|Kez|kez/u },
  },
}
