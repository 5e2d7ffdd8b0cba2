/** The main thread's side of the reading thread. */
import { unlessAborted } from '../threads/abort.ts'
import { openThread } from '../threads/thread.ts'
import type { Outline, OutlineRequest } from './outline.ts'

export type Reader = {
  /** Rejects with the signal's reason when aborted, and with an Error when the thread fails. */
  outline: (request: OutlineRequest, signal: AbortSignal) => Promise<Outline>
  close: () => Promise<void>
}

/** The thread keeps what it has read and grouped for the next request. */
export function openReader(dataDir: string): Reader {
  const thread = openThread<OutlineRequest, Outline>(new URL('./reader-worker.ts', import.meta.url), {
    does: 'reads the news',
    data: { dataDir },
  })
  return {
    outline: async (request, signal) => {
      signal.throwIfAborted()
      return await unlessAborted(thread.run(request, signal), signal)
    },
    close: thread.close,
  }
}
