/**
 * BM25 over LanceDB, passages and titles as two weighted fields.
 *
 * Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009.
 */
import { analyse, detectLanguage } from '../corpus/analysis.ts'
import type { Filter } from '../corpus/document.ts'
import { BooleanQuery, literal, MatchQuery, Occur } from '../corpus/passage-index.ts'
import type { Corpus } from '../corpus/store.ts'
import type { Search } from './search.ts'

/** A title match counts, but less than the same match in the passage itself. */
const TITLE_WEIGHT = 0.5
/** Longer questions are cut: a pasted article is not a question, and each term costs time. */
const MAX_TERMS = 64

/** The filter as a LanceDB condition. */
function condition(filter: Filter): string {
  const parts = [`collection IN (${filter.collections.map(literal).join(', ')})`]
  if (filter.source) parts.push(`source = ${literal(filter.source)}`)
  if (filter.since) parts.push(`date >= ${literal(filter.since)}`)
  return parts.join(' AND ')
}

/** Search over a corpus. A question without any index term (only stop words) finds nothing. */
export function createSearch(corpus: Corpus): Search {
  return async (question, filter, limit) => {
    const terms = [...new Set(analyse(question, detectLanguage(question)))].slice(0, MAX_TERMS)
    if (terms.length === 0 || filter.collections.length === 0) return []
    const words = terms.join(' ')
    const rows = await corpus.query((table) =>
      table
        .query()
        .fullTextSearch(
          new BooleanQuery([
            [Occur.Should, new MatchQuery(words, 'terms')],
            [Occur.Should, new MatchQuery(words, 'title_terms', { boost: TITLE_WEIGHT })],
          ]),
        )
        .where(condition(filter))
        .limit(limit)
        .toArray(),
    )
    return rows.map((row) => ({ passage: corpus.toPassage(row), score: Number(row._score) }))
  }
}
