/** A look-up: the sentence that answers first, and then what adds to it. */

import { CONFIDENCE_THRESHOLD } from '../confidence.ts'
import { disagreementsIn } from '../disagreement/disagree.ts'
import { differ } from '../disagreement/otherwise.ts'
import { citationsOf, type Evidence } from '../evidence.ts'
import { isShown, type Quoted, quotationOf, similarity, withoutCopies } from '../extract.ts'
import { type Originals, originalOf } from '../independent.ts'
import type { Support } from '../support.ts'
import type { Draft } from '../writer.ts'
import type { Compose, Material } from './material.ts'
import { newestOf, otherVersions } from './newest.ts'
import { type Scale, scaleOf, type Weighed, weighAll } from './weigh.ts'

/** A sentence with less of the question than this does not answer it. */
const LEAST_WHOLE = 0.45
const LEAST_EXACT = 0.2
const LEAST_PLAIN = 0.34
const LEAST_NAMES = 0.5
const LEAST_EXPECTED = 0.5
const LEAST_PREDICATE = 0.55
/** What was learned tells above this that the deed is said in other words. */
const SURE_OF_PREDICATE = 0.8
const MAX_POINTS = 5
/** What adds to the best has this share of its value. */
const CLOSE = 0.55
const REPEATED = 0.55
/** So do sentences of two copies of a text: an editor has changed a word. */
const REPEATED_IN_COPY = 0.4
const SAME_DOCUMENT_COST = 0.05

/** Whether a sentence answers, and is not only near. */
export const answers = ({ whole, exact, plain, names, expected }: Support) =>
  whole >= LEAST_WHOLE &&
  exact >= LEAST_EXACT &&
  plain >= LEAST_PLAIN &&
  names >= LEAST_NAMES &&
  expected >= LEAST_EXPECTED

/** What is asked of somebody by such words is not answered by another fact about them. */
const TELLING = new Set(['time', 'day', 'year', 'money', 'age'])
/** With so many words of its own a question is told by them alone. */
const MANY_CONCEPTS = 4

/** Whether nothing speaks against a sentence that what was learned takes for an answer. */
function isPlain({ exact, expected, plain }: Support, { concepts, expected: wanted }: Scale): boolean {
  if (exact < 0.4) return false
  if (exact >= 0.75 && concepts.length >= MANY_CONCEPTS) return true
  return expected >= 0.3 && (plain >= 0.2 || wanted === null || !TELLING.has(wanted.type))
}

/** The part of the material that sentences by themselves are chosen from. */
export type Answerable = Pick<Material, 'request' | 'question' | 'evidence' | 'confidence' | 'originals'>

/** The points of an answer whose sentences are weighed by how they answer. */
export function answer(
  material: Answerable,
  {
    wantsCause = false,
    needsPredicate = true,
    most = MAX_POINTS,
    close = CLOSE,
    prefers = (_: string): number => 1,
  } = {},
): Draft[] {
  const { evidence, question, originals, confidence } = material
  const scale = scaleOf(question, wantsCause)
  const weighed = weighAll(scale, withoutCopies(evidence, originals))
    .map((one) => ({ ...one, value: one.value * prefers(one.sentence.text) }))
    .toSorted((a, b) => b.value - a.value)
  const [best] = weighed
  const isSure = confidence >= CONFIDENCE_THRESHOLD && best !== undefined && isPlain(best.support, scale)
  if (
    !best ||
    (needsPredicate && confidence < SURE_OF_PREDICATE && best.predicate < LEAST_PREDICATE) ||
    !(isSure || answers(best.support))
  )
    return []
  const pool = weighed.filter(
    ({ sentence, support, value, roles }) =>
      !isOtherRow(sentence, best.sentence, scale) &&
      (isSure || answers(support)) &&
      value >= close * best.value &&
      roles >= 0.6 * best.roles,
  )
  const chosen = newestOf(choose(pool, originals, most), weighed, material)
  const points = draftsOf(chosen, pool, originals)
  return [
    ...points,
    ...otherVersions(chosen, evidence, points),
    ...disagreementsIn(evidence, question, points, originals),
  ]
}

/** Whether a sentence is a row of the same table that lacks a word of the question that the best row holds. */
function isOtherRow(one: Evidence, best: Evidence, { concepts }: Scale): boolean {
  const [table, other] = [best.passage.columns, one.passage.columns]
  const isSame = table !== undefined && one.passage.document === best.passage.document
  if (!isSame || other?.start !== table.start || best.start < table.end) return false
  return concepts.some(({ term }) => best.terms.has(term) && !one.terms.has(term))
}

/** The chosen as points with what supports them; what is quoted as a support is no point after that. */
function draftsOf(chosen: Weighed[], pool: Weighed[], originals: Originals): Draft[] {
  const shown: Quoted[] = []
  return chosen.flatMap((one) => {
    if (isShown(one.sentence.passage.document, one.sentence, shown)) return []
    const supports = supportsOf(one, pool, originals)
    const draft = draftOf(one, supports, shown)
    shown.push(...[one.sentence, ...supports].map((sentence) => ({ sentence, quotation: sentence })))
    return [draft]
  })
}

/** Whether two sentences say the same. */
function isRepeated(one: Evidence, other: Evidence, originals: Originals): boolean {
  const isCopy =
    one.passage.document !== other.passage.document &&
    originalOf(originals, one.passage) === originalOf(originals, other.passage)
  const limit = isCopy ? REPEATED_IN_COPY : REPEATED
  return similarity(one.terms, other.terms) >= limit && !differ(one, other)
}

/** The best that do not repeat each other, of different documents where they are as good. */
function choose(pool: Weighed[], originals: Originals, most: number): Weighed[] {
  const chosen: Weighed[] = []
  const left = [...pool]
  while (chosen.length < most && left.length > 0) {
    const taken = (one: Weighed) =>
      chosen.filter(
        (other) =>
          originalOf(originals, other.sentence.passage) === originalOf(originals, one.sentence.passage),
      ).length
    left.sort((a, b) => b.value - SAME_DOCUMENT_COST * taken(b) - (a.value - SAME_DOCUMENT_COST * taken(a)))
    const next = left.shift()
    if (!next) break
    const isTold = chosen.some(
      ({ sentence }) =>
        isShown(next.sentence.passage.document, next.sentence, [{ sentence, quotation: sentence }]) ||
        isRepeated(next.sentence, sentence, originals),
    )
    if (!isTold) chosen.push(next)
  }
  return chosen
}

/** Sentences of other sources that say the same are quoted with a point, at most so many. */
const MOST_SUPPORTS = 2

/** What else says the same, of documents that do not carry the same text. */
function supportsOf({ sentence }: Weighed, pool: Weighed[], originals: Originals): Evidence[] {
  const seen = new Set([originalOf(originals, sentence.passage)])
  const supports = pool.flatMap(({ sentence: other }) => {
    const original = originalOf(originals, other.passage)
    if (seen.has(original) || similarity(sentence.terms, other.terms) < REPEATED) return []
    if (differ(sentence, other)) return []
    if (other.end - other.start > 1.5 * (sentence.end - sentence.start)) return []
    seen.add(original)
    return [other]
  })
  return supports.slice(0, MOST_SUPPORTS)
}

function draftOf({ sentence }: Weighed, supports: Evidence[], shown: Quoted[]): Draft {
  const { passage } = sentence
  const quotation = quotationOf(sentence, shown)
  const span = sentence.leans ? quotation : sentence
  return {
    text: passage.text.slice(span.start - passage.start, span.end - passage.start),
    citations: [
      ...citationsOf(sentence, quotation),
      ...supports.map(({ passage: { document, hash }, start, end }) => ({ document, hash, start, end })),
    ],
  }
}

export const lookup: Compose = (material) => answer(material)
export const why: Compose = (material) => answer(material, { wantsCause: true })
