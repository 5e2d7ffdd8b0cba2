/** The quantities of a clause, as ranges with a unit, and whether two cannot both be right. */
import type { Span } from '../../document.ts'
import { anyOf } from '../../languages/all.ts'
import { magnitudeOf, readNumber } from '../../text/numbers.ts'

/** A word of a clause, with its index term. */
export type Word = {
  term: string
  word: string
  isName: boolean
  isNumber: boolean
  /** Of a number: how it is meant, by what stands around it. */
  meant: Meant
  /** Of a number: the currency sign before it, or ''. */
  currency: string
}

type Meant = 'exactly' | 'roughly' | 'at least' | 'at most' | 'as a share' | 'as a label'

const beforeNumber = (words: string) => new RegExp(`(?:${words})\\s?[#\\p{Sc}]?\\s?$`, 'iu')
const AROUND: [Meant, RegExp][] = [
  ['at least', beforeNumber(anyOf(({ quantities }) => quantities?.atLeast))],
  ['at most', beforeNumber(anyOf(({ quantities }) => quantities?.atMost))],
  ['roughly', beforeNumber(anyOf(({ quantities }) => quantities?.roughly))],
]
/** What is read before a number. UTF-16 code units. */
const REACH = 20

/** The currency sign before a number that begins at `start`. */
export const currencyOf = (text: string, start: number) =>
  /(\p{Sc})\s?$/u.exec(text.slice(Math.max(0, start - 2), start))?.[1] ?? ''

/** How a number is meant that stands at `start` to `end` in a text. */
export function meantBy(text: string, start: number, end: number): Meant {
  const [before, after] = [text.slice(Math.max(0, start - REACH), start), text.slice(end, end + 2)]
  if (/^\s?%/u.test(after)) return 'as a share'
  const around = AROUND.find(([, words]) => words.test(before))?.[0]
  // A time of day, a score, an age, "Article 102".
  const isLabel = /(?:[:\-–/]\s?|\p{Lu}[\p{L}\p{M}.]{0,20}\s)$/u.test(before) || /^\s?[:\-–/]/u.test(after)
  return around ?? (isLabel ? 'as a label' : 'exactly')
}

/** `words` are the places of the number and its unit in the clause. */
export type Quantity = { low: number; high: number; unit: string; words: Span }

const YEAR = /^(?:1\d|20)\d\d$/
/** What rough and round figures may differ by. */
const ROUGHLY = 0.15
/** Two figures as exact as these differ by more than rounding. */
const EXACTLY = 0.02

const SKIPPED = new Set<Meant>(['as a share', 'as a label'])

/** Ages, times of day and how long ago something was differ without a contradiction. */
const TIME_UNIT = new RegExp(`^(?:${anyOf(({ quantities }) => quantities?.timeUnits)})$`, 'iu')

const isUnit = ({ word, isNumber, isName }: Word) => !isNumber && !isName && !TIME_UNIT.test(word)

/** The numbers that have a unit, which is the word after them; years are none. `language` is ISO 639-1. */
export function quantitiesIn(words: Word[], language: string): Quantity[] {
  return words.flatMap((word, at) => {
    if (!word.isNumber || YEAR.test(word.word) || SKIPPED.has(word.meant)) return []
    // What may be two numbers contradicts nothing.
    const [number, other] = readNumber(word.word, language)
    if (number === undefined || other !== undefined || words[at - 1]?.isNumber) return []
    const factor = magnitudeOf(words[at + 1]?.word ?? '', language)
    const unitAt = at + (factor === undefined ? 1 : 2)
    const unit = words[unitAt]
    if (!word.currency && (!unit || !isUnit(unit))) return []
    // "240 000" are two words.
    if (words[at + 1]?.isNumber) return []
    const value = number * (factor ?? 1)
    const isRound = word.meant === 'roughly' || /^[1-9]\d?0*$/.test(String(number))
    const spread = value * (isRound ? ROUGHLY : EXACTLY)
    const low = word.meant === 'at most' ? 0 : value - spread
    const high = word.meant === 'at least' ? Number.POSITIVE_INFINITY : value + spread
    return [
      {
        low,
        high,
        unit: word.currency || (unit?.term ?? ''),
        words: { start: at, end: word.currency ? unitAt : unitAt + 1 },
      },
    ]
  })
}

/** Whether two quantities are of the same unit and, rounding and rough figures allowed for, different. */
export const differ = (a: Quantity, b: Quantity) => a.unit === b.unit && (a.low > b.high || b.low > a.high)
