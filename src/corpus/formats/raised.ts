/**
 * Raised and lowered characters, by one rule for all formats: the marks of notes go, exponents stay marked, fractions
 * stay fractions. Without it "240" with the note 1 would read 2401, and 10 to the sixth 106.
 *
 * Readers put such a stretch between marks that no text holds (Unicode's noncharacters), and `settleRaised` decides when
 * what stands before and behind it is known.
 */

export type Raise = 'super' | 'sub'
const START = { super: '\ufde0', sub: '\ufde2' }
const END = { super: '\ufde1', sub: '\ufde3' }

/** The mark before a raised or lowered stretch, for readers that see its beginning and its end apart. */
export const startOf = (raise: Raise): string => START[raise]
export const endOf = (raise: Raise): string => END[raise]
/** A stretch between its marks; as it is where it is not raised. */
export const markRaised = (content: string, raise: Raise | undefined): string =>
  raise === undefined || content === '' ? content : `${START[raise]}${content}${END[raise]}`
/** How a tag of HTML raises what it holds. */
export const raiseOfTag = (name: string): Raise | undefined =>
  name === 'sup' ? 'super' : name === 'sub' ? 'sub' : undefined

/** Two stretches of a kind that touch are one; marks without text are none. */
const TOUCHING = /\ufde1\ufde0|\ufde3\ufde2|\ufde0\s*\ufde1|\ufde2\s*\ufde3/g
/** With the digit before it, from which it is set apart. */
const FRACTION =
  /(\d?)\ufde0\s?(\d{1,3})\s?\ufde1\s?[/\u2044]\s?(?:\ufde2\s?(\d{1,3})\s?\ufde3|(\d{1,3})(?!\d))/g
const STRETCH = /[\ufde0\ufde2]([^\ufde0-\ufde3]{0,80})[\ufde1\ufde3]/g
const MARKS = /[\ufde0-\ufde3]/g

/** A text with all its raised and lowered stretches as they are read. */
export function settleRaised(text: string): string {
  if (!/[\ufde0-\ufde3]/.test(text)) return text
  const joined = text
    .replace(TOUCHING, '')
    .replace(
      FRACTION,
      (_, digit: string, over: string, under?: string, plain?: string) =>
        `${digit}${digit && ' '}${over}/${under ?? plain}`,
    )
  let settled = ''
  let from = 0
  for (const match of joined.matchAll(STRETCH)) {
    settled += joined.slice(from, match.index)
    const content = match[1] ?? ''
    settled += match[0].startsWith(START.super) ? raised(content, settled) : lowered(content)
    from = match.index + match[0].length
  }
  return (settled + joined.slice(from)).replace(MARKS, '')
}

const NOTE = /^[[(]?(?:\d{1,3}[a-z]?|[*†‡§¶#]{1,3})(?:\s?[,;–-]\s?\d{1,3})*[\])]?$/u
const NUMBER = /^[-−–+]?\d+(?:[.,]\d+)?[-+−]?$/
/** How far back the rule looks. UTF-16 code units. */
const REACH = 40
const TEN = /(?:^|[^\d.,])10$/
const UNIT = /(?<!\p{L})(?:[kcdmµμnh]?m|ft|in|yd|mi|ha|sec|min|rad|mol|lb|k?g|Pa|Hz)$/u
const VARIABLE = /(?<![\p{L}\p{N}'’])\p{L}$/u
const TERM_IN_BRACKETS = /\([^()]*[-+−*/=][^()]*\)$/

/** What a raised stretch is after what stands before it: an exponent, a part of the word, or nothing. */
function raised(content: string, before: string): string {
  const own = content.trim()
  const around = before.slice(-REACH)
  if (!/[\d*†‡§¶#]/u.test(own)) return content
  if (NUMBER.test(own) && isPower(own, around)) return asExponent(own)
  const isBehindSomething = /[\p{L}\p{N}\p{P}\p{S}]\s?$/u.test(around)
  const isLoneDigit = /(?:^|[^\d.,])\d$/.test(around)
  if (NOTE.test(own) && isBehindSomething && !isLoneDigit) return ''
  return isBehindSomething ? `^${own}` : content
}

const isPower = (own: string, around: string) =>
  TEN.test(around) ||
  VARIABLE.test(around) ||
  TERM_IN_BRACKETS.test(around) ||
  (UNIT.test(around) && /^[-−–]?[1-6]$/.test(own)) ||
  (/^[-−–]/.test(own) && /[\p{L}\d]$/u.test(around)) ||
  /^\d?[-+−]$/.test(own)

const RAISED = new Map([...'0123456789+-−–'].map((one, at) => [one, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻'][at] ?? one]))
const LOWERED = new Map([...'0123456789+-−'].map((one, at) => [one, [...'₀₁₂₃₄₅₆₇₈₉₊₋₋'][at] ?? one]))

const asExponent = (own: string) =>
  [...own].every((one) => RAISED.has(one)) ? [...own].map((one) => RAISED.get(one)).join('') : `^${own}`

/** Digits of formulas and indices: H₂O is no 2. */
function lowered(content: string): string {
  const own = content.trim()
  if (!/\d/.test(own)) return content
  return [...own].every((one) => LOWERED.has(one))
    ? [...own].map((one) => LOWERED.get(one)).join('')
    : `_${own}`
}
