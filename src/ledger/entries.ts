/** What was answered, in which conversation, and whether it has reached its person. */
import { type Kysely, sql } from 'kysely'
import { type Entry, tokensOf } from './entry.ts'
import type { LedgerTables } from './tables.ts'

export type Entries = {
  save: (entry: Entry) => Promise<void>
  /** Keeps an entry unless one with its id is there; answers the one that is kept. */
  saveOnce: (entry: Entry) => Promise<Entry>
  entry: (id: string) => Promise<Entry | undefined>
  /**
   * The latest answer in a channel or thread, or the one that the thread was opened below. Private ones only where
   * `own` names their person.
   */
  latest: (channel: string, own: string | null) => Promise<Entry | undefined>
  /** An entry that everybody sees from now on. */
  publish: (id: string) => Promise<void>
  /** A thread was opened below an answer. */
  beganThread: (thread: string, entry: string) => Promise<void>
  /** Whether an entry has reached its person; true when that was not known yet. */
  deliver: (id: string, delivery: 'done' | 'failed') => Promise<boolean>
  /** What has not reached a person, newest first: it was in vain, or the process was killed before it was known. */
  undelivered: (person: string) => Promise<Entry[]>
  /** Tokens, in and out, of what was asked at or after a time (ISO 8601 in UTC). */
  tokensSince: (time: string) => Promise<number>
}

const MOST_UNDELIVERED = 20
/** What was answered a moment ago is on its way to its person. In milliseconds. */
const ON_ITS_WAY = 60_000

export function openEntries(database: Kysely<LedgerTables>): Entries {
  const rows = () => database.selectFrom('entries').selectAll()
  const opened: Entries = {
    save: async (entry) => {
      await database.insertInto('entries').values(toRow(entry)).execute()
    },
    saveOnce: async (entry) => {
      await database
        .insertInto('entries')
        .values(toRow(entry))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
      return (await opened.entry(entry.id)) ?? entry
    },
    entry: async (id) => {
      const row = await rows().where('id', '=', id).executeTakeFirst()
      return row && fromRow(row)
    },
    latest: async (channel, own) => {
      const said = await rows()
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
      return thread && (await opened.entry(thread.entry))
    },
    beganThread: async (thread, entry) => {
      await database
        .insertInto('threads')
        .values({ thread, entry })
        .onConflict((conflict) => conflict.column('thread').doUpdateSet({ entry }))
        .execute()
    },
    publish: async (id) => {
      const hidden = database.selectFrom('entries').select('id').where('id', '=', id).where('private', '=', 1)
      // Most are public already, and a write waits for other processes.
      if (await hidden.executeTakeFirst())
        await database.updateTable('entries').set({ private: 0 }).where('id', '=', id).execute()
    },
    deliver: async (id, delivery) => {
      const changed = await database
        .updateTable('entries')
        .set({ delivery })
        .where('id', '=', id)
        .where('delivery', '<>', delivery)
        .executeTakeFirst()
      return changed.numUpdatedRows > 0n
    },
    undelivered: async (person) => {
      const before = new Date(Date.now() - ON_ITS_WAY).toISOString()
      const found = await rows()
        .where('delivery', '<>', sql.lit('done'))
        .where('person', '=', person)
        .where((where) => where.or([where('delivery', '=', 'failed'), where('asked', '<', before)]))
        .orderBy('asked', 'desc')
        .limit(MOST_UNDELIVERED)
        .execute()
      return found.map(fromRow)
    },
    tokensSince: async (time) => {
      const sum = await database
        .selectFrom('entries')
        .select(({ fn }) => fn.sum<number>('tokens').as('tokens'))
        .where('asked', '>=', time)
        .executeTakeFirst()
      return sum?.tokens ?? 0
    },
  }
  return opened
}

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
