/** The feeds that a collection follows, and the loop that looks at them when they are due. */
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { type Feeds, UserError } from '../command/context.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { readFeed } from '../feeds/aside.ts'
import type { Taken, World } from '../feeds/follow.ts'
import { readOpml, writeOpml } from '../feeds/opml.ts'
import { type Look, pollFeeds } from '../feeds/poll.ts'
import type { FeedStore } from '../feeds/store.ts'
import { Refusal } from '../refusal.ts'
import type { FetchPage } from '../web/fetch.ts'
import { feedItem } from './feed-item.ts'
import { ownCollection } from './scope.ts'

/** A feed that was added is looked at within this time. Milliseconds. */
const LONGEST_WAIT = 30_000
const SHORTEST_WAIT = 1000

/** Builds what people do with feeds. A feed is read once before it is followed. */
export function createFeeds(store: FeedStore, fetchPage: FetchPage): Feeds {
  return {
    add: async (url, context) => {
      const collection = ownCollection(context)
      try {
        const answer = await fetchPage(url, { signal: context.signal })
        const { title } = await readFeed(answer.bytes, answer.contentType, answer.url)
        const isNew = await store.add({ collection, url, title, now: Date.now() })
        return { title: title ?? url, isNew }
      } catch (error) {
        if (error instanceof Refusal) throw new UserError('error.feed', { url, reason: error.reason })
        throw error
      }
    },
    remove: async (url, context) => {
      const collection = ownCollection(context)
      const feed = (await store.list(collection)).find((one) => one.url === url || one.origin === url)
      return feed ? await store.remove(feed) : false
    },
    list: async ({ own }) => (own === null ? [] : await store.list(own)),
    opml: async ({ own }) => {
      const followed = own === null ? [] : await store.list(own)
      return writeOpml(
        'Attaché',
        followed.map(({ url, title }) => ({ url, title, folders: [] })),
      )
    },
  }
}

/** Follows the feeds of an OPML file; one that is not there names none. Throws a Refusal for what is no OPML. */
export async function followList(store: FeedStore, path: string, collection: string): Promise<void> {
  const bytes = await readFile(path).catch(() => undefined)
  for (const { url, title } of bytes ? readOpml(bytes) : [])
    await store.add({ collection, url, title, now: Date.now() })
}

type Polling = {
  store: FeedStore
  corpus: Corpus
  fetchPage: FetchPage
  onLook: (look: Look) => void
  onFault: (error: unknown) => void
}

/** Looks at feeds whenever they are due, until the answer is called. */
export function startPolling({ store, corpus, fetchPage, onLook, onFault }: Polling): () => Promise<void> {
  const ending = new AbortController()
  const { signal } = ending
  const world: World = {
    clock: Date.now,
    random: Math.random,
    fetchPage,
    take: (item) => take(item, corpus),
    signal,
  }
  const loop = async () => {
    while (!signal.aborted) {
      let next = Number.POSITIVE_INFINITY
      try {
        for (const look of await pollFeeds(store, world)) onLook(look)
        next = (await store.nextDue()) ?? next
      } catch (error) {
        if (!signal.aborted) onFault(error)
      }
      const pause = Math.min(Math.max(next - Date.now(), SHORTEST_WAIT), LONGEST_WAIT)
      await wait(pause, undefined, { signal }).catch(() => {})
    }
  }
  const ended = loop()
  return async () => {
    ending.abort()
    await ended
  }
}

/** Makes a feed's item a document: the article, or what the feed has of it. */
async function take(item: Taken, corpus: Corpus) {
  const { page, title, document, source, collection } = item
  const own = feedItem(item, { name: title ?? document, id: document, source })
  const article = page && {
    ...{ name: own.name, id: own.id, bytes: page.bytes, contentType: page.contentType ?? undefined },
    known: { ...own.known, url: page.url },
  }
  const [outcome] = await corpus.add([article ?? own], collection)
  if (!outcome || outcome.kind === 'removed') throw new Error('The corpus said nothing of an item.')
  if (outcome.reason) throw new Refusal(outcome.reason)
  return outcome.kind
}
