/** The sentences that come closest to a statement: not those that would answer a question, those that say the same. */
import { setImmediate } from 'node:timers/promises'
import type { SentenceFeatures } from '../../search/features.ts'
import { readAll } from '../../search/rank.ts'
import type { Found, Hit, Reading } from '../../search/search.ts'
import { isShown, type Quotable, quotationOf } from '../extract.ts'
import { sentencesAround } from '../reference.ts'
import type { Citation } from '../writer.ts'

export type CloseSentence = Quotable & { hit: Hit; closeness: number }

/** How much the shared words count, and how much that they stand in the same order. */
const WORDS = 0.7
const ORDER = 0.3
/** A sentence less close than this is not near: about half of the claim's weight when the wording is another. */
const NEAR = 0.35
const MAX_NEAREST = 2

/**
 * How close (0–1) a sentence comes to a statement: the share of its weight that the sentence holds (names and numbers
 * weigh most, being rare), and of its neighbouring words. A question states nothing.
 */
const closenessOf = ({ own, wordPairs, isQuestion }: SentenceFeatures) =>
  isQuestion ? 0 : WORDS * own + ORDER * wordPairs

/** The sentences of what a search for a statement found, closest first. */
export async function closestIn(found: Found): Promise<CloseSentence[]> {
  // Reading takes milliseconds: other requests go on between two statements.
  await setImmediate()
  return readAll(found)
    .hits.flatMap((hit) => (hit.reading ? sentencesOf(hit, hit.reading) : []))
    .toSorted((a, b) => b.closeness - a.closeness)
}

const sentencesOf = (hit: Hit, reading: Reading): CloseSentence[] =>
  reading.sentences.map(({ start, end }, at) => {
    const features = reading.features[at]
    const closeness = features ? closenessOf(features) : 0
    return { start, end, hit, passage: hit.passage, closeness, around: sentencesAround(reading, at) }
  })

/** The passages that the closest sentences stand in, closest first. */
export const closestPassages = (sentences: CloseSentence[], limit: number): Hit[] =>
  [...new Set(sentences.filter(({ closeness }) => closeness > 0).map(({ hit }) => hit))].slice(0, limit)

/**
 * The quotations that are near, closest first, at most two: the second from another document where there is one, and
 * never of the same text. Each takes in the neighbours that its sentence needs.
 */
export function nearest(sentences: CloseSentence[]): Citation[] {
  const chosen: { sentence: CloseSentence; quotation: { start: number; end: number } }[] = []
  const near = sentences.filter(({ closeness }) => closeness >= NEAR)
  while (chosen.length < MAX_NEAREST) {
    const rest = near.filter((sentence) => !isShown(sentence.passage.document, sentence, chosen))
    const quoted = chosen.map(({ sentence }) => sentence.passage.document)
    const next = rest.find(({ passage }) => !quoted.includes(passage.document)) ?? rest[0]
    if (!next) break
    chosen.push({ sentence: next, quotation: quotationOf(next, chosen) })
  }
  return chosen.map(({ sentence: { passage }, quotation }) => ({
    document: passage.document,
    hash: passage.hash,
    ...quotation,
  }))
}
