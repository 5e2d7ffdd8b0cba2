/** The chart of a daily briefing: what it shows, and that it holds up nobody. */
import { decode } from 'fast-png'
import { expect, test } from 'vitest'
import { charted } from '../src/daily/chart/charted.ts'
import { drawChart } from '../src/daily/chart/draw.ts'
import { CHART_SIZE, chartSvg } from '../src/daily/chart/svg.ts'
import type { Digest, Story } from '../src/daily/digest.ts'
import { processorMs } from './fakes/processor.ts'

const DAYS = [
  '2024-05-14',
  '2024-05-15',
  '2024-05-16',
  '2024-05-17',
  '2024-05-18',
  '2024-05-19',
  '2024-05-20',
]
const WINDOW = { since: '2024-05-20T00:00:00.000Z', until: '2024-05-21T00:00:00.000Z' }

const story = (days: number[]): Story => ({
  ...{
    headline: '',
    changed: null,
    points: [],
    quote: 0,
    articles: 1,
    independent: 1,
    began: null,
    documents: [],
  },
  days,
})
const digestOf = (counts: number[][], days = DAYS): Pick<Digest, 'stories' | 'days' | 'window'> => ({
  ...{ window: WINDOW, days, stories: counts.map(story) },
})

/** The bars of a chart, as its SVG states them. */
const barsOf = (svg: string) =>
  [
    ...svg.matchAll(
      /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="(#0b5394|#9fc5e8)"/g,
    ),
  ].map(([, x, y, width, height, fill]) => ({
    ...{ x: Number(x), y: Number(y), width: Number(width) },
    height: Number(height),
    fill,
  }))

test('the bars stand where the counts say, in the picture as in the SVG, and the window’s are darker', async () => {
  const digest = digestOf([[0, 2, 0, 0, 0, 0, 8]])
  const bars = barsOf(chartSvg(digest) ?? '')
  expect(bars).toHaveLength(2)
  const [before, now] = bars
  expect(now?.height).toBeCloseTo((before?.height ?? 0) * 4, 1)
  expect([before?.fill, now?.fill]).toEqual(['#9fc5e8', '#0b5394'])

  const { width, height, channels, data } = decode((await drawChart(digest)) ?? new Uint8Array())
  expect({ width, height }).toEqual(CHART_SIZE)
  const colourAt = (x: number, y: number) =>
    `#${[0, 1, 2].map((part) => (data[(y * width + x) * channels + part] ?? 0).toString(16).padStart(2, '0')).join('')}`
  /** How many rows of a column have a colour. */
  const tall = (x: number, colour: string) =>
    Array.from({ length: height }, (_, y) => colourAt(x, y)).filter((found) => found === colour).length
  const columnOf = (colour: string) =>
    Array.from({ length: width }, (_, x) => x).filter((x) => tall(x, colour) > 20)
  const [pale, dark] = [columnOf('#9fc5e8'), columnOf('#0b5394')]
  expect(Math.abs(pale.length - (before?.width ?? 0))).toBeLessThan(2)
  expect(Math.abs(tall(pale[5] ?? 0, '#9fc5e8') - (before?.height ?? 0))).toBeLessThan(2)
  expect(Math.abs(tall(dark[5] ?? 0, '#0b5394') - (now?.height ?? 0))).toBeLessThan(2)
  // On a ground of its own: read on a dark page as on a light one.
  expect(colourAt(400, 5)).toBe('#ffffff')
})

test('the labels are drawn, with the font that comes along', async () => {
  const pixels = async (days: string[]) =>
    decode((await drawChart(digestOf([[1, 1]], days))) ?? new Uint8Array()).data
  expect(await pixels(['2024-05-14', '2024-05-15'])).not.toEqual(await pixels(['2024-05-14', '2024-05-18']))
})

test('equal digests give equal bytes', async () => {
  const digest = digestOf([[0, 2, 0, 0, 0, 0, 8], [1]])
  const [one, other] = await Promise.all([drawChart(digest), drawChart(structuredClone(digest))])
  expect(one?.length).toBeGreaterThan(1000)
  expect(one).toEqual(other)
})

test('no stories or no days, no chart; at most eight stories and seven days', async () => {
  expect(await drawChart(digestOf([]))).toBeUndefined()
  expect(await drawChart(digestOf([[1]], []))).toBeUndefined()
  expect(chartSvg(digestOf([]))).toBeUndefined()
  const many = charted(
    digestOf(
      Array.from({ length: 20 }, () => [1, 2, 3, 4, 5, 6, 7, 8, 9]),
      ['2024-05-12', '2024-05-13', ...DAYS],
    ),
  )
  expect(many?.days).toEqual(DAYS)
  expect(many?.counts).toEqual(Array.from({ length: 8 }, () => [3, 4, 5, 6, 7, 8, 9]))
})

test.each([
  ['only zeros', [[0, 0, 0, 0, 0, 0, 0]], 0],
  [
    'a million beside one',
    [
      [0, 0, 0, 0, 0, 1, 1_000_000],
      [0, 0, 0, 0, 0, 0, 1],
    ],
    3,
  ],
  ['fewer counts than days', [[1]], 1],
  ['a million everywhere', Array.from({ length: 8 }, () => DAYS.map(() => 1_000_000)), 56],
])('%s: every bar that is not 0 is seen and none leaves the picture', async (_, counts, expected) => {
  const digest = digestOf(counts)
  const svg = chartSvg(digest) ?? ''
  const bars = barsOf(svg)
  expect(bars).toHaveLength(expected)
  for (const { x, y, width, height } of bars) {
    expect(height).toBeGreaterThanOrEqual(2)
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(CHART_SIZE.width)
    expect(y + height).toBeLessThanOrEqual(CHART_SIZE.height)
  }
  expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  expect(decode((await drawChart(digest)) ?? new Uint8Array())).toMatchObject(CHART_SIZE)
})

test('twenty charts at once are drawn in a thread, not in the event loop’s', async () => {
  await drawChart(digestOf([[1]]))
  const before = processorMs()
  const charts = await Promise.all(
    Array.from({ length: 20 }, (_, at) => drawChart(digestOf(Array(8).fill([1, 2, at])))),
  )
  const own = processorMs() - before
  expect(charts.filter(Boolean)).toHaveLength(20)
  // Drawing them takes seconds; sending and taking the pictures does not.
  expect(own).toBeLessThan(500)
})
