/** What of a sentence decides whether it says the same as one in nearly the same words. */

import type { Passage } from '../../document.ts'
import type { Token } from '../../text/analysis.ts'
import { mayBeSame, numbersIn, type TextNumber } from '../../text/numbers.ts'
import { isNegation } from './clause.ts'
import { type Lexicon, lexiconOf } from './opposition-words.ts'

/** A sentence as far as it is looked at here. */
export type Told = { text: string; tokens: Token[]; passage: Passage }

type Figure = Pick<TextNumber, 'text' | 'values'>

export type Marks = {
  /** Numbers of something, and those that name something: "Route 5". */
  figures: Figure[]
  labels: Figure[]
  /** Years, months, weekdays and days. */
  times: Set<string>
  /** Which of its terms stands first behind a negation; null when nothing is denied. */
  denied: number | null
  /** A negation of a part: "not only". */
  isUnclear: boolean
  isQuestion: boolean
  /** Which groups of modal verbs it has: of what must, may, should be. */
  modals: Set<number>
  /** Words that make it a condition or a guess; and those that make it negative, of a part, or a wish. */
  conditions: Set<string>
  shades: Set<string>
  names: Set<string>
  /** The other index terms, in order. */
  rest: string[]
}

const YEAR = /^(?:1\d|20)\d\d$/
const known = new WeakMap<Token[], Marks>()

/** The marks of a sentence; read once. */
export function marksOf(told: Told): Marks {
  const marks = known.get(told.tokens) ?? readMarks(told)
  known.set(told.tokens, marks)
  return marks
}

function readMarks({ text, tokens, passage: { language } }: Told): Marks {
  const lexicon = lexiconOf(language)
  const marks: Marks = {
    ...{
      figures: [],
      labels: [],
      times: new Set(),
      modals: new Set(),
      conditions: new Set(),
      shades: new Set(),
      names: new Set(),
    },
    ...{ rest: [], denied: null, isUnclear: false, isQuestion: /[?？]\s{0,9}["”»’]*$/u.test(text) },
  }
  // "May" is a month, "may" a verb.
  const isMonth = ({ word } = { word: '' }) =>
    lexicon?.months.has(word.toLowerCase()) === true && !lexicon.modals.has(word)
  const dated = new Set<number>()
  for (const [at, token] of tokens.entries()) {
    const lower = token.word.toLowerCase()
    const isDay = /^\p{Nd}{1,2}$/u.test(token.word) && (isMonth(tokens[at - 1]) || isMonth(tokens[at + 1]))
    if (isMonth(token) || isDay || YEAR.test(token.word)) {
      marks.times.add(lower)
      dated.add(token.start)
    } else if (lexicon && isNegation(text, tokens, at, lexicon)) {
      marks.isUnclear ||= marks.denied !== null || isPartial(tokens[at + 1], lexicon)
      marks.denied ??= marks.rest.length
    } else if (!isPartOfNegation(token, tokens[at - 1], marks, lexicon)) readWord(token, at, marks, language)
  }
  for (const number of numbersIn(text, language)) {
    if (dated.has(number.start)) continue
    const isName =
      number.label !== undefined || /\p{Lu}[\p{L}\p{M}.]{0,20}\s$/u.test(text.slice(0, number.start))
    const { values } = number
    ;(isName ? marks.labels : marks.figures).push({ text: number.text, values })
  }
  return marks
}

/** "Not only" denies in part, "no longer" as a whole. */
const isPartial = (next: Token | undefined, { partial, ended }: Lexicon) =>
  next !== undefined && partial.has(next.word.toLowerCase()) && !ended.has(next.word.toLowerCase())

/** The word behind a negation that says that something was so before. */
const isPartOfNegation = (
  { word }: Token,
  before: Token | undefined,
  { denied, rest }: Marks,
  lexicon?: Lexicon,
) =>
  denied === rest.length &&
  lexicon?.negations.has(before?.word.toLowerCase() ?? '') === true &&
  lexicon.ended.has(word.toLowerCase())

function readWord({ word, term, isStopWord }: Token, at: number, marks: Marks, language: string): void {
  const lexicon = lexiconOf(language)
  const lower = word.toLowerCase()
  const modal = lexicon?.modals.get(lower)
  const value = lexicon && numberOf(lower, lexicon.numberWords)
  if (modal !== undefined) marks.modals.add(modal)
  else if (value !== undefined) marks.figures.push({ text: word, values: [value] })
  else if (/^\p{N}/u.test(word)) return
  else {
    if (lexicon?.conditions.has(word) || lexicon?.conditions.has(lower)) marks.conditions.add(lower)
    if (lexicon?.shades.has(lower)) marks.shades.add(lower)
    if (isStopWord) return
    if (/^\p{Lu}/u.test(word) && at > 0) marks.names.add(term)
    marks.rest.push(term)
  }
}

/** Of a number in words, also of "fünfundvierzig". */
function numberOf(word: string, words: Map<string, number>): number | undefined {
  const [unit = '', ten = ''] = word.split('und')
  const [low, high] = [unit === 'ein' ? 1 : words.get(unit), words.get(ten)]
  return words.get(word) ?? (low !== undefined && high !== undefined ? low + high : undefined)
}

/** The figures that stand in none of the others. */
export const missingFigures = (figures: Figure[], others: Figure[]): Figure[] =>
  figures.filter((figure) => !others.some((other) => mayBeSame(asNumber(figure), asNumber(other))))

const asNumber = ({ text, values }: Figure): TextNumber => ({ start: 0, end: 0, text, values })
