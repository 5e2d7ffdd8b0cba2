/** How often and how large: few and small in `npm test`, the whole in `npm run test:long`. */
import { test } from 'vitest'

/** True in `npm run test:long`, which runs every file that imports this one. */
const isLong = process.env.TEST_RUNS === 'long'

/** The count of a property's runs, of kills, or a size: `whole` in a long run, or else `few`, a tenth unless told. */
export const runs = (whole: number, few = Math.ceil(whole / 10)): number => (isLong ? whole : few)

/** A test that has no short form: skipped but in a long run where `condition` holds. */
export const longTestIf = (condition: boolean) => test.runIf(isLong && condition)

export const longTest = longTestIf(true)
