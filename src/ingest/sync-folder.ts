/** The corpus folder, read into the store. Runs in the worker thread. */
import { access, constants, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { MAX_DOCUMENT_BYTES, SHARED_COLLECTION } from '../document.ts'
import { folderUse } from '../formats/registry.ts'
import { MAX_FILE_BYTES } from '../formats/text-builder.ts'
import { Refusal, type RefusalReason, sizeReason } from '../refusal.ts'
import {
  documentsOfFile,
  type File,
  filesRead,
  forgetFile,
  recordRefusals,
  rememberFiles,
} from '../store/files.ts'
import type { Incoming } from '../store/versions.ts'
import { sha256 } from '../text/normalise.ts'
import { type Batch, createBatch, empty, type IngestJob, note, reasonOf, type SyncResult } from './batch.ts'
import { listFiles } from './folder.ts'

export type { Progress, SyncResult } from './batch.ts'

const NO_FILE = { size: -1, mtimeMs: 0 }

/**
 * Makes the shared collection agree with a folder: new and changed files are read, vanished ones retired, broken
 * ones refused by name. Throws, and changes nothing, when the folder cannot be read.
 */
export async function synchroniseFolder(folder: string, job: IngestJob): Promise<SyncResult> {
  const { paths, linksOutside } = await listFiles(folder)
  const result = empty()
  for (const name of linksOutside) refuse(result, name, { key: 'refusal.linkOutside' })
  const known = await filesRead(job.store)
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
    await rememberFiles(job.store, stored.splice(0))
  }
  await batch.flush()
  await rememberFiles(job.store, stored)
  if (!job.stopped()) await recordRefusals(job.store, result.refused, settled)
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
  if (clashes === 0) await rememberFiles(job.store, [file])
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

/** Retires the documents of a file but those in `keep`; returns how many. */
async function forget(path: string, keep: Set<string>, { store, writer }: IngestJob): Promise<number> {
  const gone = (await documentsOfFile(store, path)).filter(({ id }) => !keep.has(id))
  await writer.retire(gone)
  await forgetFile(store, path)
  return gone.length
}
