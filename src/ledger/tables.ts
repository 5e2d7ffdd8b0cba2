/** The ledger's tables in SQLite. */
import { type Kysely, sql } from 'kysely'
import type { MigrationProvider } from 'kysely/migration'

export type LedgerTables = {
  answers: {
    id: string
    asked: string
    person: string
    /** JSON: the collections that the person could read when asking. */
    collections: string
    /** JSON: the whole briefing. */
    briefing: string
    tokens: number
  }
}

async function createTables(database: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE answers (id TEXT PRIMARY KEY, asked TEXT NOT NULL, person TEXT NOT NULL,
    collections TEXT NOT NULL, briefing TEXT NOT NULL, tokens INTEGER NOT NULL)`.execute(database)
  await sql`CREATE INDEX answers_asked ON answers (asked, tokens)`.execute(database)
}

export const ledgerMigrations: MigrationProvider = {
  getMigrations: async () => ({ '2026-11-24-answers': { up: createTables } }),
}
