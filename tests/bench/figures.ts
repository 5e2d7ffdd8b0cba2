/** Figures from measurements: percentiles, ratios, and whether the targets are met. */
import { percentile } from '../../src/evaluate/statistics.ts'
import type { SizeResult, SystemResult } from './measure.ts'
import { ASK, BARE, SEARCH } from './protocol.ts'

export type Latency = {
  p50: number
  p95: number
  /** To `search` over the same questions. */
  ratio50: number
  ratio95: number
  asked: number
  /** The share of the questions whose own sentence was among the results, 0–1. */
  found: number
}
export type Target = { target: string; measured: string; met: boolean }

const times = (answers: SystemResult['answers']) =>
  answers.flatMap((answer) => (answer ? [answer.milliseconds] : []))

export function latencyOf({ systems }: SizeResult, { answers }: SystemResult): Latency | null {
  const own = systems.find(({ system }) => system === SEARCH)?.answers ?? []
  const same = own.filter((_, number) => answers[number] !== undefined)
  const [mine, theirs] = [times(same), times(answers)]
  const at = (values: number[], percent: number) => percentile(values, percent) ?? Number.NaN
  if (theirs.length === 0) return null
  return {
    p50: at(theirs, 50),
    p95: at(theirs, 95),
    ratio50: at(theirs, 50) / at(mine, 50),
    ratio95: at(theirs, 95) / at(mine, 95),
    asked: theirs.length,
    found: answers.filter((answer) => answer?.found).length / theirs.length,
  }
}

const latency = (result: SizeResult, name: string): Latency | null => {
  const system = result.systems.find(({ system }) => system === name)
  return system ? latencyOf(result, system) : null
}

const [SEARCH_TIMES, ASK_MS, DELAY_MS, START_S] = [1.5, 100, 50, 1.5]
const LARGE = 100_000
/** "Does not grow" leaves room for chance: the largest corpus against the smallest. */
const GROWTH = 1.5

export const count = (value: number) => value.toLocaleString('en')
export const decimal = (value: number, digits = value < 10 ? 2 : value < 100 ? 1 : 0) =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
export const medianStart = ({ starts }: Pick<SizeResult, 'starts'>) => percentile(starts, 50) ?? Number.NaN

/** One line for `search` at every size; the others at the largest size that was measured. */
export function judge(results: SizeResult[]): Target[] {
  const targets: Target[] = results.flatMap((result) => perSize(result))
  const [smallest, largest] = [results[0], results.at(-1)]
  if (!smallest || !largest) return targets
  const at = `at ${count(largest.size)}`
  const ask = latency(largest, ASK)?.p95 ?? Number.NaN
  const { delay } = largest.alone
  const start = medianStart(largest)
  targets.push(
    { target: `ask p95 under ${ASK_MS} ms ${at}`, measured: `${decimal(ask)} ms`, met: ask < ASK_MS },
    {
      target: `event-loop delay p99 under ${DELAY_MS} ms ${at}`,
      measured: `${decimal(delay.p99)} ms`,
      met: delay.p99 < DELAY_MS,
    },
    {
      target: `start to first answer within ${START_S} s ${at}`,
      measured: `${decimal(start)} s`,
      met: start <= START_S,
    },
  )
  if (smallest.size === largest.size) return targets
  const between = `${count(smallest.size)} → ${count(largest.size)}`
  const [before, after] = [smallest.alone.askedMegabytes, largest.alone.askedMegabytes]
  const [first, last] = [importPeak(smallest), importPeak(largest)]
  targets.push(growth('resident memory', between, before, after))
  targets.push(growth('peak memory of the import', between, first, last))
  return targets
}

const importPeak = ({ systems }: SizeResult) =>
  systems.find(({ system }) => system === SEARCH)?.store?.peakMegabytes ?? Number.NaN

const growth = (what: string, between: string, before: number, after: number): Target => ({
  target: `${what} does not grow, ${between} (at most ${GROWTH} times)`,
  measured: `${decimal(before, 0)} → ${decimal(after, 0)} MB`,
  met: after <= GROWTH * before,
})

function perSize(result: SizeResult): Target[] {
  const [search, bare] = [latency(result, SEARCH), latency(result, BARE)]
  if (!search || !bare) return []
  const [p50, p95] = [search.p50 / bare.p50, search.p95 / bare.p95]
  const targets = [
    {
      target: `search within ${SEARCH_TIMES} times bare LanceDB at ${count(result.size)}`,
      measured: `median ${decimal(p50)} ×, p95 ${decimal(p95)} ×`,
      met: p50 <= SEARCH_TIMES && p95 <= SEARCH_TIMES,
    },
  ]
  if (result.size < LARGE) return targets
  const others = result.systems.filter(({ system }) => ![SEARCH, ASK, BARE].includes(system))
  const ratios = others.flatMap((system) => latencyOf(result, system)?.ratio50 ?? [])
  targets.push({
    target: `search ahead of every other peer at ${count(result.size)}`,
    measured:
      ratios.length > 0
        ? `the nearest takes ${decimal(Math.min(...ratios))} times as long`
        : 'all over the limit',
    // A peer that broke down was not beaten.
    met: ratios.every((ratio) => ratio > 1) && others.every(({ stopped }) => stopped !== 'failed'),
  })
  return targets
}
