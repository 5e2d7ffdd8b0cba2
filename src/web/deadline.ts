/** A limit for a whole task whose clock starts with its first step, so that waiting for a turn does not count. */
import { Refusal } from '../refusal.ts'

export type Deadline = {
  /** Starts the clock when it does not run; the signal aborts at its end, or with the caller's. */
  start: () => AbortSignal
  stop: () => void
}

export function createDeadline(withinMs: number, signal: AbortSignal | undefined): Deadline {
  const late = new AbortController()
  const both = signal ? AbortSignal.any([signal, late.signal]) : late.signal
  let timer: NodeJS.Timeout | undefined
  return {
    start: () => {
      timer ??= setTimeout(() => late.abort(new Refusal('refusal.late')), withinMs)
      return both
    },
    stop: () => clearTimeout(timer),
  }
}
