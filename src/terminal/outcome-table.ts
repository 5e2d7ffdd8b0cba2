/** What became of many items, as a table. */
import type { ItemOutcome } from '../ingest/item.ts'

const KINDS = ['added', 'updated', 'unchanged', 'removed', 'refused'] as const

/** How many of each format were added, and so on. */
export function outcomeTable(outcomes: ItemOutcome[]): string[] {
  const shown = KINDS.filter((kind) => outcomes.some((outcome) => outcome.kind === kind))
  const byFormat = Map.groupBy(outcomes, ({ format }) => format)
  const rows = [...byFormat]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([format, some]) => [format, ...shown.map((kind) => some.filter((one) => one.kind === kind).length)])
  const all = ['all', ...shown.map((kind) => outcomes.filter((one) => one.kind === kind).length)]
  return [['format', ...shown], ...rows, all].map((row) =>
    row.map((cell, at) => (at === 0 ? String(cell).padEnd(10) : String(cell).padStart(11))).join(''),
  )
}
