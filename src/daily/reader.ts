/** The main thread's side of the reading thread. */
import { Worker } from 'node:worker_threads'
import type { Outline, OutlineRequest } from './outline.ts'
import type { FromReader, ToReader } from './reader-worker.ts'

export type Reader = {
  /** Rejects with the signal's reason when aborted, and with an Error when the thread fails. */
  outline: (request: OutlineRequest, signal: AbortSignal) => Promise<Outline>
  /** How often documents have been grouped since the thread was started. */
  groupings: () => number
  close: () => Promise<void>
}

type Waiting = { resolve: (outline: Outline) => void; reject: (reason: unknown) => void }
type Thread = { worker: Worker; waiting: Map<number, Waiting> }

/** The thread starts with the first request, and again with the next one after it has died. */
export function openReader(dataDir: string): Reader {
  let thread: Thread | undefined
  let isClosed = false
  let nextId = 1
  let groupings = 0

  const start = (): Thread => {
    const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), { workerData: { dataDir } })
    const waiting: Thread['waiting'] = new Map()
    const started: Thread = { worker, waiting }
    const fail = (error: Error) => {
      if (thread === started) thread = undefined
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    worker.on('message', (message: FromReader) => {
      groupings = message.groupings
      const job = waiting.get(message.id)
      waiting.delete(message.id)
      if ('outline' in message) job?.resolve(message.outline)
      else job?.reject(new Error(message.failed))
    })
    worker.on('error', fail)
    worker.on('exit', () => fail(new Error('The thread that reads the news has stopped; try again.')))
    return started
  }

  return {
    outline: (request, signal) =>
      new Promise<Outline>((resolve, reject) => {
        signal.throwIfAborted()
        if (isClosed) throw new Error('The daily briefings are closed.')
        thread ??= start()
        const { worker, waiting } = thread
        const id = nextId++
        const post = (message: ToReader) => worker.postMessage(message)
        const abort = () => {
          post({ id, stop: true })
          waiting.delete(id)
          reject(signal.reason)
        }
        signal.addEventListener('abort', abort, { once: true })
        const settle =
          <Value>(then: (value: Value) => void) =>
          (value: Value) => {
            signal.removeEventListener('abort', abort)
            then(value)
          }
        waiting.set(id, { resolve: settle(resolve), reject: settle(reject) })
        post({ id, request })
      }),
    groupings: () => groupings,
    close: async () => {
      isClosed = true
      await thread?.worker.terminate()
    },
  }
}
