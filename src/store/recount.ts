/** When passages and terms are made otherwise than before, everything counted from the documents is made anew. */
import { sql } from 'kysely'
import { count } from './counts.ts'
import { withTerms } from './prepare.ts'
import type { Store } from './store.ts'

/**
 * Which passages, terms, speakers and sketches this version of the program makes of a text. Raise it when they change
 * for some text: every store is then counted and indexed anew at its next start. A test tells when.
 */
export const INDEX_VERSION = 4

const COUNTED = [
  'terms',
  'sources',
  'topics',
  'languages',
  'days',
  'speakers',
  'speaker_words',
  'sketches',
  'sketch_keys',
] as const
const AT_ONCE = 200

/** True when a version of the program that counts otherwise has counted the passages and terms. */
export async function isOutdated(store: Store): Promise<boolean> {
  const { rows } = await sql<{ user_version: number }>`PRAGMA user_version`.execute(store)
  return rows[0]?.user_version !== INDEX_VERSION
}

/** Counts all documents again, as one transaction, and leaves them to be indexed again. */
export async function recount(store: Store): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    for (const table of COUNTED) await transaction.deleteFrom(table).execute()
    let last: string | undefined = ''
    while (last !== undefined) {
      const rows = await transaction
        .selectFrom('documents')
        .selectAll()
        .where('current', '=', 1)
        .where('id', '>', last)
        .orderBy('id')
        .limit(AT_ONCE)
        .execute()
      const prepared = rows.map(withTerms)
      for (const { row, passages } of prepared)
        await transaction
          .updateTable('documents')
          .set({ passages: passages.length, indexed: 0 })
          .where('id', '=', row.id)
          .where('hash', '=', row.hash)
          .execute()
      await count(transaction, prepared, 1)
      last = rows.at(-1)?.id
    }
    await sql.raw(`PRAGMA user_version = ${INDEX_VERSION}`).execute(transaction)
  })
}
