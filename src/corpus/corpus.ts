/** The corpus as the rest of the program sees it: reads here, writing in a worker thread. */
import { bindAll } from '../bind-all.ts'
import type { Filter } from '../document.ts'
import type { SyncResult } from '../ingest/batch.ts'
import type { Item, ItemOutcome } from '../ingest/item.ts'
import { findCopies, findOriginals } from '../store/copies.ts'
import { coverageOf } from '../store/coverage.ts'
import { openVersion, versionInfo } from '../store/document.ts'
import { newestDocuments, openDocuments } from '../store/documents-by-date.ts'
import { listRefused } from '../store/files.ts'
import { fillingOf } from '../store/index-state.ts'
import { findDocument, listDocuments } from '../store/list-documents.ts'
import { conditionsOf, type Match, matchPassages } from '../store/match-passages.ts'
import { listLanguages, listSources, listTopics } from '../store/names.ts'
import { readIndex, type Table } from '../store/passage-index.ts'
import { presentIndex } from '../store/present-index.ts'
import { findSpeakers } from '../store/speakers.ts'
import { openStore } from '../store/store.ts'
import { termFrequencies, termsLike } from '../store/term-frequencies.ts'
import { loadDetector } from '../text/analysis.ts'
import {
  holdUp,
  type IndexOptions,
  type IndexParts,
  query,
  refresh,
  tellAnew,
  tellUnfolded,
} from './index-search.ts'
import { watchFolder } from './watch.ts'
import { openWorker, type WorkOptions } from './worker-client.ts'

const FOLD_AFTER_MS = 5000

export type Corpus = Awaited<ReturnType<typeof openCorpus>>

type OpenOptions = {
  dataDir: string
  /** Gets ready for the first question as well, which then takes 0.2 s less. */
  forQuestions?: boolean
  /** How long nothing happens before the last few passages are folded into the index. */
  foldAfterMs?: number
} & IndexOptions

type Parts = IndexParts & { opened: AsyncDisposableStack }

/** Opens the corpus in a data folder, making it when it is not there, and finishes what a kill interrupted. */
export async function openCorpus({
  dataDir,
  forQuestions = false,
  foldAfterMs = FOLD_AFTER_MS,
  ...options
}: OpenOptions) {
  await using opened = new AsyncDisposableStack()
  const worker = openWorker(dataDir, foldAfterMs, {
    refresh: () => refresh(parts),
    onAnew: (why) => tellAnew(parts, why),
    onFilling: (fault) => holdUp(parts, fault),
    onUnfolded: (fault) => tellUnfolded(parts, fault),
  })
  opened.defer(worker.stop)
  const store = opened.use(await openStore(dataDir))
  const present = opened.adopt(
    presentIndex(store, (generation) => readIndex(dataDir, generation)),
    (it) => it.forget(),
  )
  const state = { heldUpBy: null, staleBecause: null, isBehind: false, isClosed: false }
  const parts: Parts = { ...state, store, present, worker, options, opened }
  const recovered = worker.run({ kind: 'recover' })
  // Ready when it is wanted, where it is there already; else the first query says why it is not.
  present.get().catch(() => {})
  if (forQuestions) loadDetector()
  await recovered
  parts.opened = opened.move()
  return {
    ...bindAll(store, {
      filling: fillingOf,
      document: openVersion,
      info: versionInfo,
      copiesOf: findCopies,
      originals: findOriginals,
      coverage: coverageOf,
      sources: listSources,
      topics: listTopics,
      languages: listLanguages,
      speakers: findSpeakers,
      termFrequencies,
      termsLike,
      newest: newestDocuments,
      open: openDocuments,
      refused: listRefused,
      find: findDocument,
      list: listDocuments,
    }),
    ...bindAll(parts, { match, busy, synchronise, watch, importJsonl, add, remove, close }),
    query: <Result>(run: (table: Table) => Promise<Result>) => query(parts, run),
  }
}

/** Finds the passages of a filter that hold some terms, at most `most`, the highest BM25 first. */
async function match(
  parts: Parts,
  terms: Map<string, number>,
  filter: Filter,
  most: number,
): Promise<Match[]> {
  if (terms.size === 0 || filter.collections.length === 0) return []
  const conditions = await conditionsOf(parts.store, filter)
  const matches = await query(parts, (table) =>
    // In the middle of a large import: what is not in the index yet is found when it is folded in.
    matchPassages(table, { terms, conditions, most, indexedOnly: parts.isBehind }),
  )
  // Also what came in since the conditions were made is nobody else's.
  return matches.filter(({ passage }) => filter.collections.includes(passage.collection))
}

/** True while documents are being read in. */
const busy = ({ worker }: Parts): boolean => worker.busy()

/** Makes the shared collection agree with a folder. Throws when the folder cannot be read. */
const synchronise = async ({ worker }: Parts, folder: string, options?: WorkOptions): Promise<SyncResult> =>
  worked(await worker.run({ kind: 'synchronise', folder }, options))

/** Synchronises whenever something in the folder changes; returns how to stop. */
const watch = (parts: Parts, folder: string, onSync: (result: SyncResult | Error) => void) =>
  watchFolder(folder, () => synchronise(parts, folder), onSync)

/** Reads a JSON Lines file into a collection. Throws when the file cannot be read. */
const importJsonl = async (
  { worker }: Parts,
  path: string,
  collection: string,
  options?: WorkOptions,
): Promise<SyncResult> => worked(await worker.run({ kind: 'import', path, collection }, options))

/** Reads and stores files and pages, each for itself; the outcomes are in their order. */
const add = async (
  { worker }: Parts,
  items: Item[],
  collection: string,
  options?: WorkOptions,
): Promise<ItemOutcome[]> => worked(await worker.run({ kind: 'add', items, collection }, options)).items ?? []

/** Takes documents out of a collection; their text stays for the answers that quote them. */
const remove = async ({ worker }: Parts, ids: string[], collection: string): Promise<ItemOutcome[]> =>
  worked(await worker.run({ kind: 'remove', ids, collection })).items ?? []

async function close(parts: Parts): Promise<void> {
  parts.isClosed = true
  await parts.opened.disposeAsync()
}

function worked(result: SyncResult | null): SyncResult {
  if (!result) throw new Error('The corpus worker answered nothing.')
  return result
}
