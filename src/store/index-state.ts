/** Which index is the present one, kept in SQLite, so that all processes and threads agree. */
import { sql } from 'kysely'
import type { Store } from './store.ts'
import type { CorpusTables } from './tables.ts'

export type IndexState = CorpusTables['index_state']
/** In documents. */
export type Filling = { done: number; total: number }

/** The search index does not hold every document yet. */
export class IndexFilling extends Error {
  override name = 'IndexFilling'
  readonly filling: Filling
  constructor(filling: Filling) {
    super(`The search index is being rebuilt (${percentOf(filling)} % done). Try again in a few minutes.`)
    this.filling = filling
  }
}

/** How much is done, as whole per cent; 99 at most, because it is not done yet. */
export const percentOf = ({ done, total }: Filling) =>
  Math.min(99, Math.floor((100 * done) / Math.max(1, total)))

export const indexState = (store: Store): Promise<IndexState> =>
  store.selectFrom('index_state').selectAll().executeTakeFirstOrThrow()

/** Begins an index under a new name, which every document waits for. */
export const beginIndex = (store: Store): Promise<void> =>
  store.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('index_state')
      .set((row) => ({ generation: row('generation', '+', 1), filling: 1, version: 0 }))
      .execute()
    await transaction.updateTable('documents').set({ indexed: 0 }).where('current', '=', sql.lit(1)).execute()
  })

/** Marks documents as indexed, in an index that has `version` since then. */
export const markIndexed = (store: Store, ids: string[], version: number): Promise<void> =>
  store.transaction().execute(async (transaction) => {
    await transaction.updateTable('documents').set({ indexed: 1 }).where('id', 'in', ids).execute()
    await transaction.updateTable('index_state').set({ version }).execute()
  })

/** How far the present index is filled; undefined when it holds every document. */
export async function fillingOf(store: Store): Promise<Filling | undefined> {
  const { filling } = await indexState(store)
  if (filling === 0) return undefined
  const { total } = await store
    .selectFrom('sources')
    .select(({ fn }) => fn.sum<number | null>('documents').as('total'))
    .executeTakeFirstOrThrow()
  const { waiting } = await store
    .selectFrom('documents')
    .where('indexed', '=', sql.lit(0))
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .executeTakeFirstOrThrow()
  return { done: Math.max(0, (total ?? 0) - waiting), total: total ?? 0 }
}
