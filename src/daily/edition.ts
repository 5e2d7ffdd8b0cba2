/** What is new in a window and what was before it, read and grouped into stories: once for all who ask for the window. */
import type { Kysely } from 'kysely'
import { type Recent, recentDocuments, type WholeDocument, wholeDocuments } from '../corpus/recent.ts'
import type { CorpusTables } from '../corpus/tables.ts'
import { boundsOf, DAY, isNew, type Stretch, timeOf } from './arrival.ts'
import type { DigestRequest } from './digest.ts'
import { type Analysed, analyseArticle } from './stories/analyse.ts'
import { groupAnalysed } from './stories/group.ts'

/** How far back a story may go on from. */
const REACH = 14 * DAY
/** More documents are not read: the latest are. */
const [MOST_NEW, MOST_EARLIER] = [10_000, 5000]
/** What is kept for the next request. */
const [EDITIONS_KEPT, DOCUMENTS_KEPT] = [4, 20_000]

/** `time` is the instant by which it is put in order; `isNew` says that it is the window's. */
export type Dispatch = { document: WholeDocument; time: number; isNew: boolean }
export type Edition = {
  /** Everything that is new, read or not. */
  fresh: Recent[]
  /** The documents about each event. */
  stories: Dispatch[][]
}
export type EditionRequest = Pick<DigestRequest, 'collections' | 'window' | 'newBy'>
export type Editions = {
  of: (request: EditionRequest) => Promise<Edition>
  /** How often documents have been grouped. */
  groupings: () => number
}

/** The first of the keys that were set longest ago makes place. */
function keep<Value>(kept: Map<string, Value>, key: string, value: Value, most: number): Value {
  kept.delete(key)
  kept.set(key, value)
  const [oldest] = kept.keys()
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
  return value
}

const kept = new WeakMap<WholeDocument, Analysed>()
function analysed(document: WholeDocument): Analysed {
  const known = kept.get(document) ?? analyseArticle(document)
  kept.set(document, known)
  return known
}

export function createEditions(database: Kysely<CorpusTables>): Editions {
  const editions = new Map<string, Promise<Edition>>()
  const documents = new Map<string, WholeDocument>()
  let groupings = 0

  const make = async ({ collections, window, newBy }: EditionRequest): Promise<Edition> => {
    const stretch: Stretch = { since: Date.parse(window.since), until: Date.parse(window.until) }
    const known: Stretch = { since: stretch.since - REACH, until: stretch.until }
    const rows = (await recentDocuments(database, collections, boundsOf(known)))
      .map((row) => ({ row, time: timeOf(row, newBy), isNew: isNew(row, stretch, newBy) }))
      .toSorted((a, b) => b.time - a.time || (a.row.id < b.row.id ? -1 : 1))
    const fresh = rows.filter((one) => one.isNew)
    const before = rows.filter((one) => !one.isNew && one.time >= known.since && one.time < known.until)
    const chosen = [...fresh.slice(0, MOST_NEW), ...before.slice(0, MOST_EARLIER)]
    const unread = chosen.filter(({ row }) => !documents.has(keyOf(row)))
    for (const document of await wholeDocuments(
      database,
      unread.map(({ row }) => row.id),
    ))
      keep(documents, keyOf(document), document, DOCUMENTS_KEPT)
    const dispatches = chosen.flatMap(({ row, time, isNew }): Dispatch[] => {
      const document = documents.get(keyOf(row))
      return document
        ? [{ document: keep(documents, keyOf(row), document, DOCUMENTS_KEPT), time, isNew }]
        : []
    })
    groupings += 1
    const groups = groupAnalysed(dispatches.map(({ document }) => analysed(document)))
    return {
      fresh: fresh.map(({ row }) => row),
      stories: groups.map((group) => group.flatMap((at) => dispatches[at] ?? [])),
    }
  }
  return {
    of: (request) => {
      const { collections, window, newBy } = request
      const key = JSON.stringify([collections.toSorted(), window.since, window.until, newBy])
      const found = editions.get(key) ?? make(request)
      found.catch(() => editions.delete(key))
      return keep(editions, key, found, EDITIONS_KEPT)
    },
    groupings: () => groupings,
  }
}

const keyOf = ({ id, hash }: { id: string; hash: string }) => `${id}\n${hash}`
