/** The thread that writes the corpus: whatever parses, splits or analyses documents runs here, one job at a time. */
import { parentPort, workerData } from 'node:worker_threads'
import { openLock, openSqlite } from '../sqlite.ts'
import { synchroniseFolder } from './ingest.ts'
import type { Item } from './item.ts'
import { openIndex } from './passage-index.ts'
import { type CorpusTables, corpusContents, corpusMigrations } from './tables.ts'
import { empty, type IngestJob, type Progress, type SyncResult } from './work.ts'
import { createWriter } from './writer.ts'

export type Job =
  | { kind: 'synchronise'; folder: string }
  | { kind: 'import'; path: string; collection: string }
  | { kind: 'add'; items: Item[]; collection: string }
  | { kind: 'remove'; ids: string[]; collection: string }
  | { kind: 'recover' }
export type ToWorker = { id: number; job: Job } | { id: number; stop: true } | { close: true }
export type FromWorker =
  | { kind: 'progress'; id: number; progress: Progress }
  | { kind: 'committed' }
  | { kind: 'done'; id: number; result: SyncResult | null }
  | { kind: 'failed'; id: number; message: string }

/** Progress is told at most this often, in milliseconds. */
const PROGRESS_INTERVAL = 1000
/** Few new passages are folded into the index when nothing has happened for so long. In milliseconds. */
const IDLE = 5000

const { database: databasePath, index: indexAddress } = workerData as { database: string; index: string }
const send = (message: FromWorker) => parentPort?.postMessage(message)
const stopped = new Set<number>()
let parts: ReturnType<typeof open> | undefined
let closing = false
let idle: NodeJS.Timeout | undefined
let last: Promise<void> = Promise.resolve()

/** Opens the store at the first job: the main thread makes it, while this one is still loading its code. */
async function open() {
  const database = await openSqlite<CorpusTables>(databasePath, corpusMigrations, corpusContents)
  const lock = openLock(`${databasePath}.lock`)
  const index = await openIndex(indexAddress, lock)
  const writer = createWriter(database, index, lock, () => send({ kind: 'committed' }))
  return { database, index, lock, writer }
}

async function run(id: number, job: Job): Promise<SyncResult | null> {
  let told = Date.now()
  const progress = (state: Progress) => {
    if (Date.now() - told < PROGRESS_INTERVAL) return
    told = Date.now()
    send({ kind: 'progress', id, progress: state })
  }
  parts ??= open()
  const { database, writer } = await parts
  const work = { database, writer, progress, stopped: () => closing || stopped.has(id) }
  if (job.kind === 'recover') {
    await writer.recover()
    return null
  }
  await writer.finish()
  const result = await written(job, work)
  if (!closing && result.added + result.updated > 0) await writer.settle('done')
  return result
}

async function written(job: Exclude<Job, { kind: 'recover' }>, work: IngestJob): Promise<SyncResult> {
  if (job.kind === 'synchronise') return await synchroniseFolder(job.folder, work)
  if (job.kind === 'import')
    return await (await import('./import.ts')).importFile(job.path, job.collection, work)
  const { addItems, removeDocuments } = await import('./add.ts')
  const items =
    job.kind === 'add'
      ? await addItems(job.items, job.collection, work)
      : await removeDocuments(job.ids, job.collection, work)
  const count = (kind: string) => items.filter((item) => item.kind === kind).length
  return { ...empty(), added: count('added'), updated: count('updated'), removed: count('removed'), items }
}

/** Folds the last few passages into the index once nothing else is to be done. */
function settleWhenIdle(): void {
  clearTimeout(idle)
  idle = setTimeout(() => {
    last = last.then(async () => (await parts)?.writer.settle('idle')).catch(() => {})
  }, IDLE)
}

async function close(): Promise<void> {
  closing = true
  clearTimeout(idle)
  await last
  clearTimeout(idle)
  // The thread that parses files would keep this one alive.
  await (await import('./formats/sandbox.ts')).closeSandbox()
  const opened = await parts?.catch(() => undefined)
  opened?.index.connection.close()
  opened?.lock.close()
  await opened?.database.destroy()
  parentPort?.close()
}

parentPort?.on('message', (message: ToWorker) => {
  if ('close' in message) {
    void close()
    return
  }
  if ('stop' in message) {
    stopped.add(message.id)
    return
  }
  const { id, job } = message
  clearTimeout(idle)
  last = last
    .then(() => run(id, job))
    .then(
      (result) => send({ kind: 'done', id, result }),
      (error) =>
        send({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) }),
    )
    .then(settleWhenIdle)
})
