/** What a corpus holds, page by page. */
import { type Kysely, sql } from 'kysely'
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
export function listDocuments(
  database: Kysely<CorpusTables>,
  collections: string[],
  offset: number,
  limit: number,
): Promise<Listed[]> {
  return database
    .selectFrom('documents')
    .select(FIELDS)
    .where('current', '=', sql.lit(1))
    .where('collection', 'in', collections)
    .orderBy('added', 'desc')
    .orderBy('id')
    .offset(offset)
    .limit(limit)
    .execute()
}

/** A document of a collection that is searched now. */
export const findDocument = (
  database: Kysely<CorpusTables>,
  id: string,
  collection: string,
): Promise<Listed | undefined> =>
  database
    .selectFrom('documents')
    .select(FIELDS)
    .where('id', '=', id)
    .where('collection', '=', collection)
    .where('current', '=', sql.lit(1))
    .executeTakeFirst()
