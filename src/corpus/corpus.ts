/** The corpus as the rest of the program sees it: reads here, writing in a worker thread. */
import { join } from 'node:path'
import type { Coverage, Document, DocumentInfo, Filter, Location, Passage } from '../document.ts'
import type { SyncResult } from '../ingest/batch.ts'
import type { Item, ItemOutcome } from '../ingest/item.ts'
import { fromStored } from '../refusal.ts'
import { openSqlite } from '../sqlite/database.ts'
import { findCopies, findOriginals } from '../store/copies.ts'
import { coverageOf } from '../store/coverage.ts'
import { currentInfos, INFO, toInfo } from '../store/documents-by-date.ts'
import { type Filling, fillingOf } from '../store/index-state.ts'
import { findDocument, type Listed, listDocuments } from '../store/list-documents.ts'
import { countIndexed, readIndex, toPassage } from '../store/passage-index.ts'
import { presentIndex } from '../store/present-index.ts'
import { findSpeakers } from '../store/speakers.ts'
import { type CorpusTables, corpusContents, corpusMigrations } from '../store/tables.ts'
import { loadDetector } from '../text/analysis.ts'
import { type IndexOptions, type IndexQuery, indexSearch, noticeOf } from './index-search.ts'
import { watchFolder } from './watch.ts'
import { openWorker, type WorkOptions } from './worker-client.ts'

/** Looking at so many passages one by one takes some 20 ms; after an import, a share of the index may wait. */
const [MOST_WAITING, WAITING_SHARE] = [5000, 0.01]

export type Corpus = {
  /**
   * Runs a query on the passages as they are now. Throws an IndexFilling while the index does not hold all of them,
   * unless the corpus was opened to wait. What the query finds damaged is begun anew.
   */
  query: IndexQuery
  /** How far a new index is filled; undefined when it holds every document. */
  filling: () => Promise<Filling | undefined>
  toPassage: (row: Record<string, unknown>) => Passage
  /** Whether so many passages wait to be put into the index that looking at each of them would hold up every search. */
  isBehind: () => boolean
  /** Any version of a document, also an older or retired one. */
  document: (id: string, hash: string) => Promise<Document | undefined>
  /** The same without its text. */
  info: (id: string, hash: string) => Promise<DocumentInfo | undefined>
  /**
   * The other documents of these collections that carry the same text, earliest first, at most fifty. None when
   * the version itself is in none of these collections.
   */
  copiesOf: (id: string, hash: string, collections: string[]) => Promise<DocumentInfo[]>
  /**
   * For each of some versions, as `id\nhash`, the one among them that it is a copy of: the earliest that carries its
   * text, or itself. As many different ones as there are, so many are independent of each other.
   */
  originals: (versions: { id: string; hash: string }[]) => Promise<Map<string, string>>
  coverage: (filter: Filter) => Promise<Coverage>
  /** The sources of these collections, most documents first. */
  sources: (collections: string[]) => Promise<{ source: string; documents: number }[]>
  /** The topics of these collections, most documents first; spellings that differ in case are one. */
  topics: (collections: string[]) => Promise<{ topic: string; documents: number }[]>
  /** The languages of these collections, most documents first. */
  languages: (collections: string[]) => Promise<string[]>
  /** Speakers with a word that begins with `typed`, at most 25, most sentences first. */
  speakers: (typed: string, collections: string[]) => Promise<string[]>
  /** In how many passages of these collections each term stands, and how many passages there are. */
  termFrequencies: (
    terms: string[],
    collections: string[],
  ) => Promise<{ passages: number; frequencies: Map<string, number> }>
  /** True when there are documents in other collections than these. */
  hasOthers: (collections: string[]) => Promise<boolean>
  refused: () => Promise<SyncResult['refused']>
  /** True while documents are being read in. */
  busy: () => boolean
  /** Makes the shared collection agree with a folder. Throws when the folder cannot be read. */
  synchronise: (folder: string, options?: WorkOptions) => Promise<SyncResult>
  /** Synchronises whenever something in the folder changes; answers how to stop. */
  watch: (folder: string, onSync: (result: SyncResult | Error) => void) => Promise<() => Promise<void>>
  /** Reads a JSON Lines file into a collection. Throws when the file cannot be read. */
  importJsonl: (path: string, collection: string, options?: WorkOptions) => Promise<SyncResult>
  /** Reads and stores files and pages, each for itself; the outcomes are in their order. */
  add: (items: Item[], collection: string, options?: WorkOptions) => Promise<ItemOutcome[]>
  /** Takes documents out of a collection; their text stays for the answers that quote them. */
  remove: (ids: string[], collection: string) => Promise<ItemOutcome[]>
  /** A document that is searched now. */
  find: (id: string, collection: string) => Promise<Listed | undefined>
  /** Documents, the latest additions first. */
  list: (collections: string[], offset: number, limit: number) => Promise<Listed[]>
  close: () => Promise<void>
}

type OpenOptions = {
  dataDir: string
  /** Gets ready for the first question as well, which then takes 0.2 s less. */
  forQuestions?: boolean
} & IndexOptions

/** Opens the corpus in a data folder, making it when it is not there, and finishes what a kill interrupted. */
export async function openCorpus({
  dataDir,
  forQuestions = false,
  ...options
}: OpenOptions): Promise<Corpus> {
  const path = join(dataDir, 'corpus.sqlite')
  let isBehind = false
  await using opened = new AsyncDisposableStack()
  const worker = openWorker(path, dataDir, {
    refresh: async () => {
      const { table } = await present.get()
      await table.checkoutLatest()
      const { unindexed, indexed } = await countIndexed({ table })
      isBehind = unindexed > Math.max(MOST_WAITING, WAITING_SHARE * indexed)
    },
    onAnew: (why) => options.onNotice?.(noticeOf(why)),
    onFilling: (fault) => search.holdUp(fault),
  })
  opened.defer(worker.stop)
  const database = opened.adopt(
    await openSqlite<CorpusTables>(path, corpusMigrations, corpusContents),
    (it) => it.destroy(),
  )
  const present = opened.adopt(
    presentIndex(database, (generation) => readIndex(dataDir, generation)),
    (it) => it.forget(),
  )
  const search = indexSearch(database, present, worker, options)
  const recovered = worker.run({ kind: 'recover' })
  // Ready when it is wanted, where it is there already.
  present.get().catch(() => {})
  if (forQuestions) loadDetector()
  await recovered
  const parts = opened.move()

  const version = (id: string, hash: string) =>
    database.selectFrom('documents').where('id', '=', id).where('hash', '=', hash)

  const corpus: Corpus = {
    query: search.query,
    filling: () => fillingOf(database),
    toPassage,
    isBehind: () => isBehind,
    document: async (id, hash) => {
      const row = await version(id, hash).select(INFO).select(['text', 'locations']).executeTakeFirst()
      return row && { ...toInfo(row), locations: JSON.parse(row.locations) as Location[] }
    },
    info: async (id, hash) => {
      const row = await version(id, hash).select(INFO).executeTakeFirst()
      return row && toInfo(row)
    },
    copiesOf: (id, hash, collections) =>
      findCopies(database, { id, hash }, collections, (versions) => currentInfos(database, versions)),
    originals: (versions) => findOriginals(database, versions),
    coverage: (filter) => coverageOf(database, filter),
    sources: (collections) =>
      database
        .selectFrom('sources')
        .where('collection', 'in', collections)
        .groupBy('source')
        .select(({ fn }) => ['source', fn.sum<number>('documents').as('documents')])
        .orderBy('documents', 'desc')
        .orderBy('source')
        .execute(),
    topics: (collections) =>
      database
        .selectFrom('topics')
        .where('collection', 'in', collections)
        .groupBy('folded')
        .select(({ fn }) => [fn.min('topic').as('topic'), fn.sum<number>('documents').as('documents')])
        .orderBy('documents', 'desc')
        .orderBy('folded')
        .execute(),
    languages: async (collections) => {
      const rows = await database
        .selectFrom('languages')
        .where('collection', 'in', collections)
        .groupBy('language')
        .select('language')
        .orderBy(({ fn }) => fn.sum('documents'), 'desc')
        .execute()
      return rows.map(({ language }) => language)
    },
    speakers: (typed, collections) => findSpeakers(database, typed, collections),
    termFrequencies: async (terms, collections) => {
      const rows =
        terms.length === 0 || collections.length === 0
          ? []
          : await database
              .selectFrom('terms')
              .where('collection', 'in', collections)
              .where('term', 'in', terms)
              .groupBy('term')
              .select(({ fn }) => ['term', fn.sum<number>('passages').as('passages')])
              .execute()
      const { passages } = await corpus.coverage({ collections })
      return { passages, frequencies: new Map(rows.map((row) => [row.term, row.passages])) }
    },
    // From one collection to the next: many sources in each cost nothing.
    hasOthers: async (collections) => {
      for (let known = ''; ; ) {
        const next: { collection: string } | undefined = await database
          .selectFrom('sources')
          .select('collection')
          .where('collection', '>', known)
          .orderBy('collection')
          .limit(1)
          .executeTakeFirst()
        if (!next) return false
        if (!collections.includes(next.collection)) return true
        known = next.collection
      }
    },
    refused: async () => {
      const rows = await database.selectFrom('refused').selectAll().orderBy('name').execute()
      return rows.map(({ name, reason }) => ({ name, reason: fromStored(reason) }))
    },
    busy: worker.busy,
    synchronise: async (folder, options) =>
      worked(await worker.run({ kind: 'synchronise', folder }, options)),
    watch: (folder, onSync) => watchFolder(folder, () => corpus.synchronise(folder), onSync),
    importJsonl: async (file, collection, options) =>
      worked(await worker.run({ kind: 'import', path: file, collection }, options)),
    add: async (items, collection, options) =>
      worked(await worker.run({ kind: 'add', items, collection }, options)).items ?? [],
    remove: async (ids, collection) =>
      worked(await worker.run({ kind: 'remove', ids, collection })).items ?? [],
    find: (id, collection) => findDocument(database, id, collection),
    list: (collections, offset, limit) => listDocuments(database, collections, offset, limit),
    close: () => parts.disposeAsync(),
  }
  return corpus
}

function worked(result: SyncResult | null): SyncResult {
  if (!result) throw new Error('The corpus worker answered nothing.')
  return result
}
