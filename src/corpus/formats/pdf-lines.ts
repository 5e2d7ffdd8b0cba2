/** Characters with places → lines of text, in the order in which they are read. */

import { splitColumns } from './pdf-columns.ts'
import type { Glyph } from './pdf-glyphs.ts'
import { median } from './pdf-matrix.ts'

/** Characters side by side, in points from the top left; `y` is where the letters stand. */
export type Segment = { glyphs: Glyph[]; left: number; right: number; y: number; size: number }
export type Line = {
  text: string
  left: number
  right: number
  y: number
  size: number
  font: string
  /** The width of its first word. */
  firstWord: number
  /** Lines of one column of one page stand together. */
  column: number
}

/** In letters' sizes: a gap that is a space, and one that ends a segment. */
const [SPACE, MAX_GAP] = [0.16, 0.9]
/** How far letters of one line may stand from each other in height (indices), in letters' sizes. */
const SAME_LINE = 0.45
/** Letters without a meaning of their own: each font draws what it likes there. */
const PRIVATE = /[\ue000-\uf8ff]/g
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u
/** Within text from right to left, what runs from left to right. */
const LEFT_TO_RIGHT =
  /[\p{Nd}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}](?:[^\p{Script=Arabic}\p{Script=Hebrew}]*[\p{Nd}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}%])?/gu

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

/** Characters that were drawn one after the other and stand side by side. */
function segmentsOf(glyphs: Glyph[]): Segment[] {
  const segments: Segment[] = []
  let open: Segment | undefined
  let last: Glyph | undefined
  for (const glyph of glyphs) {
    const right = glyph.x + glyph.width
    if (open && last && isBeside(open, last, glyph)) {
      open.glyphs.push(glyph)
      if (glyph.text.trim() !== '') {
        open.left = Math.min(open.left, glyph.x)
        open.right = Math.max(open.right, right)
      }
      if (glyph.size > open.size) Object.assign(open, { size: glyph.size, y: glyph.y })
    } else if (glyph.text.trim() === '') continue
    else {
      open = { glyphs: [glyph], left: glyph.x, right, y: glyph.y, size: glyph.size }
      segments.push(open)
    }
    last = glyph
  }
  return segments
}

function isBeside(open: Segment, last: Glyph, glyph: Glyph): boolean {
  const size = Math.max(open.size, glyph.size)
  if (Math.abs(glyph.y - open.y) > SAME_LINE * size) return false
  const gap = glyph.x - (last.x + last.width)
  if (gap > -size && gap < MAX_GAP * size) return true
  const gapBefore = last.x - (glyph.x + glyph.width)
  return RIGHT_TO_LEFT.test(glyph.text + last.text) && gapBefore > -size / 2 && gapBefore < MAX_GAP * size
}

/** Segments that stand at one height, from top to bottom, each group from left to right. */
function groupLines(segments: Segment[]): Segment[][] {
  const groups: Segment[][] = []
  let tallest: Segment | undefined
  for (const segment of [...segments].sort((one, other) => one.y - other.y)) {
    const group = groups.at(-1)
    if (
      group &&
      tallest &&
      Math.abs(segment.y - tallest.y) <= SAME_LINE * Math.max(segment.size, tallest.size)
    ) {
      group.push(segment)
      if (segment.size > tallest.size) tallest = segment
    } else {
      groups.push([segment])
      tallest = segment
    }
  }
  for (const group of groups) group.sort((one, other) => one.left - other.left)
  return groups
}

function lineOf(segments: Segment[]): Omit<Line, 'column'> {
  let glyphs = segments.flatMap((segment) => segment.glyphs)
  const isReversed = glyphs.filter(({ text }) => RIGHT_TO_LEFT.test(text)).length * 2 > glyphs.length
  if (isReversed) glyphs = glyphs.sort((one, other) => one.x - other.x)
  const size = median(
    glyphs.map((glyph) => glyph.size),
    0,
  )
  let text = ''
  let last: Glyph | undefined
  let firstWord = 0
  for (const glyph of glyphs) {
    const isApart = last && glyph.x - (last.x + last.width) > SPACE * Math.min(glyph.size, size)
    const content = glyph.text.replace(PRIVATE, '')
    if (isApart && !/\s$/.test(text) && !isUnspaced(text, content)) text += ' '
    if (firstWord === 0 && last && /\S\s$/.test(text + content))
      firstWord = last.x + last.width - (segments[0]?.left ?? 0)
    text += content
    last = glyph
  }
  const left = Math.min(...segments.map((segment) => segment.left))
  const right = Math.max(...segments.map((segment) => segment.right))
  const plain = text.replace(/\s+/g, ' ').trim()
  return {
    text: isReversed ? logical(plain) : plain,
    left,
    right,
    y: median(
      segments.map((segment) => segment.y),
      0,
    ),
    size,
    font: commonest(glyphs.map((glyph) => glyph.font)),
    firstWord: firstWord || right - left,
  }
}

/** Chinese and Japanese are set with gaps that are no spaces. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：「」『』（）]/u
const isUnspaced = (before: string, after: string) => UNSPACED.test(before.slice(-1)) && UNSPACED.test(after)

/** What is seen from left to right, in the order in which it is read from right to left. */
function logical(text: string): string {
  const reversed = [...text].reverse().join('')
  return reversed
    .replace(LEFT_TO_RIGHT, (run) => [...run].reverse().join(''))
    .replace(/[()[\]{}<>«»]/g, (bracket) => MIRRORED.get(bracket) ?? bracket)
}

const MIRRORED = new Map([...'()[]{}<>«»'].map((bracket, at, all) => [bracket, all[at ^ 1] ?? bracket]))

function commonest(names: string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? ''
}
