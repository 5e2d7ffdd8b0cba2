/** What is known of the feeds: when to look again, and which items have been taken. */
import type { Selectable, Updateable } from 'kysely'
import { fromStored, type RefusalReason, toStored } from '../refusal.ts'
import { openSqlite } from '../sqlite/database.ts'
import { boundName } from '../text/bounds.ts'
import { readAddress } from '../web/address.ts'
import { intervalFor } from './schedule.ts'
import { type FeedTables, feedContents, feedMigrations } from './tables.ts'

type Stored = Selectable<FeedTables['feeds']>
export type FeedRow = Omit<Stored, 'last_error'> & { last_error: RefusalReason | null }
export type ItemRow = Selectable<FeedTables['feed_items']>
type Key = Pick<FeedRow, 'collection' | 'origin'>

export type FeedStore = {
  /** Due at once. `interval` in minutes. Answers false when the collection has it already; throws a Refusal. */
  add: (feed: {
    collection: string
    url: string
    title?: string | null
    interval?: number
    /** Milliseconds. */
    now: number
  }) => Promise<boolean>
  /** Forgets the feed and its items; the documents stay. Answers false when there is none. */
  remove: (feed: Key) => Promise<boolean>
  list: (collection: string) => Promise<FeedRow[]>
  update: (feed: Key, changes: Partial<FeedRow>) => Promise<void>
  due: (now: number) => Promise<FeedRow[]>
  /** When the next feed is due, in milliseconds; null when none ever is. */
  nextDue: () => Promise<number | null>
  /** Puts a feed off for as long as somebody works on it; answers false when another one was faster. */
  claim: (feed: FeedRow, until: number) => Promise<boolean>
  items: (feed: Key) => Promise<Map<string, ItemRow>>
  remember: (item: ItemRow) => Promise<void>
  close: () => Promise<void>
}

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
export async function openFeeds(path: string): Promise<FeedStore> {
  const database = await openSqlite<FeedTables>(path, feedMigrations, feedContents)
  const update = (feed: Key) =>
    database.updateTable('feeds').where('collection', '=', feed.collection).where('origin', '=', feed.origin)
  return {
    add: async ({ collection, url, title = null, interval, now }) => {
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
    },
    remove: ({ collection, origin }) =>
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
      }),
    list: async (collection) => {
      const rows = await database
        .selectFrom('feeds')
        .selectAll()
        .where('collection', '=', collection)
        .orderBy('added')
        .execute()
      return rows.map(fromRow)
    },
    update: async (feed, changes) => void (await update(feed).set(toRow(changes)).execute()),
    due: async (now) => {
      const rows = await database
        .selectFrom('feeds')
        .selectAll()
        .where('paused', '=', 0)
        .where('next_due', '<=', iso(now))
        .orderBy('next_due')
        .execute()
      return rows.map(fromRow)
    },
    nextDue: async () => {
      const row = await database
        .selectFrom('feeds')
        .select(({ fn }) => fn.min('next_due').as('next'))
        .where('paused', '=', 0)
        .executeTakeFirst()
      return row?.next ? Date.parse(row.next) : null
    },
    claim: async (feed, until) => {
      const { numUpdatedRows } = await update(feed)
        .where('next_due', '=', feed.next_due)
        .set({ next_due: iso(until) })
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    items: async ({ collection, origin }) => {
      const rows = await database
        .selectFrom('feed_items')
        .selectAll()
        .where('collection', '=', collection)
        .where('origin', '=', origin)
        .execute()
      return new Map(rows.map((row) => [row.item, row]))
    },
    remember: async (item) => void (await database.replaceInto('feed_items').values(item).execute()),
    close: () => database.destroy(),
  }
}
