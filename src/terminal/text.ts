/** Text for a terminal: coloured only when it is one, and safe from what documents hold. */
import { styleText } from 'node:util'
import wrapAnsi from 'wrap-ansi'
import { visible } from '../text/characters.ts'
import { UNSPACED } from '../text/unspaced.ts'

export type Look = { colour: boolean; width: number }
type Style = Parameters<typeof styleText>[0]

/** Wider lines are hard to read. */
const MAX_WIDTH = 100
const QUOTED = '│ '
const BLANK = /[\t\v\f\r]+/g

/** A text from outside, safe to print; line feeds stay. */
export const plain = (text: string) => visible(text.replace(BLANK, ' '))

/** In a style, where the terminal has colours. */
export const paint = (look: Look, style: Style, text: string) =>
  look.colour ? styleText(style, text, { validateStream: false }) : text

/** A text from outside, wrapped. */
export const wrap = (text: string, look: Look, indent = 0) => wrapSafe(plain(text), look, indent)

/**
 * Wraps by columns (East Asian characters take two) at white space; the first line keeps its leading blanks, further
 * ones are indented by `indent` spaces. Where words have no blanks between them, lines may break anywhere.
 */
export function wrapSafe(text: string, look: Look, indent: number): string {
  const lead = /^ */.exec(text)?.[0] ?? ''
  const columns = Math.min(look.width, MAX_WIDTH) - Math.max(lead.length, indent)
  const wrapped = wrapAnsi(text.trim().replace(/\s+/g, ' '), columns, { hard: UNSPACED.test(text) })
  return `${lead}${wrapped.replaceAll('\n', `\n${' '.repeat(indent)}`)}`
}

/** What a document says, safe already, behind a bar: it could read like the program's own lines. */
export const wrapQuoted = (text: string, look: Look): string =>
  wrapSafe(text, { ...look, width: Math.min(look.width, MAX_WIDTH) - QUOTED.length }, 0).replace(
    /^/gm,
    QUOTED,
  )
