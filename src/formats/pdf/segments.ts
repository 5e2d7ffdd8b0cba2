/** Characters of a PDF page that stand side by side. */
import type { Glyph } from './glyphs.ts'

/** In points from the top left; `y` is where the letters stand. */
export type Segment = { glyphs: Glyph[]; left: number; right: number; y: number; size: number }

/** In letters' sizes: the gap that ends a segment, and how far letters of one line may stand apart in height. */
const [MAX_GAP, SAME_LINE] = [0.9, 0.45]
export const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/** The characters that were drawn one after the other and stand side by side, in the order of drawing. */
export function segmentsOf(glyphs: Glyph[]): Segment[] {
  const segments: Segment[] = []
  let open: Segment | undefined
  let last: Glyph | undefined
  for (const glyph of glyphs) {
    const isBlank = glyph.text.trim() === ''
    if (open && last && isBeside(open, last, glyph)) widen(open, glyph, isBlank)
    else if (isBlank) continue
    else {
      open = { glyphs: [glyph], left: glyph.x, right: glyph.x + glyph.width, y: glyph.y, size: glyph.size }
      segments.push(open)
    }
    last = glyph
  }
  return segments
}

function widen(segment: Segment, glyph: Glyph, isBlank: boolean): void {
  segment.glyphs.push(glyph)
  if (!isBlank) {
    segment.left = Math.min(segment.left, glyph.x)
    segment.right = Math.max(segment.right, glyph.x + glyph.width)
  }
  if (glyph.size > segment.size) Object.assign(segment, { size: glyph.size, y: glyph.y })
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
export function groupLines(segments: Segment[]): Segment[][] {
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
