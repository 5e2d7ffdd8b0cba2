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

/** The prominence of each story, 0–1, given as its new documents. */
export function prominences(stories: Voice[][]): number[] {
  const { profiles, rarities } = profilesOf(stories.flat().map(({ analysed }) => [analysed]))
  let next = 0
  const told = stories.map((story, at) =>
    story.map(({ source }) => ({ source, at, profile: profiles[next++] as Profile })),
  )
  const profilesIn = (documents: { profile: Profile }[]) => documents.map(({ profile }) => profile)
  const [everything, all, own] = [sums(rarities.length), sums(rarities.length), sums(rarities.length)]
  const sources = [...Map.groupBy(told.flat(), ({ source }) => source).values()]
  /** How much of the likeness to everything is to the story's own documents, and to others of too small a share. */
  const excess = new Float64Array(stories.length)
  for (const documents of sources) {
    const count = documents.length
    everything.add(profilesIn(documents), 1 / count)
    all.add(profilesIn(documents))
    for (const [at, ours] of Map.groupBy(documents, ({ at }) => at)) {
      const story = profilesIn(told[at] ?? [])
      own.add(profilesIn(ours))
      const [toAll, toOwn, others] = [all.product(story), own.product(story), count - ours.length]
      excess[at] = (excess[at] ?? 0) + toAll / count - (others > 0 ? (toAll - toOwn) / others : 0)
      own.clear(profilesIn(ours))
    }
    all.clear(profilesIn(documents))
  }
  return told.map((story, at) => {
    const likeness = everything.product(profilesIn(story)) - (excess[at] ?? 0)
    return Math.max(0, likeness / story.length / sources.length)
  })
}

/** The sum of some documents' vectors; a number for each term. */
function sums(size: number) {
  const total = new Float64Array(size)
  return {
    add: (profiles: Profile[], factor = 1) => {
      for (const { terms, sums } of profiles)
        for (let k = 0; k < terms.length; k += 1) {
          const term = terms[k] ?? 0
          total[term] = (total[term] ?? 0) + factor * (sums[k] ?? 0)
        }
    },
    /** Of the sum and that of other documents. */
    product: (profiles: Profile[]): number => {
      let product = 0
      for (const { terms, sums } of profiles)
        for (let k = 0; k < terms.length; k += 1) product += (total[terms[k] ?? 0] ?? 0) * (sums[k] ?? 0)
      return product
    },
    /** Takes out everything, which these documents have put in. */
    clear: (profiles: Profile[]) => {
      for (const { terms } of profiles) for (const term of terms) total[term] = 0
    },
  }
}
