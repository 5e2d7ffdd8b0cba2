/** The sentences that come closest to a statement, in the order of the search that answers questions. */
import { setImmediate } from 'node:timers/promises'
import type { SentenceFeatures } from '../../search/features.ts'
import { readAll } from '../../search/rank.ts'
import type { Found, Hit, Reading } from '../../search/search.ts'
import { isShown, type Quotable, quotationOf } from '../extract.ts'
import { sentencesAround } from '../reference.ts'
import type { Citation } from '../writer.ts'

export type CloseSentence = Quotable & {
  hit: Hit
  /** How well it bears on the statement; compares within one search only. */
  score: number
  /** 0–1, across searches. */
  closeness: number
}

/** What a reader has from around a sentence counts so much of what the sentence itself would. */
const FROM = { title: 0.65, before: 0.4, after: 0.4, elsewhere: 0.3, nearForms: 0.5 }
/** Something is near when the closest of what is shown holds so much of the statement, and each of them this. */
const NEAR = 0.3
const LEAST = 0.25
const MAX_NEAREST = 3

/**
 * The share (0–1) of a statement's weight that a sentence holds in its context: names and numbers weigh most, being
 * rare, and an article is about what its title says. A question states nothing.
 */
const closenessOf = (features: SentenceFeatures) =>
  features.isQuestion
    ? 0
    : features.own +
      FROM.title * features.title +
      FROM.before * features.before +
      FROM.after * features.after +
      FROM.elsewhere * features.elsewhere +
      FROM.nearForms * features.nearForms

/** The sentences of what a search for a statement found, closest first. */
export async function closestIn(found: Found): Promise<CloseSentence[]> {
  // Reading takes milliseconds: other requests go on between two statements.
  await setImmediate()
  return readAll(found)
    .hits.flatMap((hit) => (hit.reading ? sentencesOf(hit, hit.reading) : []))
    .filter(({ closeness }) => closeness > 0)
    .toSorted((a, b) => b.score - a.score)
}

const sentencesOf = (hit: Hit, reading: Reading): CloseSentence[] =>
  reading.sentences.map(({ start, end }, at) => {
    const features = reading.features[at]
    const closeness = features ? closenessOf(features) : 0
    const score = reading.scores[at] ?? Number.NEGATIVE_INFINITY
    return { start, end, hit, passage: hit.passage, score, closeness, around: sentencesAround(reading, at) }
  })

/** The passages that the closest sentences stand in, closest first. */
export const closestPassages = (sentences: CloseSentence[], limit: number): Hit[] =>
  [...new Set(sentences.map(({ hit }) => hit))].slice(0, limit)

const isNear = ({ closeness }: CloseSentence) => closeness >= NEAR

/**
 * The quotations that are near, closest first, at most three and never of the same text: each from another document,
 * or a second one from the same when no other is near. Each takes in the neighbours that its sentence needs.
 */
export function nearest(sentences: CloseSentence[]): Citation[] {
  const chosen: { sentence: CloseSentence; quotation: { start: number; end: number } }[] = []
  const near = sentences.filter(({ closeness }) => closeness >= LEAST)
  while (chosen.length < MAX_NEAREST) {
    const rest = near.filter((sentence) => !isShown(sentence.passage.document, sentence, chosen))
    const quoted = chosen.map(({ sentence }) => sentence.passage.document)
    const another = rest.find(({ passage }) => !quoted.includes(passage.document))
    const next = another ?? (chosen.length < 2 ? rest.find(isNear) : undefined)
    if (!next) break
    chosen.push({ sentence: next, quotation: quotationOf(next, chosen) })
  }
  if (!chosen.some(({ sentence }) => isNear(sentence))) return []
  return chosen.map(({ sentence: { passage }, quotation }) => ({
    document: passage.document,
    hash: passage.hash,
    ...quotation,
  }))
}
