/** Italian. */
import type { LanguageRules } from './rules.ts'

export const it: LanguageRules = {
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
}
