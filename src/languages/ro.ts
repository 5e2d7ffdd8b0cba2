/** Romanian. */
import type { LanguageRules } from './rules.ts'

export const ro: LanguageRules = {
  decimalMarks: [','],
  groupMarks: ['.', ' '],
  magnitudes: {
    mld: 1e9,
    mie: 1e3,
    mii: 1e3,
    milion: 1e6,
    milioane: 1e6,
    miliard: 1e9,
    miliarde: 1e9,
  },
}
