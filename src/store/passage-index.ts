/** The passages in LanceDB: derived from the documents, found by their terms. */
import { mkdtempSync, rmdirSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Connection, connect, Index, Session, type Table } from '@lancedb/lancedb'
import { Field, List, Schema, Utf8 } from 'apache-arrow'
import { isDiskFull } from '../disk/full.ts'
import type { Passage } from '../document.ts'
import { boundName } from '../text/bounds.ts'

export type { Table }

/** The number counts the table's shapes: a table of an older shape is dropped, and the new one filled again. */
const TABLE = 'passages-3'
const TABLES = /^passages(?:-\d+){0,2}$/
/** Where the last damaged index stays, to be looked at; no table's name. */
const ASIDE = 'damaged-index'
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

const SCHEMA = new Schema([
  ...COLUMNS.map((name) => new Field(name, new Utf8(), false)),
  new Field('topics', new List(new Field('item', new Utf8(), true)), false),
])

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

/** The name of an index by how many were begun before it. */
const nameOf = (generation: number) => (generation === 0 ? TABLE : `${TABLE}-${generation}`)

async function connectTo(address: string): Promise<Connection> {
  // Without a place for it, LanceDB would end the process.
  rmdirSync(mkdtempSync(join(tmpdir(), 'index-')))
  return await connect(
    address,
    { readConsistencyInterval: CONSISTENCY_INTERVAL },
    new Session(INDEX_CACHE, METADATA_CACHE),
  )
}

/** A kill came while it was made. */
class HalfMade extends Error {
  override name = 'HalfMade'
}

/** Opens an index to read. Throws when it is not there or not whole. */
export async function readIndex(address: string, generation = 0): Promise<PassageIndex> {
  const connection = await connectTo(address)
  const table = await connection.openTable(nameOf(generation))
  if ((await missing(table)).length > 0) throw new HalfMade()
  return { connection, table }
}

/**
 * Opens the index in a folder, making it when it is not there. Two that make it at the same time would be in each
 * other's way, so the caller holds the lock. Indexes of other generations and shapes are removed.
 */
export async function openIndex(address: string, generation = 0): Promise<PassageIndex> {
  const connection = await connectTo(address)
  const name = nameOf(generation)
  const names = await connection.tableNames()
  for (const other of names) if (TABLES.test(other) && other !== name) await removeTable(address, other)
  const table = names.includes(name)
    ? await connection.openTable(name)
    : await connection.createEmptyTable(name, SCHEMA, { existOk: true })
  // A kill may have left it half made.
  for (const [column, config] of await missing(table)) await table.createIndex(column, { config: config() })
  return { connection, table }
}

/** Without asking LanceDB, which cannot remove what it cannot read. */
const removeTable = (address: string, name: string) =>
  rm(join(address, `${name}.lance`), { recursive: true, force: true })

/** Sets an index aside, in place of the one that was set aside before. Returns the name of its folder. */
export async function setAside(address: string, generation: number): Promise<string> {
  await removeAside(address)
  await rename(join(address, `${nameOf(generation)}.lance`), join(address, ASIDE)).catch(() => {})
  return ASIDE
}

/** Removes the index that was set aside, to make room. */
export const removeAside = (address: string) => rm(join(address, ASIDE), { recursive: true, force: true })

async function missing(table: Table) {
  const made = (await table.listIndices()).flatMap(({ columns }) => columns)
  return Object.entries(INDICES).filter(([column]) => !made.includes(column))
}

/** Folds what was added since the last time into the index, and drops old versions of the table. */
export async function optimise({ table }: PassageIndex): Promise<void> {
  await table.optimize({ cleanupOlderThan: new Date(Date.now() - KEEP_VERSIONS) })
}

/** True when another process has committed to the same table meanwhile. */
export const isConflict = (error: unknown) => error instanceof Error && /commit conflict/i.test(error.message)

/** An error of LanceDB without the places in its code; other errors as they are. */
export function plainError(error: unknown): unknown {
  if (!(error instanceof Error) || (error as { code?: unknown }).code !== 'GenericFailure') return error
  const [first = ''] = error.message.split(/, [^ ,]+\.rs:\d|\n/, 1)
  return new Error(`The search index could not be used: ${first}`, { cause: error })
}

/**
 * True when an error can only come from the index's own files: not from the machine (LanceDB tells the system's error
 * number, and 2 is a file that is missing), from another writer, or from our own code.
 */
export function isDamage(error: unknown): boolean {
  if (error instanceof SyntaxError || error instanceof HalfMade) return true
  if (!(error instanceof Error) || isConflict(error) || isDiskFull(error)) return false
  const [, number = '2'] = /\(os error (\d+)\)/.exec(error.message) ?? []
  return (error as { code?: unknown }).code === 'GenericFailure' && number === '2'
}

/** How many passages the index holds, and how many were added since it was last folded. */
export async function countIndexed({ table }: Pick<PassageIndex, 'table'>) {
  const stats = await table.indexStats('terms_idx')
  return { indexed: stats?.numIndexedRows ?? 0, unindexed: stats?.numUnindexedRows ?? 0 }
}

/** A value as a literal of LanceDB's filter language. */
export const literal = (value: string) => `'${value.replaceAll("'", "''")}'`

/** A row of the index as the passage that it is. */
export function toPassage(row: Record<string, unknown>): Passage {
  const passage = JSON.parse(String(row.passage)) as Passage
  const { title, source, heading } = passage
  return {
    ...passage,
    title: boundName(title, 'title'),
    source: boundName(source, 'source'),
    heading: boundName(heading, 'heading'),
  }
}
