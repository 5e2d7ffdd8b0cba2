/** Dutch. */
import type { LanguageRules } from './rules.ts'

export const nl: LanguageRules = {
  decimalMarks: [','],
  groupMarks: ['.', ' '],
  magnitudes: {
    mio: 1e6,
    mld: 1e9,
    duizend: 1e3,
    miljoen: 1e6,
    mln: 1e6,
    miljard: 1e9,
    mrd: 1e9,
    biljoen: 1e12,
  },
}
