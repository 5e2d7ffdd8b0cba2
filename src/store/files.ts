/** The files of the corpus folder: which were read, which documents they own, and what was refused. */
import { fromStored, type RefusalReason, toStored } from '../refusal.ts'
import type { Store } from './store.ts'
import type { CorpusTables } from './tables.ts'
import type { Version } from './versions.ts'

/** A file as it was when it was read; `modified` is in milliseconds since 1970. */
export type File = CorpusTables['files']
export type RefusedFile = { name: string; reason: RefusalReason }

/** The files that were read, by their paths. */
export async function filesRead(store: Store): Promise<Map<string, File>> {
  const files = await store.selectFrom('files').selectAll().execute()
  return new Map(files.map((file) => [file.path, file]))
}

/** Remembers files as they are now. */
export async function rememberFiles(store: Store, files: File[]): Promise<void> {
  if (files.length === 0) return
  await store.transaction().execute(async (transaction) => {
    for (const file of files)
      await transaction
        .insertInto('files')
        .values(file)
        .onConflict((conflict) => conflict.column('path').doUpdateSet(file))
        .execute()
  })
}

/** Forgets that a file was read. */
export async function forgetFile(store: Store, path: string): Promise<void> {
  await store.deleteFrom('files').where('path', '=', path).execute()
}

/** The current documents that a file owns. */
export const documentsOfFile = (store: Store, path: string): Promise<Version[]> =>
  store
    .selectFrom('documents')
    .select(['id', 'hash'])
    .where('path', '=', path)
    .where('current', '=', 1)
    .execute()

/** What was refused, by name. */
export async function listRefused(store: Store): Promise<RefusedFile[]> {
  const rows = await store.selectFrom('refused').selectAll().orderBy('name').execute()
  return rows.map(({ name, reason }) => ({ name, reason: fromStored(reason) }))
}

/** Keeps these refusals, and of earlier ones those in files that are `settled`: unchanged since. */
export async function recordRefusals(
  store: Store,
  refused: RefusedFile[],
  settled: Set<string>,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
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
