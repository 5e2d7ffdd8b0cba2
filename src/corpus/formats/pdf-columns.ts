/** The columns of a page: which stretches of its text are read one after the other. */

import { median } from './pdf-matrix.ts'
import type { Segment } from './pdf-segments.ts'

/** In points: how finely gutters are looked for, and how narrow one may be. */
const [BIN, MIN_GUTTER] = [2, 8]
/** Shorter stretches are no column. In lines. */
const MIN_LINES = 4
/** What stands in columns of a table is shorter than this part of its column. */
const MIN_FILL = 0.45
/** Lines that run across the gutter, such as titles: at most this part of all. */
const MAX_CROSSING = 0.3
const MAX_COLUMNS_DEEP = 3

/** Parts of the page in reading order, each read from top to bottom. */
export function splitColumns(segments: Segment[], depth = 0): Segment[][] {
  if (segments.length === 0) return []
  const gutter = depth < MAX_COLUMNS_DEEP ? findGutter(segments) : undefined
  if (gutter === undefined) return [segments]
  const crossing = segments.filter(({ left, right }) => left < gutter && right > gutter)
  const heights = [...new Set(crossing.map(({ y }) => y))].sort((one, other) => one - other)
  const parts: Segment[][] = []
  let above = Number.NEGATIVE_INFINITY
  for (const height of [...heights, Number.POSITIVE_INFINITY]) {
    const band = segments.filter(
      ({ y, left, right }) => y > above && y < height && !(left < gutter && right > gutter),
    )
    parts.push(
      ...splitColumns(
        band.filter(({ right }) => right <= gutter),
        depth + 1,
      ),
      ...splitColumns(
        band.filter(({ left }) => left >= gutter),
        depth + 1,
      ),
    )
    const across = crossing.filter(({ y }) => y === height)
    const previous = parts.at(-1)
    // Lines across that follow one another are one part.
    if (band.length === 0 && previous && above > Number.NEGATIVE_INFINITY) previous.push(...across)
    else if (across.length > 0) parts.push(across)
    above = height
  }
  return parts
}

/** The middle of a strip without text that has full lines on both sides of it. */
function findGutter(segments: Segment[]): number | undefined {
  const left = Math.min(...segments.map((segment) => segment.left))
  const right = Math.max(...segments.map((segment) => segment.right))
  const bins = new Array<number>(Math.max(0, Math.ceil((right - left) / BIN))).fill(0)
  for (const segment of segments)
    for (let at = Math.floor((segment.left - left) / BIN); at <= (segment.right - left) / BIN; at += 1)
      bins[at] = (bins[at] ?? 0) + 1
  let best: { width: number; middle: number } | undefined
  for (let at = 0; at < bins.length; at += 1) {
    const start = at
    while (at < bins.length && (bins[at] ?? 0) <= MAX_CROSSING * MAX_CROSSING * segments.length) at += 1
    const width = (at - start) * BIN
    const middle = left + start * BIN + width / 2
    if (width >= MIN_GUTTER && width > (best?.width ?? 0) && isBetweenColumns(segments, middle))
      best = { width, middle }
  }
  return best?.middle
}

function isBetweenColumns(segments: Segment[], gutter: number): boolean {
  const sides = [
    segments.filter(({ right }) => right <= gutter),
    segments.filter(({ left }) => left >= gutter),
  ]
  const crossing = segments.length - sides.flat().length
  return crossing <= MAX_CROSSING * segments.length && sides.every(isColumn)
}

function isColumn(segments: Segment[]): boolean {
  if (new Set(segments.map(({ y }) => Math.round(y))).size < MIN_LINES) return false
  const width =
    Math.max(...segments.map(({ right }) => right)) - Math.min(...segments.map(({ left }) => left))
  const fill = median(
    segments.map(({ left, right }) => right - left),
    0,
  )
  const letters = median(
    segments.map(({ glyphs }) => glyphs.length),
    0,
  )
  return fill >= MIN_FILL * width && letters >= 15
}
