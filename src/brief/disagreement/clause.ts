/** A sentence as clauses, each with what it denies: as far as word lists tell without a parser. */

import type { Passage } from '../../document.ts'
import { anyOf } from '../../languages/all.ts'
import { rulesOf } from '../../languages/index.ts'
import type { Token } from '../../text/analysis.ts'
import { type Lexicon, lexiconOf } from './opposition-words.ts'
import { currencyOf, meantBy, type Quantity, quantitiesIn, type Word } from './quantity.ts'

export type Clause = {
  /** Its words without stop words, and which of them stands first after a negation; null when nothing is denied. */
  words: Word[]
  terms: Set<string>
  quantities: Quantity[]
  denied: number | null
  /** The negation is a verb by which somebody disputes a claim. */
  isDenial: boolean
  /** Where a verb by which somebody makes a claim stands; null when there is none. */
  claim: number | null
  /** Turned round twice, or only in part. */
  isUnclear: boolean
  /** Negative by one of its words, about a part, or about what somebody wants: where that is written. */
  shade: number | null
}

/** The clauses of a sentence, and the times that it names: years, months and weekdays. */
export type Statement = { clauses: Clause[]; times: Set<string> }

const BREAK = /[,;:()\u2014\u2013，；：。]/
const YEAR = /^(?:1\d|20)\d\d$/
/** Ways to say that something is not done: "stopped short of". */
const NOT_DONE = new RegExp(`^(?:${anyOf(({ statements }) => statements?.notDone)}) `)

/** Reads a sentence; undefined in a language without word lists, and for what is not stated as a fact. */
export function readStatement(text: string, tokens: Token[], passage: Passage): Statement | undefined {
  const lexicon = lexiconOf(passage.language)
  if (!lexicon || /[?？]/u.test(text)) return undefined
  // As written: "May" is a month.
  const isCondition = ({ word }: Token, at: number) =>
    lexicon.conditions.has(word) || (at === 0 && lexicon.conditions.has(word.toLowerCase()))
  if (tokens.some(isCondition)) return undefined
  const times = new Set(
    tokens.flatMap(({ word }) => {
      const lower = word.toLowerCase()
      return YEAR.test(lower) || lexicon.months.has(lower) ? [lower] : []
    }),
  )
  return {
    clauses: clausesOf(text, tokens, lexicon).map((some) => readClause(text, some, passage, lexicon)),
    times,
  }
}

function clausesOf(text: string, tokens: Token[], { joints }: Lexicon): Token[][] {
  const clauses: Token[][] = [[]]
  for (const [at, token] of tokens.entries()) {
    const gap = text.slice(tokens[at - 1]?.end ?? 0, token.start)
    if (at > 0 && (BREAK.test(gap) || joints.has(token.word.toLowerCase()))) clauses.push([])
    clauses.at(-1)?.push(token)
  }
  return clauses.filter((clause) => clause.length > 0)
}

function readClause(text: string, tokens: Token[], passage: Passage, lexicon: Lexicon): Clause {
  const clause: Omit<Clause, 'terms' | 'quantities'> = {
    words: [],
    denied: null,
    isDenial: false,
    claim: null,
    isUnclear: false,
    shade: null,
  }
  for (const [at, token] of tokens.entries()) {
    const lower = token.word.toLowerCase()
    const isDenial = lexicon.denials.has(token.term)
    const isNotDone = NOT_DONE.test(text.slice(token.start, token.start + 20).toLowerCase())
    if (isDenial || isNotDone || isNegation(text, tokens, at, lexicon)) {
      const next = tokens[at + 1]?.word.toLowerCase() ?? ''
      if (clause.denied !== null || lexicon.partial.has(next)) clause.isUnclear = true
      clause.denied ??= clause.words.length
      clause.isDenial = isDenial
      continue
    }
    // What is to be done is not done: "waits for aid to reach them".
    if (lexicon.shades.has(lower) || lexicon.purposes.has(lower)) clause.shade ??= clause.words.length
    if (token.isStopWord || (lower === 'short' && clause.denied === clause.words.length)) continue
    if (clause.claim === null && lexicon.claims.has(token.term) && !isProperName(token, passage, text))
      clause.claim = clause.words.length
    const isNumber = /^\p{N}/u.test(token.word)
    const isDay = isNumber && [tokens[at - 1], tokens[at + 1]].some((one) => isTime(one, lexicon))
    clause.words.push({
      term: token.term,
      word: token.word,
      isName: isProperName(token, passage, text),
      isNumber,
      meant: isDay ? 'as a label' : isNumber ? meantBy(text, token.start, token.end) : 'exactly',
      currency: isNumber ? currencyOf(text, token.start) : '',
    })
  }
  if (clause.denied !== null && clause.denied >= clause.words.length) clause.isUnclear = true
  const terms = new Set(clause.words.map(({ term }) => term))
  return { ...clause, terms, quantities: quantitiesIn(clause.words, passage.language) }
}

const isTime = (token: Token | undefined, { months }: Lexicon) =>
  token !== undefined && months.has(token.word.toLowerCase())

/** Whether a token denies what follows it. */
export function isNegation(text: string, tokens: Token[], at: number, { negations }: Lexicon): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!token) return false
  // "isn't" is cut at the apostrophe.
  if (token.word === 't' && before && /n$/i.test(before.word))
    return /^\s?['’]\s?$/u.test(text.slice(before.end, token.start))
  // "No. 5" is a number.
  const isLabel = /^no$/i.test(token.word) && after !== undefined && /^\p{N}/u.test(after.word)
  return !isLabel && negations.has(token.word.toLowerCase())
}

/** Capitalised, and not only because the sentence begins with it: the passage has it after another word too. */
function isProperName({ word, start }: Token, { text, language }: Passage, sentence: string): boolean {
  if (rulesOf(language)?.hasCapitalNouns || !/^\p{Lu}/u.test(word)) return false
  if (/[\p{L}\p{N}]/u.test(sentence.slice(0, start))) return true
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (/[\p{L}\p{N},'’] ?$/u.test(text.slice(Math.max(0, at - 2), at))) return true
  return false
}
