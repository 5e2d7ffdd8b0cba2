/** Threads that parse without trust: a task that exceeds its limits costs its own thread, and nothing else. */
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { Piscina } from 'piscina'
import { createSlots } from './slots.ts'
import type { Begun, Numbered } from './task.ts'
import { type Limits, type Reason, watchTask } from './watch.ts'

export type PoolOptions = Limits & {
  threads: number
  /** Of each thread's own objects, in megabytes. */
  memoryMb: number
}

/** A task that came to no result: it exceeded a limit, its thread could not start, or its thread died of it. */
export class GivenUp extends Error {
  override name = 'GivenUp'
  readonly reason: Reason
  constructor(reason: Reason) {
    super(`The task was given up: ${reason}.`)
    this.reason = reason
  }
}

/** A thread without work ends after that. */
const IDLE_TIMEOUT_MS = 10_000
const YOUNG_MEMORY_MB = 64

/**
 * Opens a pool of threads, which start when there is work. `entry` exports by default what takes a Numbered task,
 * calls `begin` with it and returns its result.
 */
export function openPool<Task, Result>(entry: URL, options: PoolOptions) {
  const begins = new Map<number, (worker: Worker, begun: Begun) => void>()
  const inTurn = createSlots(options.threads)
  let pool: Piscina<Numbered<Task>, Result> | undefined
  let nextId = 1
  const start = () => {
    const started = startThreads<Task, Result>(entry, options)
    started.on('message', (begun: Begun) => {
      const worker = started.threads.find(({ threadId }) => threadId === begun.thread)
      if (worker) begins.get(begun.begun)?.(worker, begun)
    })
    return started
  }
  const attempt = async (task: Task): Promise<Result> => {
    pool ??= start()
    const id = nextId++
    const ending = new AbortController()
    let reason: Reason | undefined
    let thread: Worker | undefined
    const watch = watchTask(options, (exceeded) => {
      reason = exceeded
      ending.abort()
    })
    begins.set(id, (worker, begun) => {
      thread = worker
      watch.begin(worker, begun)
    })
    try {
      return await pool.run({ id, task }, { signal: ending.signal })
    } catch (error) {
      // Its memory is free again before the next task begins.
      await thread?.terminate()
      throw new GivenUp(reason ?? reasonOf(error))
    } finally {
      watch.stop()
      begins.delete(id)
    }
  }
  return {
    /** Returns what the entry returns; tasks begin in the order given. Throws GivenUp. */
    run: (task: Task) => inTurn(() => attempt(task)),
    /** Ends the threads, and gives up what they are at. */
    close: async () => {
      await pool?.destroy()
      pool = undefined
    },
  }
}

function startThreads<Task, Result>(entry: URL, { threads, memoryMb }: PoolOptions) {
  const pool = new Piscina<Numbered<Task>, Result>({
    filename: fileURLToPath(entry),
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE_TIMEOUT_MS,
    // A thread that waits by Atomics would hold up what a library still promises itself.
    atomics: 'disabled',
    recordTiming: false,
    // Of the environment they see nothing else.
    env: { TMPDIR: tmpdir() },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MEMORY_MB },
  })
  // What comes too late is nobody's failure.
  pool.on('error', () => {})
  return pool
}

const reasonOf = (error: unknown): Reason =>
  (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'damage'
