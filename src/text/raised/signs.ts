/** Raised and lowered text in plain characters: in Unicode's own where it has them, else marked with `^` or `_`. */

const RAISED = new Map(
  [...'0123456789+-\u2010\u2011\u2012\u2013\u2212ni'].map((sign, at) => [
    sign,
    [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁻⁻⁻ⁿⁱ'][at] ?? sign,
  ]),
)
const LOWERED = new Map(
  [...'0123456789+-\u2010\u2011\u2012\u2013\u2212'].map((sign, at) => [
    sign,
    [...'₀₁₂₃₄₅₆₇₈₉₊₋₋₋₋₋₋'][at] ?? sign,
  ]),
)
const VULGAR = new Map(
  [...'½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒'].map((sign) => [sign.normalize('NFKD').replace('⁄', '/'), sign]),
)

const inSigns = (text: string, signs: Map<string, string>): string | undefined => {
  const found = [...text.replace(/\s/g, '')].map((character) => signs.get(character))
  return found.includes(undefined) ? undefined : found.join('')
}

/** An exponent: 10⁶, x^a, 2^(n+1). */
export const power = (text: string, after: string): string => inSigns(text, RAISED) ?? caret(text, after)

/** The same where it may be no exponent: 15^2. */
export const caret = (text: string, after: string): string => `^${bracketed(text, after)}`

/** An index: CO₂, x_i, Tmax. It never becomes part of a number. */
export function lower(text: string, before: string, after: string): string {
  const signs = inSigns(text, LOWERED)
  if (signs !== undefined) return signs
  const isVariable = /(?<!\p{L})\p{L}$/u.test(before) && /^\p{L}$/u.test(text)
  const isFormula = text.length <= 12 && /[+\u2212=<>≤≥≠]/.test(text)
  const isGlued = /\p{N}$/u.test(before) && /^\p{N}/u.test(text)
  const runsOn = /\p{N}$/u.test(text) && /^\p{N}/u.test(after)
  return isVariable || isFormula || isGlued || runsOn ? `_${bracketed(text, after)}` : withLowDigits(text)
}

/** The digits of an index with letters: a1 below x is xa₁. */
const withLowDigits = (text: string) =>
  /^\p{L}+\d+$/u.test(text) ? text.replace(/\d/g, (digit) => LOWERED.get(digit) ?? digit) : text

/** A fraction such as `1/2`, which is never part of the number before it: 1½, 1 3/16. */
export function fractionOf(text: string, before: string, after: string): string {
  const sign = VULGAR.get(text)
  if (sign) return sign
  return `${/\p{N}$/u.test(before) && /^\p{N}/u.test(text) ? ' ' : ''}${text}${/\p{N}$/u.test(text) && /^\p{N}/u.test(after) ? ' ' : ''}`
}

/** In brackets where it would not be clear where it ends. */
const bracketed = (text: string, after: string) =>
  BRACKETS.test(text) ||
  (/^[\p{L}\p{M}\p{N}]+$/u.test(text) && isWhole(text) && !/^[\p{L}\p{N}]/u.test(after))
    ? text
    : `(${text})`
const BRACKETS = /^\([^()]*\)$/
const isWhole = (text: string) => [...text].length === 1 || /^\p{Nd}+$/u.test(text)
