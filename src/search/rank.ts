/** The second stage of the search: what BM25 found is read, and put into the order of how well its sentences answer. */
import type { Passage } from '../document.ts'
import type { Match } from '../store/match-passages.ts'
import { sentenceFeatures } from './features.ts'
import { sentenceScore } from './model.ts'
import type { Question } from './question.ts'
import { readPassage } from './reading.ts'
import { withSameNumbers } from './same-numbers.ts'
import type { Found, Hit, Reading } from './search.ts'

/** Passages that a search reads: with twenty it takes twice the time, and the first ten are hardly better. */
export const PASSAGES_READ = 10

/**
 * Reads a passage as evidence for a question.
 * @param rank its BM25 as a share of the best one
 */
function weigh(question: Question, passage: Passage, rank: number): Reading {
  const read = withSameNumbers(readPassage(passage), question.numbers)
  const features = sentenceFeatures(question, read, rank)
  return { ...read, features, scores: features.map(sentenceScore) }
}

/**
 * The logarithm of the odds that one of the sentences holds the answer: their odds added up. So a passage with two
 * good sentences stands before one with a single as good one.
 */
function passageScore(scores: number[]): number {
  const highest = Math.max(...scores)
  return highest + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - highest), 0))
}

/** Hits in their final order: those that were read by their sentences, then the others as BM25 has them. */
export function rank(question: Question, matches: Match[]): Hit[] {
  const best = matches[0]?.bm25 || 1
  const read = matches
    .slice(0, PASSAGES_READ)
    .map(({ passage, bm25 }): Hit => {
      const reading = weigh(question, passage, bm25 / best)
      return { passage, bm25, reading, score: passageScore(reading.scores) }
    })
    .toSorted((a, b) => b.score - a.score)
  const lowest = read.at(-1)?.score ?? 0
  const weakest = Math.min(...read.map(({ bm25 }) => bm25))
  const rest = matches.slice(PASSAGES_READ).map(({ passage, bm25 }): Hit => {
    // Below all that were read, and in BM25's order.
    return { passage, bm25, reading: null, score: lowest + Math.log(bm25 / weakest) }
  })
  return [...read, ...rest]
}

/** Passages of documents that were chosen as a whole, read for a question. */
export const readPassages = (question: Question, passages: Passage[]): Reading[] =>
  passages.map((passage) => weigh(question, passage, 1))

/** The hits with those read too that the search left unread; their order stays. */
export function readAll({ question, hits }: Found): Found {
  const best = Math.max(...hits.map(({ bm25 }) => bm25))
  return {
    question,
    hits: hits.map((hit) =>
      hit.reading ? hit : { ...hit, reading: weigh(question, hit.passage, hit.bm25 / best) },
    ),
  }
}
