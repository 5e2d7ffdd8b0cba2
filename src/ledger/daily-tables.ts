/** The ledger's tables of standing orders and of what became of each due time. */
import { type Kysely, sql } from 'kysely'
import type { PauseReason } from './subscription.ts'

export type DailyTables = {
  subscriptions: {
    id: string
    person: string
    server: string | null
    channel: string | null
    time: string
    zone: string
    /** `135`: ISO 8601 weekdays. */
    days: string
    /** JSON. */
    scope: string
    locale: string
    /** JSON. */
    collections: string
    next: string
    last: string | null
    paused: PauseReason | null
    /** When it was ordered or last changed. */
    ordered: string
  }
  deliveries: {
    subscription: string
    due: string
    /** A briefing, or the news for its owner that the subscription is paused. */
    kind: 'briefing' | 'pause'
    /** `open`: it is to be posted; whether an attempt has reached the chat is not known. */
    state: 'open' | 'posted' | 'folded' | 'failed'
    /** Where its window begins. */
    since: string
    /** Which process works on it, and until when nobody else may; '' when nobody does. */
    owner: string
    lease: string
    /** Attempts that were taken up, when the first was, and before when there is no other. */
    attempts: number
    tried: string | null
    retry: string
    /** The ledger's entry that is posted. */
    entry: string | null
    /** The chat's id of the message; null also where it told none. */
    message: string | null
    posted: string | null
    /** Why the latest attempt failed. */
    fault: string | null
  }
}

export async function createDeliveries(database: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE IF NOT EXISTS subscriptions (id TEXT PRIMARY KEY, person TEXT NOT NULL, server TEXT, channel TEXT,
    time TEXT NOT NULL, zone TEXT NOT NULL, days TEXT NOT NULL, scope TEXT NOT NULL, locale TEXT NOT NULL,
    collections TEXT NOT NULL, next TEXT NOT NULL, last TEXT, paused TEXT, ordered TEXT NOT NULL)`.execute(
    database,
  )
  await sql`CREATE UNIQUE INDEX IF NOT EXISTS subscriptions_place ON subscriptions (ifnull(channel, person), time, days)`.execute(
    database,
  )
  await sql`CREATE INDEX IF NOT EXISTS subscriptions_next ON subscriptions (next) WHERE paused IS NULL`.execute(
    database,
  )
  await sql`CREATE INDEX IF NOT EXISTS subscriptions_server ON subscriptions (server)`.execute(database)
  await sql`CREATE INDEX IF NOT EXISTS subscriptions_person ON subscriptions (person)`.execute(database)
  await sql`CREATE TABLE IF NOT EXISTS deliveries (subscription TEXT NOT NULL, due TEXT NOT NULL, kind TEXT NOT NULL,
    state TEXT NOT NULL, since TEXT NOT NULL, owner TEXT NOT NULL, lease TEXT NOT NULL, attempts INTEGER NOT NULL,
    tried TEXT, retry TEXT NOT NULL, entry TEXT, message TEXT, posted TEXT, fault TEXT,
    PRIMARY KEY (subscription, due, kind)) WITHOUT ROWID`.execute(database)
  await sql`CREATE INDEX IF NOT EXISTS deliveries_open ON deliveries (lease, retry) WHERE state = 'open'`.execute(
    database,
  )
}
