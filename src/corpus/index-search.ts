/** Queries of the index: they wait for one that is being filled or say so, and have a damaged one replaced. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { isDiskFull } from '../disk/full.ts'
import { type Filling, fillingOf, IndexFilling, indexState } from '../store/index-state.ts'
import type { Anew } from '../store/kept-index.ts'
import { isDamage, plainError, type Table } from '../store/passage-index.ts'
import type { PresentIndex } from '../store/present-index.ts'
import type { CorpusTables } from '../store/tables.ts'
import type { openWorker } from './worker-client.ts'

/** How soon to look again whether the index is filled, by this process or another. In milliseconds. */
const LOOK_AGAIN_MS = 100

export type IndexQuery = <Result>(run: (table: Table) => Promise<Result>) => Promise<Result>

export type IndexOptions = {
  /** Queries wait until the index holds every document (the default), or throw an IndexFilling. */
  waitsForIndex?: boolean
  /** Called while a query waits. */
  onFilling?: (filling: Filling) => void
  /** Ends the waiting; a query then throws the signal's reason. */
  signal?: AbortSignal
  /** Told in a sentence that the index is begun anew. */
  onNotice?: (notice: string) => void
}

/** What to say when an index is begun anew. */
export const noticeOf = (why: Anew) =>
  ({
    damaged:
      'The search index is damaged: it is set aside as damaged-index in the data folder, and rebuilt from the documents.',
    missing: 'The search index is missing documents: it is rebuilt from them.',
    outdated: 'This version reads documents differently: the search index is rebuilt from them.',
  })[why]

type IndexWorker = Pick<ReturnType<typeof openWorker>, 'run' | 'fill'>

/** `holdUp` is told what holds up the filling, and null when nothing does: queries that wait then throw it. */
export function indexSearch(
  database: Kysely<CorpusTables>,
  present: PresentIndex,
  worker: IndexWorker,
  { waitsForIndex = true, onFilling, onNotice, signal }: IndexOptions,
) {
  let heldUpBy: Error | null = null

  /** Until the index holds every document. */
  async function whole(): Promise<void> {
    for (;;) {
      const filling = await fillingOf(database)
      if (!filling) return
      // Whoever began it may be gone.
      await worker.fill()
      if (!waitsForIndex) throw new IndexFilling(filling)
      if (heldUpBy) throw heldUpBy
      signal?.throwIfAborted()
      onFilling?.(filling)
      await wait(LOOK_AGAIN_MS)
    }
  }

  const query: IndexQuery = async (run) => {
    await whole()
    try {
      return await run((await present.get()).table)
    } catch (error) {
      if (!isDamage(error)) throw plainError(error)
    }
    // Another process may have begun another one, or what is kept in memory is all that is wrong.
    await present.forget()
    await whole()
    const { generation } = await indexState(database)
    try {
      return await run((await present.get()).table)
    } catch (error) {
      if (!isDamage(error)) throw plainError(error)
    }
    await worker.run({ kind: 'replace', generation })
    return await query(run)
  }

  return {
    query,
    holdUp: (fault: Error | null) => {
      if (fault && fault.message !== heldUpBy?.message)
        onNotice?.(
          isDiskFull(fault)
            ? 'The disk is full: the search index is rebuilt once there is room.'
            : `The search index is not rebuilt for now. ${fault.message}`,
        )
      heldUpBy = fault
    },
  }
}
