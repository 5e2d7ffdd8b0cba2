/** Groups documents that are about one event. */

export type Article = {
  id: string
  title: string
  text: string
  /** ISO 639-1, or `und`. */
  language: string
  /** ISO 8601, a day or an instant; null when unknown. */
  date: string | null
}

/** The stories, each as indices into the articles; every article is in exactly one. */
export function groupStories(articles: Article[]): number[][] {
  return articles.map((_, at) => [at])
}
