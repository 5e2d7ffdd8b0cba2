/** The documents of a stretch of time, read from the index on their dates: never by looking at all documents. */
import { sql } from 'kysely'
import type { DocumentInfo, Filter } from '../document.ts'
import { boundInfo } from '../text/bounds.ts'
import type { Section } from '../text/passages.ts'
import type { Store } from './store.ts'

/** `text` is its beginning, to which all offsets apply as to the whole. */
export type OpenedDocument = DocumentInfo & { text: string; sections: Section[] }

const AT_ONCE = 200
/** In characters: what a report of 6,000 words has, and no more of a book. */
const BEGINNING = 40_000
/** The columns of what is known of a document. */
export const INFO = [
  'id',
  'hash',
  'collection',
  'title',
  'source',
  'author',
  'url',
  'date',
  'added',
  'language',
  'topics',
] as const

type InfoRow = Omit<DocumentInfo, 'topics'> & { topics: string }

/** A stored row as what is known of its document, within the limits of names. */
export const toInfo = <Row extends InfoRow>(row: Row): Omit<Row, 'topics'> & DocumentInfo =>
  boundInfo({ ...row, topics: JSON.parse(row.topics) as string[] })

/**
 * The current documents that are dated from a day on, and those without a date that were added from an instant on;
 * both before `until`, as texts compare: a day stands before its instants.
 */
export async function recentDocuments(
  store: Store,
  collections: string[],
  { day, added, until }: { day: string; added: string; until: string },
): Promise<DocumentInfo[]> {
  const current = () =>
    store
      .selectFrom('documents')
      .select(INFO)
      .where('current', '=', sql.lit(1))
      .where('collection', 'in', collections)
  const [dated, undated] = await Promise.all([
    current().where('date', '>=', day).where('date', '<', until).execute(),
    current().where('date', 'is', null).where('added', '>=', added).where('added', '<', until).execute(),
  ])
  return [...dated, ...undated].map(toInfo)
}

/** The current documents under a filter, and before a day, newest first; those without a date last. */
export async function newestDocuments(
  store: Store,
  { collections, source, since, until }: Filter & { until?: string | undefined },
  limit: number,
): Promise<DocumentInfo[]> {
  let query = store
    .selectFrom('documents')
    .select(INFO)
    .where('current', '=', sql.lit(1))
    .where('collection', 'in', collections)
  if (since) query = query.where('date', '>=', since)
  if (until) query = query.where('date', '<', until)
  if (source) query = query.where(sql`lower(source)`, '=', source.toLowerCase())
  const rows = await query.orderBy('date', 'desc').orderBy('id').limit(limit).execute()
  return rows.map(toInfo)
}

/** Of every current document what a scope asks for: it reads the whole table. */
export async function documentFacts(
  store: Store,
  collections: string[],
): Promise<(Pick<DocumentInfo, 'source' | 'topics' | 'date'> & { passages: number })[]> {
  const rows = await store
    .selectFrom('documents')
    .select(['source', 'topics', 'date', 'passages'])
    .where('current', '=', sql.lit(1))
    .where('collection', 'in', collections)
    .execute()
  return rows.map((row) => ({ ...row, topics: JSON.parse(row.topics) as string[] }))
}

/** What is known of current documents, in any order. */
export async function currentInfos(store: Store, versions: { id: string }[]): Promise<DocumentInfo[]> {
  const rows = await store
    .selectFrom('documents')
    .where(
      'id',
      'in',
      versions.map(({ id }) => id),
    )
    .where('current', '=', sql.lit(1))
    .select(INFO)
    .execute()
  return rows.map(toInfo)
}

/** Current documents with the beginnings of their texts, in any order. */
export async function openDocuments(store: Store, ids: string[]): Promise<OpenedDocument[]> {
  const documents: OpenedDocument[] = []
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const rows = await store
      .selectFrom('documents')
      .select([...INFO, 'sections'])
      .select(sql<string>`substr(text, 1, ${sql.lit(BEGINNING)})`.as('text'))
      .where('id', 'in', ids.slice(at, at + AT_ONCE))
      .where('current', '=', sql.lit(1))
      .execute()
    for (const row of rows)
      documents.push({
        ...toInfo(row),
        sections: JSON.parse(row.sections) as Section[],
      })
  }
  return documents
}
