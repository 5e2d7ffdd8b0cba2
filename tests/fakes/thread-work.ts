/** A thread of the program's own, as a test wants it. */
import { setImmediate } from 'node:timers/promises'
import { parentPort, threadId, workerData } from 'node:worker_threads'
import { isStopped, type Stoppable } from '../../src/threads/task.ts'

export type Wanted = 'answer' | 'fail' | 'throw' | 'exit' | 'stop' | 'hang'

const { fails } = workerData as { fails?: string }
if (fails) throw new Error('It does not start.')

export default async function work(wanted: Stoppable<Wanted>): Promise<number> {
  parentPort?.postMessage(wanted.task)
  if (wanted.task === 'fail') throw new Error('It failed.')
  if (wanted.task === 'exit') process.exit(1)
  if (wanted.task === 'throw')
    queueMicrotask(() => {
      throw new Error('It threw.')
    })
  if (wanted.task === 'hang' || wanted.task === 'throw') await new Promise(() => {})
  while (wanted.task === 'stop' && !isStopped(wanted)) await setImmediate()
  return threadId
}
