/**
 * Numbers in a text, read by the rules of its language: "240.000" is another number in German than in English. The one
 * reader for the verification of answers, for quantities and for verdicts.
 */
import { languages } from './index.ts'
import type { LanguageRules } from './rules.ts'

/** A number of a text. Offsets are UTF-16 code units, the end exclusive. */
export type TextNumber = {
  start: number
  end: number
  text: string
  /** What it may be, the likeliest first; none for a date, a time or a version, which is only compared as written. */
  values: number[]
}

/** Digits of any script, with marks or single blanks between; then a fraction (½) or an exponent (10⁶, 10^6). */
const NUMERAL =
  /\p{Nd}+(?:[.,:/٫٬，．'’\u00a0\u202f\u2009 -]\p{Nd}+)*(?:\s?[¼-¾⅐-⅞]|⁻?[⁰¹²³⁴-⁹]+|\^[\u2212-]?\p{Nd}{1,3}|\^\([\u2212-]?\p{Nd}{1,3}\))?|[¼-¾⅐-⅞]/gu
const BLANK = /[\u00a0\u202f\u2009 ]/g
/** Blanks part a number only in threes: "2023 240 ships" are two. */
const BLANK_GROUPED = /^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/
const MAX_MAGNITUDE_LENGTH = 12
const MAGNITUDE = new RegExp(String.raw`^[\s\u00a0-]?([\p{L}]{1,${MAX_MAGNITUDE_LENGTH}})`, 'u')
const UNSPACED_MAGNITUDE = /^[千万萬亿億兆]/u
/** Letters that count as a magnitude or as a unit: metres, bytes. */
const AMBIGUOUS = new Set(['m', 'k', 'b'])
/** Rules of no language: marks are read in every way that makes a number. */
const ANY: LanguageRules = {
  decimalMarks: ['.', ',', '٫'],
  groupMarks: ['.', ',', ' ', '٬'],
  magnitudes: Object.assign({}, ...Object.values(languages).map(({ magnitudes }) => magnitudes)),
}
/** In every language: Switzerland's mark, and the blanks that CLDR writes. */
const EVERYWHERE = ["'", '’', ' ']

/** The numbers of a text in their order. `language` is ISO 639-1, or `und` where it is not known. */
export function numbersIn(text: string, language: string): TextNumber[] {
  return [...text.matchAll(NUMERAL)].flatMap((match) => {
    const written = inAscii(match[0])
    const pieces = piecesOf(written)
    let from = match.index
    return pieces.map((piece): TextNumber => {
      const start = from
      const end = start + piece.length
      from = end + 1
      const values = valuesOf(piece, text.slice(end, end + MAX_MAGNITUDE_LENGTH + 1), language)
      return { start, end, text: text.slice(start, end), values }
    })
  })
}

/** What a numeral may be, the likeliest first; none for what is no number. `language` as above. */
export const readNumber = (numeral: string, language: string): number[] =>
  readings(inAscii(numeral), language)

/** The factor of a word behind a number (`million`); undefined for any other. */
export const magnitudeOf = (word: string, language: string): number | undefined => {
  const { magnitudes } = own(language) ?? ANY
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

/** A date or time without its marks: 10:30 is 10.30. */
const digitsOf = ({ text }: TextNumber) => inAscii(text).replace(/\D+/g, ':')

const own = (language: string): LanguageRules | undefined =>
  Object.hasOwn(languages, language) ? languages[language] : undefined

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

/** With the magnitude behind it: "240 thousand" is not 240. */
function valuesOf(numeral: string, behind: string, language: string): number[] {
  const values = readings(numeral, language)
  // Chinese and Japanese put the unit right behind the magnitude: 240万吨.
  const unspaced = UNSPACED_MAGNITUDE.exec(behind)?.[0]
  const word = unspaced ?? MAGNITUDE.exec(behind)?.[1] ?? ''
  const factor = unspaced ? magnitudeOf(unspaced, 'zh') : magnitudeOf(word, language)
  if (factor === undefined) return values
  const scaled = values.map((value) => value * factor)
  return AMBIGUOUS.has(word.toLowerCase()) ? [...scaled, ...values] : scaled
}

function readings(numeral: string, language: string): number[] {
  const [, digits = '', rest = ''] = /^([\d.,:/٫٬'’ -]*\d)?\s?(.*)/s.exec(numeral) ?? []
  if (rest !== '') return withRest(digits, rest, language)
  const known = own(language)
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
function readWith(digits: string, { decimalMarks, groupMarks }: LanguageRules): number[] {
  if (/^\d+$/.test(digits)) return [Number(digits)]
  const groups = [...groupMarks, ...EVERYWHERE]
  const asWhole = groups.flatMap((mark) => wholeNumber(digits, mark))
  const asFraction = decimalMarks.flatMap((mark) => {
    const at = digits.lastIndexOf(mark)
    if (at < 0 || !/^\d+$/.test(digits.slice(at + 1))) return []
    const before = digits.slice(0, at)
    const whole = /^\d+$/.test(before)
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
  const inThrees = first.length <= 3 && others.every((part) => part.length === 3)
  const inTwos =
    first.length <= 2 && others.at(-1)?.length === 3 && others.slice(0, -1).every((part) => part.length === 2)
  return inThrees || inTwos ? [Number(parts.join(''))] : []
}
