/** What is newest first: of what a source says otherwise later, and where a question asks for the latest. */

import type { Frame } from '../../question/frame.ts'
import { newerFirst, versionDrafts, versionsOf } from '../disagreement/versions.ts'
import type { Evidence } from '../evidence.ts'
import type { Draft } from '../writer.ts'
import type { Material } from './material.ts'
import type { Weighed } from './weigh.ts'

/** "The latest" is the newest of those that answer nearly as well as the best. */
const AS_GOOD = 0.7

/** A sentence that was read together with the one after it, by itself. */
const alone = ({ reading, at, passage }: Evidence, evidence: Evidence[]) =>
  evidence.find((one) => one.reading === reading && one.at === at && one.passage === passage)

const isOfATime = (frame: Frame | null) =>
  frame !== null && !frame.isLatest && (frame.from !== undefined || frame.to !== undefined)

/** The newest version of a sentence, itself where there is no other, and all of them as a draft. */
export function newestVersion(
  sentence: Evidence,
  { request, evidence }: Pick<Material, 'request' | 'evidence'>,
): { newest: Evidence; versions: Draft[] } {
  const [latest = sentence] = versionsOf(sentence, evidence)
  const newest = isOfATime(request.frame) ? sentence : latest
  return { newest, versions: versionDrafts([newest], evidence, []) }
}

/**
 * The chosen sentences with later versions in place of earlier ones, and the newer of contradicting ones first. A
 * question that names a time keeps what is of that time.
 */
export function newestOf(
  chosen: Weighed[],
  weighed: Weighed[],
  { request, evidence }: Pick<Material, 'request' | 'evidence'>,
): Weighed[] {
  const { frame } = request
  if (isOfATime(frame)) return newerFirst(chosen)
  const latest = chosen.map((one) => {
    const own = alone(one.sentence, evidence)
    const [newest] = own ? versionsOf(own, evidence) : []
    return newest === own ? one : (weighed.find(({ sentence }) => sentence === newest) ?? one)
  })
  const unique = latest.filter(({ sentence }, at) => latest.findIndex((one) => isAt(one, sentence)) === at)
  return frame?.isLatest ? newestAsGood(unique) : newerFirst(unique)
}

const isAt = ({ sentence }: Weighed, { reading, at }: Evidence) =>
  sentence.reading === reading && sentence.at === at

const dayOf = ({ sentence }: Weighed) => sentence.passage.date?.slice(0, 10) ?? ''

function newestAsGood(chosen: Weighed[]): Weighed[] {
  const best = Math.max(...chosen.map(({ value }) => value))
  const isAsGood = ({ value }: Weighed) => value >= AS_GOOD * best
  const newest = chosen.filter(isAsGood).toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)))
  return [...newest, ...chosen.filter((one) => !isAsGood(one))]
}

/** What else the sources of the chosen sentences say or said. */
export const otherVersions = (chosen: Weighed[], evidence: Evidence[], points: Draft[]): Draft[] =>
  versionDrafts(
    chosen.flatMap(({ sentence }) => alone(sentence, evidence) ?? []),
    evidence,
    points,
  )
