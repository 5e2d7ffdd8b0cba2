/** A pooled thread's side: what it says of each task before it starts it. */
import { parentPort, threadId } from 'node:worker_threads'

/** A task on its way to a thread. */
export type Numbered<Task> = { id: number; task: Task }
/** `usedMicros` is the processor time of the thread so far. */
export type Begun = { begun: number; thread: number; usedMicros: number }

/** Every handler of a pool's tasks calls this first: limits count from here on. */
export function begin({ id }: Numbered<unknown>): void {
  const { user, system } = process.threadCpuUsage()
  parentPort?.postMessage({ begun: id, thread: threadId, usedMicros: user + system } satisfies Begun)
}
