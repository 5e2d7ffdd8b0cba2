/** Characters with places → lines of text, in the order in which they are read. */

import { type Shift, settle, shifted } from '../../text/raised/raised.ts'
import { splitColumns } from './columns.ts'
import type { Glyph } from './glyphs.ts'
import { median } from './matrix.ts'
import { groupLines, RIGHT_TO_LEFT, type Segment, segmentsOf } from './segments.ts'

export type Line = {
  text: string
  /** Where the parts begin that stand far apart, as the cells of a table do; one at least. */
  cells: { text: string; left: number }[]
  left: number
  right: number
  y: number
  size: number
  /** The width of its first word. */
  firstWord: number
  /** Lines of one column of one page stand together. */
  column: number
}

/** In letters' sizes: gaps that are spaces, and gaps between cells. */
const [SPACE, CELL_GAP] = [0.16, 1.3]
/** Raised and lowered letters: smaller than the line's by this factor, and moved by at least this part of them. */
const [SHIFTED_SIZE, MIN_RISE, MIN_DROP] = [0.9, 0.15, 0.08]
/** They stand a little apart from what they belong to. In letters' sizes. */
const SHIFTED_GAP = 0.2
/** Letters without a meaning of their own: each font draws what it likes there. */
const PRIVATE = /\p{Co}/gu
/** Within text from right to left, what runs from left to right. */
const LEFT_TO_RIGHT =
  /[\p{Nd}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}](?:[^\p{Script=Arabic}\p{Script=Hebrew}]*[\p{Nd}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}%])?/gu
/** Chinese and Japanese are set with gaps that are no spaces. */
const SET_WITH_GAPS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：「」『』（）]/u
const MIRRORED = new Map([...'()[]{}<>«»'].map((bracket, at, all) => [bracket, all[at ^ 1] ?? bracket]))

/** The lines of a page, those of each direction of writing after those of the one before. */
export function linesOf(glyphs: Glyph[]): Line[] {
  const lines: Line[] = []
  let column = 0
  for (const angle of [0, 1, 2, 3]) {
    const turned = glyphs.filter((glyph) => glyph.angle === angle).map((glyph) => turn(glyph, angle))
    for (const segments of splitColumns(segmentsOf(turned))) {
      for (const group of groupLines(segments)) lines.push({ ...lineOf(group), column })
      column += 1
    }
  }
  return lines.filter(({ text }) => text !== '')
}

/** Turns a character so that its line runs from left to right. */
function turn(glyph: Glyph, angle: number): Glyph {
  const { x, y } = glyph
  if (angle === 1) return { ...glyph, x: y, y: -x }
  if (angle === 2) return { ...glyph, x: -x, y: -y }
  if (angle === 3) return { ...glyph, x: -y, y: x }
  return glyph
}

function lineOf(segments: Segment[]): Omit<Line, 'column'> {
  const glyphs = segments.flatMap((segment) => segment.glyphs)
  const isReversed = glyphs.filter(({ text }) => RIGHT_TO_LEFT.test(text)).length * 2 > glyphs.length
  if (isReversed) glyphs.sort((one, other) => one.x - other.x)
  const size = median(
    glyphs.map((glyph) => glyph.size),
    0,
  )
  const y = median(
    glyphs.map((glyph) => glyph.y),
    0,
  )
  const left = Math.min(...segments.map((segment) => segment.left))
  const right = Math.max(...segments.map((segment) => segment.right))
  const cells = cellsOf(glyphs, size, y)
  if (isReversed)
    return {
      text: logical(cells.map(({ text }) => text).join(' ')),
      cells: cells.slice(0, 1),
      left,
      right,
      y,
      size,
      firstWord: 0,
    }
  const firstEnd = glyphs.find(
    ({ text }, at) => at > 0 && (text.trim() === '' || isApart(glyphs[at - 1], glyphs[at], size)),
  )
  const firstWord = (firstEnd?.x ?? right) - left
  return { text: cells.map(({ text }) => text).join(' '), cells, left, right, y, size, firstWord }
}

const gapOf = (last: Glyph | undefined, glyph: Glyph | undefined) =>
  last && glyph ? glyph.x - (last.x + last.width) : 0
const isApart = (last: Glyph | undefined, glyph: Glyph | undefined, size: number) =>
  gapOf(last, glyph) > SPACE * Math.min(glyph?.size ?? size, size)

/** The text of a line, cut where it leaves a wide gap. */
function cellsOf(glyphs: Glyph[], size: number, y: number): Line['cells'] {
  const cells: Line['cells'] = []
  let open: { text: string; left: number } | undefined
  let last: Glyph | undefined
  for (const glyph of glyphs) {
    if (!open || gapOf(last, glyph) > CELL_GAP * size) {
      open = { text: '', left: glyph.x }
      cells.push(open)
    }
    const content = contentOf(glyph)
    const shift = shiftOf(glyph, size, y)
    const isBeside =
      shift !== undefined &&
      gapOf(last, glyph) < SHIFTED_GAP * size &&
      /^[\p{L}\p{N})\]]/u.test(last?.text ?? '')
    if (
      isApart(last, glyph, size) &&
      !isBeside &&
      !/(?:^|\s)$/.test(open.text) &&
      !isUnspaced(open.text, content)
    )
      open.text += ' '
    open.text += shifted(content, shift)
    last = glyph
  }
  return cells
    .map(({ text, left }) => ({ text: settle(text).replace(/\s+/g, ' ').trim(), left }))
    .filter(({ text }) => text !== '')
}

function shiftOf(glyph: Glyph, size: number, y: number): Shift | undefined {
  if (glyph.size >= SHIFTED_SIZE * size || glyph.text.trim() === '') return undefined
  if (y - glyph.y > MIN_RISE * size) return 'raised'
  return glyph.y - y > MIN_DROP * size ? 'lowered' : undefined
}

/** Many fonts call their hyphen a soft one: where it takes room, it is drawn and seen. */
const contentOf = ({ text, width }: Glyph) =>
  text.replace(PRIVATE, '').replaceAll('\u00ad', width > 0 ? '-' : '')

const isUnspaced = (before: string, after: string) =>
  SET_WITH_GAPS.test(before.slice(-1)) && SET_WITH_GAPS.test(after)

/** What is seen from left to right, in the order in which it is read from right to left. */
function logical(text: string): string {
  const reversed = [...text].reverse().join('')
  return reversed
    .replace(LEFT_TO_RIGHT, (run) => [...run].reverse().join(''))
    .replace(/[()[\]{}<>«»]/g, (bracket) => MIRRORED.get(bracket) ?? bracket)
}
