/** The stories of an edition that are new under a scope, in the order in which they are told. */
import type { OpenedDocument } from '../store/documents-by-date.ts'
import type { DigestRequest } from './digest.ts'
import type { Dispatch, Edition } from './edition.ts'
import { countIndependent, standingOf, withoutCopies } from './rank.ts'
import { withinScope } from './scope.ts'

export type Candidate = {
  /** The window's documents, earliest first, and those of them that are no copies of one before. */
  fresh: Dispatch[]
  originals: OpenedDocument[]
  independent: number
  /** Those of the days before, latest first. */
  earlier: Dispatch[]
}

/** Best first. */
export function candidatesIn(
  { stories }: Edition,
  { window, scope, interests }: Pick<DigestRequest, 'window' | 'scope' | 'interests'>,
): Candidate[] {
  const [since, until] = [Date.parse(window.since), Date.parse(window.until)]
  const within = withinScope(scope)
  const isOfInterest = withinScope({ topics: interests, sources: [] })
  const ranked = stories.flatMap(({ dispatches, prominence }) => {
    const own = dispatches.filter(({ document }) => within(document)).toSorted((a, b) => a.time - b.time)
    const fresh = own.filter(({ isNew }) => isNew)
    if (fresh.length === 0) return []
    const originals = withoutCopies(fresh.map(({ document }) => document))
    const independent = countIndependent(originals)
    const newest = Math.max(...fresh.map(({ time }) => time))
    const interesting = interests.length === 0 ? [] : fresh.filter(({ document }) => isOfInterest(document))
    const standing = standingOf({
      independent,
      newest: Math.min(1, Math.max(0, (newest - since) / (until - since || 1))),
      interest: interesting.length / fresh.length,
      prominence,
    })
    return [
      { fresh, originals, independent, earlier: own.filter(({ isNew }) => !isNew).toReversed(), standing },
    ]
  })
  return ranked.toSorted(
    (a, b) => b.standing - a.standing || b.originals.length - a.originals.length || byId(a, b),
  )
}

const byId = (a: Candidate, b: Candidate) =>
  (a.originals[0]?.id ?? '') < (b.originals[0]?.id ?? '') ? -1 : 1
