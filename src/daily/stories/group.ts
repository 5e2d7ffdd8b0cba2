/** Groups documents that are about one event. */
import { type Analysed, type Article, analyseArticle } from './analyse.ts'
import { clusters } from './cluster.ts'

/**
 * The stories, each as indices into the articles, ascending; every article is in exactly one. The order of the
 * articles plays no part in which of them are together.
 */
export const groupStories = (articles: Article[]): number[][] => groupAnalysed(articles.map(analyseArticle))

/** The same of articles that are analysed already. */
export function groupAnalysed(articles: Analysed[]): number[][] {
  const order = articles.map((_, at) => at)
  const keyOf = (at: number) => articles[at]?.key ?? ''
  order.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : a - b))
  return clusters(order.flatMap((at) => articles[at] ?? []))
    .map((story) => story.map((at) => order[at] ?? 0).toSorted((a, b) => a - b))
    .toSorted(([a = 0], [b = 0]) => a - b)
}
