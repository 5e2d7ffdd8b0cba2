/** Turkish. */
import type { LanguageRules } from './rules.ts'

export const tr: LanguageRules = {
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
}
