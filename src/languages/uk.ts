/** Ukrainian. */
import { stopwords } from '@orama/stopwords/ukrainian'
import type { LanguageRules } from './rules.ts'

export const uk: LanguageRules = {
  numbers: {
    decimalMarks: [','],
    groupMarks: [' ', '.'],
    magnitudes: {
      мільйона: 1e6,
      мільйону: 1e6,
      мільйоном: 1e6,
      мільйоні: 1e6,
      мільйонам: 1e6,
      мільйонами: 1e6,
      мільйонах: 1e6,
      мільярда: 1e9,
      мільярду: 1e9,
      мільярдом: 1e9,
      мільярді: 1e9,
      мільярдам: 1e9,
      мільярдами: 1e9,
      мільярдах: 1e9,
      тисячу: 1e3,
      тисячам: 1e3,
      тисячами: 1e3,
      тисячах: 1e3,
      тисяча: 1e3,
      тисячі: 1e3,
      тисяч: 1e3,
      тис: 1e3,
      мільйон: 1e6,
      мільйони: 1e6,
      мільйонів: 1e6,
      млн: 1e6,
      мільярд: 1e9,
      мільярди: 1e9,
      мільярдів: 1e9,
      млрд: 1e9,
    },
  },
  terms: { stem: (word) => word, stopWords: stopwords },
  stops: {
    leading: /т\.\s?зв|ім|див|напр|вул|просп|пров|пл|обл|акад|проф|ген|св|(?<!\p{Nd}\s?)м/u,
    abbreviations: /тис|млн|млрд|грн|коп|дол|хв/,
    numbered: /стор|ст|с|п|пп|ч|гл|рис|табл|розд|тел|буд|кв/,
    closing: /т\.\s?д|т\.\s?п|ін|н\.\s?е|(?<=\p{Nd}\s?)рр?/u,
  },
}
