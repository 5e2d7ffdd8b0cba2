/** What the corpus holds and what became of what was added, as text. */
import type { DocumentPage, Feed } from '../command/context.ts'
import type { ItemOutcome } from '../ingest/item.ts'
import type { SyncResult } from '../ingest/sync-folder.ts'
import { english } from '../locales/language.ts'
import { refusalText } from '../locales/refusal.ts'
import type { Hit } from '../search/search.ts'
import { day, plain } from './text.ts'

const KINDS = ['added', 'updated', 'unchanged', 'removed', 'refused'] as const
/** More than this is read as a table, beside what was refused. */
const MAX_LINES = 30

export function renderPassages(hits: Hit[]): string {
  const lines = hits.map(
    ({ passage, score }, at) =>
      `${at + 1}. ${score.toFixed(2)}  ${plain(`${passage.title} (${passage.document})`)}\n   ${plain(passage.text).replaceAll('\n', ' ')}\n`,
  )
  return lines.length > 0 ? lines.join('\n') : 'Nothing in the corpus holds these words.\n'
}

export function renderDocuments({ documents, page, pages, total }: DocumentPage): string {
  const lines = documents.map(
    ({ id, title, source, date }) =>
      `${date ? day(date) : 'undated   '}  ${plain(`${title}, ${source} (${id})`)}\n`,
  )
  return `${lines.join('')}Page ${page + 1} of ${pages}, ${total} documents.\n`
}

export const renderFeeds = (feeds: Feed[]): string =>
  feeds.map(feedLine).join('') || 'No feed is followed; add one with corpus feeds add.\n'

function feedLine({ url, title, interval, last_error, paused }: Feed): string {
  const state = paused ? 'paused' : `every ${interval} minutes`
  const said = last_error
    ? english.say('feeds.fault', { state, reason: refusalText(last_error, english) })
    : state
  return `${plain(`${title ?? url}, ${url}: ${said}`)}\n`
}

export function renderImported({ added, updated, unchanged, refused, duplicates }: SyncResult): string {
  const notes = [
    ...refused.map(({ name, reason }) => `${name} was refused: ${refusalText(reason, english)}\n`),
    ...duplicates.map(({ id, of }) => `${id} holds the same text as ${of}; both are kept.\n`),
  ]
  return `${notes.map(plain).join('')}${added} added, ${updated} updated, ${unchanged} unchanged, ${refused.length} refused.\n`
}

export function renderOutcomes(outcomes: ItemOutcome[]): string {
  const told = outcomes.length > MAX_LINES ? outcomes.filter(({ kind }) => kind === 'refused') : outcomes
  const lines = told.map(({ kind, name, title, reason, duplicateOf }) =>
    plain(
      reason
        ? `refused    ${name}: ${refusalText(reason, english)}`
        : `${kind.padEnd(10)} ${title} (${name})${duplicateOf ? `, a duplicate of ${duplicateOf}` : ''}`,
    ),
  )
  return `${[...lines, ...(outcomes.length > 1 ? ['', ...outcomeTable(outcomes)] : [])].join('\n')}\n`
}

/** How many of each format were added, and so on. */
function outcomeTable(outcomes: ItemOutcome[]): string[] {
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
