/**
 * Scores sentences as evidence for a question, and says how far the corpus covers the question at all.
 *
 * A term's weight is its inverse document frequency (Robertson & Spärck Jones, 1976), so that a sentence is
 * judged by the share of the question's weight that it and its surroundings hold.
 */
import { analyse, detectLanguage, type Token, tokenise } from '../corpus/analysis.ts'
import type { Passage, Span } from '../corpus/document.ts'
import type { Hit } from '../search/search.ts'
import { type AnswerType, expectedAnswer, holdsAnswer } from './answer-type.ts'

/** A sentence as evidence; the span points into the document's text. */
export type Evidence = Span & {
  passage: Passage
  text: string
  terms: Set<string>
  score: number
  /** The share (0–1) of the question's weight that the sentence's own terms hold. */
  coverage: number
}

/** What a question asks for. */
export type Query = {
  terms: string[]
  /** Inverse document frequency of each term. */
  weights: Map<string, number>
  totalWeight: number
  answer: AnswerType | null
}

/** Terms in title and heading count in part: they say what the sentence is about. */
const CONTEXT_SHARE = 0.5
const PASSAGE_SHARE = 0.3
const WEIGHT_OF = { coverage: 1, topic: 0.15, rank: 0.35, adjacency: 0.4, answerType: 0.15 }
/** Shorter sentences seldom say anything; longer ones seldom to the point. In words. */
const [SHORT, LONG] = [6, 45]
const LENGTH_PENALTY = 0.15
const QUESTION_PENALTY = 0.4
/** A sentence that begins with a pronoun leans on the one before it: quoted alone, it says less. */
const PRONOUN_PENALTY = 0.2
const PRONOUN =
  /^["“'‘«]?(?:it|its|he|his|she|her|they|their|them|this|these|that|those|such|er|sie|es|él|ella|ellos|il|elle|ils|elles|он|она|оно|они)\b|^(?:他|她|它|这|那)/iu

/** Inverse document frequency as BM25 in Lucene has it: never negative. */
const inverseFrequency = (frequency: number, passages: number) =>
  Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5))

/** Analyses a question against the corpus's term frequencies (passages that hold each term). */
export function readQuestion(question: string, passages: number, frequencies: Map<string, number>): Query {
  const terms = questionTerms(question)
  const weights = new Map(
    terms.map((term) => [term, inverseFrequency(frequencies.get(term) ?? 0, Math.max(passages, 1))]),
  )
  const totalWeight = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  return { terms, weights, totalWeight, answer: expectedAnswer(question) }
}

/** A question's index terms, each once, in order. */
export const questionTerms = (question: string) => [...new Set(analyse(question, detectLanguage(question)))]

const share = (query: Query, holds: (term: string) => boolean) =>
  query.totalWeight === 0
    ? 0
    : query.terms.reduce((sum, term) => sum + (holds(term) ? (query.weights.get(term) ?? 0) : 0), 0) /
      query.totalWeight

/** The share of neighbouring pairs of the question's terms that stand within two words of each other, in either order (passive voice turns it round). */
function adjacency(query: Query, tokens: Token[]): number {
  if (query.terms.length < 2) return 0
  const content = tokens.filter((token) => !token.isStopWord).map((token) => token.term)
  const pairs = query.terms.slice(1).map((term, index) => [query.terms[index], term])
  const near = pairs.filter(([first, second]) =>
    content.some(
      (term, at) => term === first && content.slice(Math.max(0, at - 2), at + 3).includes(second ?? ''),
    ),
  )
  return near.length / pairs.length
}

const lengthPenalty = (words: number) =>
  words < SHORT ? LENGTH_PENALTY * 2 : words > LONG ? LENGTH_PENALTY : 0

/** Below this confidence the corpus is said not to answer. */
export const CONFIDENCE_THRESHOLD = 0.5

export type Reading = {
  /** Every sentence of the hits, best first; scores compare within one question only. */
  evidence: Evidence[]
  /**
   * How far (0–1) the best passage, with its title and heading, covers the question's weight. A term that the
   * corpus does not hold weighs most, so that a question about something else scores low.
   */
  confidence: number
}

/** Reads the passages that the search found, and scores each sentence as evidence for the question. */
export function readHits(query: Query, hits: Hit[]): Reading {
  const best = hits[0]?.score ?? 1
  const readings = hits.map(({ passage, score }) => readPassage(query, passage, score / best))
  return {
    evidence: readings.flatMap((reading) => reading.evidence).toSorted((a, b) => b.score - a.score),
    confidence: Math.max(0, ...readings.map((reading) => reading.confidence)),
  }
}

/** `rank` is the passage's score as a share of the best passage's. */
function readPassage(query: Query, passage: Passage, rank: number): Reading {
  const context = new Set(analyse(`${passage.title} ${passage.heading}`, passage.language))
  const sentences = passage.sentences.map((span) => {
    const text = passage.text.slice(span.start - passage.start, span.end - passage.start)
    const tokens = tokenise(text, passage.language)
    return {
      span,
      text,
      tokens,
      terms: new Set(tokens.flatMap((token) => (token.isStopWord ? [] : [token.term]))),
    }
  })
  const around = new Set(sentences.flatMap(({ terms }) => [...terms]))
  const evidence = sentences.map(({ span, text, tokens, terms }): Evidence => {
    const own = share(query, (term) => terms.has(term))
    const titled = share(query, (term) => !terms.has(term) && context.has(term))
    const topic = share(query, (term) => context.has(term))
    const nearby = share(query, (term) => !terms.has(term) && !context.has(term) && around.has(term))
    const score =
      WEIGHT_OF.coverage * (own + CONTEXT_SHARE * titled + PASSAGE_SHARE * nearby) +
      WEIGHT_OF.topic * topic +
      WEIGHT_OF.rank * rank +
      WEIGHT_OF.adjacency * adjacency(query, tokens) +
      (query.answer && holdsAnswer(query.answer, text, query.terms, tokens) ? WEIGHT_OF.answerType : 0) -
      lengthPenalty(tokens.length) -
      (PRONOUN.test(text) ? PRONOUN_PENALTY : 0) -
      (/[?？]\s*["”»’]*$/u.test(text) ? QUESTION_PENALTY : 0)
    return { ...span, passage, text, terms, score, coverage: own }
  })
  return { evidence, confidence: share(query, (term) => around.has(term) || context.has(term)) }
}
