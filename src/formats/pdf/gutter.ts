/** Gutters: the strips between the columns of a page. */

import type { Segment } from './segments.ts'

/** In points: how finely gutters are looked for, and how narrow one may be. */
const [BIN, MIN_GUTTER] = [2, 8]
/**
 * What a column has at least: lines, letters in a typical one, and the shares of the column's width that it fills and
 * of lines that begin within a sentence. A table's rows begin with capitals and numbers.
 */
type Least = { lines: number; letters: number; fill: number; running: number }
/** The least of columns over the whole page. */
export const ON_PAGE: Least[] = [{ lines: 4, letters: 15, fill: 0.45, running: 0 }]
/** The least of columns on a part of a page only: tables, formulas and drawings have parts side by side too. */
export const IN_BAND: Least[] = [
  { lines: 4, letters: 25, fill: 0.45, running: 0.25 },
  { lines: 20, letters: 15, fill: 0.7, running: 0.25 },
]
/** The least of three columns and more, which tables have too. */
const OF_MANY: Least[] = [{ lines: 8, letters: 25, fill: 0.7, running: 0.25 }]
/** What a line within a sentence begins with: a small letter, or one of a script without capitals. */
const RUNNING = /^[\p{Ll}\p{Lo}]/u
/** Lines that run across the gutter, such as titles: at most this part of all. */
const MAX_CROSSING = 0.3

/** Returns the middle of the widest strip almost without text that has columns on both sides of it, in points. */
export function findGutter(segments: Segment[], least: Least[]): number | undefined {
  return stripsOf(segments).find((strip) => isBetweenColumns(segments, strip.middle, least))?.middle
}

type Strip = { width: number; middle: number }

/** Where almost no segment stands, over the whole height; the widest first. */
function stripsOf(segments: Segment[]): Strip[] {
  const left = Math.min(...segments.map((segment) => segment.left))
  const bins = binsOf(segments, left)
  const few = MAX_CROSSING * MAX_CROSSING * segments.length
  return runsOf(bins, (count) => count <= few)
    .map((run) => ({ width: (run.end - run.start) * BIN, middle: left + emptiest(bins, run) * BIN }))
    .filter(({ width }) => width >= MIN_GUTTER)
    .sort((one, other) => other.width - one.width)
}

/** How many segments stand at each place from left to right. */
function binsOf(segments: Segment[], left: number): number[] {
  const right = Math.max(...segments.map((segment) => segment.right))
  const bins = new Array<number>(Math.max(0, Math.ceil((right - left) / BIN))).fill(0)
  for (const segment of segments)
    for (let at = Math.floor((segment.left - left) / BIN); at <= (segment.right - left) / BIN; at += 1)
      bins[at] = (bins[at] ?? 0) + 1
  return bins
}

type Run = { start: number; end: number }

/** Where some numbers in a row fulfil a condition. */
function runsOf(numbers: number[], fits: (number: number) => boolean): Run[] {
  const runs: Run[] = []
  for (const [at, number] of numbers.entries()) {
    const last = runs.at(-1)
    if (!fits(number)) continue
    if (last?.end === at) last.end += 1
    else runs.push({ start: at, end: at + 1 })
  }
  return runs
}

/** The middle of the longest stretch of a strip with the fewest segments: a few lines reach into it. */
function emptiest(bins: number[], { start, end }: Run): number {
  const strip = bins.slice(start, end)
  const fewest = Math.min(...strip)
  const runs = runsOf(strip, (count) => count === fewest)
  const longest = runs.sort((one, other) => other.end - other.start - (one.end - one.start))[0]
  return start + (longest ? (longest.start + longest.end) / 2 : strip.length / 2)
}

function isBetweenColumns(segments: Segment[], gutter: number, least: Least[]): boolean {
  const sides = sidesOf(segments, gutter)
  return (
    isSeldomCrossed(segments, sides.flat()) &&
    sides.every((side) => isColumn(side, least) || standsInColumns(side))
  )
}

/** What stands left of a gutter, and what stands right of it. */
export const sidesOf = (segments: Segment[], gutter: number): [Segment[], Segment[]] => [
  segments.filter(({ right }) => right <= gutter),
  segments.filter(({ left }) => left >= gutter),
]

const isSeldomCrossed = (segments: Segment[], beside: Segment[]) =>
  segments.length - beside.length <= MAX_CROSSING * segments.length &&
  lettersIn(segments) - lettersIn(beside) <= MAX_CROSSING * lettersIn(segments)

/** Whether one side of a gutter is columns again: only its widest strips are looked at, for the time it takes. */
function standsInColumns(segments: Segment[], deep = 1): boolean {
  return stripsOf(segments)
    .slice(0, 2)
    .some(({ middle }) => {
      const sides = sidesOf(segments, middle)
      const fits = (side: Segment[]) =>
        isColumn(side, OF_MANY) || (deep > 0 && standsInColumns(side, deep - 1))
      return isSeldomCrossed(segments, sides.flat()) && sides.every(fits)
    })
}

function isColumn(segments: Segment[], least: Least[]): boolean {
  const lines = new Set(segments.map(({ y }) => Math.round(y))).size
  const typical = typicalOf(segments)
  if (!typical) return false
  const left = Math.min(...segments.map((segment) => segment.left))
  const right = Math.max(...segments.map((segment) => segment.right))
  const fill = (typical.right - typical.left) / (right - left)
  const running = segments.filter(isRunning).length / segments.length
  return least.some(
    (one) =>
      lines >= one.lines &&
      typical.glyphs.length >= one.letters &&
      fill >= one.fill &&
      running >= one.running,
  )
}

const isRunning = ({ glyphs }: Segment) => RUNNING.test(glyphs[0]?.text ?? '')

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
