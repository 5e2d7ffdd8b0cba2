/** What people add to a corpus, see of it and take out again. */
import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { bindAll } from '../bind-all.ts'
import {
  type Context,
  type DocumentPage,
  type Given,
  type Library,
  type Reader,
  type Suggestion,
  type TypingContext,
  UserError,
} from '../command/context.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { qualifiedId, shownId } from '../document.ts'
import { readFeed } from '../feeds/aside.ts'
import { formatOf } from '../formats/format.ts'
import type { SyncResult } from '../ingest/batch.ts'
import { type Item, type ItemOutcome, refused } from '../ingest/item.ts'
import { sourceText } from '../locales/place.ts'
import { Refusal } from '../refusal.ts'
import type { Search } from '../search/search.ts'
import type { Listed } from '../store/list-documents.ts'
import type { FetchPage } from '../web/fetch.ts'
import { feedItem } from './feed-item.ts'
import { ownCollection } from './scope.ts'

/** So much is in memory at a time. */
const AT_ONCE = { files: 50, bytes: 50_000_000 }
const PER_PAGE = 10
const PASSAGES = 50
/** How long a question whether to remove a document is kept. */
const ASKED_FOR_MS = 60 * 60_000

type LibraryParts = {
  corpus: Corpus
  search: Search
  /** Reaches no private network. */
  fetchPage: FetchPage
  /** Questions whether to remove a document, by their ids. */
  asked: Map<string, Listed>
}

/** Builds what changes a corpus. */
export const createLibrary = (parts: Omit<LibraryParts, 'asked'>): Library =>
  bindAll(
    { ...parts, asked: new Map() },
    { add, importJsonl, list, find, suggest, remove, askToRemove, removeAsked },
  )

async function add(
  parts: LibraryParts,
  given: Iterable<Given> | AsyncIterable<Part>,
  context: Context,
): Promise<ItemOutcome[]> {
  const outcomes: ItemOutcome[] = []
  for await (const some of inParts(given)) {
    outcomes.push(...(await addPart(some, parts, context)))
    context.count(outcomes.length)
  }
  const refusals = outcomes.filter(({ kind }) => kind === 'refused')
  context.note({ items: outcomes.length, refused: refusals.length })
  return outcomes
}

async function importJsonl({ corpus }: LibraryParts, path: string, context: Context): Promise<SyncResult> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new UserError({ plain: `There is no file ${path}; check its name.` })
  const { signal, count } = context
  return await corpus.importJsonl(path, ownCollection(context), {
    signal,
    onProgress: ({ done }) => count(done),
  })
}

async function list({ corpus }: LibraryParts, page: number, { collections }: Reader): Promise<DocumentPage> {
  const { documents: total } = await corpus.coverage({ collections })
  const pages = Math.max(1, Math.ceil(total / PER_PAGE))
  const shown = Math.min(Math.max(page, 0), pages - 1)
  return {
    documents: await corpus.list(collections, shown * PER_PAGE, PER_PAGE),
    total,
    page: shown,
    pages,
  }
}

async function find({ corpus }: LibraryParts, id: string, { own }: Context): Promise<Listed | undefined> {
  if (own === null) return undefined
  return (await corpus.find(id, own)) ?? (await corpus.find(qualifiedId(own, id), own))
}

async function suggest(
  parts: LibraryParts,
  typed: string,
  { own, language, mostSuggestions }: TypingContext,
): Promise<Suggestion[]> {
  if (own === null) return []
  const found =
    typed.trim() === ''
      ? await parts.corpus.list([own], 0, mostSuggestions)
      : await documentsAbout(typed, { own, most: mostSuggestions }, parts)
  return found.map(({ id, title, source }) => ({
    name: `${title}, ${sourceText(source, language)}`,
    value: shownId({ id, collection: own }),
  }))
}

const remove = ({ corpus }: LibraryParts, ids: string[], context: Context): Promise<ItemOutcome[]> =>
  corpus.remove(ids, ownCollection(context))

function askToRemove({ asked }: LibraryParts, document: Listed): string {
  const id = randomUUID()
  asked.set(id, document)
  setTimeout(() => asked.delete(id), ASKED_FOR_MS).unref()
  return id
}

async function removeAsked(
  { corpus, asked }: LibraryParts,
  id: string,
  context: Context,
): Promise<ItemOutcome[] | undefined> {
  const document = asked.get(id)
  const collection = ownCollection(context)
  if (document?.collection !== collection) return undefined
  asked.delete(id)
  return await corpus.remove([document.id], collection)
}

type Part = Given | ItemOutcome

/** Some at a time: a folder may hold more than fits into memory. */
async function* inParts(given: Iterable<Given> | AsyncIterable<Part>): AsyncGenerator<Part[]> {
  let part: Part[] = []
  let bytes = 0
  for await (const one of given) {
    part.push(one)
    bytes += 'bytes' in one ? one.bytes.length : 0
    if (part.length < AT_ONCE.files && bytes < AT_ONCE.bytes) continue
    yield part
    part = []
    bytes = 0
  }
  if (part.length > 0) yield part
}

/** Adds some files and pages; the outcomes are in their order, attachments of e-mails last. */
async function addPart(
  given: Part[],
  { corpus, fetchPage }: LibraryParts,
  context: Context,
): Promise<ItemOutcome[]> {
  const collection = ownCollection(context)
  const outcomes: ItemOutcome[] = []
  const items: Item[] = []
  const places: number[] = []
  for (const [at, one] of given.entries()) {
    context.signal.throwIfAborted()
    if ('kind' in one) {
      outcomes[at] = one
      continue
    }
    try {
      for (const item of await itemsOf('url' in one ? await fetched(one.url, fetchPage, context) : one)) {
        items.push(item)
        places.push(at)
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      outcomes[at] =
        'url' in one ? refused(one.url, error.reason, 'web') : refused(one.name, error.reason, 'feed')
    }
  }
  const { signal } = context
  const stored = await corpus.add(items, collection, { signal })
  const ordered = [...given.keys()].flatMap((at) => [
    ...(outcomes[at] ? [outcomes[at]] : []),
    ...stored.filter((_, index) => places[index] === at),
  ])
  // Attachments of e-mails have no place of their own.
  return [...ordered, ...stored.slice(places.length)]
}

/** Documents whose passages or titles hold what was typed. */
async function documentsAbout(
  typed: string,
  { own, most }: { own: string; most: number },
  { search, corpus }: LibraryParts,
): Promise<Listed[]> {
  const { hits } = await search(typed, { collections: [own] }, PASSAGES)
  const ids = [...new Set(hits.map(({ passage }) => passage.document))].slice(0, most)
  const found = await Promise.all(ids.map((id) => corpus.find(id, own)))
  return found.filter((document) => document !== undefined)
}

async function fetched(url: string, fetchPage: FetchPage, { signal }: Context): Promise<Item> {
  const answer = await fetchPage(url, { signal })
  if (answer.status !== 'ok') throw new Refusal('refusal.withheld')
  return {
    name: url,
    id: answer.url,
    bytes: answer.bytes,
    ...(answer.contentType ? { contentType: answer.contentType } : {}),
    known: { url: answer.url },
  }
}

/** What is no document at all is refused where documents are read. */
async function isFeed({ bytes, name, contentType }: Item): Promise<boolean> {
  try {
    return (await formatOf(bytes, name, contentType)) === 'feed'
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** A feed's items, or the item itself. Throws a Refusal for a feed that cannot be read or holds no text. */
async function itemsOf(item: Item): Promise<Item[]> {
  if (!(await isFeed(item))) return [item]
  const feed = await readFeed(item.bytes, item.contentType, item.known?.url ?? undefined)
  const items = feed.items.filter(({ html, title }) => html !== '' || title)
  if (items.length === 0) throw new Refusal('refusal.feedNoText')
  return items.map((one) =>
    feedItem(one, {
      name: `${item.name}#${one.title ?? one.id}`,
      id: `${item.id}#${one.id}`,
      source: feed.title,
    }),
  )
}
