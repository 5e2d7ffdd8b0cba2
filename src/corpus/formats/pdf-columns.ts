/** The columns of a page: which stretches of its text are read one after the other. */

import type { Segment } from './pdf-segments.ts'

/** In points: how finely gutters are looked for, and how narrow one may be. */
const [BIN, MIN_GUTTER] = [2, 8]
type Least = { lines: number; letters: number }
/** Shorter stretches are no column, and neither are those of shorter lines. */
const ON_PAGE: Least[] = [{ lines: 4, letters: 15 }]
/** On a part of a page only, where the parts of formulas and drawings stand side by side too. */
const IN_BAND: Least[] = [
  { lines: 6, letters: 25 },
  { lines: 20, letters: 15 },
]
/** A running title stands farther from the text, in letters' sizes. */
const TITLE_GAP = 2
/** The parts that are looked at, as shares of a page's lines. */
const WINDOW_STEP = 0.125
const WINDOWS = [0.75, 0.5, 0.25].flatMap((share) => {
  const last = (1 - share) / WINDOW_STEP
  return Array.from({ length: last + 1 }, (_, at) => [at * WINDOW_STEP, at * WINDOW_STEP + share] as const)
})
/** What stands in columns of a table is shorter than this part of its column. */
const MIN_FILL = 0.45
/** Lines that run across the gutter, such as titles: at most this part of all. */
const MAX_CROSSING = 0.3
const MAX_COLUMNS_DEEP = 3

/** Parts of the page in reading order, each read from top to bottom. */
export function splitColumns(segments: Segment[], depth = 0): Segment[][] {
  if (segments.length === 0) return []
  if (depth >= MAX_COLUMNS_DEEP) return [segments]
  const gutter = findGutter(segments)
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
    const left = band.filter(({ right }) => right <= gutter)
    const right = band.filter(({ left }) => left >= gutter)
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

/** The middle of a strip without text that has full lines on both sides of it. */
function findGutter(segments: Segment[], least = ON_PAGE): number | undefined {
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
    if (width >= MIN_GUTTER && width > (best?.width ?? 0) && isBetweenColumns(segments, middle, least))
      best = { width, middle }
  }
  return best?.middle
}

function isBetweenColumns(segments: Segment[], gutter: number, least: Least[]): boolean {
  const sides = [
    segments.filter(({ right }) => right <= gutter),
    segments.filter(({ left }) => left >= gutter),
  ]
  const beside = sides.flat()
  return (
    segments.length - beside.length <= MAX_CROSSING * segments.length &&
    lettersIn(segments) - lettersIn(beside) <= MAX_CROSSING * lettersIn(segments) &&
    sides.every((side) => isColumn(side, least))
  )
}

function isColumn(segments: Segment[], least: Least[]): boolean {
  const lines = new Set(segments.map(({ y }) => Math.round(y))).size
  const typical = typicalOf(segments)
  if (!typical || !least.some((one) => lines >= one.lines && typical.glyphs.length >= one.letters))
    return false
  const width =
    Math.max(...segments.map(({ right }) => right)) - Math.min(...segments.map(({ left }) => left))
  return typical.right - typical.left >= MIN_FILL * width
}

const lettersIn = (segments: Segment[]) => segments.reduce((sum, { glyphs }) => sum + glyphs.length, 0)

/** The segment of which half of the letters stand in longer ones: labels of a figure are many, and few letters. */
function typicalOf(segments: Segment[]): Segment | undefined {
  const sorted = segments.toSorted((one, other) => one.glyphs.length - other.glyphs.length)
  const half = lettersIn(segments) / 2
  let letters = 0
  return sorted.find(({ glyphs }) => {
    letters += glyphs.length
    return letters >= half
  })
}
