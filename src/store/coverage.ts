/** How much a filter lets through, from the counts: never by looking at all documents. */
import type { Kysely } from 'kysely'
import type { Coverage, Filter } from '../document.ts'
import { fold } from '../text/normalise.ts'
import type { CorpusTables } from './tables.ts'

const NOTHING: Coverage = { documents: 0, passages: 0, oldest: null, newest: null }

/** The documents and passages under a filter, and the dates that they span. */
export async function coverageOf(database: Kysely<CorpusTables>, filter: Filter): Promise<Coverage> {
  if (filter.collections.length === 0) return NOTHING
  const counted = await (filter.topic || filter.since
    ? byDays(database, filter)
    : bySources(database, filter))
  return {
    documents: counted?.documents ?? 0,
    passages: counted?.passages ?? 0,
    oldest: counted?.oldest ?? null,
    newest: counted?.newest ?? null,
  }
}

function bySources(database: Kysely<CorpusTables>, { collections, source }: Filter) {
  return database
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

function byDays(database: Kysely<CorpusTables>, { collections, source, topic, since }: Filter) {
  return database
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
