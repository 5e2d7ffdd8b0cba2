/** What a question asks for, in the terms of the corpus. */
import type { Related } from '../question/related.ts'
import type { Translation } from '../question/translate.ts'
import { detectLanguage, type Token, tokenise } from '../text/analysis.ts'
import { type AnswerType, expectedAnswer } from './answer-type.ts'
import { type AskedNumber, askedNumbers } from './same-numbers.ts'

export type Question = {
  text: string
  /** ISO 639-1, or `und`; of a translated question that of the documents. */
  language: string
  /** What it was translated by; null where it was asked in the language of the documents. */
  translation: Translation | null
  /** Index terms, each once, in order; those of earlier questions last. */
  terms: string[]
  /** Of each term: its inverse document frequency, less when only an earlier question holds it. */
  weights: Map<string, number>
  totalWeight: number
  /** Terms of the corpus that it holds, by how many passages hold each. */
  frequencies: Map<string, number>
  /** Passages that were searched. */
  passages: number
  /** Terms that are names or numbers: capitalised inside the question, or digits. */
  names: Set<string>
  /** Its numbers, which a sentence may write otherwise. */
  numbers: AskedNumber[]
  /** Neighbouring terms, with the lesser of their two weights. */
  phrases: { first: string; second: string; weight: number }[]
  /** Neighbouring words, stop words among them, but not the first word: it is the question word. */
  wordPairs: string[]
  /** Character trigrams of its words, each once. */
  trigrams: string[]
  answer: AnswerType | null
  /** Of a term: what else it may be called. */
  related: Map<string, Related>
}

/** Inverse document frequency as BM25 in Lucene has it (Robertson & Spärck Jones, 1976, never negative). */
const inverseFrequency = (frequency: number, passages: number) =>
  Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5))

/** Each character trigram of the words that are no stop words, their edges marked by a space. */
function trigramsOf(tokens: Token[]): string[] {
  const trigrams = new Set<string>()
  for (const { word, isStopWord } of tokens) {
    if (isStopWord) continue
    const padded = ` ${word.toLowerCase()} `
    for (let at = 0; at + 3 <= padded.length; at++) trigrams.add(padded.slice(at, at + 3))
  }
  return [...trigrams]
}

/** Each word with the one after it. */
const pairsOf = (tokens: Token[]) => tokens.slice(1).map(({ term }, at) => `${tokens[at]?.term} ${term}`)

/** A capitalised word that does not begin the text, or a number. */
const isNameOrNumber = ({ word, isStopWord }: Token, at: number) =>
  at > 0 && !isStopWord && /^[\p{Lu}\p{N}]/u.test(word)

/**
 * Analyses a question against the corpus.
 * @param shares its terms, each with what it counts, 0–1
 * @param frequencies in how many of the `passages` searched each term stands
 * @param likely the languages of the corpus, the most frequent first
 * @param related what else its terms may be called
 */
export function readQuestion(
  text: string,
  shares: Map<string, number>,
  passages: number,
  frequencies: Map<string, number>,
  likely: string[] = [],
  related: Map<string, Related> = new Map(),
  translation: Translation | null = null,
): Question {
  const terms = [...shares.keys()]
  const total = Math.max(passages, 1)
  const weights = new Map(
    [...shares].map(([term, share]) => [term, share * inverseFrequency(frequencies.get(term) ?? 0, total)]),
  )
  const weightOf = (term: string) => weights.get(term) ?? 0
  const language = translation?.to ?? detectLanguage(text, likely)
  const tokens = tokenise(text, language)
  return {
    text,
    language,
    translation,
    terms,
    weights,
    totalWeight: terms.reduce((sum, term) => sum + weightOf(term), 0),
    frequencies,
    passages: total,
    names: new Set(tokens.filter(isNameOrNumber).map(({ term }) => term)),
    numbers: askedNumbers(text, language, tokens),
    phrases: terms.slice(1).map((second, at) => {
      const first = terms[at] ?? ''
      return { first, second, weight: Math.min(weightOf(first), weightOf(second)) }
    }),
    wordPairs: pairsOf(tokens.slice(1)),
    trigrams: trigramsOf(tokens),
    answer: expectedAnswer(translation?.asks || text),
    related,
  }
}
