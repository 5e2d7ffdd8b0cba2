/** What a raised or lowered text is: a note's mark, an exponent, an index, a part of a fraction or of a word. */
import { anyOf } from '../../languages/all.ts'
import { baseOf, isElement, wordAtEnd } from './base.ts'
import { caret, fractionOf, lower, power } from './signs.ts'

/**
 * `note` is one by its own markup or its link; `linked` has a link in it; `power` is one of a formula; `anchor` is a
 * link within its page that stands on the line.
 */
export type Shift = 'raised' | 'lowered' | 'note' | 'linked' | 'power' | 'fraction' | 'anchor'
/** The settled text before it and the text after it, as far as they matter. */
type Around = { shift: Shift; before: string; after: string }

const ONE_MARK = /^\p{Nd}{0,4}(?:[ivx]{1,5}|\p{L})?(?:[*∗⁎†‡§¶‖#↩↑]|\ufe0e)*[.)]?$/u
/** The page of a note: `:207`, `:p. 234`. */
const PAGE = /^:\s?(?:pp?\.|S\.)?\s?\d{1,4}(?:[–-]\d{1,4})?$/u
const IN_BRACKETS = /^(?:[[(][^[\]()]{1,24}[\])][\s,]?)+$/
/** In UTF-16 code units; a longer text is no mark. */
const MAX_MARK = 60
const DIGITS = /^\p{Nd}+$/u
const CHARGE = /^(?:[+\u2010-\u2013\u2212-]\p{Nd}{0,4}|\p{Nd}{1,3}[+\u2010-\u2013\u2212-])$/u
const SYMBOLS = /^[*∗⁎†‡§¶‖#]+$/u
const WORD = /^\p{L}[\p{L}\p{M}.]*$/u
const FORMULA = /^(?=.*[\p{Nd}+*/=\u2010-\u2013\u2212-])[\p{L}\p{Nd}+*/=().,\s\u2010-\u2013\u2212-]{2,16}$/u
const BRACKETED = /^[[(]/
/** A power, and the mark of a note behind it: `2[3]`. */
const POWER_AND_MARK = /^(\p{Nd}{1,3})\s?(?:\[[^[\]]{1,24}\]\s?){1,9}$/u
/** Powers of units. */
const UNIT_POWER = /^[2346]$/
/** What follows a number up to ninety-nine, as in "the 3<sup>rd</sup>" and "2<sup>e</sup>". */
const ORDINAL = new RegExp(`^(?:${anyOf(({ numbers }) => numbers.ordinals)})\\.?$`, 'iu')
const WHOLE = /(?<![\p{N}.,])\p{Nd}{1,4}[.)]?$/u
const SMALL_WHOLE = /(?<![\p{N}.,])\p{Nd}{1,2}[.)]?$/u
/** Letters that end an abbreviation: Dr, Mᵉ, nᵒ, Sᵗ. */
const ABBREVIATED = /^[eorstad]$/u
const NOTE_LETTER = /^[a-h]$/u
const EXPONENT_LETTER = /^[nijkmxyz]$/u
const SIGNS = new Map([
  ['tm', '™'],
  ['sm', '℠'],
])

/** Whether a text can be a note's mark: a number, a letter or a symbol, several of them, or anything short in brackets. */
export const isMarkText = (text: string): boolean =>
  text.length <= MAX_MARK &&
  (IN_BRACKETS.test(text) || PAGE.test(text) || text.split(/[,;\s–-]/).every((part) => ONE_MARK.test(part)))

/** What a shifted text becomes; undefined for the mark of a note. */
export function decide(text: string, around: Around): string | undefined {
  const { shift, before, after } = around
  if (shift === 'fraction') return fractionOf(text, before, after)
  if (shift === 'lowered') return lower(text, before, after)
  if (shift === 'power') return power(text, after)
  if (isIsotope(text, around)) return power(text, after)
  if (shift === 'note' && isMarkText(text)) return undefined
  if (isDegree(text, around)) return '°'
  if (CHARGE.test(text)) return power(text, after)
  const [, marked] = POWER_AND_MARK.exec(text) ?? []
  if (marked !== undefined) return decide(marked, around)
  if (isNumerator(text, around)) return `${/\p{N}$/u.test(before) ? ' ' : ''}${text}`
  if (WORD.test(text)) return word(text, around)
  if (DIGITS.test(text)) return number(text, around)
  if (isMarkText(text)) return mark(text, around)
  return FORMULA.test(text) ? caret(text, after) : smallPrint(text, around)
}

const isIsotope = (text: string, { before, after }: Around) =>
  (before === '' ? /^\p{Nd}{2,3}$/u : DIGITS).test(text) &&
  /(?:^|[\s([{“"‘/–-])$/.test(before) &&
  isElement(after)

/**
 * The number above a slash that is not lowered: ¹/n. It stands alone, or at a digit when the fraction is less than one;
 * at any other it may be a power (2²/n), at a word or a year a note's mark.
 */
function isNumerator(text: string, { before, after }: Around): boolean {
  const [, under] = /^\s?[/⁄]\s?([\p{L}\p{N}]{1,9})/u.exec(after) ?? []
  if (under === undefined || !DIGITS.test(text)) return false
  if (/(?:^|[\s([{=<>+\u2212–-])$/u.test(before)) return true
  return /(?<![\p{L}\p{N}.,])\p{Nd}$/u.test(before) && Number(text) < Number(under)
}

const isDegree = (text: string, { before, after }: Around) =>
  /^[o0º]$/.test(text) && /\p{Nd}\s?$/u.test(before) && /^\s?[CF](?!\p{L})/u.test(after)

function number(text: string, { shift, before, after }: Around): string | undefined {
  const base = baseOf(before, after)
  if (base === 'start') return undefined
  if (base === 'ten' || base === 'variable' || base === 'power') return power(text, after)
  if (base === 'none') return shift === 'linked' ? undefined : power(text, after)
  if (base === 'unit') return UNIT_POWER.test(text) ? power(text, after) : undefined
  if (shift === 'linked') return undefined
  return base === 'small' || text.length > 3 ? caret(text, after) : undefined
}

/** Symbols, lists and what stands in brackets. */
function mark(text: string, { before, after }: Around): string | undefined {
  const base = baseOf(before, after)
  if (base === 'variable' && SYMBOLS.test(text)) return text
  const isPower = base === 'unit' && /^[2346]\b/.test(text)
  const isExponent = isPower || base === 'ten' || base === 'variable' || base === 'none'
  return isExponent && (BRACKETED.test(text) || /^\p{Nd}/u.test(text)) ? caret(text, after) : undefined
}

function word(text: string, around: Around): string | undefined {
  const { before, after } = around
  const letters = wordAtEnd(before)
  const sign = letters === '' ? undefined : SIGNS.get(text.toLowerCase())
  if (sign) return sign
  if (isOrdinal(text, before)) return text
  if ([...text].length > 1) return text
  if (letters !== '') return letterAfterWord(text, letters, after)
  if (/\p{N}$/u.test(before)) return letterAfterNumber(text, around)
  if (before === '') return /^(?:\s|\p{Lu})/u.test(after) ? undefined : text
  return NOTE_LETTER.test(text) && !/^\p{L}/u.test(after) ? undefined : text
}

/** 3rd, 2e, 1.º; of whole numbers, and with "a" and "o" only of small ones. */
const isOrdinal = (text: string, before: string) =>
  ORDINAL.test(text) && (/^[ao]$/i.test(text) ? SMALL_WHOLE : WHOLE).test(before)

function letterAfterNumber(text: string, { before, after }: Around): string | undefined {
  if (EXPONENT_LETTER.test(text)) return power(text, after)
  return NOTE_LETTER.test(text) && baseOf(before, after) === 'noted' ? undefined : caret(text, after)
}

/** One letter: of an abbreviation or ordinal (Mᵉ, XIXᵉ), of an exponent (xⁿ), or a note's. */
function letterAfterWord(text: string, letters: string, after: string): string | undefined {
  // In the middle of a word it is only drawn so: LaTeX.
  if (/^\p{L}/u.test(after)) return text
  const isAbbreviation = letters.length <= 3 && letters !== letters.toLowerCase()
  const isOrdinal = /^[IVXLC]+$/.test(letters)
  if (ABBREVIATED.test(text) && (isAbbreviation || isOrdinal || letters === 'n')) return text
  return letters.length > 3 && NOTE_LETTER.test(text) ? undefined : power(text, after)
}

/** Longer text is only small; it must not become part of a number or word before or after it. */
function smallPrint(text: string, { before, after }: Around): string {
  const isGlued = /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(text)
  const runsOn = /[\p{L}\p{N}]$/u.test(text) && /^[\p{L}\p{N}]/u.test(after)
  return `${isGlued ? ' ' : ''}${text}${runsOn ? ' ' : ''}`
}
