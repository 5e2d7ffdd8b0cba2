/** What is known of the feeds: when to look again, and which items have been taken. */
import type { Kysely, Selectable, Updateable } from 'kysely'
import { bindAll } from '../bind-all.ts'
import { fromStored, type RefusalReason, toStored } from '../refusal.ts'
import { openSqlite } from '../sqlite/database.ts'
import { boundName } from '../text/bounds.ts'
import { readAddress } from '../web/address.ts'
import { intervalFor } from './schedule.ts'
import { type FeedTables, feedContents, feedMigrations } from './tables.ts'

type Stored = Selectable<FeedTables['feeds']>
export type FeedRow = Omit<Stored, 'last_error'> & { last_error: RefusalReason | null }
export type ItemRow = Selectable<FeedTables['feed_items']>
type NewFeed = {
  collection: string
  url: string
  title?: string | null
  /** Minutes. */
  interval?: number
  /** Milliseconds. */
  now: number
}
type Key = Pick<FeedRow, 'collection' | 'origin'>

/** Titles are bounded when they are stored, and when they are read: a version without limits may have stored them. */
const bounded = <Changes extends { title?: string | null | undefined }>(row: Changes): Changes =>
  typeof row.title === 'string' ? { ...row, title: boundName(row.title, 'title') || null } : row

const fromRow = (row: Stored): FeedRow => ({
  ...bounded(row),
  last_error: row.last_error === null ? null : fromStored(row.last_error),
})

function toRow({ last_error, ...changes }: Partial<FeedRow>): Updateable<Stored> {
  if (last_error === undefined) return bounded(changes)
  return { ...bounded(changes), last_error: last_error && toStored(last_error) }
}

const iso = (time: number) => new Date(time).toISOString()

/** Opens the feeds' file, making it when it is not there. */
export const openFeeds = async (path: string) =>
  bindAll(await openSqlite<FeedTables>(path, feedMigrations, feedContents), {
    add,
    remove,
    list,
    update,
    due,
    nextDue,
    claim,
    items,
    remember,
    close,
  })

export type FeedStore = Awaited<ReturnType<typeof openFeeds>>

const updateOf = (database: Kysely<FeedTables>, { collection, origin }: Key) =>
  database.updateTable('feeds').where('collection', '=', collection).where('origin', '=', origin)

/** Adds a feed, due at once. Returns false when the collection has it already; throws a Refusal. */
async function add(
  database: Kysely<FeedTables>,
  { collection, url, title = null, interval, now }: NewFeed,
): Promise<boolean> {
  const { href } = readAddress(url)
  const same = await database
    .selectFrom('feeds')
    .select('origin')
    .where('collection', '=', collection)
    .where(({ or, eb }) => or([eb('origin', '=', href), eb('url', '=', href)]))
    .executeTakeFirst()
  if (same) return false
  const chosen = { interval: intervalFor(interval ?? null), fixed: interval === undefined ? 0 : 1 }
  const times = { next_due: iso(now), added: iso(now) }
  const state = { etag: null, last_modified: null, failures: 0, last_error: null, paused: 0 }
  await database.transaction().execute(async (transaction) => {
    // A look that was under way when the feed was removed may have left some.
    await transaction
      .deleteFrom('feed_items')
      .where('collection', '=', collection)
      .where('origin', '=', href)
      .execute()
    await transaction
      .insertInto('feeds')
      .values(bounded({ collection, origin: href, url: href, title, ...chosen, ...times, ...state }))
      .execute()
  })
  return true
}

/** Forgets the feed and its items; the documents stay. Returns false when there is none. */
const remove = (database: Kysely<FeedTables>, { collection, origin }: Key): Promise<boolean> =>
  database.transaction().execute(async (transaction) => {
    for (const table of ['feed_items', 'feeds'] as const) {
      const { numDeletedRows } = await transaction
        .deleteFrom(table)
        .where('collection', '=', collection)
        .where('origin', '=', origin)
        .executeTakeFirst()
      if (table === 'feeds') return numDeletedRows > 0n
    }
    return false
  })

async function list(database: Kysely<FeedTables>, collection: string): Promise<FeedRow[]> {
  const rows = await database
    .selectFrom('feeds')
    .selectAll()
    .where('collection', '=', collection)
    .orderBy('added')
    .execute()
  return rows.map(fromRow)
}

const update = async (database: Kysely<FeedTables>, feed: Key, changes: Partial<FeedRow>): Promise<void> =>
  void (await updateOf(database, feed).set(toRow(changes)).execute())

async function due(database: Kysely<FeedTables>, now: number): Promise<FeedRow[]> {
  const rows = await database
    .selectFrom('feeds')
    .selectAll()
    .where('paused', '=', 0)
    .where('next_due', '<=', iso(now))
    .orderBy('next_due')
    .execute()
  return rows.map(fromRow)
}

/** When the next feed is due, in milliseconds; null when none ever is. */
async function nextDue(database: Kysely<FeedTables>): Promise<number | null> {
  const row = await database
    .selectFrom('feeds')
    .select(({ fn }) => fn.min('next_due').as('next'))
    .where('paused', '=', 0)
    .executeTakeFirst()
  return row?.next ? Date.parse(row.next) : null
}

/** Puts a feed off for as long as somebody works on it; returns false when another one was faster. */
async function claim(database: Kysely<FeedTables>, feed: FeedRow, until: number): Promise<boolean> {
  const { numUpdatedRows } = await updateOf(database, feed)
    .where('next_due', '=', feed.next_due)
    .set({ next_due: iso(until) })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

async function items(
  database: Kysely<FeedTables>,
  { collection, origin }: Key,
): Promise<Map<string, ItemRow>> {
  const rows = await database
    .selectFrom('feed_items')
    .selectAll()
    .where('collection', '=', collection)
    .where('origin', '=', origin)
    .execute()
  return new Map(rows.map((row) => [row.item, row]))
}

const remember = async (database: Kysely<FeedTables>, item: ItemRow): Promise<void> =>
  void (await database.replaceInto('feed_items').values(item).execute())

const close = (database: Kysely<FeedTables>): Promise<void> => database.destroy()
