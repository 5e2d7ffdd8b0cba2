import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { judge, latencyOf } from './bench/figures.ts'
import { makeQuestions, writeCorpus } from './bench/generate.ts'
import type { SizeResult, SystemResult } from './bench/measure.ts'
import { ASK, BARE, SEARCH } from './bench/protocol.ts'
import { report } from './bench/report.ts'

async function corpusOf(size: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await writeCorpus(join(folder, 'corpus.jsonl'), size, () => {})
  return readFile(join(folder, 'corpus.jsonl'), 'utf8')
}

test('the same seed gives the same corpus and the same questions, and a larger corpus begins with the smaller one', async () => {
  const [small, again, large] = [await corpusOf(50), await corpusOf(50), await corpusOf(80)]
  expect(again).toBe(small)
  expect(large.startsWith(small)).toBe(true)
  expect(makeQuestions(20, 50, 1)).toEqual(makeQuestions(20, 50, 1))
  expect(makeQuestions(20, 50, 2)).not.toEqual(makeQuestions(20, 50, 1))
})

test('every question is made of words of a sentence that is in the corpus', async () => {
  const corpus = await corpusOf(200)
  for (const { sentence } of makeQuestions(20, 200, 1)) expect(corpus).toContain(sentence)
})

test('words stand in the corpus by Zipf’s law', async () => {
  const words =
    (await corpusOf(2000))
      .match(/(?<="text":")[^"]+/g)
      ?.join(' ')
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  const counts = [...Map.groupBy(words, (word) => word).values()]
    .map(({ length }) => length)
    .toSorted((a, b) => b - a)
  const [first, later] = [counts[9] ?? 0, counts[999] ?? 0]
  // A hundred times the rank: between a thirtieth and a three hundredth of the count.
  expect(first / later).toBeGreaterThan(30)
  expect(first / later).toBeLessThan(300)
})

const answers = (milliseconds: number[]) =>
  milliseconds.map((one) => ({ milliseconds: one, found: true, texts: 1 }))

function measured(
  size: number,
  milliseconds: Record<string, number[]>,
  overrides: Partial<SizeResult> = {},
): SizeResult {
  const store = { seconds: 10, peakMegabytes: 100, diskMegabytes: 1, kept: false }
  const systems = Object.entries(milliseconds).map(
    ([system, times]): SystemResult => ({ system, store, answers: answers(times), stopped: null }),
  )
  const delay = { p50: 1, p99: 10, max: 20 }
  const alone = {
    openedMegabytes: 100,
    askedMegabytes: 200,
    concurrentMegabytes: 200,
    delay,
    asksPerSecond: 50,
  }
  return { size, questions: 2, systems, alone, starts: [1, 1.2, 9], ...overrides }
}

const FAST = { [SEARCH]: [2, 4], [ASK]: [10, 20], [BARE]: [2, 4], Other: [8, 12] }

test('ratios are taken over the questions that both systems answered', () => {
  const result = measured(10_000, FAST)
  const other = result.systems.find(({ system }) => system === 'Other')
  if (!other) throw new Error('no system')
  expect(latencyOf(result, other)).toMatchObject({
    p50: 8,
    p95: 12,
    ratio50: 4,
    ratio95: 3,
    asked: 2,
    found: 1,
  })
  other.answers[1] = undefined
  expect(latencyOf(result, other)).toMatchObject({ p50: 8, ratio50: 4, asked: 1 })
})

test('targets that are reached are met, and those that are not are missed', () => {
  const fine = judge([measured(10_000, FAST), measured(1_000_000, FAST)])
  expect(fine.filter(({ met }) => !met)).toEqual([])
  const slow = { [SEARCH]: [4, 8], [ASK]: [90, 150], [BARE]: [2, 4], Other: [3, 6] }
  const delay = { p50: 1, p99: 60, max: 90 }
  const alone = { openedMegabytes: 1, askedMegabytes: 900, concurrentMegabytes: 900, delay, asksPerSecond: 1 }
  const missed = judge([
    measured(10_000, FAST),
    measured(1_000_000, slow, { alone, starts: [3, 3, 3] }),
  ]).filter(({ met }) => !met)
  expect(missed.map(({ target }) => target.split(' ')[0])).toEqual([
    'search',
    'search',
    'ask',
    'event-loop',
    'start',
    'resident',
  ])
})

test('the report names what was missed', () => {
  const machine = { processor: 'Test', cores: 2, gigabytes: 24, node: '24', system: 'linux', load: 0 }
  const text = report(machine, [measured(10_000, { ...FAST, [SEARCH]: [20, 40] })], 60_000)
  expect(text).toMatch(/search within 1.5 times bare LanceDB at 10,000 \|.*10\.0 ×.*\| missed \|/)
})
