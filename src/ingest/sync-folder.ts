/** The corpus folder, read into the store. Runs in the worker thread. */
import { access, constants, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { MAX_DOCUMENT_BYTES, SHARED_COLLECTION } from '../document.ts'
import { folderUse } from '../formats/registry.ts'
import { MAX_FILE_BYTES } from '../formats/text-builder.ts'
import { Refusal, type RefusalReason, sizeReason, toStored } from '../refusal.ts'
import type { CorpusTables } from '../store/tables.ts'
import type { Incoming } from '../store/versions.ts'
import { sha256 } from '../text/normalise.ts'
import { type Batch, createBatch, empty, type IngestJob, note, reasonOf, type SyncResult } from './batch.ts'
import { listFiles } from './folder.ts'

export type { Progress, SyncResult } from './batch.ts'

type File = CorpusTables['files']
const NO_FILE = { size: -1, mtimeMs: 0 }

/**
 * Makes the shared collection agree with a folder: new and changed files are read, vanished ones retired, broken
 * ones refused by name. Throws, and changes nothing, when the folder cannot be read.
 */
export async function synchroniseFolder(folder: string, job: IngestJob): Promise<SyncResult> {
  const { paths, linksOutside } = await listFiles(folder)
  const result = empty()
  for (const name of linksOutside) refuse(result, name, { key: 'refusal.linkOutside' })
  const known = new Map(
    (await job.database.selectFrom('files').selectAll().execute()).map((file) => [file.path, file]),
  )
  const present = new Set(paths)
  for (const path of known.keys())
    if (!present.has(path) && !job.stopped()) result.removed += await forget(path, new Set(), job)
  const settled = new Set<string>()
  const batch = createBatch(job.writer, SHARED_COLLECTION, (outcome, file: File) => {
    if (outcome.kind === 'clash') refuse(result, file.path, { key: 'refusal.nameTaken' })
    else {
      note(result, outcome)
      stored.push(file)
    }
  })
  const stored: File[] = []
  for (const [done, path] of paths.entries()) {
    if (job.stopped()) break
    job.progress({ done, total: paths.length })
    const { size, mtimeMs: modified } = await stat(join(folder, path)).catch(() => NO_FILE)
    const before = known.get(path)
    if (before?.size === size && before.modified === modified) {
      settled.add(path)
      result.unchanged += 1
      continue
    }
    const file = { path, size, modified, hash: '' }
    if (folderUse(path) === 'lines') await readLinesOf(folder, file, job, result)
    else await readWhole(folder, file, batch, result)
    await rememberAll(job.database, stored.splice(0))
  }
  await batch.flush()
  await rememberAll(job.database, stored)
  if (!job.stopped()) await recordRefusals(job.database, result.refused, settled)
  return result
}

const refuse = (result: SyncResult, name: string, reason: RefusalReason) =>
  result.refused.push({ name, reason })

async function readLinesOf(folder: string, file: File, job: IngestJob, result: SyncResult): Promise<void> {
  const { path } = file
  try {
    await access(join(folder, path), constants.R_OK)
  } catch (error) {
    refuse(result, path, reasonOf(error))
    return
  }
  const { importLines } = await import('./import-jsonl.ts')
  const { ids, clashes } = await importLines(join(folder, path), path, SHARED_COLLECTION, job, result)
  if (job.stopped()) return
  result.removed += await forget(path, ids, job)
  // A line whose id is taken today may find it free tomorrow: such a file is read again.
  if (clashes === 0) await rememberAll(job.database, [file])
}

async function readWhole(folder: string, file: File, batch: Batch<File>, result: SyncResult): Promise<void> {
  const { path, size } = file
  let incoming: Incoming
  try {
    const limit = folderUse(path) === 'text' ? MAX_DOCUMENT_BYTES : MAX_FILE_BYTES
    if (size > limit) throw new Refusal(sizeReason(size, limit))
    const bytes = await readFile(join(folder, path))
    file.hash = sha256(bytes)
    // What reads it is loaded when there is something to read: most starts find nothing new.
    const { readFolderFile } = await import('./read-item.ts')
    incoming = { document: await readFolderFile(path, bytes), path }
  } catch (error) {
    refuse(result, path, reasonOf(error))
    return
  }
  await batch.add(incoming, file)
}

async function rememberAll(database: Kysely<CorpusTables>, files: File[]): Promise<void> {
  if (files.length === 0) return
  await database.transaction().execute(async (transaction) => {
    for (const file of files)
      await transaction
        .insertInto('files')
        .values(file)
        .onConflict((conflict) => conflict.column('path').doUpdateSet(file))
        .execute()
  })
}

/** Retires the documents of a file but those in `keep`; answers how many. */
async function forget(path: string, keep: Set<string>, { database, writer }: IngestJob): Promise<number> {
  const documents = await database
    .selectFrom('documents')
    .select(['id', 'hash'])
    .where('path', '=', path)
    .where('current', '=', 1)
    .execute()
  const gone = documents.filter(({ id }) => !keep.has(id))
  await writer.retire(gone)
  await database.deleteFrom('files').where('path', '=', path).execute()
  return gone.length
}

/** Keeps the refusals of this run, and of earlier ones those in files that have not changed since. */
async function recordRefusals(
  database: Kysely<CorpusTables>,
  refused: SyncResult['refused'],
  settled: Set<string>,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    for (const { name } of await transaction.selectFrom('refused').select('name').execute())
      if (!settled.has(name) && !settled.has(name.replace(/:\d+$/, '')))
        await transaction.deleteFrom('refused').where('name', '=', name).execute()
    for (const { name, reason } of refused) {
      const stored = toStored(reason)
      await transaction
        .insertInto('refused')
        .values({ name, reason: stored })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ reason: stored }))
        .execute()
    }
  })
}
