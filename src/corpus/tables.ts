/** The corpus's tables in SQLite: the documents are the truth, everything else is counted from them. */
import { type Kysely, sql } from 'kysely'
import type { MigrationProvider } from 'kysely/migration'

export type CorpusTables = {
  documents: {
    id: string
    hash: string
    collection: string
    title: string
    source: string
    author: string | null
    url: string | null
    date: string | null
    added: string
    language: string
    text: string
    /** JSON: the sections, for indexing again without the file. */
    sections: string
    /** The file that it came from, relative to the corpus folder; null when it was imported. */
    path: string | null
    passages: number
    /** 1 for the version that is searched; older versions stay for the answers that quote them. */
    current: number
    /** 1 when the passages in the index agree with `current`. */
    indexed: number
  }
  files: { path: string; modified: number; size: number; hash: string }
  sources: {
    collection: string
    source: string
    documents: number
    passages: number
    oldest: string | null
    newest: string | null
  }
  /** How many passages hold a term: the document frequency that term weights come from. */
  terms: { collection: string; term: string; passages: number }
  refused: { name: string; reason: string }
}

async function createTables(database: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE documents (id TEXT NOT NULL, hash TEXT NOT NULL, collection TEXT NOT NULL, title TEXT NOT NULL,
    source TEXT NOT NULL, author TEXT, url TEXT, date TEXT, added TEXT NOT NULL, language TEXT NOT NULL,
    text TEXT NOT NULL, sections TEXT NOT NULL, path TEXT, passages INTEGER NOT NULL, current INTEGER NOT NULL,
    indexed INTEGER NOT NULL, PRIMARY KEY (id, hash))`.execute(database)
  await sql`CREATE INDEX documents_path ON documents (path) WHERE current = 1`.execute(database)
  await sql`CREATE INDEX documents_pending ON documents (indexed) WHERE indexed = 0`.execute(database)
  await sql`CREATE INDEX documents_date ON documents (collection, date, source, passages) WHERE current = 1`.execute(
    database,
  )
  await sql`CREATE INDEX documents_source ON documents (collection, source, date) WHERE current = 1`.execute(
    database,
  )
  await sql`CREATE TABLE files (path TEXT PRIMARY KEY, modified REAL NOT NULL, size INTEGER NOT NULL, hash TEXT NOT NULL)`.execute(
    database,
  )
  await sql`CREATE TABLE sources (collection TEXT NOT NULL, source TEXT NOT NULL, documents INTEGER NOT NULL,
    passages INTEGER NOT NULL, oldest TEXT, newest TEXT, PRIMARY KEY (collection, source))`.execute(database)
  await sql`CREATE TABLE terms (collection TEXT NOT NULL, term TEXT NOT NULL, passages INTEGER NOT NULL,
    PRIMARY KEY (collection, term)) WITHOUT ROWID`.execute(database)
  await sql`CREATE TABLE refused (name TEXT PRIMARY KEY, reason TEXT NOT NULL)`.execute(database)
}

export const corpusMigrations: MigrationProvider = {
  getMigrations: async () => ({ '2026-11-24-corpus': { up: createTables } }),
}
