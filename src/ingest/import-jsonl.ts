/** JSON Lines files, read into the store line by line. Runs in the worker thread. */
import { access, constants } from 'node:fs/promises'
import { MAX_DOCUMENT_BYTES } from '../document.ts'
import type { ParsedDocument } from '../formats/parsed.ts'
import { readJsonLine } from '../formats/plain/json-line.ts'
import { Refusal, type RefusalReason } from '../refusal.ts'
import { decode } from '../text/normalise.ts'
import { type Batch, createBatch, empty, type IngestJob, note, reasonOf, type SyncResult } from './batch.ts'
import { readLines } from './lines.ts'

/** Refusals that are kept by name; a file of a million bad lines does not fill the store. */
const MAX_REFUSALS = 1000

/** Reads a JSON Lines file into a collection. Throws when the file cannot be read. */
export async function importFile(path: string, collection: string, job: IngestJob): Promise<SyncResult> {
  await access(path, constants.R_OK).catch((error: Error) => {
    throw new Error(`The file ${path} cannot be read (${error.message}); check its name and its permissions.`)
  })
  const result = empty()
  await importLines(path, null, collection, job, result)
  return result
}

/**
 * Reads the lines of a file that `owner` names in the corpus folder (null: none does).
 * Answers the ids that its documents are stored under, and how many lines have an id that is taken.
 */
export async function importLines(
  path: string,
  owner: string | null,
  collection: string,
  job: IngestJob,
  result: SyncResult,
): Promise<{ ids: Set<string>; clashes: number }> {
  const ids = new Set<string>()
  const given = new Set<string>()
  let clashes = 0
  const refuse = (number: number, reason: RefusalReason) => {
    if (result.refused.length < MAX_REFUSALS)
      result.refused.push({ name: `${owner ?? path}:${number}`, reason })
  }
  const batch: Batch<number> = createBatch(job.writer, collection, (outcome, number) => {
    const { id, kind } = outcome
    if (kind === 'clash') {
      clashes += 1
      return refuse(number, { key: 'refusal.idTaken', values: { id } })
    }
    note(result, outcome)
    ids.add(id)
  })
  for await (const { number, bytes } of readLines(path, MAX_DOCUMENT_BYTES)) {
    if (job.stopped()) break
    let document: ParsedDocument
    try {
      if (!bytes)
        throw new Refusal({ key: 'refusal.lineLength', values: { limit: MAX_DOCUMENT_BYTES / 1e6 } })
      const line = decode(bytes)
      if (line.trim() === '') continue
      document = readJsonLine(line, owner)
      if (given.has(document.id)) throw new Refusal({ key: 'refusal.sameId', values: { id: document.id } })
    } catch (error) {
      refuse(number, reasonOf(error))
      continue
    }
    given.add(document.id)
    if (await batch.add({ document, path: owner }, number)) job.progress({ done: number, total: null })
  }
  await batch.flush()
  return { ids, clashes }
}
