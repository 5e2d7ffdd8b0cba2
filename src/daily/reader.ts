/** The main thread's side of the reading thread. */
import { unlessAborted } from '../threads/abort.ts'
import { openThread } from '../threads/thread.ts'
import type { Outline, OutlineRequest } from './outline.ts'
import type { Read } from './reader-worker.ts'

export type Reader = {
  /** Rejects with the signal's reason when aborted, and with an Error when the thread fails. */
  outline: (request: OutlineRequest, signal: AbortSignal) => Promise<Outline>
  /** How often documents have been grouped since the thread was started. */
  groupings: () => number
  close: () => Promise<void>
}

/** The thread keeps what it has read and grouped for the next request. */
export function openReader(dataDir: string): Reader {
  const thread = openThread<OutlineRequest, Read>(new URL('./reader-worker.ts', import.meta.url), {
    does: 'reads the news',
    data: { dataDir },
  })
  let groupings = 0
  return {
    outline: async (request, signal) => {
      signal.throwIfAborted()
      const read = await unlessAborted(thread.run(request, signal), signal)
      groupings = read.groupings
      return read.outline
    },
    groupings: () => groupings,
    close: thread.close,
  }
}
