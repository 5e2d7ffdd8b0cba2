/** Japanese. */
import type { LanguageRules } from './rules.ts'

export const ja: LanguageRules = {
  decimalMarks: ['.'],
  groupMarks: [','],
  magnitudes: {
    百: 100,
    千: 1e3,
    万: 1e4,
    億: 1e8,
    兆: 1e12,
  },
}
