/**
 * Measures of a ranking, each as trec_eval defines it (https://github.com/usnistgov/trec_eval).
 *
 * nDCG: Järvelin & Kekäläinen, 2002, with the grade as gain and log2(rank + 1) as discount.
 */

export const MEASURES = ['nDCG@10', 'MRR@10', 'Recall@10', 'Recall@100', 'MAP'] as const
export type Measures = Record<(typeof MEASURES)[number], number>

export type ScoredDocument = { document: string; score: number }

const CUT = 10
const DEEP_CUT = 100

/** Best score first; equal scores by document id in descending byte order, as trec_eval breaks ties. */
export const rank = (scored: ScoredDocument[]): ScoredDocument[] =>
  scored.toSorted(
    (a, b) => b.score - a.score || Buffer.compare(Buffer.from(b.document), Buffer.from(a.document)),
  )

/** Whether any document is relevant: without one a query is left out of the averages. */
export const hasRelevant = (grades: Map<string, number>) => grades.values().some((grade) => grade > 0)

/**
 * Measures one query's ranking. A document without a grade is not relevant; MAP counts every document given.
 * @param ranking document ids, best first, each once
 * @param grades relevance by document id; at least one is above 0
 */
export function measure(ranking: string[], grades: Map<string, number>): Measures {
  const gains = ranking.map((document) => Math.max(0, grades.get(document) ?? 0))
  const ideal = [...grades.values()].filter((grade) => grade > 0).toSorted((a, b) => b - a)
  const found = (cut: number) => gains.slice(0, cut).filter((gain) => gain > 0).length
  const first = gains.findIndex((gain) => gain > 0)
  const precisions = gains.map((gain, at) => (gain > 0 ? found(at + 1) / (at + 1) : 0))
  return {
    'nDCG@10': discounted(gains.slice(0, CUT)) / discounted(ideal.slice(0, CUT)),
    'MRR@10': first >= 0 && first < CUT ? 1 / (first + 1) : 0,
    'Recall@10': found(CUT) / ideal.length,
    'Recall@100': found(DEEP_CUT) / ideal.length,
    MAP: precisions.reduce((sum, precision) => sum + precision, 0) / ideal.length,
  }
}

const discounted = (gains: number[]) => gains.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0)

/** The mean of each measure over queries. Throws a RangeError for none. */
export function average(measured: Measures[]): Measures {
  if (measured.length === 0) throw new RangeError('There is no query to average over.')
  const mean = (name: (typeof MEASURES)[number]) =>
    measured.reduce((sum, one) => sum + one[name], 0) / measured.length
  return {
    'nDCG@10': mean('nDCG@10'),
    'MRR@10': mean('MRR@10'),
    'Recall@10': mean('Recall@10'),
    'Recall@100': mean('Recall@100'),
    MAP: mean('MAP'),
  }
}
