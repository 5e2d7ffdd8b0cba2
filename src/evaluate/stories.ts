/** How well documents are grouped into stories, beside the plain way to cluster them. */

import { groupStories } from '../daily/stories/group.ts'
import { analyse } from '../text/analysis.ts'
import { type BCubed, bCubed, labelsOf } from './b-cubed.ts'
import { type Clustered, readClustered } from './clustered.ts'
import { plainClusters } from './plain-clusters.ts'

type Grouping = BCubed & { clusters: number }

export type StoriesResult = Pick<Clustered, 'missing' | 'leftOut' | 'refused'> & {
  articles: number
  /** How many clusters the collection has. */
  clusters: number
  ours: Grouping & { seconds: number }
  /** Null for collections that are too large to compare all pairs. */
  baseline: { threshold: number; atThreshold: Grouping; bestThreshold: number; atBest: Grouping } | null
}

/** The baseline's threshold: its best one on ECB+ (Cybulska & Vossen, 2014). */
const THRESHOLD = 0.23
/** Those that are tried for its best one on this very collection. */
const TRIED = Array.from({ length: 99 }, (_, at) => (at + 1) / 100)
/** All pairs of more documents take gigabytes. */
const MOST_COMPARED = 10_000

const groupingOf = (labels: number[], truth: string[]): Grouping => ({
  ...bCubed(labels, truth),
  clusters: new Set(labels).size,
})

function baselineOf({ documents, clusters }: Clustered): StoriesResult['baseline'] {
  if (documents.length > MOST_COMPARED) return null
  const cut = plainClusters(
    documents.map(({ title, text, language }) => analyse(`${title}\n${text}`, language)),
  )
  const at = (threshold: number) => ({ threshold, grouping: groupingOf(cut(threshold), clusters) })
  const best = TRIED.map(at).reduce((a, b) => (b.grouping.f1 > a.grouping.f1 ? b : a))
  return {
    threshold: THRESHOLD,
    atThreshold: at(THRESHOLD).grouping,
    bestThreshold: best.threshold,
    atBest: best.grouping,
  }
}

/**
 * Groups the documents of a collection that clusters.tsv names, and compares the stories with its clusters.
 * Throws a CollectionError when the folder is no such collection.
 */
export async function evaluateStories(folder: string): Promise<StoriesResult> {
  const collection = await readClustered(folder)
  const { documents, clusters, missing, leftOut, refused } = collection
  const begun = performance.now()
  const stories = groupStories(documents)
  const seconds = (performance.now() - begun) / 1000
  return {
    articles: documents.length,
    clusters: new Set(clusters).size,
    missing,
    leftOut,
    refused,
    ours: { ...groupingOf(labelsOf(stories), clusters), seconds },
    baseline: baselineOf(collection),
  }
}
