/** The passages in LanceDB: derived from the documents, found by their terms. The only file that knows LanceDB. */
import {
  BooleanQuery,
  type Connection,
  connect,
  Index,
  MatchQuery,
  Occur,
  type Table,
} from '@lancedb/lancedb'
import { Field, Int32, Schema, Utf8 } from 'apache-arrow'
import type { Passage } from './document.ts'

export { BooleanQuery, MatchQuery, Occur, type Table }

const TABLE = 'passages'
/** Another process's additions are seen after this long; our own at once. In seconds. */
const CONSISTENCY_INTERVAL = 1
/** Older table versions are of no use once no query runs on them. */
const KEEP_VERSIONS = 10 * 60_000
const TEXT_COLUMNS = [
  'document',
  'hash',
  'collection',
  'title',
  'source',
  'date',
  'language',
  'heading',
  'text',
  'sentences',
  'terms',
  'title_terms',
]
const SEARCHED_COLUMNS = ['terms', 'title_terms']

/** A passage as it is stored; `date` is '' when unknown, `sentences` is JSON `[[start, end], …]`. */
export type PassageRow = Record<string, string | number>

export type PassageIndex = { connection: Connection; table: Table }

/** Opens the index in a folder (or at any address that LanceDB knows), making it when it is not there. */
export async function openIndex(address: string): Promise<PassageIndex> {
  const connection = await connect(address, { readConsistencyInterval: CONSISTENCY_INTERVAL })
  const names = await connection.tableNames()
  if (names.includes(TABLE)) return { connection, table: await connection.openTable(TABLE) }
  const schema = new Schema([
    ...TEXT_COLUMNS.map((name) => new Field(name, new Utf8(), false)),
    ...['start', 'end'].map((name) => new Field(name, new Int32(), false)),
  ])
  const table = await connection.createEmptyTable(TABLE, schema, { existOk: true })
  // Our own analysis has made the terms: the index only takes them apart at the spaces.
  const terms = () =>
    Index.fts({
      baseTokenizer: 'whitespace',
      lowercase: false,
      stem: false,
      removeStopWords: false,
      asciiFolding: false,
      withPosition: false,
      maxTokenLength: 200,
    })
  for (const column of SEARCHED_COLUMNS) await table.createIndex(column, { config: terms() })
  return { connection, table }
}

/** Folds what was added since the last time into the index, and drops old versions of the table. */
export async function optimise({ table }: PassageIndex): Promise<void> {
  await table.optimize({ cleanupOlderThan: new Date(Date.now() - KEEP_VERSIONS) })
}

/** How many passages were added since the index was last folded. */
export async function countUnindexed({ table }: PassageIndex): Promise<number> {
  const [index] = await table.listIndices()
  return (index && (await table.indexStats(index.name))?.numUnindexedRows) ?? 0
}

/** A value as a literal of LanceDB's filter language. */
export const literal = (value: string) => `'${value.replaceAll("'", "''")}'`

/** A row of the index as the passage that it is. */
export function toPassage(row: Record<string, unknown>): Passage {
  const text = (name: string) => String(row[name] ?? '')
  const sentences = JSON.parse(text('sentences')) as [number, number][]
  return {
    document: text('document'),
    hash: text('hash'),
    collection: text('collection'),
    title: text('title'),
    source: text('source'),
    date: text('date') || null,
    language: text('language'),
    heading: text('heading'),
    text: text('text'),
    start: Number(row.start),
    end: Number(row.end),
    sentences: sentences.map(([start, end]) => ({ start, end })),
  }
}
