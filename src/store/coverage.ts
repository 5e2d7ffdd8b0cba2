/** How much a filter lets through, from the counts: never by looking at all documents. */
import type { Coverage, Filter } from '../document.ts'
import { fold } from '../text/normalise.ts'
import type { Store } from './store.ts'

const NOTHING: Coverage = { documents: 0, passages: 0, oldest: null, newest: null }

/** The documents and passages under a filter, and the dates that they span. */
export async function coverageOf(store: Store, filter: Filter): Promise<Coverage> {
  if (filter.collections.length === 0) return NOTHING
  const counted = await (filter.topic || filter.since ? byDays(store, filter) : bySources(store, filter))
  return {
    documents: counted?.documents ?? 0,
    passages: counted?.passages ?? 0,
    oldest: counted?.oldest ?? null,
    newest: counted?.newest ?? null,
  }
}

function bySources(store: Store, { collections, source }: Filter) {
  return store
    .selectFrom('sources')
    .where('collection', 'in', collections)
    .$if(fold(source ?? '') !== '', (rows) => rows.where('folded', '=', fold(source ?? '')))
    .select(({ fn }) => [
      fn.sum<number>('documents').as('documents'),
      fn.sum<number>('passages').as('passages'),
      fn.min('oldest').as('oldest'),
      fn.max('newest').as('newest'),
    ])
    .executeTakeFirst()
}

function byDays(store: Store, { collections, source, topic, since }: Filter) {
  return store
    .selectFrom('days')
    .where('collection', 'in', collections)
    .where('topic', '=', fold(topic ?? ''))
    .where('source', '=', fold(source ?? ''))
    .$if(Boolean(since), (rows) => rows.where('day', '>=', since ?? ''))
    .select(({ fn, val }) => [
      fn.sum<number>('documents').as('documents'),
      fn.sum<number>('passages').as('passages'),
      fn.min(fn<string | null>('nullif', ['day', val('')])).as('oldest'),
      fn.max(fn<string | null>('nullif', ['day', val('')])).as('newest'),
    ])
    .executeTakeFirst()
}
