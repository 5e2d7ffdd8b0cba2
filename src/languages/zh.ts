/** Chinese. */
import type { LanguageRules } from './rules.ts'

export const zh: LanguageRules = {
  decimalMarks: ['.'],
  groupMarks: [','],
  magnitudes: {
    百: 100,
    千: 1e3,
    万: 1e4,
    萬: 1e4,
    亿: 1e8,
    億: 1e8,
    兆: 1e12,
  },
}
