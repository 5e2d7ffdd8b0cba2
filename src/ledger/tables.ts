/** The ledger's tables in SQLite. */
import { type Kysely, sql } from 'kysely'
import type { MigrationProvider } from 'kysely/migration'
import type { Contents } from '../sqlite/damage.ts'
import { addColumn, hasTable } from '../sqlite/migrate.ts'
import { createDeliveries, type DailyTables } from './daily-tables.ts'

export type LedgerTables = DailyTables & {
  entries: {
    id: string
    kind: 'answer' | 'quotations' | 'check' | 'daily'
    asked: string
    person: string
    server: string | null
    channel: string | null
    locale: string
    /** JSON: the collections that the person could read when asking. */
    collections: string
    /** JSON: what is particular to the kind. */
    body: string
    tokens: number
    /** Whether it has reached its person: not yet, yes, or in vain. */
    delivery: 'open' | 'done' | 'failed'
    /** 1 when its person alone has seen it. */
    private: 0 | 1
  }
  /** Which answer a thread was opened below. */
  threads: { thread: string; entry: string }
  votes: { entry: string; person: string; vote: 'up' | 'down'; reason: string | null; voted: string }
  /** JSON: what differs from the default. */
  settings: { server: string; settings: string }
  /** Answers that Claude was asked for, claimed before it is asked. */
  claims: { id: string; claimed: string; person: string; server: string | null }
}

async function createTables(database: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE IF NOT EXISTS answers (id TEXT PRIMARY KEY, asked TEXT NOT NULL, person TEXT NOT NULL,
    collections TEXT NOT NULL, briefing TEXT NOT NULL, tokens INTEGER NOT NULL)`.execute(database)
  await sql`CREATE INDEX IF NOT EXISTS answers_asked ON answers (asked, tokens)`.execute(database)
}

async function createConversations(database: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE IF NOT EXISTS entries (id TEXT PRIMARY KEY, kind TEXT NOT NULL, asked TEXT NOT NULL, person TEXT NOT NULL,
    server TEXT, channel TEXT, locale TEXT NOT NULL, collections TEXT NOT NULL, body TEXT NOT NULL, tokens INTEGER NOT NULL,
    delivery TEXT NOT NULL)`.execute(database)
  if (await hasTable(database, 'answers'))
    await sql`INSERT INTO entries SELECT id, 'answer', asked, person, NULL, NULL, 'en', collections,
    json_object('scope', json('{}'), 'previous', NULL, 'briefing', json(briefing)), tokens, 'done' FROM answers
    WHERE true ON CONFLICT (id) DO NOTHING`.execute(database)
  await sql`DROP TABLE IF EXISTS answers`.execute(database)
  await sql`CREATE INDEX IF NOT EXISTS entries_asked ON entries (asked, tokens)`.execute(database)
  await sql`CREATE INDEX IF NOT EXISTS entries_channel ON entries (channel, asked) WHERE channel IS NOT NULL`.execute(
    database,
  )
  await sql`CREATE INDEX IF NOT EXISTS entries_undelivered ON entries (person, asked) WHERE delivery <> 'done'`.execute(
    database,
  )
  await sql`CREATE TABLE IF NOT EXISTS threads (thread TEXT PRIMARY KEY, entry TEXT NOT NULL)`.execute(
    database,
  )
  await sql`CREATE TABLE IF NOT EXISTS votes (entry TEXT NOT NULL, person TEXT NOT NULL, vote TEXT NOT NULL, reason TEXT,
    voted TEXT NOT NULL, PRIMARY KEY (entry, person))`.execute(database)
  await sql`CREATE TABLE IF NOT EXISTS settings (server TEXT PRIMARY KEY, settings TEXT NOT NULL)`.execute(
    database,
  )
  await sql`CREATE TABLE IF NOT EXISTS claims (id TEXT PRIMARY KEY, claimed TEXT NOT NULL, person TEXT NOT NULL, server TEXT)`.execute(
    database,
  )
  await sql`CREATE INDEX IF NOT EXISTS claims_person ON claims (person, claimed)`.execute(database)
  await sql`CREATE INDEX IF NOT EXISTS claims_server ON claims (server, claimed)`.execute(database)
}

/** Who has seen what earlier versions kept is known only of posted briefings, and of answers with a thread below them. */
async function markPrivate(database: Kysely<unknown>): Promise<void> {
  await addColumn(database, 'entries', 'private', 'INTEGER NOT NULL DEFAULT 1')
  await sql`UPDATE entries SET private = 0 WHERE person = 'schedule' OR id IN (SELECT entry FROM threads)`.execute(
    database,
  )
}

/** Earlier versions could be killed between two of these statements: what is there already is left as it is. */
export const ledgerMigrations: MigrationProvider = {
  getMigrations: async () => ({
    '2026-11-24-answers': { up: createTables },
    '2026-11-25-conversations': { up: createConversations },
    '2026-11-26-deliveries': { up: createDeliveries },
    '2026-11-28-private': { up: markPrivate },
  }),
}

export const ledgerContents: Contents = {
  holds: 'the answers, votes, settings and subscriptions',
  without: 'they are then lost, and the buttons of earlier answers lead nowhere',
}
