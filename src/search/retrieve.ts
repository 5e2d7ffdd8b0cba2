/**
 * BM25 over LanceDB, then a second stage that reads the best passages. Title, headings and passage are one field, so
 * that a term counts once wherever it stands and a search costs one look into the index.
 *
 * Robertson, Zaragoza & Taylor, "Simple BM25 extension to multiple weighted fields", 2004.
 */

import type { Corpus } from '../corpus/corpus.ts'
import { readQuestion } from './question.ts'
import { PASSAGES_READ, rank } from './rank.ts'
import type { Search } from './search.ts'
import { questionTerms } from './terms.ts'

/** Search over a corpus. A question without any index term (only stop words) finds nothing. */
export function createSearch(corpus: Corpus): Search {
  return async (text, filter, limit, earlier) => {
    const likely = await corpus.languages(filter.collections)
    const terms = questionTerms(text, earlier, likely)
    const [matches, { passages, frequencies }] = await Promise.all([
      corpus.match(terms, filter, Math.max(limit, PASSAGES_READ)),
      corpus.termFrequencies([...terms.keys()], filter.collections),
    ])
    const question = readQuestion(text, terms, passages, frequencies, likely)
    return { question, hits: rank(question, matches).slice(0, limit) }
  }
}
