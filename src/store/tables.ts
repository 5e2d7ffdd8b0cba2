/** The corpus's tables in SQLite: the documents are the truth, everything else is counted from them. */
import { type Generated, type Kysely, sql } from 'kysely'
import type { MigrationProvider } from 'kysely/migration'
import type { Contents } from '../sqlite/damage.ts'
import { addColumn } from '../sqlite/migrate.ts'

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
    /** JSON: a list of names. */
    topics: string
    text: string
    /** JSON: the sections, for indexing again without the file. */
    sections: string
    /** JSON: pages, chapters, slides. */
    locations: string
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
    folded: string
    documents: number
    passages: number
    oldest: string | null
    newest: string | null
  }
  /** `topic` is spelt as in the first document that has it. */
  topics: { collection: string; folded: string; topic: string; documents: number }
  languages: { collection: string; language: string; documents: number }
  /**
   * The documents of a day under a topic and a source, both folded, where '' stands for any: what a filter lets
   * through is a sum over days, however many documents there are. `day` is '' for documents without a date.
   *
   * Gray et al., "Data cube: a relational aggregation operator", 1997.
   */
  days: {
    collection: string
    topic: string
    source: string
    day: string
    documents: number
    passages: number
  }
  /** How many passages hold a term: the document frequency that term weights come from. */
  terms: { collection: string; term: string; passages: number }
  /** In how many sentences somebody speaks; `folded` is the name as it is compared with what is typed. */
  speakers: { collection: string; speaker: string; folded: string; sentences: number }
  /** Each folded name from each of its words on: what is typed is the beginning of one of these. */
  speaker_words: { collection: string; words: string; speaker: string }
  /** The reason is JSON; earlier versions wrote an English clause. */
  refused: { name: string; reason: string }
  /** The sketches of the current documents. */
  sketches: { number: Generated<number>; id: string; hash: string; shingles: number; sketch: Uint8Array }
  /** Which sketches hold a value in a collection, earliest document first. */
  sketch_keys: { key: bigint; rank: number; number: number }
  /** One row: which index is the present one. */
  index_state: {
    /** Counts the indexes begun anew: each has a name of its own. */
    generation: number
    /** 1 from when an index is begun until it holds every document. */
    filling: number
    /** The index's own version after the last write: one that is older has lost writes. */
    version: number
  }
}

async function createTables(database: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE IF NOT EXISTS documents (id TEXT NOT NULL, hash TEXT NOT NULL, collection TEXT NOT NULL, title TEXT NOT NULL,
    source TEXT NOT NULL, author TEXT, url TEXT, date TEXT, added TEXT NOT NULL, language TEXT NOT NULL,
    text TEXT NOT NULL, sections TEXT NOT NULL, path TEXT, passages INTEGER NOT NULL, current INTEGER NOT NULL,
    indexed INTEGER NOT NULL, PRIMARY KEY (id, hash))`.execute(database)
  await sql`CREATE INDEX IF NOT EXISTS documents_path ON documents (path) WHERE current = 1`.execute(database)
  await sql`CREATE INDEX IF NOT EXISTS documents_pending ON documents (indexed) WHERE indexed = 0`.execute(
    database,
  )
  await sql`CREATE INDEX IF NOT EXISTS documents_date ON documents (collection, date, source, passages) WHERE current = 1`.execute(
    database,
  )
  await sql`CREATE INDEX IF NOT EXISTS documents_source ON documents (collection, source, date) WHERE current = 1`.execute(
    database,
  )
  await sql`CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, modified REAL NOT NULL, size INTEGER NOT NULL, hash TEXT NOT NULL)`.execute(
    database,
  )
  await sql`CREATE TABLE IF NOT EXISTS sources (collection TEXT NOT NULL, source TEXT NOT NULL, documents INTEGER NOT NULL,
    passages INTEGER NOT NULL, oldest TEXT, newest TEXT, PRIMARY KEY (collection, source))`.execute(database)
  await sql`CREATE TABLE IF NOT EXISTS terms (collection TEXT NOT NULL, term TEXT NOT NULL, passages INTEGER NOT NULL,
    PRIMARY KEY (collection, term)) WITHOUT ROWID`.execute(database)
  await sql`CREATE TABLE IF NOT EXISTS refused (name TEXT PRIMARY KEY, reason TEXT NOT NULL)`.execute(
    database,
  )
}

/** The counts are filled by the recount that changed code calls for. */
async function addTopicsAndSpeakers(database: Kysely<unknown>): Promise<void> {
  await addColumn(database, 'documents', 'topics', "TEXT NOT NULL DEFAULT '[]'")
  // What has been read without topics is read again.
  await sql`UPDATE files SET modified = -1`.execute(database)
  await addColumn(database, 'sources', 'folded', "TEXT NOT NULL DEFAULT ''")
  await sql`CREATE TABLE IF NOT EXISTS topics (collection TEXT NOT NULL, folded TEXT NOT NULL, topic TEXT NOT NULL,
    documents INTEGER NOT NULL, PRIMARY KEY (collection, folded)) WITHOUT ROWID`.execute(database)
  await sql`CREATE TABLE IF NOT EXISTS languages (collection TEXT NOT NULL, language TEXT NOT NULL, documents INTEGER NOT NULL,
    PRIMARY KEY (collection, language)) WITHOUT ROWID`.execute(database)
  await sql`CREATE TABLE IF NOT EXISTS days (collection TEXT NOT NULL, topic TEXT NOT NULL, source TEXT NOT NULL, day TEXT NOT NULL,
    documents INTEGER NOT NULL, passages INTEGER NOT NULL,
    PRIMARY KEY (collection, topic, source, day)) WITHOUT ROWID`.execute(database)
  await sql`CREATE INDEX IF NOT EXISTS days_empty ON days (documents) WHERE documents <= 0`.execute(database)
  await sql`DROP INDEX IF EXISTS documents_date`.execute(database)
  await sql`CREATE TABLE IF NOT EXISTS speakers (collection TEXT NOT NULL, speaker TEXT NOT NULL, folded TEXT NOT NULL,
    sentences INTEGER NOT NULL, PRIMARY KEY (collection, speaker)) WITHOUT ROWID`.execute(database)
  await sql`CREATE INDEX IF NOT EXISTS speakers_most ON speakers (collection, sentences DESC, folded)`.execute(
    database,
  )
  await sql`CREATE INDEX IF NOT EXISTS speakers_empty ON speakers (sentences) WHERE sentences <= 0`.execute(
    database,
  )
  await sql`CREATE TABLE IF NOT EXISTS speaker_words (collection TEXT NOT NULL, words TEXT NOT NULL, speaker TEXT NOT NULL,
    PRIMARY KEY (collection, words, speaker)) WITHOUT ROWID`.execute(database)
}

async function addLocationsAndListing(database: Kysely<unknown>): Promise<void> {
  await addColumn(database, 'documents', 'locations', "TEXT NOT NULL DEFAULT '[]'")
  await sql`CREATE INDEX IF NOT EXISTS documents_added ON documents (collection, added DESC, id) WHERE current = 1`.execute(
    database,
  )
}

/** The recount that changed code calls for fills these as well. */
async function addSketches(database: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE IF NOT EXISTS sketches (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, hash TEXT NOT NULL,
    shingles INTEGER NOT NULL, sketch BLOB NOT NULL)`.execute(database)
  await sql`CREATE TABLE IF NOT EXISTS sketch_keys (key INTEGER NOT NULL, rank INTEGER NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY (key, rank, number)) WITHOUT ROWID`.execute(database)
  await sql`CREATE INDEX IF NOT EXISTS documents_hash ON documents (hash) WHERE current = 1`.execute(database)
}

async function addIndexState(database: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE IF NOT EXISTS index_state (generation INTEGER NOT NULL, filling INTEGER NOT NULL,
    version INTEGER NOT NULL)`.execute(database)
  await sql`INSERT INTO index_state SELECT 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM index_state)`.execute(
    database,
  )
}

/** For what is new: by its date, and without one by when it was added. */
async function addDates(database: Kysely<unknown>): Promise<void> {
  await sql`CREATE INDEX IF NOT EXISTS documents_dates ON documents (collection, date, added) WHERE current = 1`.execute(
    database,
  )
}

/** Earlier versions could be killed between two of these statements: what is there already is left as it is. */
export const corpusMigrations: MigrationProvider = {
  getMigrations: async () => ({
    '2026-11-24-corpus': { up: createTables },
    '2026-11-25-topics-and-speakers': { up: addTopicsAndSpeakers },
    '2026-11-25-whereabouts': { up: addLocationsAndListing },
    '2026-11-26-copies': { up: addSketches },
    '2026-11-27-dates': { up: addDates },
    '2026-11-28-index': { up: addIndexState },
  }),
}

export const corpusContents: Contents = {
  holds: 'the documents and their earlier versions',
  without:
    'the corpus folder is then read again, but documents that were imported, added or taken from feeds are lost, and answers can no longer show the context of quotations from them',
}
