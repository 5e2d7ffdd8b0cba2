/** Queries of the index: they wait for one that is being filled or say so, and have a damaged one replaced. */
import { setTimeout as wait } from 'node:timers/promises'
import { isDiskFull } from '../disk/full.ts'
import { type Filling, fillingOf, IndexFilling, indexState } from '../store/index-state.ts'
import type { Anew } from '../store/kept-index.ts'
import { countIndexed, isDamage, plainError, type Table } from '../store/passage-index.ts'
import type { PresentIndex } from '../store/present-index.ts'
import type { Store } from '../store/store.ts'
import type { openWorker } from './worker-client.ts'

/** How soon to look again whether the index is filled, by this process or another. */
const LOOK_AGAIN_MS = 100
/** Looking at so many passages one by one takes some 20 ms; after an import, a share of the index may wait. */
const BEHIND = { passages: 5000, share: 0.01 }

export type IndexOptions = {
  /** Queries wait until the index holds every document (the default), or throw an IndexFilling. */
  waitsForIndex?: boolean
  /** Called while a query waits. */
  onFilling?: (filling: Filling) => void
  /** Ends the waiting; a query then throws the signal's reason. */
  signal?: AbortSignal
  /** Told in a sentence that the index is begun anew, or that something about it failed. */
  onNotice?: (notice: string) => void
}

export type IndexParts = {
  store: Store
  present: PresentIndex
  worker: ReturnType<typeof openWorker>
  options: IndexOptions
  /** What holds up the filling: queries that wait then throw it. */
  heldUpBy: Error | null
  /** Why searches could not be shown what was written last, as it was told. */
  staleBecause: string | null
  /** Whether so many passages wait to be put into the index that looking at each of them would hold up every search. */
  isBehind: boolean
  /** Nothing is searched any more. */
  isClosed: boolean
}

const NOTICES: Record<Anew, string> = {
  damaged:
    'The search index is damaged: it is set aside as damaged-index in the data folder, and rebuilt from the documents.',
  missing: 'The search index is missing documents: it is rebuilt from them.',
  outdated: 'This version reads documents differently: the search index is rebuilt from them.',
}

/** Says that an index is begun anew. */
export const tellAnew = ({ options }: IndexParts, why: Anew) => options.onNotice?.(NOTICES[why])

/** Says what holds up the filling of the index; null when nothing does any more. */
export function holdUp(parts: IndexParts, fault: Error | null): void {
  const { heldUpBy, options } = parts
  if (fault && fault.message !== heldUpBy?.message)
    options.onNotice?.(
      isDiskFull(fault)
        ? 'The disk is full: the search index is rebuilt once there is room.'
        : `The search index is not rebuilt for now. ${fault.message}`,
    )
  parts.heldUpBy = fault
}

/** Says that the last additions were not folded into the index. */
export const tellUnfolded = ({ options }: IndexParts, fault: string) =>
  options.onNotice?.(`The search index was not tidied up; it is tried again after the next change. ${fault}`)

/** Shows searches what was written. A failure is told, once until it passes: searches then go on with what they had. */
export async function refresh(parts: IndexParts): Promise<void> {
  if (parts.isClosed) return
  try {
    const index = await parts.present.get()
    await index.table.checkoutLatest()
    const { unindexed, indexed } = await countIndexed(index)
    parts.isBehind = unindexed > Math.max(BEHIND.passages, BEHIND.share * indexed)
    parts.staleBecause = null
  } catch (error) {
    if (parts.isClosed) return
    const fault = plainError(error)
    const reason = fault instanceof Error ? fault.message : String(fault)
    if (reason !== parts.staleBecause)
      parts.options.onNotice?.(`Searches do not find the latest documents for now. ${reason}`)
    parts.staleBecause = reason
  }
}

/** Returns when the index holds every document. */
async function untilWhole(parts: IndexParts): Promise<void> {
  const { store, worker, options } = parts
  const { waitsForIndex = true, signal, onFilling } = options
  for (;;) {
    const filling = await fillingOf(store)
    if (!filling) return
    // Whoever began it may be gone.
    await worker.fill()
    if (!waitsForIndex) throw new IndexFilling(filling)
    if (parts.heldUpBy) throw parts.heldUpBy
    signal?.throwIfAborted()
    onFilling?.(filling)
    await wait(LOOK_AGAIN_MS)
  }
}

/**
 * Runs a query on the passages as they are now. Throws an IndexFilling while the index does not hold all of them,
 * unless the corpus was opened to wait. What the query finds damaged is begun anew.
 */
export async function query<Result>(
  parts: IndexParts,
  run: (table: Table) => Promise<Result>,
): Promise<Result> {
  const { store, present, worker } = parts
  await untilWhole(parts)
  try {
    return await run((await present.get()).table)
  } catch (error) {
    if (!isDamage(error)) throw plainError(error)
  }
  // Another process may have begun another one, or what is kept in memory is all that is wrong.
  await present.forget()
  await untilWhole(parts)
  const { generation } = await indexState(store)
  try {
    return await run((await present.get()).table)
  } catch (error) {
    if (!isDamage(error)) throw plainError(error)
  }
  await worker.run({ kind: 'replace', generation })
  return await query(parts, run)
}
