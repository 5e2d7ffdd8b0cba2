/** Question → passages, best first, each with its sentences weighed. */
import type { Filter, Passage } from '../document.ts'
import type { Translation } from '../question/translate.ts'
import type { SentenceFeatures } from './features.ts'
import type { Question } from './question.ts'
import type { ReadPassage } from './reading.ts'

/** A passage that has been read: how well each of its sentences answers. */
export type Reading = ReadPassage & {
  /** Of each sentence: the figures that it is judged by, and the logarithm of its odds to hold the answer. */
  features: SentenceFeatures[]
  scores: number[]
}

export type Hit = {
  passage: Passage
  /** Higher is better; compares within one search only. */
  score: number
  /** BM25. */
  bm25: number
  /** Only the first passages that BM25 found are read; null for the others. */
  reading: Reading | null
}

export type Found = {
  /** The question in the terms of the corpus. */
  question: Question
  hits: Hit[]
}

/**
 * Finds the passages for a question; best first, at most `limit`.
 * `earlier` are the questions before it in the same conversation, oldest first; `translation` is of the question, or of
 * one that this is a part of, where that has been put into the language of the documents already.
 */
export type Search = (
  question: string,
  filter: Filter,
  limit: number,
  earlier?: string[],
  translation?: Translation | null,
) => Promise<Found>
