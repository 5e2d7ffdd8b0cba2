/** Arabic. */
import type { LanguageRules } from './rules.ts'

export const ar: LanguageRules = {
  decimalMarks: ['٫', '.'],
  groupMarks: ['٬', ','],
  magnitudes: {
    ألف: 1e3,
    آلاف: 1e3,
    مليون: 1e6,
    ملايين: 1e6,
    مليار: 1e9,
    مليارات: 1e9,
    تريليون: 1e12,
  },
}
