/** Why Claude did not write a briefing, in English. */
import type { FallbackReason } from './writer.ts'

const CLAUSES: Record<FallbackReason, string> = {
  allowance: 'today’s Claude allowance is used up',
  broke_off: "Claude's answer broke off",
  cut_short: "Claude's answer was cut short",
  declined: 'Claude declined to answer',
  overloaded: 'Claude is overloaded',
  rate_limited: 'Claude is rate-limited',
  rejected_key: 'the Claude key was refused',
  rejected_request: 'Claude refused the request',
  spending_limit: 'the Claude spending limit is reached',
  stopped: 'the request was stopped',
  timeout: 'Claude took too long',
  too_large: 'the passages are too long for Claude',
  unavailable: 'Claude is unavailable',
  unfinished: 'Claude did not finish its answer',
  unknown_model: 'the Claude model does not exist',
  unreachable: 'Claude cannot be reached',
}

/** The clause for a reason. What is no reason comes back as it is: answers stored by earlier versions hold clauses. */
export const fallbackClause = (reason: string): string =>
  Object.hasOwn(CLAUSES, reason) ? CLAUSES[reason as FallbackReason] : reason
