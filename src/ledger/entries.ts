/** What was answered, in which conversation, and whether it has reached its person. */
import { type Kysely, sql } from 'kysely'
import { bindAll } from '../bind-all.ts'
import { type Entry, tokensOf } from './entry.ts'
import type { LedgerTables } from './tables.ts'

const MOST_UNDELIVERED = 20
/** What was answered a moment ago is on its way to its person. In milliseconds. */
const ON_ITS_WAY = 60_000

export const openEntries = (database: Kysely<LedgerTables>) =>
  bindAll(database, {
    save,
    saveOnce,
    entry,
    latest,
    beganThread,
    publish,
    deliver,
    undelivered,
    tokensSince,
  })

export type Entries = ReturnType<typeof openEntries>

async function save(database: Kysely<LedgerTables>, entry: Entry): Promise<void> {
  await database.insertInto('entries').values(toRow(entry)).execute()
}

/** Keeps an entry unless one with its id is there; answers the one that is kept. */
async function saveOnce(database: Kysely<LedgerTables>, given: Entry): Promise<Entry> {
  await database
    .insertInto('entries')
    .values(toRow(given))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  return (await entry(database, given.id)) ?? given
}

async function entry(database: Kysely<LedgerTables>, id: string): Promise<Entry | undefined> {
  const row = await rows(database).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/**
 * The latest answer in a channel or thread, or the one that the thread was opened below. Private ones only where
 * `own` names their person.
 */
async function latest(
  database: Kysely<LedgerTables>,
  channel: string,
  own: string | null,
): Promise<Entry | undefined> {
  const said = await rows(database)
    .where('channel', '=', channel)
    .where('kind', '=', 'answer')
    .where((where) =>
      where.or([where('private', '=', 0), ...(own === null ? [] : [where('person', '=', own)])]),
    )
    .orderBy('asked', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (said) return fromRow(said)
  const thread = await database
    .selectFrom('threads')
    .select('entry')
    .where('thread', '=', channel)
    .executeTakeFirst()
  return thread && (await entry(database, thread.entry))
}

/** A thread was opened below an answer. */
async function beganThread(database: Kysely<LedgerTables>, thread: string, entry: string): Promise<void> {
  await database
    .insertInto('threads')
    .values({ thread, entry })
    .onConflict((conflict) => conflict.column('thread').doUpdateSet({ entry }))
    .execute()
}

/** An entry that everybody sees from now on. */
async function publish(database: Kysely<LedgerTables>, id: string): Promise<void> {
  const hidden = database.selectFrom('entries').select('id').where('id', '=', id).where('private', '=', 1)
  // Most are public already, and a write waits for other processes.
  if (await hidden.executeTakeFirst())
    await database.updateTable('entries').set({ private: 0 }).where('id', '=', id).execute()
}

/** Whether an entry has reached its person; true when that was not known yet. */
async function deliver(
  database: Kysely<LedgerTables>,
  id: string,
  delivery: 'done' | 'failed',
): Promise<boolean> {
  const changed = await database
    .updateTable('entries')
    .set({ delivery })
    .where('id', '=', id)
    .where('delivery', '<>', delivery)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** What has not reached a person, newest first: it was in vain, or the process was killed before it was known. */
async function undelivered(database: Kysely<LedgerTables>, person: string): Promise<Entry[]> {
  const before = new Date(Date.now() - ON_ITS_WAY).toISOString()
  const found = await rows(database)
    .where('delivery', '<>', sql.lit('done'))
    .where('person', '=', person)
    .where((where) => where.or([where('delivery', '=', 'failed'), where('asked', '<', before)]))
    .orderBy('asked', 'desc')
    .limit(MOST_UNDELIVERED)
    .execute()
  return found.map(fromRow)
}

/** Tokens, in and out, of what was asked at or after a time (ISO 8601 in UTC). */
async function tokensSince(database: Kysely<LedgerTables>, time: string): Promise<number> {
  const sum = await database
    .selectFrom('entries')
    .select(({ fn }) => fn.sum<number>('tokens').as('tokens'))
    .where('asked', '>=', time)
    .executeTakeFirst()
  return sum?.tokens ?? 0
}

const rows = (database: Kysely<LedgerTables>) => database.selectFrom('entries').selectAll()

type Row = LedgerTables['entries']

function toRow(entry: Entry): Row {
  const { id, kind, asked, person, server, channel, locale, collections, isPrivate, ...body } = entry
  return {
    ...{ id, kind, asked, person, server, channel, locale },
    collections: JSON.stringify(collections),
    body: JSON.stringify(body),
    tokens: tokensOf(entry),
    // The terminal shows at once what it has.
    delivery: channel === null ? 'done' : 'open',
    private: isPrivate ? 1 : 0,
  }
}

function fromRow({ body, tokens: _tokens, delivery: _delivery, collections, ...row }: Row): Entry {
  const { private: isPrivate, ...rest } = row
  const known = { ...rest, isPrivate: isPrivate === 1, collections: JSON.parse(collections) }
  const entry = { ...known, ...JSON.parse(body) } as Entry
  if (entry.kind === 'answer') entry.briefing = { ...NEW_FIELDS, ...entry.briefing }
  return entry
}

/** Briefings of earlier versions have neither. */
const NEW_FIELDS = { disagreements: [], unsaid: [] }
