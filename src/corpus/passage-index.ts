/** The passages in LanceDB: derived from the documents, found by their terms. The only file that knows LanceDB. */
import {
  BooleanQuery,
  type Connection,
  connect,
  Index,
  MatchQuery,
  Occur,
  Session,
  type Table,
} from '@lancedb/lancedb'
import { Field, List, Schema, Utf8 } from 'apache-arrow'
import type { Lock } from '../sqlite.ts'
import type { Passage } from './document.ts'

export { BooleanQuery, MatchQuery, Occur, type Table }

/** The number counts the table's shapes: a table of an older shape is dropped, and the new one filled again. */
const TABLE = 'passages-3'
const TABLES = /^passages(?:-\d+)?$/
/** Another process's additions are seen after this long; our own at once. In seconds. */
const CONSISTENCY_INTERVAL = 1
/** Older table versions are of no use once no query runs on them. */
const KEEP_VERSIONS = 10 * 60_000
/** What one process may keep in memory of the index and of the table's description, in bytes. */
const INDEX_CACHE = 512n << 20n
const METADATA_CACHE = 128n << 20n

/**
 * A passage as it is stored. All that a search answers with is in one column, `passage` (JSON): each further column
 * would be read from another place of the file. The others are what is searched and filtered by; `date` is '' when
 * unknown, `source` and `topics` are folded, `terms` are those of the passage, its headings and its title, with a
 * space between them.
 */
export type PassageRow = Record<(typeof COLUMNS)[number], string> & { topics: string[] }
const COLUMNS = ['document', 'collection', 'source', 'date', 'passage', 'terms'] as const

export type PassageIndex = { connection: Connection; table: Table }

/** Our own analysis has made the terms: the index only takes them apart at the spaces. */
const byTerms = () =>
  Index.fts({
    baseTokenizer: 'whitespace',
    lowercase: false,
    stem: false,
    removeStopWords: false,
    asciiFolding: false,
    withPosition: false,
    maxTokenLength: 200,
  })

/** What is searched and filtered by: without an index of its own, a filter reads its column in every passage. */
const INDICES = {
  terms: byTerms,
  collection: Index.bitmap,
  source: Index.bitmap,
  date: Index.btree,
  topics: Index.labelList,
}

/**
 * Opens the index in a folder (or at any address that LanceDB knows), making it when it is not there. Two that make
 * it at the same time would be in each other's way, so the lock is held meanwhile.
 */
export async function openIndex(address: string, lock: Lock): Promise<PassageIndex> {
  const connection = await connect(
    address,
    { readConsistencyInterval: CONSISTENCY_INTERVAL },
    new Session(INDEX_CACHE, METADATA_CACHE),
  )
  if ((await connection.tableNames()).includes(TABLE)) {
    const table = await connection.openTable(TABLE)
    if ((await missing(table)).length === 0) return { connection, table }
  }
  return { connection, table: await lock.hold(() => make(connection)) }
}

/** Makes the table, or makes it whole: another process may have made it by now, or a kill have left it half made. */
async function make(connection: Connection): Promise<Table> {
  for (const name of await connection.tableNames())
    if (TABLES.test(name) && name !== TABLE) await connection.dropTable(name)
  const schema = new Schema([
    ...COLUMNS.map((name) => new Field(name, new Utf8(), false)),
    new Field('topics', new List(new Field('item', new Utf8(), true)), false),
  ])
  const table = await connection.createEmptyTable(TABLE, schema, { existOk: true })
  for (const [column, config] of await missing(table)) await table.createIndex(column, { config: config() })
  return table
}

async function missing(table: Table) {
  const made = (await table.listIndices()).flatMap(({ columns }) => columns)
  return Object.entries(INDICES).filter(([column]) => !made.includes(column))
}

/** Folds what was added since the last time into the index, and drops old versions of the table. */
export async function optimise({ table }: PassageIndex): Promise<void> {
  await table.optimize({ cleanupOlderThan: new Date(Date.now() - KEEP_VERSIONS) })
}

/** How many passages the index holds, and how many were added since it was last folded. */
export async function countIndexed({ table }: PassageIndex) {
  const stats = await table.indexStats('terms_idx')
  return { indexed: stats?.numIndexedRows ?? 0, unindexed: stats?.numUnindexedRows ?? 0 }
}

/** A value as a literal of LanceDB's filter language. */
export const literal = (value: string) => `'${value.replaceAll("'", "''")}'`

/** A row of the index as the passage that it is. */
export const toPassage = (row: Record<string, unknown>) => JSON.parse(String(row.passage)) as Passage
