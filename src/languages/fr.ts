/** French. */
import type { LanguageRules } from './rules.ts'

export const fr: LanguageRules = {
  decimalMarks: [','],
  groupMarks: [' ', '.'],
  magnitudes: {
    mille: 1e3,
    million: 1e6,
    millions: 1e6,
    milliard: 1e9,
    milliards: 1e9,
    billion: 1e12,
    billions: 1e12,
  },
}
