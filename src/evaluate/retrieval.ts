/** How well the search finds the relevant documents of a collection. */

import { createSearch } from '../search/retrieve.ts'
import type { Search } from '../search/search.ts'
import {
  corpusFile,
  type EvaluationQuery,
  earlierQuestions,
  readJudgements,
  readQueries,
} from './collection.ts'
import { average, hasRelevant, type Measures, measure, rank, type ScoredDocument } from './measures.ts'
import { EVERYTHING, type Measured, openTemporaryCorpus, type Watch } from './store.ts'

/** Documents that a ranking holds at most, as in TREC's own runs. */
const DEPTH = 1000
/** Passages that are asked for first, and how many times more when they are of too few documents. */
const PASSAGES = 2000
const GROWTH = 4

export type RetrievalResult = Measured & {
  /** Queries averaged over. */
  queries: number
  /** Queries that are judged but have no relevant document: they are in no average. */
  withoutRelevant: number
  /** Queries averaged over as 0, because queries.jsonl does not hold them. */
  missing: number
  measures: Measures
}

/**
 * Puts the queries that have a relevant document to a store of the collection's corpus. A document scores as its best
 * passage; a ranking holds every document found, 1000 at most. A query that finds nothing, or is missing, counts as 0.
 * Where trec_eval counts a query without any relevant document as 0, this leaves it out.
 * @param onRanking told of each ranking, best first, in the order of the queries; awaited
 * Throws a CollectionError when the folder is no collection, and the signal's reason when aborted.
 */
export async function evaluateRetrieval(
  folder: string,
  watch: Watch,
  onRanking: (query: string, ranking: ScoredDocument[]) => Promise<void>,
): Promise<RetrievalResult> {
  const file = await corpusFile(folder)
  const judgements = await readJudgements(folder)
  const queries = new Map((await readQueries(folder)).map((query) => [query.id, query]))
  const judged = [...judgements].filter(([, grades]) => hasRelevant(grades))
  await using store = await openTemporaryCorpus(file, watch)
  const search = createSearch(store.corpus)
  const measured: Measures[] = []
  for (const [id, grades] of judged) {
    watch.signal.throwIfAborted()
    const query = queries.get(id)
    const ranking = query ? await rankDocuments(search, query) : []
    await onRanking(id, ranking)
    measured.push(
      measure(
        ranking.map(({ document }) => document),
        grades,
      ),
    )
    watch.onProgress({ stage: 'questions', done: measured.length, total: judged.length })
  }
  return {
    ...store.measured,
    queries: measured.length,
    withoutRelevant: judgements.size - judged.length,
    missing: judged.filter(([id]) => !queries.has(id)).length,
    measures: average(measured),
  }
}

async function rankDocuments(search: Search, query: EvaluationQuery): Promise<ScoredDocument[]> {
  for (let limit = PASSAGES; ; limit *= GROWTH) {
    const { hits } = await search(query.text, EVERYTHING, limit, earlierQuestions(query))
    const best = new Map<string, number>()
    for (const { passage, score } of hits)
      best.set(passage.document, Math.max(score, best.get(passage.document) ?? score))
    if (best.size >= DEPTH || hits.length < limit)
      return rank([...best].map(([document, score]) => ({ document, score }))).slice(0, DEPTH)
  }
}
