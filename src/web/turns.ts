/** One request to a host at a time, with a pause after each. */
import { setTimeout as wait } from 'node:timers/promises'

export type Turns = <Result>(
  host: string,
  signal: AbortSignal | undefined,
  run: () => Promise<Result>,
) => Promise<Result>

/** Takes the pause in milliseconds. What is called for one host runs in the order of the calls. */
export function createTurns(pause: number): Turns {
  const last = new Map<string, Promise<void>>()
  return async (host, signal, run) => {
    const before = last.get(host)
    const { promise: done, resolve: finish } = Promise.withResolvers<void>()
    const mine = Promise.all([before, done]).then(() => {})
    last.set(host, mine)
    try {
      await unlessAborted(before, signal)
      return await run()
    } finally {
      void wait(pause).then(() => {
        finish()
        if (last.get(host) === mine) last.delete(host)
      })
    }
  }
}

async function unlessAborted(before: Promise<void> | undefined, signal: AbortSignal | undefined) {
  signal?.throwIfAborted()
  if (!before) return
  if (!signal) return before
  const { promise, reject } = Promise.withResolvers<never>()
  const abort = () => reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  try {
    await Promise.race([before, promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
