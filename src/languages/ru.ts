/** Russian. */
import type { LanguageRules } from './rules.ts'

export const ru: LanguageRules = {
  decimalMarks: [','],
  groupMarks: [' ', '.'],
  magnitudes: {
    тысяча: 1e3,
    тысячи: 1e3,
    тысяч: 1e3,
    тыс: 1e3,
    миллион: 1e6,
    миллиона: 1e6,
    миллионов: 1e6,
    млн: 1e6,
    миллиард: 1e9,
    миллиарда: 1e9,
    миллиардов: 1e9,
    млрд: 1e9,
    триллион: 1e12,
    триллиона: 1e12,
    триллионов: 1e12,
    трлн: 1e12,
  },
}
