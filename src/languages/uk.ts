/** Ukrainian. */
import type { LanguageRules } from './rules.ts'

export const uk: LanguageRules = {
  decimalMarks: [','],
  groupMarks: [' ', '.'],
  magnitudes: {
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
}
