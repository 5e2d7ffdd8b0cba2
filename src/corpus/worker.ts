/**
 * The thread that writes the corpus. Jobs of one collection run one at a time, and those of different collections side
 * by side: each has one file parsed at a time, so whoever adds many slow ones holds up nobody else's.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { isDiskFull } from '../disk/full.ts'
import { SHARED_COLLECTION } from '../document.ts'
import { empty, type IngestJob, type Progress, type SyncResult } from '../ingest/batch.ts'
import type { Item } from '../ingest/item.ts'
import { synchroniseFolder } from '../ingest/sync-folder.ts'
import { type Lock, openLock, openSqlite } from '../sqlite/database.ts'
import { createFiller } from '../store/filler.ts'
import { indexState } from '../store/index-state.ts'
import { type Anew, keepIndex } from '../store/kept-index.ts'
import { removeAside } from '../store/passage-index.ts'
import { type CorpusTables, corpusContents, corpusMigrations } from '../store/tables.ts'
import { createWriter } from '../store/writer.ts'
import { createSlots } from '../threads/slots.ts'

export type Job =
  | { kind: 'synchronise'; folder: string }
  | { kind: 'import'; path: string; collection: string }
  | { kind: 'add'; items: Item[]; collection: string }
  | { kind: 'remove'; ids: string[]; collection: string }
  | { kind: 'recover' }
  /** A search found the index of this generation damaged. */
  | { kind: 'replace'; generation: number }
type CollectionJob = Exclude<Job, { kind: 'recover' | 'replace' }>
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
/** The last work on the store as a whole: making it whole after a kill, a new index, and filling and folding it. */
let wholeStore: Promise<void> = Promise.resolve()
/** The last job of each collection that has any. */
const lasts = new Map<string, Promise<void>>()

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
    wholeStore = wholeStore.then(work)
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
  const lock = inTurn(openLock(`${databasePath}.lock`))
  const index = keepIndex(database, indexAddress, (why) => send({ kind: 'anew', why }))
  const writer = createWriter(database, index, lock, () => send({ kind: 'committed' }))
  return { database, index, lock, writer }
}

/** Of this thread's jobs one at a time asks for the lock. */
function inTurn(lock: Lock): Lock {
  const slot = createSlots(1)
  return { ...lock, hold: (run) => slot(() => lock.hold(run)) }
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

async function written(job: CollectionJob, work: IngestJob): Promise<SyncResult> {
  if (job.kind === 'synchronise') return await synchroniseFolder(job.folder, work)
  if (job.kind === 'import')
    return await (await import('../ingest/import-jsonl.ts')).importFile(job.path, job.collection, work)
  const { addItems, removeDocuments } = await import('../ingest/add-files.ts')
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
  if (lasts.size > 0 || closing) return
  idle = setTimeout(() => {
    wholeStore = wholeStore.then(async () => (await parts)?.writer.settle('idle')).catch(() => {})
  }, IDLE)
}

async function close(): Promise<void> {
  closing = true
  clearTimeout(idle)
  filler.close()
  await Promise.all(lasts.values())
  await wholeStore
  clearTimeout(idle)
  // The threads that parse files would keep this one alive.
  await (await import('../formats/sandbox.ts')).closeSandbox()
  const open = await parts?.catch(() => undefined)
  await open?.index.close()
  open?.lock.close()
  await open?.database.destroy()
  parentPort?.close()
}

async function answer(id: number, job: Job): Promise<void> {
  try {
    send({ kind: 'done', id, result: await run(id, job) })
  } catch (error) {
    send({ kind: 'failed', id, message: error instanceof Error ? error.message : String(error) })
  }
}

const collectionOf = (job: CollectionJob) => (job.kind === 'synchronise' ? SHARED_COLLECTION : job.collection)

/** Starts a job when its collection's jobs before it are done, and none before the store is whole. */
function enqueue(id: number, job: Job): void {
  clearTimeout(idle)
  const end = () => {
    settleWhenIdle()
    filler.start()
  }
  if (job.kind === 'recover' || job.kind === 'replace') {
    wholeStore = wholeStore.then(() => answer(id, job)).then(end)
    return
  }
  const collection = collectionOf(job)
  const last = (lasts.get(collection) ?? wholeStore)
    .then(() => answer(id, job))
    .then(() => {
      if (lasts.get(collection) === last) lasts.delete(collection)
      end()
    })
  lasts.set(collection, last)
}

parentPort?.on('message', (message: ToWorker) => {
  if ('close' in message) void close()
  else if ('stop' in message) stopped.add(message.id)
  else if ('fill' in message) filler.start()
  else enqueue(message.id, message.job)
})
