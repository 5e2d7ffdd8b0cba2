/**
 * How much of what is new goes the way of a story: the mean cosine of its documents to the others of a source, on
 * average over the sources, so that none counts more for publishing much.
 *
 * As centroid-based summarization (Radev, Jing, Styś & Tam, 2004), which ranks by likeness to the mean of all.
 */
import type { Analysed } from './stories/analyse.ts'
import { type Profile, profilesOf } from './stories/profile.ts'

/** A new document; those of one publisher have the same source. */
type Voice = { source: string; analysed: Analysed }

/** With the number of its story. */
type Told = { source: string; at: number; profile: Profile }

/** The prominence of each story, 0–1, given as its new documents. */
export function prominences(stories: Voice[][]): number[] {
  const { profiles, rarities } = profilesOf(stories.flat().map(({ analysed }) => [analysed]))
  let next = 0
  const told = stories.map((story, at) =>
    story.map(({ source }): Told => ({ source, at, profile: profiles[next++] as Profile })),
  )
  const total = () => createTotal(rarities.length)
  const [everything, all, own] = [total(), total(), total()]
  const sources = [...Map.groupBy(told.flat(), ({ source }) => source).values()]
  /** How much of the likeness to everything is to the story's own documents, and to others of too small a share. */
  const excess = new Float64Array(stories.length)
  for (const documents of sources) {
    const count = documents.length
    everything.add(documents, 1 / count)
    all.add(documents)
    for (const [at, ours] of Map.groupBy(documents, ({ at }) => at)) {
      const story = told[at] ?? []
      own.add(ours)
      const [toAll, toOwn, others] = [all.product(story), own.product(story), count - ours.length]
      excess[at] = (excess[at] ?? 0) + toAll / count - (others > 0 ? (toAll - toOwn) / others : 0)
      own.clear(ours)
    }
    all.clear(documents)
  }
  return told.map((story, at) => {
    const likeness = everything.product(story) - (excess[at] ?? 0)
    return Math.max(0, likeness / story.length / sources.length)
  })
}

/** The sum of some documents' vectors; a number for each term. */
function createTotal(size: number) {
  const total = new Float64Array(size)
  return {
    add: (documents: Told[], factor = 1) => {
      for (const { profile } of documents)
        for (const [k, term] of profile.terms.entries())
          total[term] = (total[term] ?? 0) + factor * (profile.sums[k] ?? 0)
    },
    /** Of the sum and that of other documents. */
    product: (documents: Told[]): number => {
      let product = 0
      for (const { profile } of documents)
        for (const [k, term] of profile.terms.entries())
          product += (total[term] ?? 0) * (profile.sums[k] ?? 0)
      return product
    },
    /** Takes out everything, which these documents have put in. */
    clear: (documents: Told[]) => {
      for (const { profile } of documents) for (const term of profile.terms) total[term] = 0
    },
  }
}
