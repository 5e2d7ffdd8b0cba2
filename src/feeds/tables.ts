/** The tables of the feeds in SQLite. */
import { type Kysely, sql } from 'kysely'
import type { MigrationProvider } from 'kysely/migration'
import type { Contents } from '../sqlite/damage.ts'

export type FeedTables = {
  feeds: {
    collection: string
    /** The address that it was added by: what its items are known by, also when it has moved. */
    origin: string
    /** Where it is now. */
    url: string
    title: string | null
    /** Minutes between two looks. */
    interval: number
    /** 1 when a person chose the interval; else it follows what the feed asks for. */
    fixed: number
    etag: string | null
    last_modified: string | null
    /** ISO 8601 in UTC, as every time here. */
    next_due: string
    /** In a row, up to now. */
    failures: number
    /** A reason as JSON; earlier versions wrote an English clause. */
    last_error: string | null
    /** 1 when it is not looked at. */
    paused: number
    added: string
  }
  feed_items: {
    collection: string
    origin: string
    item: string
    fingerprint: string
    /** The id of the document that it became. */
    document: string
    /** How often its article could not be fetched; 0 when it was, or need not be. */
    misses: number
  }
}

async function createTables(database: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE IF NOT EXISTS feeds (collection TEXT NOT NULL, origin TEXT NOT NULL, url TEXT NOT NULL, title TEXT,
    interval INTEGER NOT NULL, fixed INTEGER NOT NULL, etag TEXT, last_modified TEXT, next_due TEXT NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0, last_error TEXT, paused INTEGER NOT NULL DEFAULT 0, added TEXT NOT NULL,
    PRIMARY KEY (collection, origin))`.execute(database)
  await sql`CREATE INDEX IF NOT EXISTS feeds_due ON feeds (next_due) WHERE paused = 0`.execute(database)
  await sql`CREATE TABLE IF NOT EXISTS feed_items (collection TEXT NOT NULL, origin TEXT NOT NULL, item TEXT NOT NULL,
    fingerprint TEXT NOT NULL, document TEXT NOT NULL, misses INTEGER NOT NULL,
    PRIMARY KEY (collection, origin, item)) WITHOUT ROWID`.execute(database)
}

/** Earlier versions could be killed between two of these statements: what is there already is left as it is. */
export const feedMigrations: MigrationProvider = {
  getMigrations: async () => ({ '2026-11-25-feeds': { up: createTables } }),
}

export const feedContents: Contents = {
  holds: 'the feeds and which of their items are known',
  without: 'feeds that people added then have to be added again; documents stay',
}
