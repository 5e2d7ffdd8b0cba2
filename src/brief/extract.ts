/** The writer without a model: the sentences that answer best, chosen not to repeat each other. */
import type { Span } from '../document.ts'
import { differ } from './disagreement/otherwise.ts'
import { citationsOf, type Evidence } from './evidence.ts'
import { type Originals, originalOf } from './independent.ts'
import type { Draft } from './writer.ts'

const MAX_POINTS = 5
/** A sentence this far behind the best one is no answer: its odds are a hundred and fifty times lower. */
const MAX_BEHIND = 5
/** Sentences with this Jaccard similarity say the same. */
const NEAR_REPEAT = 0.7
/** So do sentences of two copies of a text: an editor has changed a word. */
const NEAR_REPEAT_IN_COPY = 0.4
/** What being wholly like a chosen sentence costs, and what each one already taken from the document does. */
const LIKENESS_COST = 1
const SAME_DOCUMENT_COST = 0.4
/** Only the best are compared with each other: the work stays small. */
const POOL = 60
/** A quotation stays one that is read at a glance. UTF-16 code units. */
const MAX_LENGTH = 600

type Chosen = { sentence: Evidence; quotation: Span }
/** A sentence, as much of it as a quotation needs. */
export type Quotable = Pick<Evidence, 'passage' | 'start' | 'end' | 'around'>
export type Quoted = { sentence: Pick<Evidence, 'passage'>; quotation: Span }

/** The share of their terms that two sentences have in common (Jaccard, 1901). */
export function similarity(a: Set<string>, b: Set<string>): number {
  const common = a.intersection(b).size
  return common === 0 ? 0 : common / (a.size + b.size - common)
}

/** Sentences that stand word for word in the earliest of the copies as well are quoted from there. */
export function withoutCopies(pool: Evidence[], originals: Originals): Evidence[] {
  const keyOf = ({ passage }: Evidence) => `${passage.document}\n${passage.hash}`
  return pool.filter((sentence) => {
    const original = originalOf(originals, sentence.passage)
    return (
      original === keyOf(sentence) ||
      !pool.some((other) => keyOf(other) === original && other.text === sentence.text)
    )
  })
}

/** Whether a sentence says what another one does. */
function isRepeated(sentence: Evidence, other: Evidence, originals: Originals): boolean {
  const isCopy =
    sentence.passage.document !== other.passage.document &&
    originalOf(originals, sentence.passage) === originalOf(originals, other.passage)
  return (
    similarity(sentence.terms, other.terms) >= (isCopy ? NEAR_REPEAT_IN_COPY : NEAR_REPEAT) &&
    !differ(sentence, other)
  )
}

/** Whether a part of a span is quoted already. */
export const isShown = (document: string, span: Span, chosen: Quoted[]) =>
  chosen.some(
    ({ sentence, quotation }) =>
      sentence.passage.document === document && span.start < quotation.end && quotation.start < span.end,
  )

/** The sentence with the neighbours that it needs, as far as they are not quoted already and it stays short. */
export function quotationOf(sentence: Quotable, chosen: Quoted[]): Span {
  let { start, end } = sentence
  for (const neighbour of sentence.around) {
    const wider = { start: Math.min(start, neighbour.start), end: Math.max(end, neighbour.end) }
    if (wider.end - wider.start > MAX_LENGTH || isShown(sentence.passage.document, wider, chosen)) continue
    ;({ start, end } = wider)
  }
  return { start, end }
}

/** Of sentences that say the same, one of a text that is not quoted yet: two sources weigh more than one. */
function fromAnotherSource(
  sentence: Evidence,
  pool: Evidence[],
  chosen: Chosen[],
  originals: Originals,
): Evidence {
  const quoted = new Set(chosen.map((other) => originalOf(originals, other.sentence.passage)))
  if (!quoted.has(originalOf(originals, sentence.passage))) return sentence
  const same = pool.find(
    (other) =>
      !quoted.has(originalOf(originals, other.passage)) &&
      similarity(other.terms, sentence.terms) >= NEAR_REPEAT &&
      !differ(other, sentence),
  )
  return same ?? sentence
}

/** The sentences that points are made of, of scored ones, best first. */
export function poolOf(evidence: Evidence[]): Evidence[] {
  const best = evidence[0]?.score ?? 0
  return evidence
    .slice(0, POOL)
    .filter((sentence) => sentence.score >= best - MAX_BEHIND && sentence.coverage > 0)
}

/**
 * The points of an extractive briefing, each a sentence, with the neighbours that it needs, and its own citation.
 * The first is the bottom line: the sentence alone, unless it refers to the one before it.
 * Picks by Maximal Marginal Relevance (Carbonell & Goldstein, 1998), as a difference of log-odds and likeness.
 * @param evidence scored sentences, best first
 * @param originals which of their documents are copies of each other: those are one document
 */
export function extract(evidence: Evidence[], originals: Originals = new Map()): Draft[] {
  const pool = withoutCopies(poolOf(evidence), originals)
  const chosen: Chosen[] = []
  while (chosen.length < MAX_POINTS) {
    const next = pool
      .filter((sentence) => !isShown(sentence.passage.document, sentence, chosen))
      .filter((sentence) => !chosen.some((other) => isRepeated(sentence, other.sentence, originals)))
      .map((sentence) => ({
        sentence,
        likeness: Math.max(0, ...chosen.map((other) => similarity(sentence.terms, other.sentence.terms))),
      }))
      .map(({ sentence, likeness }) => {
        const taken = chosen.filter(
          (other) =>
            originalOf(originals, other.sentence.passage) === originalOf(originals, sentence.passage),
        ).length
        return { sentence, value: sentence.score - LIKENESS_COST * likeness - SAME_DOCUMENT_COST * taken }
      })
      .reduce<{ sentence: Evidence; value: number } | null>(
        (top, item) => (top && top.value >= item.value ? top : item),
        null,
      )
    if (!next) break
    const sentence = fromAnotherSource(next.sentence, pool, chosen, originals)
    chosen.push({ sentence, quotation: quotationOf(sentence, chosen) })
  }
  return chosen.map(({ sentence, quotation }, at) =>
    draftOf(sentence, at === 0 && !sentence.leans, quotation),
  )
}

/** A point; its text is the quotation, or the sentence by itself, which is then quoted among what it is read with. */
function draftOf(sentence: Evidence, alone: boolean, { start, end }: Span): Draft {
  const { passage } = sentence
  return {
    text: alone ? sentence.text : passage.text.slice(start - passage.start, end - passage.start),
    citations: citationsOf(sentence, { start, end }),
  }
}
