/** Looks at the feeds that are due. */
import { Refusal, type RefusalReason } from '../refusal.ts'
import type { Fetched } from '../web/fetch.ts'
import { readFeed } from './aside.ts'
import { followItems, type Outcome, type World } from './follow.ts'
import { intervalFor, waitAfterFailure, waitAfterSuccess, waitWhenBusy } from './schedule.ts'
import type { FeedRow, FeedStore } from './store.ts'

export type { Outcome, Taken, World } from './follow.ts'

const ACCEPT =
  'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.1'
/** Parsing ten megabytes takes about a second of the thread. */
const MAX_BYTES = 10_000_000
/** Looked at side by side; one host is asked one thing at a time all the same. */
const AT_ONCE = 4
/** Milliseconds: how long a feed is left alone when the process that looked at it was killed. */
const CLAIM = 10 * 60_000
/** Milliseconds until the rest of a feed with many new items is taken. */
const REST = 60_000

/** What came of one look. */
export type Look = {
  collection: string
  url: string
  status: Fetched['status'] | 'failed'
  outcomes: Outcome[]
  /** Why it failed; null when it did not. */
  error: RefusalReason | null
  /** A fault of the program's own, for the log. */
  fault?: unknown
}

/**
 * Looks at every feed that is due now, and answers what came of each. Throws only when the store fails or the signal
 * aborts. Looking twice at once is safe: each feed is claimed first.
 */
export async function pollFeeds(store: FeedStore, world: World): Promise<Look[]> {
  const due = await store.due(world.clock())
  const looks: Look[] = []
  const work = async (): Promise<void> => {
    for (let row = due.shift(); row; row = due.shift()) {
      world.signal?.throwIfAborted()
      if (await store.claim(row, world.clock() + CLAIM)) looks.push(await look(row, store, world))
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return looks
}

async function look(row: FeedRow, store: FeedStore, world: World): Promise<Look> {
  const { collection, url } = row
  try {
    const options = { accept: ACCEPT, etag: row.etag, lastModified: row.last_modified, maxBytes: MAX_BYTES }
    const fetched = await world.fetchPage(url, { ...options, signal: world.signal })
    const outcomes = await followed(row, fetched, store, world)
    return { collection, url, status: fetched.status, outcomes, error: null }
  } catch (error) {
    if (world.signal?.aborted) {
      await store.update(row, { next_due: row.next_due })
      throw error
    }
    const reason: RefusalReason = error instanceof Refusal ? error.reason : { key: 'refusal.feedItems' }
    await fail(row, reason, store, world)
    const fault = error instanceof Refusal ? {} : { fault: error }
    return { collection, url, status: 'failed', outcomes: [], error: reason, ...fault }
  }
}

async function followed(row: FeedRow, fetched: Fetched, store: FeedStore, world: World): Promise<Outcome[]> {
  const address = { url: fetched.moved ?? row.url }
  switch (fetched.status) {
    case 'gone':
      await store.update(row, { paused: 1, last_error: { key: 'refusal.feedGone' } })
      return []
    case 'busy': {
      const reason = { key: 'refusal.busy' } as const
      if (fetched.retryAfter === null) await fail(row, reason, store, world)
      else
        await put(row, waitWhenBusy(fetched.retryAfter, world.random()), { last_error: reason }, store, world)
      return []
    }
    case 'not_modified':
      await succeed(row, { ...address, interval: row.interval }, store, world)
      return []
    case 'ok': {
      const feed = await readFeed(fetched.bytes, fetched.contentType, fetched.url)
      const { outcomes, left, fault } = await followItems(row, feed, store, world)
      const interval = row.fixed ? row.interval : intervalFor(feed.interval)
      const found = { ...address, title: feed.title ?? row.title, interval }
      if (fault !== undefined) throw fault
      // Until everything is taken the feed must be sent again, and "not modified" would hide it.
      const whole = left === 'nothing'
      const tags = { etag: whole ? fetched.etag : null, last_modified: whole ? fetched.lastModified : null }
      await succeed(row, { ...found, ...tags }, store, world, left === 'more' ? REST : undefined)
      return outcomes
    }
  }
}

type Changes = Parameters<FeedStore['update']>[1]

const succeed = (
  row: FeedRow,
  changes: Changes & { interval: number },
  store: FeedStore,
  world: World,
  wait = waitAfterSuccess(changes.interval, world.random()),
) => put(row, wait, { ...changes, failures: 0, last_error: null }, store, world)

function fail(row: FeedRow, reason: RefusalReason, store: FeedStore, world: World) {
  const failures = row.failures + 1
  const wait = waitAfterFailure(row.interval, failures, world.random())
  return put(row, wait, { failures, last_error: reason }, store, world)
}

const put = (row: FeedRow, wait: number, changes: Changes, store: FeedStore, world: World) =>
  store.update(row, { ...changes, next_due: new Date(world.clock() + wait).toISOString() })
