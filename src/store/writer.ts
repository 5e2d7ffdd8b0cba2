/**
 * Documents into the store: committed to SQLite first, then put into the index, then marked as indexed, so that a
 * kill at any moment loses nothing that was committed. Runs in the worker thread.
 */
import { sql } from 'kysely'
import type { Lock } from '../sqlite/database.ts'
import { sha256 } from '../text/normalise.ts'
import { findHolders } from './copies.ts'
import { count } from './counts.ts'
import { indexState, markIndexed } from './index-state.ts'
import type { KeptIndex } from './kept-index.ts'
import { countIndexed, literal, optimise } from './passage-index.ts'
import { type Prepared, passageRows, withTerms } from './prepare.ts'
import { isOutdated, recount } from './recount.ts'
import type { Store } from './store.ts'
import { type Incoming, insert, type Outcome, retireIn, sort, type Version, versionsOf } from './versions.ts'

/**
 * Unindexed passages are searched one by one, and folding them writes the whole index anew: 40 s at a million. So
 * folding waits for a number that the index's size is worth: at least so many, and such a share of those indexed.
 */
const FOLD_WHEN = {
  /** In the middle of an import. */
  importing: { least: 20_000, share: 0.25 },
  /** Added at once: each costs a search some microseconds. */
  done: { least: 1000, share: 0.01 },
  /** Added one by one: each costs a search some 0.05 ms. */
  idle: { least: 1, share: 0.0003 },
}
const AT_ONCE = 200

export type DocumentWriter = ReturnType<typeof createWriter>

/**
 * @param lock keeps other processes from writing between the commit and the index
 * @param onCommit called after each batch that searches can see
 */
export function createWriter(store: Store, index: KeptIndex, lock: Lock, onCommit: () => void) {
  /** Of passages; not known until it matters. */
  let counts: { unindexed: number; indexed: number } | undefined

  /** Adds documents or new versions of them, as one transaction; the outcomes are in the order given. */
  const put = (incoming: Incoming[], collection: string): Promise<Outcome[]> =>
    lock.hold(async () => {
      const hashed = incoming.map((one) => ({ ...one, hash: sha256(one.document.text) }))
      const { outcomes, fresh, replaced } = await store.transaction().execute(async (transaction) => {
        const known = await versionsOf(transaction, incoming, collection)
        const hashes = hashed.map(({ hash }) => hash)
        const holders = await findHolders(transaction, hashes, collection)
        const sorted = sort(hashed, collection, known, holders)
        await retireIn(transaction, sorted.replaced)
        await insert(transaction, sorted.fresh)
        await count(transaction, sorted.fresh, 1)
        return sorted
      })
      await toIndex(fresh, replaced)
      if (await isDue('importing')) await fold()
      return outcomes
    })

  /** Takes documents out of the search; their text stays for the answers that quote them. */
  async function retire(documents: Version[]): Promise<void> {
    for (let at = 0; at < documents.length; at += AT_ONCE) {
      const some = documents.slice(at, at + AT_ONCE)
      await lock.hold(async () => {
        await store.transaction().execute((transaction) => retireIn(transaction, some))
        await toIndex([], some)
      })
    }
  }

  /** At the start: finishes what a kill interrupted; an index that does not agree with the documents is begun anew. */
  const recover = (): Promise<void> =>
    lock.hold(async () => {
      if (await isOutdated(store)) {
        await recount(store)
        if (await isAnyPending()) return await index.beginAnew('outdated')
      }
      if (await isFilling()) return
      await indexPending(Number.POSITIVE_INFINITY)
      await index.check()
    })

  /** Indexes what an earlier job committed and then failed to index. */
  const finish = (): Promise<void> =>
    lock.hold(async () => {
      if (!(await isFilling())) await indexPending(Number.POSITIVE_INFINITY)
    })

  const isAnyPending = async () => (await pendingOf(store, 1)).length > 0
  const isFilling = async () => (await indexState(store)).filling === 1

  /** Fills a new index a little further; returns true when it holds every document. */
  const fill = (): Promise<boolean> =>
    lock.hold(async () => {
      if (!(await isFilling())) return true
      if (!(await indexPending(AT_ONCE))) {
        if (await isDue('importing')) await fold()
        return false
      }
      await fold()
      // Folding may have found it damaged.
      const isWhole = await indexPending(0)
      if (isWhole) await store.updateTable('index_state').set({ filling: 0 }).execute()
      return isWhole
    })

  /** Indexes at most so many documents; returns true when none waits any more. */
  async function indexPending(most: number): Promise<boolean> {
    for (let left = most; ; left -= AT_ONCE) {
      const pending = await pendingOf(store, AT_ONCE)
      if (pending.length === 0) return true
      if (left <= 0) return false
      const current = await store
        .selectFrom('documents')
        .selectAll()
        .where(
          'id',
          'in',
          pending.map(({ id }) => id),
        )
        .where('current', '=', 1)
        .execute()
      if (!(await toIndex(current.map(withTerms), pending))) return false
    }
  }

  /**
   * Makes the index hold the passages of `fresh`, and no others of the documents in `replaced`. Returns false when it
   * was damaged: then these wait like all other documents.
   */
  async function toIndex(fresh: Prepared[], replaced: { id: string }[]): Promise<boolean> {
    const stale = [...new Set(replaced.map(({ id }) => id))]
    const rows = fresh.flatMap(passageRows)
    const done = [...new Set([...stale, ...fresh.map(({ row }) => row.id)])]
    if (done.length === 0) return true
    const version = await index.run(async ({ table }) => {
      if (stale.length > 0 && (await table.countRows()) > 0)
        await table.delete(`document IN (${stale.map(literal).join(', ')})`)
      if (rows.length > 0) await table.add(rows)
      return await table.version()
    })
    if (version === undefined) return false
    await markIndexed(store, done, version)
    if (counts) counts.unindexed += rows.length
    onCommit()
    return true
  }

  async function fold(): Promise<void> {
    counts = undefined
    await index.run(optimise)
    onCommit()
  }

  async function isDue(when: keyof typeof FOLD_WHEN): Promise<boolean> {
    counts ??= (await index.run(countIndexed)) ?? { unindexed: 0, indexed: 0 }
    const { least, share } = FOLD_WHEN[when]
    return counts.unindexed >= Math.max(least, share * counts.indexed)
  }

  /** Folds what was added into the index when there is enough of it. */
  async function settle(when: 'done' | 'idle'): Promise<void> {
    await lock.hold(async () => {
      if (await isDue(when)) await fold()
    })
  }

  return { put, retire, recover, finish, fill, settle }
}

/** Versions whose passages the index is to get or to lose. */
const pendingOf = (store: Store, most: number) =>
  store.selectFrom('documents').select('id').where('indexed', '=', sql.lit(0)).limit(most).execute()
