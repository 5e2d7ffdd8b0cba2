/** Faults that a person can be told in a sentence, though the request is not to blame. */
import { UserError } from '../command/context.ts'
import { isDiskFull } from '../disk/full.ts'
import { IndexFilling, percentOf } from '../store/index-state.ts'

/** The sentence for a fault that passes; undefined for one that only the log can explain. */
export function passingFault(error: unknown): UserError | undefined {
  if (error instanceof IndexFilling)
    return new UserError('error.filling', { percent: percentOf(error.filling) })
  return isDiskFull(error) ? new UserError('error.diskFull') : undefined
}
