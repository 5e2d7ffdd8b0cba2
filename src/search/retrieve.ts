/**
 * BM25 over LanceDB, then a second stage that reads the best passages. Title, headings and passage are one field, so
 * that a term counts once wherever it stands and a search costs one look into the index.
 *
 * Robertson, Zaragoza & Taylor, "Simple BM25 extension to multiple weighted fields", 2004.
 */

import type { Corpus } from '../corpus/corpus.ts'
import type { Filter } from '../document.ts'
import { BooleanQuery, literal, MatchQuery, Occur } from '../store/passage-index.ts'
import { fold } from '../text/normalise.ts'
import { turn } from '../threads/turn.ts'
import { readQuestion } from './question.ts'
import { type Match, PASSAGES_READ, rank } from './rank.ts'
import type { Search } from './search.ts'
import { questionTerms } from './terms.ts'

/** The filter as LanceDB conditions; each costs time with every search. */
async function conditions(filter: Filter, corpus: Corpus): Promise<string[]> {
  const { collections, since } = filter
  const [source, topic] = [fold(filter.source ?? ''), fold(filter.topic ?? '')]
  const parts = []
  if (await corpus.hasOthers(collections))
    parts.push(`collection IN (${collections.map(literal).join(', ')})`)
  if (source) parts.push(`source = ${literal(source)}`)
  if (topic) parts.push(`array_has(topics, ${literal(topic)})`)
  if (since) parts.push(`date >= ${literal(since)}`)
  return parts
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

/** Search over a corpus. A question without any index term (only stop words) finds nothing. */
export function createSearch(corpus: Corpus): Search {
  /** The first stage: the passages that hold the terms, by BM25. */
  async function match(terms: Map<string, number>, filter: Filter, most: number): Promise<Match[]> {
    if (terms.size === 0 || filter.collections.length === 0) return []
    const where = (await conditions(filter, corpus)).join(' AND ')
    const matches = await corpus.query(async (table) => {
      const query = table.query().fullTextSearch(matchOf(terms))
      // In the middle of a large import: what is not in the index yet is found when it is folded in.
      if (corpus.isBehind()) query.fastSearch()
      const found = where ? query.where(where) : query
      const rows = await found.select(['passage', '_score']).limit(most).toArray()
      // Reading the passages found takes some milliseconds, and many searches may end together.
      await turn()
      return rows.map((row) => ({ passage: corpus.toPassage(row), bm25: Number(row._score) }))
    })
    // Also what came in since the conditions were made is nobody else's.
    return matches.filter(({ passage }) => filter.collections.includes(passage.collection))
  }

  return async (text, filter, limit, earlier) => {
    const likely = await corpus.languages(filter.collections)
    const terms = questionTerms(text, earlier, likely)
    const [matches, { passages, frequencies }] = await Promise.all([
      match(terms, filter, Math.max(limit, PASSAGES_READ)),
      corpus.termFrequencies([...terms.keys()], filter.collections),
    ])
    const question = readQuestion(text, terms, passages, frequencies, likely)
    return { question, hits: rank(question, matches).slice(0, limit) }
  }
}
