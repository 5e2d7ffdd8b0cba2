/** Digits that are part of a name: COVID-19, 5G, H2O. They count nothing, so no quantity is borne out by them. */

const BEFORE = /([\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{1,15})([-\u2010\u2011]?)$/u
const AFTER = /^\p{Lu}(?![\p{L}\p{N}])/u
const YEAR = /^(?:1\p{Nd}|20)\p{Nd}{2}$/u
/** What is written against a number without naming it; currencies by their codes besides. */
const NO_NAMES = new Set(['rs', 'r', 'fr', 'kr', 'us', 'no', 'nr', 'p', 'x', 'ca'])
const currencies = new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()))
/** UTF-16 code units. */
const REACH = 16

/**
 * The name that the digits at `start` to `end` (UTF-16 code units) belong to, with them; undefined for a number.
 * `isScaled` says that the letter behind them is a magnitude.
 */
export function labelAt(text: string, start: number, end: number, isScaled: boolean): string | undefined {
  const digits = text.slice(start, end)
  const [, name = '', hyphen] = BEFORE.exec(text.slice(Math.max(0, start - REACH), start)) ?? []
  const isName = name !== '' && !NO_NAMES.has(name.toLowerCase()) && !currencies.has(name.toLowerCase())
  // "mid-2023" and "under-18" hold numbers.
  if (isName && (!hyphen || (/^\p{Lu}/u.test(name) && !YEAR.test(digits)))) return `${name}${digits}`
  const letter = isScaled ? undefined : AFTER.exec(text.slice(end, end + 3))?.[0]
  return letter && `${digits}${letter}`
}

/** Whether a text holds a name, however it is joined: Covid 19, CO₂. */
export function holdsLabel(text: string, label: string): boolean {
  const [within, sought] = [compact(text), compact(label)]
  const at = within.indexOf(sought)
  return at >= 0 && !/^\p{Nd}/u.test(within.slice(at + sought.length))
}

const compact = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u2010\u2011-]+/gu, '')
