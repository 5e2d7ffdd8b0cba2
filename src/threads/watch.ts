/** Limits on one task of a thread: processor time, memory, and patience with one that does nothing. */
import type { Worker } from 'node:worker_threads'
import type { Begun } from './task.ts'

export type Limits = {
  /** What the task's own thread may use: the time of others on a busy machine does not count. */
  processorMs: number
  /** For a task that waits for what never comes. Far more than processor time takes on a busy machine. */
  patienceMs: number
  /** Unpacked data is outside of what a thread's own limit counts: the whole process may grow by so many bytes. */
  growthBytes: number
}
/** The limits that depend on the machine, not on what is parsed. */
export const USUAL_LIMITS = { patienceMs: 300_000, growthBytes: 1_500_000_000 }

export type Reason = 'time' | 'memory' | 'start' | 'damage'

/** For a thread's start. */
const START_TIMEOUT_MS = 60_000
/** Between two looks at a task. */
const LOOK_INTERVAL_MS = 100

/** Of all pools: which task makes the process grow is known by comparing them. */
const running = new Set<Watched>()
type Watched = { before: number; memory: number; giveUp: (reason: Reason) => void }

/**
 * Watches a task, from before it is given to a thread. `giveUp` is called once at most, and not after `stop`.
 */
export function watchTask(limits: Limits, giveUp: (reason: Reason) => void) {
  let interval: NodeJS.Timeout | undefined
  let timer = setTimeout(() => giveUp('start'), START_TIMEOUT_MS)
  let watched: Watched | undefined
  const stop = () => {
    clearTimeout(timer)
    clearInterval(interval)
    if (watched) running.delete(watched)
  }
  const end = (reason: Reason) => {
    stop()
    giveUp(reason)
  }
  return {
    stop,
    begin: (worker: Worker, { usedMicros }: Begun) => {
      clearTimeout(timer)
      timer = setTimeout(() => end('time'), limits.patienceMs)
      const own: Watched = { before: process.memoryUsage.rss(), memory: 0, giveUp: end }
      watched = own
      running.add(own)
      let isAsked = false
      const look = async () => {
        // A thread within one long call answers only afterwards.
        if (isAsked) return
        isAsked = true
        const used = await usageOf(worker)
        isAsked = false
        if (!used || !running.has(own)) return
        own.memory = used.bytes
        if (used.micros - usedMicros > limits.processorMs * 1000) end('time')
      }
      interval = setInterval(() => {
        if (process.memoryUsage.rss() - own.before > limits.growthBytes) giveUpLargest()
        void look()
      }, LOOK_INTERVAL_MS)
    },
  }
}

/** Ends the task that holds most; what it leaves behind for a moment is not charged to the others. */
function giveUpLargest(): void {
  const [largest, ...others] = [...running].sort((one, other) => other.memory - one.memory)
  largest?.giveUp('memory')
  for (const one of others) one.before = process.memoryUsage.rss()
}

/** Undefined when the thread has ended. */
async function usageOf(worker: Worker): Promise<{ micros: number; bytes: number } | undefined> {
  try {
    const [{ user, system }, heap] = await Promise.all([worker.cpuUsage(), worker.getHeapStatistics()])
    return { micros: user + system, bytes: heap.total_heap_size + heap.external_memory }
  } catch {
    return undefined
  }
}
