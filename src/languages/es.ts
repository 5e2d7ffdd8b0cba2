/** Spanish. */
import type { LanguageRules } from './rules.ts'

export const es: LanguageRules = {
  decimalMarks: [','],
  groupMarks: ['.', ' '],
  magnitudes: {
    mdd: 1e6,
    m: 1e6,
    mil: 1e3,
    millón: 1e6,
    millones: 1e6,
    billón: 1e12,
    billones: 1e12,
  },
}
