/** What a corpus is about, by name: its sources, topics and languages, from the counts. */
import type { Store } from './store.ts'

/** The sources of some collections, most documents first. */
export const listSources = (
  store: Store,
  collections: string[],
): Promise<{ source: string; documents: number }[]> =>
  store
    .selectFrom('sources')
    .where('collection', 'in', collections)
    .groupBy('source')
    .select(({ fn }) => ['source', fn.sum<number>('documents').as('documents')])
    .orderBy('documents', 'desc')
    .orderBy('source')
    .execute()

/** The topics of some collections, most documents first; spellings that differ in case are one. */
export const listTopics = (
  store: Store,
  collections: string[],
): Promise<{ topic: string; documents: number }[]> =>
  store
    .selectFrom('topics')
    .where('collection', 'in', collections)
    .groupBy('folded')
    .select(({ fn }) => [fn.min('topic').as('topic'), fn.sum<number>('documents').as('documents')])
    .orderBy('documents', 'desc')
    .orderBy('folded')
    .execute()

/** The languages of some collections, most documents first. */
export async function listLanguages(store: Store, collections: string[]): Promise<string[]> {
  const rows = await store
    .selectFrom('languages')
    .where('collection', 'in', collections)
    .groupBy('language')
    .select('language')
    .orderBy(({ fn }) => fn.sum('documents'), 'desc')
    .execute()
  return rows.map(({ language }) => language)
}

/** True when there are documents in other collections than these. */
export async function hasOthers(store: Store, collections: string[]): Promise<boolean> {
  // From one collection to the next: many sources in each cost nothing.
  for (let known = ''; ; ) {
    const next: { collection: string } | undefined = await store
      .selectFrom('sources')
      .select('collection')
      .where('collection', '>', known)
      .orderBy('collection')
      .limit(1)
      .executeTakeFirst()
    if (!next) return false
    if (!collections.includes(next.collection)) return true
    known = next.collection
  }
}
