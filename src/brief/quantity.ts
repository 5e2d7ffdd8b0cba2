/** The quantities of a clause, as ranges with a unit, and whether two cannot both be right. */
import type { Span } from '../corpus/document.ts'

/** A word of a clause, with its index term. */
export type Word = { term: string; word: string; isName: boolean; isNumber: boolean }

/** `words` are the places of the number and its unit in the clause. */
export type Quantity = { low: number; high: number; unit: string; words: Span }

const MAGNITUDES = new Map<string, number>(
  Object.entries({
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    tausend: 1e3,
    millionen: 1e6,
    milliarden: 1e9,
    mil: 1e3,
    millones: 1e6,
    mille: 1e3,
    millions: 1e6,
    milliards: 1e9,
    тысяч: 1e3,
    миллионов: 1e6,
    миллиардов: 1e9,
    万: 1e4,
    亿: 1e8,
  }),
)
const YEAR = /^(?:1\d|20)\d\d$/
const NUMBER = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/
/** "About", "more than", "up to" and the like make any number a bound or a rough one. */
const ROUGHLY = 0.15
/** Two figures as exact as these differ by more than rounding. */
const EXACTLY = 0.02

const isUnit = (word: Word | undefined) => word !== undefined && !word.isNumber && !word.isName

/** The numbers that have a unit, which is the word after them; years are none. */
export function quantitiesIn(words: Word[]): Quantity[] {
  return words.flatMap((word, at) => {
    if (!word.isNumber || !NUMBER.test(word.word) || YEAR.test(word.word)) return []
    const factor = MAGNITUDES.get(words[at + 1]?.word.toLowerCase() ?? '')
    const unitAt = at + (factor === undefined ? 1 : 2)
    const unit = words[unitAt]
    if (!unit || !isUnit(unit) || words[at - 1]?.isNumber) return []
    const value = Number(word.word.replaceAll(',', '')) * (factor ?? 1)
    const spread = value * (/^[1-9]\d?0*$/.test(word.word.replaceAll(',', '')) ? ROUGHLY : EXACTLY)
    return [
      { low: value - spread, high: value + spread, unit: unit.term, words: { start: at, end: unitAt + 1 } },
    ]
  })
}

/** Whether two quantities are of the same unit and, rounding and rough figures allowed for, different. */
export const differ = (a: Quantity, b: Quantity) => a.unit === b.unit && (a.low > b.high || b.low > a.high)
