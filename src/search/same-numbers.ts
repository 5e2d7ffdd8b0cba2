/** Numbers of a question that a sentence writes otherwise: 240,000 and "240 thousand" are held alike. */
import type { Token } from '../text/analysis.ts'
import { magnitudeOf, mayBeSame, numbersIn, type TextNumber } from '../text/numbers.ts'
import type { ReadPassage, Sentence } from './reading.ts'

/** A number with the terms that it is written in, its magnitude's among them. */
export type AskedNumber = TextNumber & { terms: string[] }

/** The numbers of a question, of its words. `language` is ISO 639-1, or `und`. */
export const askedNumbers = (text: string, language: string, tokens: Token[]): AskedNumber[] =>
  numbersIn(text, language)
    .filter(({ values, label }) => values.length > 0 && !label)
    .map((number) => ({ ...number, terms: termsOf(number, tokens, language) }))

function termsOf({ start, end }: TextNumber, tokens: Token[], language: string): string[] {
  const own = tokens.filter((token) => token.start < end && token.end > start)
  const behind = tokens.slice(tokens.findLastIndex((token) => token.start < end) + 1)
  const other = behind.findIndex(({ word }) => magnitudeOf(word, language) === undefined)
  return [...own, ...behind.slice(0, other < 0 ? undefined : other)].map(({ term }) => term)
}

/** The passage, each sentence of which holds the terms of the asked numbers that it writes in another way. */
export function withSameNumbers(read: ReadPassage, asked: AskedNumber[]): ReadPassage {
  if (asked.length === 0) return read
  const sentences = read.sentences.map((sentence) => holding(sentence, asked, read.passage.language))
  return {
    ...read,
    sentences,
    terms: new Set([...read.terms, ...sentences.flatMap(({ terms }) => [...terms])]),
  }
}

function holding(sentence: Sentence, asked: AskedNumber[], language: string): Sentence {
  const missing = asked.filter(({ terms }) => !terms.every((term) => sentence.terms.has(term)))
  if (missing.length === 0) return sentence
  const numbers = numbersIn(sentence.text, language).filter(
    ({ values, label }) => values.length > 0 && !label,
  )
  const same = missing.filter((one) => numbers.some((number) => mayBeSame(one, number)))
  return same.length === 0
    ? sentence
    : { ...sentence, terms: new Set([...sentence.terms, ...same.flatMap(({ terms }) => terms)]) }
}
