/** What is new in a window and what was before it, read and grouped into stories: once for all who ask for the window. */
import type { DocumentInfo } from '../document.ts'
import { LastMap } from '../last-map.ts'
import { type OpenedDocument, openDocuments, recentDocuments } from '../store/documents-by-date.ts'
import type { Store } from '../store/store.ts'
import { sha256 } from '../text/normalise.ts'
import { DAY_MS } from '../time.ts'
import { boundsOf, isNew, type Stretch, timeOf } from './arrival.ts'
import type { DigestRequest } from './digest.ts'
import { furnitureIn, type IsFurniture } from './furniture.ts'
import { prominences } from './prominence.ts'
import { sourceOf } from './rank.ts'
import { type Analysed, analyseArticle } from './stories/analyse.ts'
import { groupAnalysed } from './stories/group.ts'

/** How far back a story may go on from. */
const REACH = 14 * DAY_MS
/** More documents are not read: the latest are. */
const MOST_NEW = 10_000
const MOST_EARLIER = 5000
/** What is kept for the next request. */
const EDITIONS_KEPT = 4
const DOCUMENTS_KEPT = 20_000

/** `time` is the instant by which it is put in order; `isNew` says that it is the window's. */
export type Dispatch = { document: OpenedDocument; time: number; isNew: boolean }
/** The documents about one event, and how much of what is new goes their way, 0–1. */
type Grouping = { dispatches: Dispatch[]; prominence: number }
export type Edition = {
  /** Everything that is new, read or not. */
  fresh: DocumentInfo[]
  stories: Grouping[]
  isFurniture: IsFurniture
}
type EditionRequest = Pick<DigestRequest, 'collections' | 'window' | 'newBy'>
export type Editions = {
  of: (request: EditionRequest) => Promise<Edition>
}

type Grouped = Omit<Edition, 'fresh'>
type Row = { info: DocumentInfo; time: number; isNew: boolean }

const kept = new WeakMap<OpenedDocument, Analysed>()
function analysed(document: OpenedDocument): Analysed {
  const known = kept.get(document) ?? analyseArticle(document)
  kept.set(document, known)
  return known
}

function withProminence(stories: Dispatch[][]): Grouping[] {
  const fresh = stories.map((story) => story.filter(({ isNew }) => isNew))
  const found = prominences(
    fresh.map((story) =>
      story.map(({ document }) => ({ source: sourceOf(document), analysed: analysed(document) })),
    ),
  )
  return stories.map((dispatches, at) => ({ dispatches, prominence: found[at] ?? 0 }))
}

/** The same only while everything that is known of a document is. */
const keyOf = (info: DocumentInfo) => JSON.stringify(Object.values(info))

export function createEditions(store: Store): Editions {
  const editions = new LastMap<string, Grouped>(EDITIONS_KEPT)
  const documents = new LastMap<string, OpenedDocument>(DOCUMENTS_KEPT)

  async function read(rows: Row[]): Promise<Dispatch[]> {
    const unread = rows.filter(({ info }) => !documents.has(keyOf(info)))
    const ids = unread.map(({ info }) => info.id)
    for (const document of await openDocuments(store, ids)) {
      const { text: _text, sections: _sections, ...info } = document
      documents.set(keyOf(info), document)
    }
    return rows.flatMap(({ info, time, isNew }) => {
      const document = documents.get(keyOf(info))
      if (!document) return []
      documents.set(keyOf(info), document)
      return [{ document, time, isNew }]
    })
  }

  const of = async (request: EditionRequest): Promise<Edition> => {
    const rows = await rowsOf(request, store)
    const fresh = rows.filter(({ isNew }) => isNew)
    const before = rows.filter(({ isNew }) => !isNew)
    const chosen = [...fresh.slice(0, MOST_NEW), ...before.slice(0, MOST_EARLIER)]
    const key = sha256(chosen.map(({ info, time, isNew }) => `${time} ${isNew} ${keyOf(info)}`).join('\n'))
    let grouped = editions.get(key)
    if (!grouped) {
      const dispatches = await read(chosen)
      const stories = groupAnalysed(dispatches.map(({ document }) => analysed(document))).map((group) =>
        group.flatMap((at) => dispatches[at] ?? []),
      )
      const texts = stories.map((story) => story.map(({ document }) => document))
      grouped = { stories: withProminence(stories), isFurniture: furnitureIn(texts) }
    }
    editions.set(key, grouped)
    return { fresh: fresh.map(({ info }) => info), ...grouped }
  }
  return { of }
}

/** The window's documents and those of the days before, latest first. */
async function rowsOf({ collections, window, newBy }: EditionRequest, store: Store): Promise<Row[]> {
  const stretch: Stretch = { since: Date.parse(window.since), until: Date.parse(window.until) }
  const since = stretch.since - REACH
  const infos = await recentDocuments(store, collections, boundsOf({ since, until: stretch.until }))
  return infos
    .map((info) => ({ info, time: timeOf(info, newBy), isNew: isNew(info, stretch, newBy) }))
    .filter((row) => row.isNew || (row.time >= since && row.time < stretch.since))
    .toSorted((a, b) => b.time - a.time || (a.info.id < b.info.id ? -1 : 1))
}
