/**
 * Documents into the store: committed to SQLite first, then put into the index, then marked as indexed, so that a
 * kill at any moment loses nothing that was committed. Runs in the worker thread.
 */
import { type Kysely, sql } from 'kysely'
import type { Lock } from '../sqlite.ts'
import { findHolders } from './copies.ts'
import { count } from './counts.ts'
import { sha256 } from './normalise.ts'
import { countIndexed, literal, optimise, type PassageIndex } from './passage-index.ts'
import { type Prepared, passageRows, prepare, withTerms } from './prepare.ts'
import type { ReadDocument } from './read.ts'
import { isOutdated, recount } from './recount.ts'
import type { CorpusTables } from './tables.ts'

/** `id` is the one that the document is stored under; what is a duplicate is stored too: it has a source of its own. */
export type Outcome = {
  id: string
  kind: 'added' | 'updated' | 'unchanged' | 'clash'
  /** The id of another document of the collection that holds exactly this text; only of what is added or updated. */
  duplicateOf?: string
}
/** `path` is the file that owns the document; null when it was imported. */
export type Incoming = { document: ReadDocument; path: string | null }
export type Version = { id: string; hash: string }

const DETAILS = ['title', 'source', 'author', 'url', 'date', 'language', 'topics', 'locations'] as const
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
export function createWriter(
  database: Kysely<CorpusTables>,
  index: PassageIndex,
  lock: Lock,
  onCommit: () => void,
) {
  /** Of passages; not known until it matters. */
  let counts: { unindexed: number; indexed: number } | undefined

  /** Adds documents or new versions of them, as one transaction; the outcomes are in the order given. */
  const put = (incoming: Incoming[], collection: string): Promise<Outcome[]> =>
    lock.hold(async () => {
      const { outcomes, fresh, replaced } = await database.transaction().execute(async (transaction) => {
        const known = await versionsOf(transaction, incoming, collection)
        const hashes = incoming.map(({ document: { text } }) => sha256(text))
        const held = await findHolders(transaction, hashes, collection)
        const sorted = sort(incoming, collection, known, held)
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
        await database.transaction().execute((transaction) => retireIn(transaction, some))
        await toIndex([], some)
      })
    }
  }

  /** At the start: finishes what a kill interrupted, and fills anew an index that does not agree with the documents. */
  const recover = (): Promise<void> =>
    lock.hold(async () => {
      if (await isOutdated(database)) {
        await recount(database)
        await index.table.delete('true')
      }
      await indexPending()
      const { passages } = await database
        .selectFrom('sources')
        .select(({ fn }) => fn.sum<number | null>('passages').as('passages'))
        .executeTakeFirstOrThrow()
      if ((await index.table.countRows()) === (passages ?? 0)) return
      await database.updateTable('documents').set({ indexed: 0 }).where('current', '=', sql.lit(1)).execute()
      await index.table.delete('true')
      await indexPending()
      await fold()
    })

  /** Indexes what an earlier job committed and then failed to index. */
  const finish = (): Promise<void> => lock.hold(indexPending)

  async function indexPending(): Promise<void> {
    for (;;) {
      const pending = await database
        .selectFrom('documents')
        .select('id')
        .where('indexed', '=', sql.lit(0))
        .limit(AT_ONCE)
        .execute()
      if (pending.length === 0) return
      const current = await database
        .selectFrom('documents')
        .selectAll()
        .where(
          'id',
          'in',
          pending.map(({ id }) => id),
        )
        .where('current', '=', 1)
        .execute()
      await toIndex(current.map(withTerms), pending)
    }
  }

  /** Makes the index hold the passages of `fresh`, and no others of the documents in `replaced`. */
  async function toIndex(fresh: Prepared[], replaced: { id: string }[]): Promise<void> {
    const stale = [...new Set(replaced.map(({ id }) => id))]
    if (stale.length > 0 && (await index.table.countRows()) > 0)
      await index.table.delete(`document IN (${stale.map(literal).join(', ')})`)
    const rows = fresh.flatMap(passageRows)
    if (rows.length > 0) await index.table.add(rows)
    const done = [...new Set([...stale, ...fresh.map(({ row }) => row.id)])]
    if (done.length === 0) return
    await database.updateTable('documents').set({ indexed: 1 }).where('id', 'in', done).execute()
    if (counts) counts.unindexed += rows.length
    onCommit()
  }

  async function fold(): Promise<void> {
    counts = undefined
    await optimise(index)
    onCommit()
  }

  async function isDue(when: keyof typeof FOLD_WHEN): Promise<boolean> {
    counts ??= await countIndexed(index)
    const { least, share } = FOLD_WHEN[when]
    return counts.unindexed >= Math.max(least, share * counts.indexed)
  }

  /** Folds what was added into the index when there is enough of it. */
  async function settle(when: 'done' | 'idle'): Promise<void> {
    if (await isDue(when)) await lock.hold(fold)
  }

  return { put, retire, recover, finish, settle }
}

type Known = Version &
  Pick<CorpusTables['documents'], 'collection' | 'path' | 'current' | (typeof DETAILS)[number]>

/** The id of a document whose own id another collection has taken. */
const otherId = (collection: string, id: string) => `${collection}/${id}`

async function versionsOf(
  transaction: Kysely<CorpusTables>,
  incoming: Incoming[],
  collection: string,
): Promise<Map<string, Known[]>> {
  const rows = await transaction
    .selectFrom('documents')
    .select(['id', 'hash', 'collection', 'path', 'current', ...DETAILS])
    .where(
      'id',
      'in',
      incoming.flatMap(({ document: { id } }) => [id, otherId(collection, id)]),
    )
    .execute()
  return Map.groupBy(rows, ({ id }) => id)
}

function sort(
  incoming: Incoming[],
  collection: string,
  known: Map<string, Known[]>,
  holders: Map<string, string[]>,
) {
  const outcomes: Outcome[] = []
  const fresh: Prepared[] = []
  const replaced: Version[] = []
  const seen = new Set<string>()
  for (const { document, path } of incoming) {
    const isTaken = known.get(document.id)?.some((version) => version.collection !== collection)
    const id = isTaken ? otherId(collection, document.id) : document.id
    const current = known.get(id)?.find((version) => version.current === 1)
    const hash = sha256(document.text)
    const { topics, locations = [] } = document
    const details = { ...document, topics: JSON.stringify(topics), locations: JSON.stringify(locations) }
    const isSame = current?.hash === hash && DETAILS.every((name) => current[name] === details[name])
    if (seen.has(id) || (current && current.path !== path)) outcomes.push({ id, kind: 'clash' })
    else if (isSame) outcomes.push({ id, kind: 'unchanged' })
    else {
      if (current) replaced.push(current)
      fresh.push(prepare(document, { id, hash, collection, path }))
      const held = holders.get(hash) ?? []
      const duplicateOf = held.find((other) => other !== id)
      outcomes.push({ id, kind: current ? 'updated' : 'added', ...(duplicateOf && { duplicateOf }) })
      if (!duplicateOf) holders.set(hash, [...held, id])
    }
    seen.add(id)
  }
  return { outcomes, fresh, replaced }
}

async function insert(transaction: Kysely<CorpusTables>, documents: Prepared[]): Promise<void> {
  for (const { row } of documents) {
    // A text that comes back keeps the time when it first came.
    const { added: _, ...rest } = row
    await transaction
      .insertInto('documents')
      .values(row)
      .onConflict((conflict) => conflict.columns(['id', 'hash']).doUpdateSet(rest))
      .execute()
  }
}

async function retireIn(transaction: Kysely<CorpusTables>, versions: Version[]): Promise<void> {
  const retired: Prepared[] = []
  for (const { id, hash } of versions) {
    const row = await transaction
      .updateTable('documents')
      .set({ current: 0, indexed: 0 })
      .where('id', '=', id)
      .where('hash', '=', hash)
      .where('current', '=', 1)
      .returningAll()
      .executeTakeFirst()
    if (row) retired.push(withTerms(row))
  }
  await count(transaction, retired, -1)
}
