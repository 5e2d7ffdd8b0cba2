/** Turkish. */
import type { LanguageRules } from './rules.ts'

export const tr: LanguageRules = {
  decimalMarks: [','],
  groupMarks: ['.'],
  magnitudes: {
    bin: 1e3,
    milyon: 1e6,
    milyar: 1e9,
    trilyon: 1e12,
  },
}
