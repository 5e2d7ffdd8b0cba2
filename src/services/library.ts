/** What people add to a corpus, see of it and take out again. */
import { randomUUID } from 'node:crypto'
import type { Context, Library } from '../command.ts'
import { formatOf } from '../corpus/formats/format.ts'
import { type Item, type ItemOutcome, refused } from '../corpus/item.ts'
import type { Listed } from '../corpus/listing.ts'
import { Refusal } from '../corpus/normalise.ts'
import type { Corpus } from '../corpus/store.ts'
import { readFeed } from '../feeds/aside.ts'
import type { Search } from '../search/search.ts'
import type { FetchPage } from '../web/fetch.ts'
import { feedItem } from './feed-item.ts'
import { MAX_SUGGESTIONS, ownCollection } from './scope.ts'

const PER_PAGE = 10
const PASSAGES = 50
/** How long a question whether to remove a document is kept. Milliseconds. */
const ASKED_FOR = 60 * 60_000

/** Builds what changes a corpus; `fetchPage` reaches no private network. */
export function createLibrary(corpus: Corpus, search: Search, fetchPage: FetchPage): Library {
  /** Questions whether to remove a document, by their ids. */
  const asked = new Map<string, Listed>()
  return {
    add: async (given, context) => {
      const collection = ownCollection(context)
      const outcomes: ItemOutcome[] = []
      const items: Item[] = []
      const places: number[] = []
      for (const [at, one] of given.entries()) {
        context.signal.throwIfAborted()
        try {
          for (const item of await itemsOf('url' in one ? await fetched(one.url, fetchPage, context) : one)) {
            items.push(item)
            places.push(at)
          }
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          outcomes[at] =
            'url' in one ? refused(one.url, error.message, 'web') : refused(one.name, error.message, 'feed')
        }
      }
      const { signal } = context
      const stored = await corpus.add(items, collection, { signal })
      const ordered = [...given.keys()].flatMap((at) => [
        ...(outcomes[at] ? [outcomes[at]] : []),
        ...stored.filter((_, index) => places[index] === at),
      ])
      // Attachments of e-mails have no place of their own.
      ordered.push(...stored.slice(places.length))
      const kinds = ordered.map(({ kind }) => kind)
      context.note({ items: ordered.length, refused: kinds.filter((kind) => kind === 'refused').length })
      return ordered
    },
    list: async (page, { collections }) => {
      const { documents: total } = await corpus.coverage({ collections })
      const pages = Math.max(1, Math.ceil(total / PER_PAGE))
      const shown = Math.min(Math.max(page, 0), pages - 1)
      return {
        documents: await corpus.list(collections, shown * PER_PAGE, PER_PAGE),
        total,
        page: shown,
        pages,
      }
    },
    find: async (id, { own }) => (own === null ? undefined : await corpus.find(id, own)),
    suggest: async (typed, { own }) => {
      if (own === null) return []
      const found =
        typed.trim() === ''
          ? await corpus.list([own], 0, MAX_SUGGESTIONS)
          : await documentsAbout(typed, own, search, corpus)
      return found.map(({ id, title, source }) => ({ name: `${title}, ${source}`, value: id }))
    },
    remove: (ids, context) => corpus.remove(ids, ownCollection(context)),
    askToRemove: (document) => {
      const id = randomUUID()
      asked.set(id, document)
      setTimeout(() => asked.delete(id), ASKED_FOR).unref()
      return id
    },
    removeAsked: async (id, context) => {
      const document = asked.get(id)
      const collection = ownCollection(context)
      if (document?.collection !== collection) return undefined
      asked.delete(id)
      return await corpus.remove([document.id], collection)
    },
  }
}

/** Documents whose passages or titles hold what was typed. */
async function documentsAbout(typed: string, own: string, search: Search, corpus: Corpus): Promise<Listed[]> {
  const { hits } = await search(typed, { collections: [own] }, PASSAGES)
  const ids = [...new Set(hits.map(({ passage }) => passage.document))].slice(0, MAX_SUGGESTIONS)
  const found = await Promise.all(ids.map((id) => corpus.find(id, own)))
  return found.filter((document) => document !== undefined)
}

async function fetched(url: string, fetchPage: FetchPage, { signal }: Context): Promise<Item> {
  const answer = await fetchPage(url, { signal })
  if (answer.status !== 'ok') throw new Refusal('the server does not give it now; try again later')
  return {
    name: url,
    id: answer.url,
    bytes: answer.bytes,
    ...(answer.contentType ? { contentType: answer.contentType } : {}),
    known: { url: answer.url },
  }
}

/** A feed's items, or the item itself. Throws a Refusal for a feed that cannot be read or holds no text. */
async function itemsOf(item: Item): Promise<Item[]> {
  if (formatOf(item.bytes, item.name, item.contentType) !== 'feed') return [item]
  const feed = await readFeed(item.bytes, item.contentType, item.known?.url ?? undefined)
  const items = feed.items.filter(({ html }) => html !== '')
  if (items.length === 0) throw new Refusal('it is a news feed without any text')
  return items.map((one) =>
    feedItem(one, {
      name: `${item.name}#${one.title ?? one.id}`,
      id: `${item.id}#${one.id}`,
      source: feed.title,
    }),
  )
}
