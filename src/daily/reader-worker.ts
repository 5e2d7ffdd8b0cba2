/** The thread that reads what is new and drafts the briefings on it. */
import { join } from 'node:path'
import { workerData } from 'node:worker_threads'
import { readSqlite } from '../sqlite/database.ts'
import { type CorpusTables, corpusContents } from '../store/tables.ts'
import { createSlots } from '../threads/slots.ts'
import { isStopped, type Stoppable } from '../threads/task.ts'
import { createEditions } from './edition.ts'
import { type Outline, type OutlineRequest, outline } from './outline.ts'

/** `groupings` says how often documents have been grouped since the thread was started. */
export type Read = { outline: Outline; groupings: number }

const { dataDir } = workerData as { dataDir: string }
const database = readSqlite<CorpusTables>(join(dataDir, 'corpus.sqlite'), corpusContents)
const editions = createEditions(database)
const inTurn = createSlots(1)

/** Drafts one briefing, after those asked for before. */
export default async function read(asked: Stoppable<OutlineRequest>): Promise<Read> {
  const check = () => {
    if (isStopped(asked)) throw new Error('It is not wanted any more.')
  }
  return await inTurn(async () => {
    check()
    return {
      outline: await outline(asked.task, database, editions, check),
      groupings: editions.groupings(),
    }
  })
}
