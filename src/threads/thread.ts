/** A thread of the program's own, for work that would block the event loop. */
import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { Entry } from './entry.ts'
import type { Stoppable } from './task.ts'

/** A thread that is still at its last task by then is cut off. */
const CLOSE_TIMEOUT_MS = 10_000

export type ThreadOptions<Message> = {
  /** For "The thread that {does} has stopped". */
  does: string
  /** What the thread finds in `workerData`. */
  data?: Record<string, string | number>
  /** Gets what the thread posts to its `parentPort`. The result of a task can overtake what was posted before it. */
  onMessage?: (message: Message) => void
}

/**
 * Opens a thread. It starts with the first task and stays, without keeping the process alive while it has none.
 * `entry` exports by default what takes a Stoppable task and returns its result; it orders tasks that must not run
 * side by side. When the thread dies, all its tasks fail, and the next task starts another thread.
 */
export function openThread<Task, Result, Message = never>(
  entry: URL,
  { does, data, onMessage = () => {} }: ThreadOptions<Message>,
) {
  let pool: Piscina<Stoppable<Task>, Result> | undefined
  let isClosed = false
  const start = () => {
    const started = startThread<Task, Result>(entry, data)
    started.on('message', onMessage)
    // A thread that fails before its first task leaves the tasks waiting.
    started.on('error', () => {
      if (pool === started) pool = undefined
      void started.destroy()
    })
    return started
  }
  const attempt = async (task: Task, signal?: AbortSignal): Promise<Result> => {
    pool ??= start()
    const stop = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
    const abort = () => Atomics.store(stop, 0, 1)
    signal?.addEventListener('abort', abort, { once: true })
    if (signal?.aborted) abort()
    try {
      return await pool.run({ task, stop })
    } catch (error) {
      throw isEnd(error)
        ? new Error(`The thread that ${does} has stopped; try again.`, { cause: error })
        : error
    } finally {
      signal?.removeEventListener('abort', abort)
    }
  }
  return {
    /** Throws what the thread throws. A task whose signal is aborted ends as soon as it looks. */
    run: async (task: Task, signal?: AbortSignal): Promise<Result> => {
      if (isClosed) throw new Error(`The thread that ${does} is closed.`)
      return await attempt(task, signal)
    },
    /** Ends the thread, after a last task if there is one; what it is still at fails. */
    close: async (last?: Task): Promise<void> => {
      isClosed = true
      if (last !== undefined && pool)
        await Promise.race([attempt(last), wait(CLOSE_TIMEOUT_MS, undefined, { ref: false })])
      await pool?.destroy()
    },
  }
}

function startThread<Task, Result>(entry: URL, data: Record<string, string | number> = {}) {
  // Below the folder that was asked for, Node keeps one for each of its versions.
  const cached = getCompileCacheDir()
  const compileCache = cached && dirname(cached)
  return new Piscina<Stoppable<Task>, Result>({
    filename: fileURLToPath(new URL('./entry.ts', import.meta.url)),
    minThreads: 0,
    maxThreads: 1,
    concurrentTasksPerWorker: Number.POSITIVE_INFINITY,
    idleTimeout: Number.POSITIVE_INFINITY,
    // A thread that waits by Atomics would hold up its timers.
    atomics: 'disabled',
    recordTiming: false,
    workerData: { ...data, entry: entry.href, compileCache } satisfies Entry,
  })
}

/** What piscina says of a thread that ended, while the thread itself said nothing. */
const isEnd = (error: unknown) =>
  error instanceof Error && /^(?:Terminating worker thread|worker exited)/.test(error.message)
