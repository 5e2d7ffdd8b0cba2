/** What a corpus holds, page by page. */
import { type Kysely, sql } from 'kysely'
import { boundName } from '../text/bounds.ts'
import type { CorpusTables } from './tables.ts'

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
  database: Kysely<CorpusTables>,
  collections: string[],
  offset: number,
  limit: number,
): Promise<Listed[]> {
  const rows = await database
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
  database: Kysely<CorpusTables>,
  id: string,
  collection: string,
): Promise<Listed | undefined> {
  const row = await database
    .selectFrom('documents')
    .select(FIELDS)
    .where('id', '=', id)
    .where('collection', '=', collection)
    .where('current', '=', sql.lit(1))
    .executeTakeFirst()
  return row && bounded(row)
}

const bounded = (row: Listed): Listed => ({
  ...row,
  title: boundName(row.title, 'title'),
  source: boundName(row.source, 'source'),
})
