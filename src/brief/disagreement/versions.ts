/** What one source says otherwise later: the newest first, the others as earlier versions of it. */
import { type Passage, UNKNOWN_SOURCE } from '../../document.ts'
import type { Evidence } from '../evidence.ts'
import type { Draft } from '../writer.ts'
import { citationOf } from './cite.ts'
import { contradict } from './otherwise.ts'

const MOST_VERSIONS = 3

type Published = Pick<Passage, 'source' | 'document'>

/** Whether a document names nobody as its publisher. */
export const isUnknown = ({ source }: Pick<Published, 'source'>) => source === UNKNOWN_SOURCE || source === ''

/** Who publishes a document; uploads that name nobody are each of a publisher of their own. */
export const publisherOf = ({ source, document }: Published): string =>
  isUnknown({ source }) ? document : source

const dayOf = ({ passage }: Evidence) => passage.date?.slice(0, 10) ?? ''

/** Where nobody is named as the publisher, nearly the same text tells that it is one. */
const areOfOne = (a: Passage, b: Passage) =>
  a.document !== b.document && (a.source === b.source || (isUnknown(a) && isUnknown(b)))

/** Whether one of two sentences is a later version of the other. */
export const areVersions = (one: Evidence, other: Evidence): boolean =>
  areOfOne(one.passage, other.passage) &&
  dayOf(one) !== '' &&
  dayOf(other) !== '' &&
  dayOf(one) !== dayOf(other) &&
  contradict(one, other, true)

/** The versions of a sentence, itself among them, the newest first: what says the same as a newer one is left out. */
export function versionsOf<One extends Evidence>(sentence: One, evidence: One[]): One[] {
  const versions = [sentence, ...evidence.filter((other) => areVersions(sentence, other))]
  const kept: One[] = []
  for (const one of versions.toSorted((a, b) => dayOf(b).localeCompare(dayOf(a))))
    if (kept.every((newer) => areVersions(newer, one))) kept.push(one)
  return kept.slice(0, MOST_VERSIONS)
}

/** Sentences without those that another of them is a later version of. */
export const withoutEarlier = <One extends Evidence>(sentences: One[]): One[] =>
  sentences.filter(
    (sentence) => !sentences.some((other) => dayOf(other) > dayOf(sentence) && areVersions(other, sentence)),
  )

/** For each of some sentences that has an earlier version, both as a draft, the newer first. */
export function versionDrafts(sentences: Evidence[], evidence: Evidence[], points: Draft[]): Draft[] {
  const shown = new Set<Evidence>()
  return sentences.flatMap((sentence): Draft[] => {
    const versions = versionsOf(sentence, evidence)
    if (versions.length < 2 || versions.some((one) => shown.has(one))) return []
    for (const one of versions) shown.add(one)
    return [{ kind: 'versions', text: '', citations: versions.map((one) => citationOf(one, points)) }]
  })
}

/** The versions of what a writer quotes, where it does not set them against each other itself. */
export function versionsCited(drafts: Draft[], evidence: Evidence[]): Draft[] {
  const isIn = ({ passage, start, end }: Evidence, { citations }: Draft) =>
    citations.some((one) => one.document === passage.document && one.start < end && start < one.end)
  const points = drafts.filter(({ kind = 'point' }) => kind === 'point')
  const against = drafts.filter(({ kind = 'point' }) => kind !== 'point')
  const cited = evidence.filter(
    (sentence) =>
      points.some((draft) => isIn(sentence, draft)) && !against.some((draft) => isIn(sentence, draft)),
  )
  return versionDrafts(cited, evidence, points)
}

/** In their order, but of two that contradict each other the newer one stands first. */
export function newerFirst<One extends { sentence: Evidence }>(items: One[]): One[] {
  const ordered = [...items]
  for (const [at, item] of items.entries())
    for (const other of items.slice(at + 1)) {
      const [first, second] = [ordered.indexOf(item), ordered.indexOf(other)]
      if (first > second || dayOf(item.sentence) >= dayOf(other.sentence)) continue
      if (dayOf(item.sentence) === '' || !contradict(item.sentence, other.sentence, true)) continue
      ordered[first] = other
      ordered[second] = item
    }
  return ordered
}
