/** One look at one feed: its new and changed items are taken, each once. */

import { Refusal } from '../refusal.ts'
import { sha256 } from '../text/normalise.ts'
import type { Fetched, FetchPage } from '../web/fetch.ts'
import { isExcerpt } from './excerpt.ts'
import type { Feed, FeedItem } from './feed.ts'
import { fingerprint } from './identity.ts'
import type { FeedRow, FeedStore, ItemRow } from './store.ts'

/** An item on its way into the corpus. */
export type Taken = Omit<FeedItem, 'id'> & {
  /** The same for every version of the item: taking it again replaces, and never doubles. */
  document: string
  collection: string
  /** The feed's title, or its host. */
  source: string
  language: string | null
  /** The article, when the feed has only an excerpt in `html` and the article could be fetched. */
  page: Pick<Fetched, 'url' | 'contentType' | 'bytes'> | null
}

export type Outcome = 'added' | 'updated' | 'unchanged' | 'refused'

export type World = {
  /** Milliseconds since 1970. */
  clock: () => number
  /** From 0 up to 1. */
  random: () => number
  fetchPage: FetchPage
  /** Makes an item a document, which survives `kill -9` from then on. May throw a Refusal for one that never can be. */
  take: (item: Taken) => Promise<Outcome>
  signal?: AbortSignal
}

/** An article that cannot be fetched is tried so often, once a look. */
const TRIES = 3
/** Items at one look; the next look goes on where it stopped. */
const MOST_AT_ONCE = 50
const ARTICLE = 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.1'

export type Followed = {
  outcomes: Outcome[]
  /** `more`: there are items that had no turn; `again`: an article is to be tried again. */
  left: 'nothing' | 'again' | 'more'
  /** The first fault that taking an item threw; the item is left for the next look. */
  fault?: unknown
}

/**
 * Takes what is new. An item is remembered after it is taken: a crash in between takes it again, under the same
 * document id. One item that cannot be taken does not keep the others out.
 */
export async function followItems(
  row: FeedRow,
  feed: Feed,
  store: FeedStore,
  world: World,
): Promise<Followed> {
  const known = await store.items(row)
  const open = feed.items
    .filter((item) => (item.html || item.link) && !isSettled(item, known.get(item.id)))
    // New ones before those whose article was missed.
    .sort((one, other) => missesOf(one, known.get(one.id)) - missesOf(other, known.get(other.id)))
  const followed: Followed = { outcomes: [], left: open.length > MOST_AT_ONCE ? 'more' : 'nothing' }
  for (const item of open.slice(0, MOST_AT_ONCE)) {
    world.signal?.throwIfAborted()
    try {
      const { after, outcome } = await followItem(item, known.get(item.id), row, feed, world)
      await store.remember(after)
      if (outcome) followed.outcomes.push(outcome)
      if (!isSettled(item, after) && followed.left === 'nothing') followed.left = 'again'
    } catch (error) {
      if (world.signal?.aborted) throw error
      followed.fault ??= error
    }
  }
  return followed
}

/** How often the article of this version of the item was missed. */
const missesOf = (item: FeedItem, row: ItemRow | undefined) =>
  row?.fingerprint === fingerprint(item) ? row.misses : 0

const isSettled = (item: FeedItem, row: ItemRow | undefined) =>
  row?.fingerprint === fingerprint(item) && (row.misses === 0 || row.misses === TRIES)

async function followItem(
  item: FeedItem,
  before: ItemRow | undefined,
  row: FeedRow,
  feed: Feed,
  world: World,
) {
  const misses = missesOf(item, before)
  const { taken, missed } = await toTaken(item, row, feed, world)
  // A page that is missed again adds nothing to the excerpt that was taken before.
  const outcome = missed && misses > 0 ? null : await take(taken, world)
  const after: ItemRow = {
    collection: row.collection,
    origin: row.origin,
    item: item.id,
    fingerprint: fingerprint(item),
    document: taken.document,
    misses: missed ? misses + 1 : 0,
  }
  return { after, outcome }
}

async function take(taken: Taken, world: World): Promise<Outcome> {
  try {
    return await world.take(taken)
  } catch (error) {
    if (error instanceof Refusal) return 'refused'
    throw error
  }
}

async function toTaken(item: FeedItem, row: FeedRow, feed: Feed, world: World) {
  const { id, ...rest } = item
  const page = item.link && isExcerpt(item.html) ? await fetchArticle(item.link, world) : null
  const taken: Taken = {
    ...rest,
    document: documentOf(row, id),
    collection: row.collection,
    source: feed.title ?? new URL(row.url).hostname,
    language: feed.language,
    page: page ?? null,
  }
  return { taken, missed: page === undefined }
}

/** The document that an item becomes. */
const documentOf = ({ collection, origin }: Pick<FeedRow, 'collection' | 'origin'>, item: string) =>
  `feed-${sha256(JSON.stringify([collection, origin, item]))}`

/** Undefined when it could not be fetched. */
async function fetchArticle(link: string, { fetchPage, signal }: World) {
  try {
    const page = await fetchPage(link, { accept: ARTICLE, signal })
    return page.status === 'ok' ? page : undefined
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
