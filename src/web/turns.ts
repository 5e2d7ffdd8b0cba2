/** One request to a host at a time, with a pause after each. */
import { setTimeout as wait } from 'node:timers/promises'
import { unlessAborted } from '../threads/abort.ts'

export type Turns = <Result>(
  host: string,
  signal: AbortSignal | undefined,
  run: () => Promise<Result>,
) => Promise<Result>

/** What is called for one host runs in the order of the calls. */
export function createTurns(pauseMs: number): Turns {
  const last = new Map<string, Promise<void>>()
  return async (host, signal, run) => {
    const before = last.get(host) ?? Promise.resolve()
    const { promise: done, resolve: finish } = Promise.withResolvers<void>()
    const mine = Promise.all([before, done]).then(() => {})
    last.set(host, mine)
    try {
      await unlessAborted(before, signal)
      return await run()
    } finally {
      void wait(pauseMs).then(() => {
        finish()
        if (last.get(host) === mine) last.delete(host)
      })
    }
  }
}
