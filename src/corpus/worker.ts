/** The thread that writes the corpus: whatever parses, splits or analyses documents runs here, one job at a time. */
import { parentPort, workerData } from 'node:worker_threads'
import { isDiskFull } from '../disk.ts'
import { openLock, openSqlite } from '../sqlite.ts'
import { createFiller } from './filler.ts'
import { indexState } from './index-state.ts'
import { synchroniseFolder } from './ingest.ts'
import type { Item } from './item.ts'
import { type Anew, keepIndex } from './kept-index.ts'
import { removeAside } from './passage-index.ts'
import { type CorpusTables, corpusContents, corpusMigrations } from './tables.ts'
import { empty, type IngestJob, type Progress, type SyncResult } from './work.ts'
import { createWriter } from './writer.ts'

export type Job =
  | { kind: 'synchronise'; folder: string }
  | { kind: 'import'; path: string; collection: string }
  | { kind: 'add'; items: Item[]; collection: string }
  | { kind: 'remove'; ids: string[]; collection: string }
  | { kind: 'recover' }
  /** A search found the index of this generation damaged. */
  | { kind: 'replace'; generation: number }
export type ToWorker =
  | { id: number; job: Job }
  | { id: number; stop: true }
  | { fill: true }
  | { close: true }
export type FromWorker =
  | { kind: 'progress'; id: number; progress: Progress }
  | { kind: 'committed' }
  /** All documents wait for an index that has just been begun. */
  | { kind: 'anew'; why: Anew }
  /** Filling it goes on, or is held up by a fault. */
  | { kind: 'filling'; fault: string | null }
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

/** Fills the index between two jobs, which so wait for one batch at most. */
const filler = createFiller({
  lockPath: `${databasePath}.filling`,
  isNeeded: async () => (await indexState((await opened()).database)).filling === 1,
  fill: async () => {
    try {
      return await (await opened()).writer.fill()
    } catch (error) {
      if (isDiskFull(error)) await removeAside(indexAddress)
      throw error
    }
  },
  after: (work) => {
    last = last.then(work)
  },
  onFault: (fault) => send({ kind: 'filling', fault }),
})

/** The store, opened at the first job: the main thread makes it, while this one is still loading its code. */
function opened() {
  parts ??= open().catch((error) => {
    // A full disk has room again at some time.
    parts = undefined
    throw error
  })
  return parts
}

async function open() {
  const database = await openSqlite<CorpusTables>(databasePath, corpusMigrations, corpusContents)
  const lock = openLock(`${databasePath}.lock`)
  const index = keepIndex(database, indexAddress, (why) => send({ kind: 'anew', why }))
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
  const { database, index, lock, writer } = await opened()
  const work = { database, writer, progress, stopped: () => closing || stopped.has(id) }
  if (job.kind === 'recover') {
    await writer.recover()
    return null
  }
  if (job.kind === 'replace') {
    await lock.hold(() => index.replace(job.generation))
    return null
  }
  await writer.finish()
  const result = await written(job, work)
  if (!closing && result.added + result.updated > 0) await writer.settle('done')
  return result
}

async function written(
  job: Exclude<Job, { kind: 'recover' | 'replace' }>,
  work: IngestJob,
): Promise<SyncResult> {
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
  filler.close()
  await last
  clearTimeout(idle)
  // The thread that parses files would keep this one alive.
  await (await import('./formats/sandbox.ts')).closeSandbox()
  const open = await parts?.catch(() => undefined)
  await open?.index.close()
  open?.lock.close()
  await open?.database.destroy()
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
  if ('fill' in message) {
    filler.start()
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
    .then(filler.start)
})
