/** The thread that reads what is new and drafts the briefings on it. */
import { workerData } from 'node:worker_threads'
import { readStore } from '../store/store.ts'
import { createSlots } from '../threads/slots.ts'
import { isStopped, type Stoppable } from '../threads/task.ts'
import { createEditions } from './edition.ts'
import { type Outline, type OutlineRequest, outline } from './outline.ts'

const { dataDir } = workerData as { dataDir: string }
const store = readStore(dataDir)
const editions = createEditions(store)
const inTurn = createSlots(1)

/** Drafts one briefing, after those asked for before. */
export default async function read(asked: Stoppable<OutlineRequest>): Promise<Outline> {
  const check = () => {
    if (isStopped(asked)) throw new Error('It is not wanted any more.')
  }
  return await inTurn(async () => {
    check()
    return await outline(asked.task, store, editions, check)
  })
}
