/** The columns of a page: which stretches of its text are read one after the other. */

import { findGutter, IN_BAND, ON_PAGE, sidesOf } from './gutter.ts'
import type { Segment } from './segments.ts'

/** A running title stands farther from the text, in letters' sizes. */
const TITLE_GAP = 2
/** The parts that are looked at, as shares of a page's lines. */
const WINDOW_STEP = 0.125
const WINDOWS = [0.75, 0.5, 0.25].flatMap((share) => {
  const last = (1 - share) / WINDOW_STEP
  return Array.from({ length: last + 1 }, (_, at) => [at * WINDOW_STEP, at * WINDOW_STEP + share] as const)
})
const MAX_COLUMNS_DEEP = 3

/** Parts of the page in reading order, each read from top to bottom. */
export function splitColumns(segments: Segment[], depth = 0): Segment[][] {
  if (segments.length === 0) return []
  if (depth >= MAX_COLUMNS_DEEP) return [segments]
  const gutter = findGutter(segments, ON_PAGE)
  if (gutter !== undefined) return splitAt(gutter, segments, depth)
  const band = findBand(segments)
  if (!band) return [segments]
  const above = segments.filter(({ y }) => y < band.top)
  const below = segments.filter(({ y }) => y > band.bottom)
  const within = segments.filter(({ y }) => y >= band.top && y <= band.bottom)
  return [
    ...splitColumns(above, depth + 1),
    ...splitAt(band.gutter, within, depth),
    ...splitColumns(below, depth + 1),
  ]
}

const crosses = ({ left, right }: Segment, gutter: number) => left < gutter && right > gutter

/** The sides of a gutter one after the other, between the lines that run across it. */
function splitAt(gutter: number, segments: Segment[], depth: number): Segment[][] {
  const crossing = segments.filter((segment) => crosses(segment, gutter))
  const heights = [...new Set(crossing.map(({ y }) => y))].sort((one, other) => one - other)
  const parts: Segment[][] = []
  let above = Number.NEGATIVE_INFINITY
  for (const height of [...heights, Number.POSITIVE_INFINITY]) {
    const band = segments.filter(
      (segment) => segment.y > above && segment.y < height && !crosses(segment, gutter),
    )
    const [left, right] = sidesOf(band, gutter)
    parts.push(...splitColumns(left, depth + 1), ...splitColumns(right, depth + 1))
    const across = crossing.filter(({ y }) => y === height)
    const previous = parts.at(-1)
    // Lines across that follow one another are one part.
    if (band.length === 0 && previous && above > Number.NEGATIVE_INFINITY) previous.push(...across)
    else if (across.length > 0) parts.push(across)
    above = height
  }
  return parts
}

type Band = { gutter: number; top: number; bottom: number }

/** The lines of a page that stand in columns, where others, such as a title with its authors, do not. */
function findBand(segments: Segment[]): Band | undefined {
  const rows = withoutTitles(
    [...Map.groupBy(segments, ({ y }) => Math.round(y))]
      .sort(([one], [other]) => one - other)
      .map(([, row]) => row),
  )
  for (const [from, to] of WINDOWS) {
    const [start, end] = [Math.floor(rows.length * from), Math.ceil(rows.length * to)]
    const gutter = findGutter(rows.slice(start, end).flat(), IN_BAND)
    if (gutter === undefined) continue
    const [top, bottom] = reach(rows, Math.floor((start + end) / 2), gutter)
    return { gutter, top, bottom }
  }
  return undefined
}

/** The rows without a running title or a page number at either end, whose parts only look like columns. */
function withoutTitles(rows: Segment[][]): Segment[][] {
  const isApart = (row: Segment[] | undefined, next: Segment[] | undefined) =>
    row?.[0] !== undefined &&
    next?.[0] !== undefined &&
    Math.abs(next[0].y - row[0].y) > TITLE_GAP * Math.max(row[0].size, next[0].size)
  const [start, end] = [isApart(rows[0], rows[1]) ? 1 : 0, isApart(rows.at(-1), rows.at(-2)) ? -1 : undefined]
  return rows.slice(start, end)
}

/** From where to where lines stand beside a gutter, around one of them: up to several lines in a row across it. */
function reach(rows: Segment[][], middle: number, gutter: number): [number, number] {
  const isAcross = (at: number) => rows[at]?.some((segment) => crosses(segment, gutter)) ?? true
  const edge = (step: number) => {
    let at = middle
    while (!(isAcross(at) && isAcross(at + step))) at += step
    return rows[at - step] ?? []
  }
  const ys = [...edge(-1), ...edge(1)].map(({ y }) => y)
  return [Math.min(...ys), Math.max(...ys)]
}
