/** What stands before a raised number: something that has powers, or something that has notes. */

import { allWords } from '../../languages/all.ts'
import { UNSPACED } from '../unspaced.ts'

/**
 * `start`: nothing; `none`: a sign or an opening mark; `ten` and `variable`: their powers are usual; `power`: an exponent
 * that goes on; `unit`: its squares and cubes are usual; `small`: a number below a hundred, which can have either;
 * `noted`: a word, a year, any larger number, or what ends a phrase.
 */
export type Base = 'start' | 'none' | 'ten' | 'variable' | 'power' | 'unit' | 'small' | 'noted'

const CLOSING = /[.,;:!?…"'”’»›。，、；：！？」』）)\]}％%‰°′″€$£¥¢®™©]$/u
/** What only formulas have within brackets. */
const FORMULA = /[+=×·*^√]|(?<!\p{L})\p{L}(?!\p{L})/u
const IN_NUMBER = /[\p{Nd}.,'’٫٬·\u00a0\u202f]/u
/** A letter before a number, as in G20 and COVID-19. */
const LETTER = /\p{L}[-\u2010\u2011]?$/u
const TIMES = /(?:^|[\p{Nd}\s])[xхX]$/u
const OPERATOR_BEFORE = /[=×·*+\u2212^√≈≤≥<>]\s*$/u
const OPERATOR_AFTER = /^\s*[=×·*+^≈≤≥]/u
const IN_WORD = /[\p{L}\p{M}]/u
const UNITS = new Set(
  `m km cm mm dm hm dam nm pm fm µm μm Mm Gm Nm Sm s ms µs μs ns min h hr kg g mg J K W N Pa V A C Hz Mpc kpc pc au ly`
    .split(' ')
    .concat(...allWords(({ numbers }) => numbers.units)),
)
/** What stands before a unit: a number, a slash, `per`. */
const MEASURED = /(?:\p{N}\s?|[/·⋅]|\bper\s)$/u
/** The number of a decade: in the 1990s. */
const DECADE = /\p{Nd}{3}0['’]?$/u
/** Words whose powers are usual. */
const VARIABLES = new Set(
  'sin cos tan cot sec sinh cosh tanh log ln lg det chi eta CO NO SO NH CH PO'.split(' '),
)
/** Letters without a vowel, or with Greek ones among them, are no word: mc, πr. */
const PRODUCT = /^(?:[b-df-hj-np-tv-xz]{2,3}|(?=.*\p{Script=Greek})(?=.*\p{Script=Latin})\p{L}{2,3})$/u

const ELEMENTS =
  /^(?:\s?_?(?:He|Li|Be|Ne|Na|Mg|Al|Si|Cl|Ar|Ca|Sc|Ti|Cr|Mn|Fe|Co|Ni|Cu|Zn|Ga|Ge|As|Se|Br|Kr|Rb|Sr|Zr|Nb|Mo|Tc|Ru|Rh|Pd|Ag|Cd|In|Sn|Sb|Te|Xe|Cs|Ba|La|Ce|Pr|Nd|Pm|Sm|Eu|Gd|Tb|Dy|Ho|Er|Tm|Yb|Lu|Hf|Ta|Re|Os|Ir|Pt|Au|Hg|Tl|Pb|Bi|Po|At|Rn|Fr|Ra|Ac|Th|Pa|Np|Pu|Am|Cm|[HBCNOFPSKVYIWU]))(?!\p{L})/u

/** Whether a text begins with the symbol of a chemical element, perhaps behind its other number. */
export const isElement = (after: string): boolean =>
  !/^\s/.test(after) && ELEMENTS.test(after.replace(/^\p{Nd}{1,3}/u, ''))

/** What a raised number stands at. `before` is settled text; both are its neighbourhood only. */
export function baseOf(before: string, after: string): Base {
  const text = before.trimEnd()
  if (text === '') return 'start'
  if (/[⁰¹²³⁴-⁹ⁿⁱ⁺⁻]$/u.test(text)) return 'power'
  if (/(?<!\p{L})\p{L}[₀-₉]+$/u.test(text)) return 'variable'
  if (text.endsWith(')') && isFormula(text.slice(text.lastIndexOf('(') + 1, -1))) return 'variable'
  if (CLOSING.test(text) || /[₀-₉]$/u.test(text)) return 'noted'
  if (/\p{Nd}$/u.test(text)) return numberBase(text, after)
  return /[\p{L}\p{M}]$/u.test(text) ? wordBase(text) : /\p{N}$/u.test(text) ? 'noted' : 'none'
}

const isFormula = (inner: string) => FORMULA.test(inner) && !/\p{L}{2}|\)/u.test(inner)

/** The end of a text, as far as its characters are of one kind. */
export function endOf(text: string, kind: RegExp): string {
  let at = text.length
  while (at > 0 && kind.test(text[at - 1] ?? '')) at -= 1
  return text.slice(at)
}

/** The letters that a text ends in. */
export const wordAtEnd = (text: string): string => endOf(text, IN_WORD)

function numberBase(text: string, after: string): Base {
  const number = endOf(text, IN_NUMBER).replace(/^\P{Nd}+/u, '')
  const around = text.slice(0, text.length - number.length)
  const isTimes = TIMES.test(around)
  if (LETTER.test(around) && !isTimes) return 'noted'
  if (/(?:^|[.,·])10$/.test(number)) return 'ten'
  if (isTimes || OPERATOR_BEFORE.test(around) || OPERATOR_AFTER.test(after)) return 'variable'
  return /^\p{Nd}{1,2}$/u.test(number) ? 'small' : 'noted'
}

function wordBase(text: string): Base {
  const word = wordAtEnd(text)
  const around = text.slice(0, text.length - word.length)
  if (word === 's' && DECADE.test(around)) return 'noted'
  const isMeasure = MEASURED.test(around)
  if (UNITS.has(word) && (isMeasure || !/^in$|^.$|^ft$/u.test(word))) return 'unit'
  if (VARIABLES.has(word) || PRODUCT.test(word) || /[=+×·*/\u2212√]\s?$/u.test(around)) return 'variable'
  return [...word].length === 1 && !UNSPACED.test(word) ? 'variable' : 'noted'
}
