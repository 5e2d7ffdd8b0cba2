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
import { createFiller } from '../store/filler.ts'
import { indexState } from '../store/index-state.ts'
import type { Anew } from '../store/kept-index.ts'
import { removeAside } from '../store/passage-index.ts'
import { storePath } from '../store/store.ts'
import { openToWrite } from '../store/write-store.ts'
import { isStopped, type Stoppable } from '../threads/task.ts'

export type Job =
  | { kind: 'synchronise'; folder: string }
  | { kind: 'import'; path: string; collection: string }
  | { kind: 'add'; items: Item[]; collection: string }
  | { kind: 'remove'; ids: string[]; collection: string }
  /** Does what the first job of a thread does in any case: finishes what a kill interrupted. */
  | { kind: 'recover' }
  /** A search found the index of this generation damaged. */
  | { kind: 'replace'; generation: number }
type CollectionJob = Exclude<Job, { kind: 'recover' | 'replace' }>
export type ToWorker = { kind: 'job'; id: number; job: Job } | { kind: 'fill' } | { kind: 'close' }
export type FromWorker =
  | { kind: 'progress'; id: number; progress: Progress }
  | { kind: 'committed' }
  /** All documents wait for an index that has just been begun. */
  | { kind: 'anew'; why: Anew }
  /** Filling it goes on, or is held up by a fault. */
  | { kind: 'filling'; fault: string | null }
  /** What was added lately could not be folded into the index; it is tried again after the next job. */
  | { kind: 'unfolded'; fault: string }
/** `hasCommitted` when searches see something new since the task was begun. */
export type Written = { result: SyncResult | null; hasCommitted: boolean }

/** Progress is told at most this often. */
const PROGRESS_INTERVAL_MS = 1000

export type WorkerOptions = {
  dataDir: string
  /** Few new passages are folded into the index when nothing has happened for so long. */
  foldAfterMs: number
}

const { dataDir, foldAfterMs } = workerData as WorkerOptions
const send = (message: FromWorker) => parentPort?.postMessage(message)
let parts: ReturnType<typeof openToWrite> | undefined
let closing = false
/** Batches that searches can see. */
let commits = 0
let idle: NodeJS.Timeout | undefined
/** The last work on the store as a whole: making it whole after a kill, a new index, and filling and folding it. */
let wholeStore: Promise<unknown> = Promise.resolve()
/** The last job of each collection that has any. */
const lasts = new Map<string, Promise<unknown>>()

/** Fills the index between two jobs, which so wait for one batch at most. */
const filler = createFiller({
  lockPath: `${storePath(dataDir)}.filling`,
  isNeeded: async () => (await indexState((await opened()).store)).filling === 1,
  fill: async () => {
    try {
      return await (await opened()).writer.fill()
    } catch (error) {
      if (isDiskFull(error)) await removeAside(dataDir)
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
  parts ??= openToWrite(dataDir, {
    onAnew: (why) => send({ kind: 'anew', why }),
    onCommit: () => {
      commits += 1
      send({ kind: 'committed' })
    },
  }).catch((error) => {
    // A full disk has room again at some time.
    parts = undefined
    throw error
  })
  return parts
}

async function run(id: number, job: Job, isStopped: () => boolean): Promise<SyncResult | null> {
  let told = Date.now()
  const progress = (state: Progress) => {
    if (Date.now() - told < PROGRESS_INTERVAL_MS) return
    told = Date.now()
    send({ kind: 'progress', id, progress: state })
  }
  const { store, index, lock, writer } = await opened()
  if (job.kind === 'recover') return null
  if (job.kind === 'replace') {
    await lock.hold(() => index.replace(job.generation))
    return null
  }
  const work = { store, writer, progress, stopped: () => closing || isStopped() }
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
    wholeStore = wholeStore.then(foldRest)
  }, foldAfterMs)
}

async function foldRest(): Promise<void> {
  try {
    await (await parts)?.writer.settle('idle')
  } catch (error) {
    send({ kind: 'unfolded', fault: error instanceof Error ? error.message : String(error) })
  }
}

async function close(): Promise<void> {
  closing = true
  clearTimeout(idle)
  filler.close()
  await Promise.all(lasts.values())
  await wholeStore
  clearTimeout(idle)
  await (await import('../formats/sandbox.ts')).closeSandbox()
  await (await parts?.catch(() => undefined))?.opened.disposeAsync()
}

const collectionOf = (job: CollectionJob) => (job.kind === 'synchronise' ? SHARED_COLLECTION : job.collection)

/** Runs a job when its collection's jobs before it are done, and none before the store is whole. */
function inOrder<Result>(job: Job, work: () => Promise<Result>): Promise<Result> {
  clearTimeout(idle)
  const end = () => {
    settleWhenIdle()
    filler.start()
  }
  if (job.kind === 'recover' || job.kind === 'replace') {
    const result = wholeStore.then(work)
    wholeStore = result.then(end, end)
    return result
  }
  const collection = collectionOf(job)
  const result = (lasts.get(collection) ?? wholeStore).then(work)
  const ended = () => {
    if (lasts.get(collection) === last) lasts.delete(collection)
    end()
  }
  const last = result.then(ended, ended)
  lasts.set(collection, last)
  return result
}

/** Does a job and returns its result; the other tasks have none. */
export default async function work(told: Stoppable<ToWorker>): Promise<Written> {
  const { task } = told
  const before = commits
  let result: SyncResult | null = null
  if (task.kind === 'close') await close()
  else if (task.kind === 'fill') filler.start()
  else result = await inOrder(task.job, () => run(task.id, task.job, () => isStopped(told)))
  return { result, hasCommitted: commits > before }
}
