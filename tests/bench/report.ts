/** The measurements as aligned Markdown tables. */
import { count, decimal, judge, latencyOf, medianStart } from './figures.ts'
import type { SizeResult, SystemResult } from './measure.ts'
import { SEARCH } from './protocol.ts'

export type Machine = {
  processor: string
  cores: number
  gigabytes: number
  node: string
  system: string
  load: number
}

type Row = string[]
const NONE = '–'

/** The first column on the left, the numbers on the right. */
function table(head: Row, rows: Row[]): string {
  const widths = head.map((_, at) => Math.max(3, ...[head, ...rows].map((row) => row[at]?.length ?? 0)))
  const line = (row: Row) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`
  const rule = widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`))
  return [line(head), `|${rule.join('|')}|`, ...rows.map(line)].join('\n')
}

const limitName = (limit: number) =>
  limit === 60_000 ? 'over a minute' : `over ${decimal(limit / 1000, 0)} s`

function stopNote({ stopped }: SystemResult, limit: number): string {
  if (stopped === 'build') return `build ${limitName(limit)}`
  if (stopped === 'earlier') return `${limitName(limit)} at a smaller size`
  return stopped === 'failed' ? 'failed' : ''
}

function latencyRow(result: SizeResult, system: SystemResult, limit: number): Row {
  const figures = latencyOf(result, system)
  const note = stopNote(system, limit)
  if (!figures) return [system.system, NONE, NONE, NONE, NONE, NONE, note || `round ${limitName(limit)}`]
  const { p50, p95, ratio50, ratio95, found, asked } = figures
  const over = system.stopped === 'questions' ? `; round ${limitName(limit)}` : note && `; ${note}`
  return [
    system.system,
    decimal(p50),
    decimal(p95),
    `${decimal(ratio50)} ×`,
    `${decimal(ratio95)} ×`,
    `${decimal(found * 100, 0)} %`,
    `${asked}${over}`,
  ]
}

function importRow({ size, systems }: SizeResult, { system, store }: SystemResult): Row | null {
  if (!store) return null
  const own = systems.find((other) => other.system === SEARCH)?.store
  const { seconds, peakMegabytes, diskMegabytes, kept } = store
  return [
    `${system === SEARCH ? 'Attaché' : system}${kept ? ' *' : ''}`,
    count(Math.round(size / seconds)),
    `${decimal((own?.seconds ?? Number.NaN) / seconds)} ×`,
    decimal(peakMegabytes, 0),
    `${decimal(peakMegabytes / (own?.peakMegabytes ?? Number.NaN))} ×`,
    diskMegabytes > 0 ? decimal(diskMegabytes, 0) : 'in memory',
  ]
}

function sizeSection(result: SizeResult, limit: number): string {
  const { size, systems } = result
  const rows = systems.map((system) => latencyRow(result, system, limit))
  const imports = systems.flatMap((system) => {
    const row = importRow(result, system)
    return row ? [row] : []
  })
  return [
    `### ${count(size)} passages`,
    table(['Per question', 'p50 ms', 'p95 ms', 'p50 to search', 'p95 to search', 'found', 'questions'], rows),
    table(['Import', 'documents/s', 'to Attaché', 'peak MB', 'to Attaché', 'disk MB'], imports),
  ].join('\n\n')
}

function aloneTable(results: SizeResult[]): string {
  const first = results[0]?.alone.askedMegabytes ?? Number.NaN
  return table(
    [
      'Attaché alone',
      'start to answer s',
      'opened MB',
      'after 200 questions MB',
      'to smallest',
      'after 8 at once MB',
      'delay p50 ms',
      'delay p99 ms',
      'delay max ms',
      'asks/s, 8 at once',
    ],
    results.map(({ size, alone, starts }) => [
      count(size),
      decimal(medianStart({ starts })),
      decimal(alone.openedMegabytes, 0),
      decimal(alone.askedMegabytes, 0),
      `${decimal(alone.askedMegabytes / first)} ×`,
      decimal(alone.concurrentMegabytes, 0),
      decimal(alone.delay.p50),
      decimal(alone.delay.p99),
      decimal(alone.delay.max),
      decimal(alone.asksPerSecond, 0),
    ]),
  )
}

const EXPLANATION = `Ratios are to Attaché (search, or its import) over the same questions; below 1 × is less than Attaché.
"found": the share of the questions whose own sentence is among the 30 passages (for ask: among the quotations).
Every system runs in a process of its own; each question goes to all of them, each time another one first.
The event loop's delay is taken every millisecond, which is in the figure, while eight questions are answered at once.`
const KEPT = '* Built by an earlier run: its import figures are from then.'

export function report(machine: Machine, results: SizeResult[], limit: number): string {
  const { processor, cores, gigabytes, node, system, load } = machine
  const targets = judge(results).map(({ target, measured, met }) => [
    target,
    measured,
    met ? 'met' : 'missed',
  ])
  const isKept = results.some(({ systems }) => systems.some(({ store }) => store?.kept))
  return [
    `${processor}, ${cores} cores, ${gigabytes} GB, ${system}, Node ${node}; load before the run ${decimal(load, 1)}`,
    ...results.map((result) => sizeSection(result, limit)),
    aloneTable(results),
    table(['Target', 'measured', ''], targets),
    isKept ? `${EXPLANATION}\n${KEPT}` : EXPLANATION,
  ].join('\n\n')
}
