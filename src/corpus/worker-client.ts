/** The main thread's side of the writing thread. */
import type { Progress, SyncResult } from '../ingest/batch.ts'
import type { Anew } from '../store/kept-index.ts'
import { openThread } from '../threads/thread.ts'
import type { FromWorker, Job, ToWorker, WorkerOptions, Written } from './worker.ts'

export type WorkOptions = {
  onProgress?: ((progress: Progress) => void) | undefined
  /** The job ends after its current batch, with what it has done so far. */
  signal?: AbortSignal | undefined
}

export type WorkerEvents = {
  /** What a search sees has changed. It does not throw. */
  refresh: () => Promise<void>
  onAnew: (why: Anew) => void
  /** Filling a new index is held up by a fault; null when it goes on. */
  onFilling: (fault: Error | null) => void
  /** What was added lately could not be folded into the index. */
  onUnfolded: (fault: string) => void
}

/** The writing thread. When it dies its jobs fail, and the next one finishes what was committed before. */
export function openWorker(
  dataDir: string,
  foldAfterMs: number,
  { refresh, onAnew, onFilling, onUnfolded }: WorkerEvents,
) {
  const progress = new Map<number, WorkOptions['onProgress']>()
  let nextId = 1
  let running = 0
  let refreshed: Promise<void> = Promise.resolve()
  const refreshNext = () => {
    refreshed = refreshed.then(refresh)
  }
  const thread = openThread<ToWorker, Written, FromWorker>(new URL('./worker.ts', import.meta.url), {
    does: 'writes the corpus',
    data: { dataDir, foldAfterMs } satisfies WorkerOptions,
    onMessage: (message) => {
      if (message.kind === 'committed') refreshNext()
      else if (message.kind === 'progress') progress.get(message.id)?.(message.progress)
      else if (message.kind === 'anew') onAnew(message.why)
      else if (message.kind === 'unfolded') onUnfolded(message.fault)
      else onFilling(message.fault === null ? null : new Error(message.fault))
    },
  })
  return {
    busy: () => running > 0,
    /** Goes on filling a new index, unless another process does. Throws when the thread cannot start. */
    fill: () => thread.run({ kind: 'fill' }),
    run: async (job: Job, { onProgress, signal }: WorkOptions = {}): Promise<SyncResult | null> => {
      const id = nextId++
      running += 1
      progress.set(id, onProgress)
      try {
        const { result, hasCommitted } = await thread.run({ kind: 'job', id, job }, signal)
        // The result can overtake the message that says so.
        if (hasCommitted) refreshNext()
        return result
      } finally {
        running -= 1
        progress.delete(id)
        // What a job has written is found by whoever waited for it.
        await refreshed
      }
    },
    /** Ends the jobs at hand after their current batches. */
    stop: () => thread.close({ kind: 'close' }),
  }
}
