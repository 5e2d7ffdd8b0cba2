/** Asks Claude, when it may be asked: an allowance is taken first, and given back when Claude does not write. */
import { type FallbackReason, WriterFailure } from './writer.ts'

/** Why Claude may not be used now, or how to give back what was taken from the allowance for it. */
export type Permission = () => Promise<FallbackReason | { giveBack: () => Promise<void> }>

/** What Claude made of it, or why there is nothing. Without a permission it may always be asked. */
export async function askWithin<Made>(
  permission: Permission | undefined,
  ask: () => Promise<Made>,
): Promise<{ made: Made; reason: null } | { made: null; reason: FallbackReason }> {
  const permitted = await permission?.()
  if (typeof permitted === 'string') return { made: null, reason: permitted }
  try {
    return { made: await ask(), reason: null }
  } catch (error) {
    await permitted?.giveBack()
    if (error instanceof WriterFailure) return { made: null, reason: error.reason }
    throw error
  }
}
