/** The main thread's side of the writing thread. */
import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Progress, SyncResult } from '../ingest/batch.ts'
import type { Anew } from '../store/kept-index.ts'
import type { FromWorker, Job, ToWorker } from './worker.ts'

/** A worker that has not ended by then is cut off, in milliseconds; the next start finishes its work. */
const PATIENCE = 10_000

export type WorkOptions = {
  onProgress?: ((progress: Progress) => void) | undefined
  signal?: AbortSignal | undefined
}

type Waiting = {
  resolve: (result: SyncResult | null) => void
  reject: (error: Error) => void
  onProgress?: WorkOptions['onProgress']
  settled: () => void
}

export type WorkerEvents = {
  /** What a search sees has changed. */
  refresh: () => Promise<void>
  onAnew: (why: Anew) => void
  /** Filling a new index is held up by a fault; null when it goes on. */
  onFilling: (fault: Error | null) => void
}

/** Starts the writing thread. Its jobs run one after the other; a thread that dies fails the jobs that wait. */
export function startWorker(database: string, index: string, { refresh, onAnew, onFilling }: WorkerEvents) {
  // Below the folder that was asked for, Node keeps one for each of its versions.
  const cached = getCompileCacheDir()
  const compileCache = cached && dirname(cached)
  const worker = new Worker(new URL('./worker-entry.ts', import.meta.url), {
    workerData: { database, index, compileCache },
  })
  const waiting = new Map<number, Waiting>()
  let nextId = 1
  let hasExited = false
  let refreshed: Promise<void> = Promise.resolve()
  const settle = (id: number, then: (job: Waiting) => void) => {
    const job = waiting.get(id)
    waiting.delete(id)
    job?.settled()
    // What a finished job has written is found by whoever waited for it.
    void refreshed.then(() => job && then(job))
  }
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'committed') refreshed = refreshed.then(refresh).catch(() => {})
    else if (message.kind === 'progress') waiting.get(message.id)?.onProgress?.(message.progress)
    else if (message.kind === 'anew') onAnew(message.why)
    else if (message.kind === 'filling') onFilling(message.fault === null ? null : new Error(message.fault))
    else if (message.kind === 'done') settle(message.id, (job) => job.resolve(message.result))
    else settle(message.id, (job) => job.reject(new Error(message.message)))
  })
  const fail = (error: Error) => {
    for (const id of [...waiting.keys()]) settle(id, (job) => job.reject(error))
  }
  worker.on('error', fail)
  const exit = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      hasExited = true
      fail(new Error('The corpus worker has stopped; restart the program.'))
      resolve()
    })
  })
  const post = (message: ToWorker) => worker.postMessage(message)
  return {
    busy: () => waiting.size > 0,
    /** Goes on filling a new index, unless another process does. */
    fill: () => post({ fill: true }),
    run: (job: Job, { onProgress, signal }: WorkOptions = {}) =>
      new Promise<SyncResult | null>((resolve, reject) => {
        if (hasExited) throw new Error('The corpus is closed.')
        const id = nextId++
        const abort = () => post({ id, stop: true })
        const settled = () => signal?.removeEventListener('abort', abort)
        waiting.set(id, { resolve, reject, onProgress, settled })
        signal?.addEventListener('abort', abort)
        if (signal?.aborted) abort()
        post({ id, job })
      }),
    /** Ends the job at hand after its current batch. */
    stop: async () => {
      if (hasExited) return
      post({ close: true })
      const patience = setTimeout(() => void worker.terminate(), PATIENCE)
      await exit
      clearTimeout(patience)
    },
  }
}
