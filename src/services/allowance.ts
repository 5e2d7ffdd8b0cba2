/** Whether Claude may be asked for a person: the operator's and the server's allowances. */
import type { Permission } from '../brief/permission.ts'
import type { Context } from '../command/context.ts'
import type { Ledger } from '../ledger/ledger.ts'

/** The operator's allowance in a day: answers by Claude for each person, and tokens for all together. */
export type Limits = { person: number | null; tokens: number }

/** Asks for one of Claude's answers: why there is none, or how to give it back. */
export function claimClaude(
  ledger: Ledger,
  limits: Limits,
  { person, server, settings }: Context,
): Permission {
  return async () => {
    const today = new Date().toISOString().slice(0, 10)
    if ((await ledger.tokensSince(today)) >= limits.tokens) return 'allowance'
    const allowed = { person: settings.person ?? limits.person, server: settings.server }
    const giveBack = await ledger.claimClaude({ person, server }, allowed)
    return giveBack ? { giveBack } : 'allowance'
  }
}
