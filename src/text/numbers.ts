/**
 * Numbers in a text, read by the rules of its language: "240.000" is another number in German than in English. The one
 * reader for the verification of answers, for quantities and for verdicts.
 */
import { allOf } from '../languages/all.ts'
import { rulesOf } from '../languages/index.ts'
import type { NumberRules } from '../languages/rules.ts'
import { labelAt } from './labels.ts'

/** A number of a text. Offsets are UTF-16 code units, the end exclusive. */
export type TextNumber = {
  start: number
  end: number
  text: string
  /** What it may be, the likeliest first; none for a date, a time or a version, which is only compared as written. */
  values: number[]
  /** The name that the digits are a part of (COVID-19): such ones count nothing. */
  label?: string
}

/** Digits of any script, with marks or single blanks between; then a fraction (½) or an exponent (10⁶, 10^6). */
const NUMERAL =
  /(?:(?<![\p{L}\p{N}.])\.)?\p{Nd}+(?:[.,:/٫٬，．'’\u00a0\u202f\u2009 -]\p{Nd}+)*(?:\s?[¼-¾⅐-⅞]|⁻?[⁰¹²³⁴-⁹]+|\^[\u2212-]?\p{Nd}{1,3}|\^\([\u2212-]?\p{Nd}{1,3}\))?|[¼-¾⅐-⅞]/gu
const BLANK = /[\u00a0\u202f\u2009 ]/g
/** Blanks part a number only in threes: "2023 240 ships" are two. */
const BLANK_GROUPED = /^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/
/** What is read behind a number. UTF-16 code units. */
const REACH = 30
const MAGNITUDE = /^[\s\u00a0-]?(?:de )?(\p{L}{1,15})(?!\p{L})/u
const UNSPACED_MAGNITUDE = new RegExp(
  `^(?:${allOf((rules) => (rules.isUnspaced ? rules.numbers : null))
    .flatMap(({ magnitudes }) => Object.keys(magnitudes))
    .join('|')})`,
  'u',
)
/** What stands between two numbers that share the magnitude of the second: "3 to 5 million", "$3–$5 million". */
const SHARED = /^\s?(?:[-–—]|\p{L}{1,4})\s?\p{Sc}?$/u
/** Letters that count as a magnitude or as a unit: metres, bytes. */
const AMBIGUOUS = new Set(['m', 'k', 'b'])
/** Rules of no language: marks are read in every way that makes a number. */
const ANY: NumberRules = {
  decimalMarks: ['.', ',', '٫'],
  groupMarks: ['.', ',', ' ', '٬'],
  magnitudes: Object.assign({}, ...allOf(({ numbers }) => numbers.magnitudes)),
}
/** In every language: Switzerland's mark, and the blanks that CLDR writes. */
const EVERYWHERE = ["'", '’', ' ']

/** The numbers of a text in their order. `language` is ISO 639-1, or `und` where it is not known. */
export function numbersIn(text: string, language: string): TextNumber[] {
  const found = [...text.matchAll(NUMERAL)].flatMap((match) => {
    let from = match.index
    return piecesOf(inAscii(match[0])).map((piece): Scaled => {
      const start = from
      const end = start + piece.length
      from = end + 1
      const { factor, length, isCertain } = magnitudeBehind(text.slice(end, end + REACH), language)
      const plain = readings(piece, language)
      const scaled = plain.map((value) => value * factor)
      const values = isCertain ? scaled : [...scaled, ...plain]
      const label = labelAt(text, start, end, length > 0)
      const place = { start, end, text: text.slice(start, end) }
      return { ...place, values, ...(label && { label }), factor, until: end + length }
    })
  })
  return inOne(found, text).map((number, at, all) => withShared(number, all[at + 1], text))
}

/** With the factor behind the number, and where that ends. */
type Scaled = TextNumber & { factor: number; until: number }

/** 3亿5000万 is one number: each part follows the magnitude of the one before, which is the larger. */
function inOne(numbers: Scaled[], text: string): Scaled[] {
  const joined: Scaled[] = []
  for (const next of numbers) {
    const last = joined.at(-1)
    const [high, low] = [last?.values[0], next.values[0]]
    const isPart =
      last && last.until === next.start && last.until > last.end && last.factor > (low ?? Infinity)
    if (isPart && high !== undefined && low !== undefined) {
      const { end, until, factor } = next
      joined[joined.length - 1] = {
        ...{ start: last.start, end, until, factor },
        ...{ text: text.slice(last.start, end), values: [high + low] },
      }
    } else joined.push(next)
  }
  return joined
}

/** In "3 to 5 million" the 3 may be three million. */
function withShared(
  { factor, until, ...number }: Scaled,
  next: Scaled | undefined,
  text: string,
): TextNumber {
  if (!next || factor !== 1 || next.factor === 1 || !SHARED.test(text.slice(number.end, next.start)))
    return number
  return { ...number, values: [...number.values, ...number.values.map((value) => value * next.factor)] }
}

/** What a numeral may be, the likeliest first; none for what is no number. `language` as above. */
export const readNumber = (numeral: string, language: string): number[] =>
  readings(inAscii(numeral), language)

/** The factor of a word behind a number (`million`); undefined for any other. */
export const magnitudeOf = (word: string, language: string): number | undefined => {
  const { magnitudes } = rulesOf(language)?.numbers ?? ANY
  const key = word.toLowerCase()
  return Object.hasOwn(magnitudes, key) ? magnitudes[key] : undefined
}

/** Whether two numbers may be the same. */
export const mayBeSame = (one: TextNumber, other: TextNumber): boolean =>
  one.values.length === 0 || other.values.length === 0
    ? digitsOf(one) === digitsOf(other)
    : one.values.some((value) => other.values.some((known) => isEqual(value, known)))

/** Sums of binary fractions differ in their last places. */
const isEqual = (one: number, other: number) =>
  Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other))

/** A date or time without its marks: 09:30 is 9.30. */
const digitsOf = ({ text }: TextNumber) =>
  inAscii(text)
    .replace(/\D+/g, ':')
    .replace(/\b0+(?=\d)/g, '')

/** Digits of other scripts as ASCII ones, of the same length in UTF-16 where they are in the basic plane. */
const inAscii = (text: string) =>
  text
    .replace(/\p{Nd}/gu, (digit) =>
      /[0-9]/.test(digit) ? digit : String(digitValue(digit)).padEnd(digit.length),
    )
    .replaceAll('，', ',')
    .replaceAll('．', '.')
    .replace(BLANK, ' ')
    // The sign of an exponent is no dash between two numbers.
    .replace(/(?<=\^\(?)-/g, '\u2212')

/** Unicode's decimal digits stand in runs of ten, each of which begins with its zero. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1
  return code - zero
}

/** The numbers of a run: blanks, dashes and slashes part it unless they belong to one number. */
function piecesOf(run: string): string[] {
  if (BLANK_GROUPED.test(run) || !/[ /-]/.test(run)) return [run]
  const [first = '', ...others] = run.split(/([ /-])/)
  const pieces = [first]
  for (let at = 0; at < others.length; at += 2) {
    const [mark, next = ''] = [others[at], others[at + 1]]
    const joined = `${pieces.at(-1)} ${next}`
    if (mark === ' ' && BLANK_GROUPED.test(joined)) pieces[pieces.length - 1] = joined
    else pieces.push(next)
  }
  return pieces
}

/** The product of the words that multiply a number ("mil millones", 万亿), and their length in UTF-16 code units. */
function magnitudeBehind(behind: string, language: string) {
  let [factor, length, isCertain] = [1, 0, true]
  for (;;) {
    const rest = behind.slice(length)
    // Chinese and Japanese put the unit right behind the magnitude: 240万吨.
    const unspaced = UNSPACED_MAGNITUDE.exec(rest)?.[0]
    const [whole = '', word = ''] = unspaced ? [unspaced, unspaced] : (MAGNITUDE.exec(rest) ?? [])
    const found = word && magnitudeOf(word, unspaced ? 'zh' : language)
    if (!found || (length > 0 && AMBIGUOUS.has(word.toLowerCase()))) return { factor, length, isCertain }
    factor *= found
    length += whole.length
    isCertain &&= !AMBIGUOUS.has(word.toLowerCase())
  }
}

function readings(numeral: string, language: string): number[] {
  const [, digits = '', rest = ''] = /^([\d.,:/٫٬'’ -]*\d)?\s?(.*)/s.exec(numeral) ?? []
  if (rest !== '') return withRest(digits, rest, language)
  const known = rulesOf(language)?.numbers
  const found = known ? readWith(digits, known) : []
  return found.length > 0 ? found : readWith(digits, ANY)
}

/** A fraction is added, an exponent is applied. */
function withRest(digits: string, rest: string, language: string): number[] {
  const whole = digits === '' ? [0] : readings(digits, language)
  const fraction = /^[¼-¾⅐-⅞]$/.test(rest) ? fractionOf(rest) : undefined
  if (fraction !== undefined) return whole.map((value) => value + fraction)
  const exponent = Number(
    rest
      .normalize('NFKC')
      .replace(/[\^()]/g, '')
      .replace('\u2212', '-'),
  )
  return whole.map((base) => base ** exponent)
}

function fractionOf(character: string): number | undefined {
  const [over, under] = character.normalize('NFKC').split('\u2044').map(Number)
  return over !== undefined && under ? over / under : undefined
}

/** Each way in which the marks make a number: thousands in threes (in India, in twos before them), one fraction. */
function readWith(digits: string, { decimalMarks, groupMarks }: NumberRules): number[] {
  if (/^\d+$/.test(digits)) return [Number(digits)]
  const groups = [...groupMarks, ...EVERYWHERE]
  const asWhole = groups.flatMap((mark) => wholeNumber(digits, mark))
  const asFraction = decimalMarks.flatMap((mark) => {
    const at = digits.lastIndexOf(mark)
    if (at < 0 || !/^\d+$/.test(digits.slice(at + 1))) return []
    const before = digits.slice(0, at)
    const whole = /^\d*$/.test(before)
      ? [Number(before)]
      : groups.flatMap((group) => (group === mark ? [] : wholeNumber(before, group)))
    return whole.map((value) => Number(`${value}.${digits.slice(at + 1)}`))
  })
  return [...new Set([...asWhole, ...asFraction])]
}

function wholeNumber(digits: string, mark: string): number[] {
  const parts = digits.split(mark)
  if (parts.length < 2 || !parts.every((part) => /^\d+$/.test(part))) return []
  const [first = '', ...others] = parts
  // 0.500 is no five hundred.
  if (first.startsWith('0')) return []
  const inThrees = first.length <= 3 && others.every((part) => part.length === 3)
  const inTwos =
    first.length <= 2 && others.at(-1)?.length === 3 && others.slice(0, -1).every((part) => part.length === 2)
  return inThrees || inTwos ? [Number(parts.join(''))] : []
}
