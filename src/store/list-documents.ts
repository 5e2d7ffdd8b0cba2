/** What a corpus holds, page by page. */
import { sql } from 'kysely'
import { boundName } from '../text/bounds.ts'
import type { Store } from './store.ts'

export type Listed = {
  id: string
  title: string
  source: string
  date: string | null
  added: string
  collection: string
}

const FIELDS = ['id', 'title', 'source', 'date', 'added', 'collection'] as const

/** Documents of these collections, the latest additions first. */
export async function listDocuments(
  store: Store,
  collections: string[],
  offset: number,
  limit: number,
): Promise<Listed[]> {
  const rows = await store
    .selectFrom('documents')
    .select(FIELDS)
    .where('current', '=', sql.lit(1))
    .where('collection', 'in', collections)
    .orderBy('added', 'desc')
    .orderBy('id')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map(bounded)
}

/** A document of a collection that is searched now. */
export async function findDocument(
  store: Store,
  id: string,
  collection: string,
): Promise<Listed | undefined> {
  const row = await store
    .selectFrom('documents')
    .select(FIELDS)
    .where('id', '=', id)
    .where('collection', '=', collection)
    .where('current', '=', sql.lit(1))
    .executeTakeFirst()
  return row && bounded(row)
}

/** A document of a collection that is searched now, and the file in the corpus folder that owns it; null when none does. */
export const findOwned = (store: Store, id: string, collection: string) =>
  store
    .selectFrom('documents')
    .select(['id', 'hash', 'title', 'path'])
    .where('id', '=', id)
    .where('collection', '=', collection)
    .where('current', '=', 1)
    .executeTakeFirst()

const bounded = (row: Listed): Listed => ({
  ...row,
  title: boundName(row.title, 'title'),
  source: boundName(row.source, 'source'),
})
