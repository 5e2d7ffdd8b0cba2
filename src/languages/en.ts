/** English. */
import type { LanguageRules } from './rules.ts'

export const en: LanguageRules = {
  decimalMarks: ['.'],
  groupMarks: [','],
  magnitudes: {
    hundred: 100,
    dozen: 12,
    lakhs: 1e5,
    crores: 1e7,
    cr: 1e7,
    thousand: 1e3,
    k: 1e3,
    million: 1e6,
    millions: 1e6,
    mn: 1e6,
    mln: 1e6,
    m: 1e6,
    billion: 1e9,
    billions: 1e9,
    bn: 1e9,
    b: 1e9,
    trillion: 1e12,
    trillions: 1e12,
    tn: 1e12,
    crore: 1e7,
    lakh: 1e5,
  },
}
