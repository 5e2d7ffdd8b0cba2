/** What stands above a claim's quotations. */
import type { CheckedClaim } from '../brief/check/checked.ts'
import type { Key } from './language.ts'

const VERDICTS = {
  supported: 'check.supported',
  contradicted: 'check.contradicted',
  not_in_corpus: 'check.notInCorpus',
} as const satisfies Record<NonNullable<CheckedClaim['verdict']>, Key>

/** The key of the verdict on a claim, or of what there is instead of one; it never denies what stands below it. */
export function verdictKey({ verdict, quotes }: Pick<CheckedClaim, 'verdict' | 'quotes'>) {
  if (verdict === 'not_in_corpus' && quotes.length > 0) return 'check.absentNear'
  if (verdict) return VERDICTS[verdict]
  return quotes.length > 0 ? 'check.closest' : 'check.nothing'
}
