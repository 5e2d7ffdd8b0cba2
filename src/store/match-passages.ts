/** The first stage of the search: the passages that hold some terms, by BM25, out of LanceDB. */
import { BooleanQuery, MatchQuery, Occur, type Table } from '@lancedb/lancedb'
import type { Filter, Passage } from '../document.ts'
import { fold } from '../text/normalise.ts'
import { turn } from '../threads/turn.ts'
import { hasOthers } from './names.ts'
import { literal, toPassage } from './passage-index.ts'
import type { Store } from './store.ts'

/** A passage as the first stage found it, with its BM25. */
export type Match = { passage: Passage; bm25: number }

/** The filter as LanceDB conditions; each costs time with every search. */
export async function conditionsOf(store: Store, filter: Filter): Promise<string> {
  const { collections, since } = filter
  const [source, topic] = [fold(filter.source ?? ''), fold(filter.topic ?? '')]
  const parts = []
  if (await hasOthers(store, collections))
    parts.push(`collection IN (${collections.map(literal).join(', ')})`)
  if (source) parts.push(`source = ${literal(source)}`)
  if (topic) parts.push(`array_has(topics, ${literal(topic)})`)
  if (since) parts.push(`date >= ${literal(since)}`)
  return parts.join(' AND ')
}

/** Terms of one weight are one match; several weights are a sum of matches. */
function matchOf(terms: Map<string, number>) {
  const byWeight = Map.groupBy(terms.keys(), (term) => terms.get(term) ?? 1)
  const matches = [...byWeight].map(([boost, some]) => new MatchQuery(some.join(' '), 'terms', { boost }))
  const [only] = matches
  return matches.length === 1 && only
    ? only
    : new BooleanQuery(matches.map((match): [Occur, MatchQuery] => [Occur.Should, match]))
}

type Wanted = {
  /** With their weights. */
  terms: Map<string, number>
  /** As `conditionsOf` makes them. */
  conditions: string
  most: number
  /** Leaves out what is not folded into the index yet. */
  indexedOnly: boolean
}

/** Finds at most so many passages, the highest BM25 first. */
export async function matchPassages(
  table: Table,
  { terms, conditions, most, indexedOnly }: Wanted,
): Promise<Match[]> {
  const query = table.query().fullTextSearch(matchOf(terms))
  if (indexedOnly) query.fastSearch()
  const found = conditions ? query.where(conditions) : query
  const rows = await found.select(['passage', '_score']).limit(most).toArray()
  // Reading the passages found takes some milliseconds, and many searches may end together.
  await turn()
  return rows.map((row) => ({ passage: toPassage(row), bm25: Number(row._score) }))
}
