/** The chart of a daily briefing as SVG: for each story, how many articles there were on each of the last days. */
import { scaleBand, scaleLinear } from 'd3-scale'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import type { Digest } from '../digest.ts'
import { type Charted, charted } from './charted.ts'

/** In pixels. */
export const CHART_SIZE = { width: 800, height: 400 }
/** The font that the labels are drawn with; a browser without it takes its own. */
export const CHART_FONT = 'B612'
/** So many stories stand below each other in one column. */
const ONE_COLUMN = 3

const MARGIN = 20
const DAY_LABELS = 22
const NUMBERS = 36
const COUNTS = 18
const DAY_SIZE = 13
const NUMBER_SIZE = 24
const COUNT_SIZE = 15
/** The least height of a bar that is not 0. */
const VISIBLE = 2
/** The days of the window stand out by lightness, which everybody sees; blue is safe for the colour-blind. */
const COLOURS = { paper: '#ffffff', ink: '#1f2933', line: '#7b8794', before: '#9fc5e8', window: '#0b5394' }

/**
 * One small bar chart a story, all to one scale, on a light ground of its own, so that it is read on any background.
 * Equal digests give equal text; undefined for a digest without stories or days.
 */
export function chartSvg(digest: Pick<Digest, 'stories' | 'days' | 'window'>): string | undefined {
  const chart = charted(digest)
  return chart && drawSvg(chart)
}

/** The same of what is charted. */
export function drawSvg({ days, since, counts }: Charted): string {
  const { width, height } = CHART_SIZE
  const columns = counts.length > ONE_COLUMN ? 2 : 1
  const perColumn = Math.ceil(counts.length / columns)
  const column = scaleBand<number>(range(columns), [MARGIN, width - MARGIN]).paddingInner(
    columns > 1 ? 0.06 : 0,
  )
  const row = scaleBand<number>(range(perColumn), [MARGIN / 2, height - MARGIN / 2 - DAY_LABELS])
  const day = scaleBand(days, [NUMBERS, column.bandwidth()]).padding(0.15)
  const tall = scaleLinear([0, Math.max(1, ...counts.flat())], [0, row.bandwidth() - COUNTS])
  const panels = counts.map((story, at) => {
    const place = `translate(${round(column(Math.floor(at / perColumn)))} ${round(row(at % perColumn))})`
    const bars = days.flatMap((name, on) => bar(story[on] ?? 0, name >= since, day(name) ?? 0))
    return x('g', { transform: place }, [
      text(String(at + 1), NUMBER_SIZE, { x: 0, y: round(row.bandwidth()) - 2, 'text-anchor': 'start' }),
      ...bars,
      x('rect', {
        x: NUMBERS,
        y: round(row.bandwidth()),
        width: round(column.bandwidth() - NUMBERS),
        height: 1,
        fill: COLOURS.line,
      }),
    ])
  })
  function bar(count: number, isNew: boolean, left: number) {
    if (count <= 0) return []
    const high = Math.max(VISIBLE, tall(count))
    const top = row.bandwidth() - high
    const fill = isNew ? COLOURS.window : COLOURS.before
    return [
      x('rect', { x: round(left), y: round(top), width: round(day.bandwidth()), height: round(high), fill }),
      text(short(count), COUNT_SIZE, { x: round(left + day.bandwidth() / 2), y: round(top) - 4 }),
    ]
  }
  const labels = range(columns).flatMap((one) =>
    days.map((name) =>
      text(name.slice('yyyy-'.length), DAY_SIZE, {
        x: round((column(one) ?? 0) + (day(name) ?? 0) + day.bandwidth() / 2),
        y: height - MARGIN / 2 - 4,
      }),
    ),
  )
  return toXml(
    x('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` }, [
      x('rect', { width, height, rx: 12, fill: COLOURS.paper }),
      ...panels,
      ...labels,
    ]),
  )
}

const text = (label: string, size: number, place: Record<string, number | string>) =>
  x(
    'text',
    {
      'text-anchor': 'middle',
      'font-family': `${CHART_FONT}, sans-serif`,
      'font-size': size,
      fill: COLOURS.ink,
      ...place,
    },
    label,
  )

const range = (length: number) => Array.from({ length }, (_, at) => at)
/** Hundredths of a pixel are enough, and the same on every machine. */
const round = (pixels: number | undefined) => Math.round((pixels ?? 0) * 100) / 100
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })
const short = (count: number) => compact.format(count)
