/** The thread that reads what is new and drafts the briefings on it. */
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { readSqlite } from '../sqlite/database.ts'
import { type CorpusTables, corpusContents } from '../store/tables.ts'
import { createEditions } from './edition.ts'
import { type Outline, type OutlineRequest, outline } from './outline.ts'

export type ToReader = { id: number; request: OutlineRequest } | { id: number; stop: true }
export type FromReader = { id: number; groupings: number } & ({ outline: Outline } | { failed: string })

const { dataDir } = workerData as { dataDir: string }
const database = readSqlite<CorpusTables>(join(dataDir, 'corpus.sqlite'), corpusContents)
const editions = createEditions(database)
const stopped = new Set<number>()
let last: Promise<void> = Promise.resolve()

async function run(id: number, request: OutlineRequest): Promise<void> {
  const check = async () => {
    // Lets the message in that says so.
    await setImmediate()
    if (stopped.has(id)) throw new Error('It is not wanted any more.')
  }
  const send = (answer: { outline: Outline } | { failed: string }) =>
    parentPort?.postMessage({ id, groupings: editions.groupings(), ...answer } satisfies FromReader)
  try {
    await check()
    send({ outline: await outline(request, database, editions, check) })
  } catch (error) {
    send({ failed: error instanceof Error ? error.message : String(error) })
  } finally {
    stopped.delete(id)
  }
}

parentPort?.on('message', (message: ToReader) => {
  if ('stop' in message) stopped.add(message.id)
  else last = last.then(() => run(message.id, message.request))
})
