/** How frequent terms are, from the counts. */
import { sql } from 'kysely'
import type { Store } from './store.ts'

/** Terms that a misspelt one is compared with. */
const MOST_LIKE = 20_000

/** In how many passages of some collections each term stands, where it does, and how many passages there are. */
export async function termFrequencies(
  store: Store,
  terms: string[],
  collections: string[],
): Promise<{ passages: number; frequencies: Map<string, number> }> {
  const { passages } = await store
    .selectFrom('sources')
    .where('collection', 'in', collections)
    .select(({ fn }) => fn.sum<number | null>('passages').as('passages'))
    .executeTakeFirstOrThrow()
  const rows = await store
    .selectFrom('terms')
    .where('collection', 'in', collections)
    .where('term', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(terms)}))`)
    .groupBy('term')
    .select(({ fn }) => ['term', fn.sum<number>('passages').as('passages')])
    .execute()
  return { passages: passages ?? 0, frequencies: new Map(rows.map((row) => [row.term, row.passages])) }
}

/** The terms that begin as another does and are longer or shorter by at most `reach`, with their passages. */
export async function termsLike(
  store: Store,
  term: string,
  collections: string[],
  reach: number,
): Promise<{ term: string; passages: number }[]> {
  const [first = ''] = term
  return await store
    .selectFrom('terms')
    .where('collection', 'in', collections)
    .where('term', '>=', first)
    .where('term', '<', `${first}\u{10ffff}`)
    .where(sql`length(term)`, '>=', term.length - reach)
    .where(sql`length(term)`, '<=', term.length + reach)
    .groupBy('term')
    .select(({ fn }) => ['term', fn.sum<number>('passages').as('passages')])
    .limit(MOST_LIKE)
    .execute()
}
