/** Work that comes due for many at the same moment, done one after another with everybody else's work between. */
import { setImmediate } from 'node:timers/promises'

let last: Promise<unknown> = Promise.resolve()

/** Resolves in a turn of the event loop of its own: what awaits it at once goes on one by one, in order. */
export function turn(): Promise<unknown> {
  last = last.then(() => setImmediate())
  return last
}
