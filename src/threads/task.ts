/** A thread's side: what comes with each task, and what a pooled thread says before it starts one. */
import { parentPort, threadId } from 'node:worker_threads'

/** A task on its way to a pool's thread. */
export type Numbered<Task> = { id: number; task: Task }
/** `usedMicros` is the processor time of the thread so far. */
export type Begun = { begun: number; thread: number; usedMicros: number }

/** Every handler of a pool's tasks calls this first: limits count from here on. */
export function begin({ id }: Numbered<unknown>): void {
  const { user, system } = process.threadCpuUsage()
  parentPort?.postMessage({ begun: id, thread: threadId, usedMicros: user + system } satisfies Begun)
}

/** A task on its way to a thread of the program's own. */
export type Stoppable<Task> = { task: Task; stop: Int32Array }

/** True once nobody waits for the task any more. */
export const isStopped = ({ stop }: Stoppable<unknown>): boolean => Atomics.load(stop, 0) === 1
