/**
 * Documents into the store: committed to SQLite first, then put into the index, then marked as indexed, so that a
 * kill at any moment loses nothing that was committed. Runs in the worker thread.
 */

import { sql } from 'kysely'
import { bindAll } from '../bind-all.ts'
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

type Writing = {
  store: Store
  index: KeptIndex
  /** Keeps other processes from writing between the commit and the index. */
  lock: Lock
  /** Called after each batch that searches can see. */
  onCommit: () => void
  /** Of passages; not known until it matters. */
  counts?: { unindexed: number; indexed: number } | undefined
}

export type DocumentWriter = ReturnType<typeof createWriter>

/** Returns what writes documents into a store and its index. */
export const createWriter = (writing: Writing) =>
  bindAll(writing, { put, retire, recover, finish, fill, settle })

/** Adds documents or new versions of them, as one transaction; the outcomes are in the order given. */
const put = (writing: Writing, incoming: Incoming[], collection: string): Promise<Outcome[]> =>
  writing.lock.hold(async () => {
    const hashed = incoming.map((one) => ({ ...one, hash: sha256(one.document.text) }))
    const { outcomes, fresh, replaced } = await writing.store.transaction().execute(async (transaction) => {
      const known = await versionsOf(transaction, incoming, collection)
      const hashes = hashed.map(({ hash }) => hash)
      const holders = await findHolders(transaction, hashes, collection)
      const sorted = sort(hashed, collection, known, holders)
      await retireIn(transaction, sorted.replaced)
      await insert(transaction, sorted.fresh)
      await count(transaction, sorted.fresh, 1)
      return sorted
    })
    await toIndex(writing, fresh, replaced)
    if (await isDue(writing, 'importing')) await fold(writing)
    return outcomes
  })

/** Takes documents out of the search; their text stays for the answers that quote them. */
async function retire(writing: Writing, documents: Version[]): Promise<void> {
  for (let at = 0; at < documents.length; at += AT_ONCE) {
    const some = documents.slice(at, at + AT_ONCE)
    await writing.lock.hold(async () => {
      await writing.store.transaction().execute((transaction) => retireIn(transaction, some))
      await toIndex(writing, [], some)
    })
  }
}

/** At the start: finishes what a kill interrupted; an index that does not agree with the documents is begun anew. */
const recover = (writing: Writing): Promise<void> =>
  writing.lock.hold(async () => {
    const { store, index } = writing
    if (await isOutdated(store)) {
      await recount(store)
      if (await isAnyPending(store)) return await index.beginAnew('outdated')
    }
    if (await isFilling(store)) return
    await indexPending(writing, Number.POSITIVE_INFINITY)
    await index.check()
  })

/** Indexes what an earlier job committed and then failed to index. */
const finish = (writing: Writing): Promise<void> =>
  writing.lock.hold(async () => {
    if (!(await isFilling(writing.store))) await indexPending(writing, Number.POSITIVE_INFINITY)
  })

/** Fills a new index a little further; returns true when it holds every document. */
const fill = (writing: Writing): Promise<boolean> =>
  writing.lock.hold(async () => {
    if (!(await isFilling(writing.store))) return true
    if (!(await indexPending(writing, AT_ONCE))) {
      if (await isDue(writing, 'importing')) await fold(writing)
      return false
    }
    await fold(writing)
    // Folding may have found it damaged.
    const isWhole = await indexPending(writing, 0)
    if (isWhole) await writing.store.updateTable('index_state').set({ filling: 0 }).execute()
    return isWhole
  })

/** Folds what was added into the index when there is enough of it. */
async function settle(writing: Writing, when: 'done' | 'idle'): Promise<void> {
  await writing.lock.hold(async () => {
    if (await isDue(writing, when)) await fold(writing)
  })
}

/** Indexes at most so many documents; returns true when none waits any more. */
async function indexPending(writing: Writing, most: number): Promise<boolean> {
  const { store } = writing
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
    if (!(await toIndex(writing, current.map(withTerms), pending))) return false
  }
}

/**
 * Makes the index hold the passages of `fresh`, and no others of the documents in `replaced`. Returns false when it
 * was damaged: then these wait like all other documents.
 */
async function toIndex(writing: Writing, fresh: Prepared[], replaced: { id: string }[]): Promise<boolean> {
  const { store, index, onCommit } = writing
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
  if (writing.counts) writing.counts.unindexed += rows.length
  onCommit()
  return true
}

async function fold(writing: Writing): Promise<void> {
  writing.counts = undefined
  await writing.index.run(optimise)
  writing.onCommit()
}

async function isDue(writing: Writing, when: keyof typeof FOLD_WHEN): Promise<boolean> {
  writing.counts ??= (await writing.index.run(countIndexed)) ?? { unindexed: 0, indexed: 0 }
  const { unindexed, indexed } = writing.counts
  const { least, share } = FOLD_WHEN[when]
  return unindexed >= Math.max(least, share * indexed)
}

const isAnyPending = async (store: Store) => (await pendingOf(store, 1)).length > 0
const isFilling = async (store: Store) => (await indexState(store)).filling === 1

/** Versions whose passages the index is to get or to lose. */
const pendingOf = (store: Store, most: number) =>
  store.selectFrom('documents').select('id').where('indexed', '=', sql.lit(0)).limit(most).execute()
