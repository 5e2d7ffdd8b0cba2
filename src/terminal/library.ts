/** `corpus add`, `corpus list` and `corpus remove`: what the corpus holds, and how that is changed by hand. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { type Context, type Feed, type Given, UserError, type Values } from '../command.ts'
import { type ItemOutcome, refused } from '../corpus/item.ts'
import type { Described, Request } from './line.ts'
import { corpusAdd, corpusList, feedsAdd, feedsList, feedsRemove } from './own.ts'
import { createProgressLine } from './progress.ts'
import { type Terminal, withContext } from './terminal.ts'
import { day, plain } from './text.ts'

/** So much is in memory at a time. */
const AT_ONCE = { files: 50, bytes: 50_000_000 }
const MAX_BYTES = 100_000_000

/** Runs one of the commands; answers the exit code, 1 when everything was refused. */
export async function runLibrary(
  { command, values, json }: Extract<Request<Described>, { kind: 'run' }>,
  terminal: Terminal,
): Promise<number> {
  return await withContext(terminal, command.name, async (context) => {
    if (command === corpusList) return await list(Number(values.page ?? 1), json, terminal, context)
    if (command === feedsList || command === feedsAdd || command === feedsRemove)
      return await runFeeds(command, values, json, terminal, context)
    const names = String(values.items ?? values.documents ?? '').split('\n')
    const outcomes =
      command === corpusAdd
        ? await add(names, terminal, context)
        : await terminal.services.library.remove(names, context)
    terminal.write(json ? `${JSON.stringify({ items: outcomes })}\n` : outcomeText(outcomes))
    return outcomes.every(({ kind }) => kind === 'refused') ? 1 : 0
  })
}

async function runFeeds(
  command: Described,
  { address, opml }: Values,
  json: boolean,
  { services: { feeds }, write }: Terminal,
  context: Context,
): Promise<number> {
  const url = String(address)
  if (command === feedsAdd) {
    const { title, isNew } = await feeds.add(url, context)
    write(
      `${plain(title)} is followed${isNew ? '' : ' already'}; its items are taken while the program runs.\n`,
    )
  } else if (command === feedsRemove) {
    if (!(await feeds.remove(url, context)))
      throw new UserError({ plain: `${url} is not followed; corpus feeds shows what is.` })
    write(`${plain(url)} is followed no longer; its documents stay.\n`)
  } else if (opml) write(await feeds.opml(context))
  else {
    const followed = await feeds.list(context)
    if (json) write(`${JSON.stringify({ feeds: followed })}\n`)
    else write(followed.map(feedLine).join('') || 'No feed is followed; add one with corpus feeds add.\n')
  }
  return 0
}

function feedLine({ url, title, interval, last_error, paused }: Feed): string {
  const state = paused ? 'paused' : `every ${interval} minutes`
  return `${plain(`${title ?? url}, ${url}: ${state}${last_error ? `; the last time, ${last_error}` : ''}`)}\n`
}

async function list(
  page: number,
  json: boolean,
  { services, write }: Terminal,
  context: Context,
): Promise<number> {
  if (!Number.isInteger(page) || page < 1)
    throw new UserError({ plain: `--page ${page} is no page; write it like --page 2.` })
  const shown = await services.library.list(page - 1, context)
  if (json) write(`${JSON.stringify({ ...shown, page: shown.page + 1 })}\n`)
  else {
    const lines = shown.documents.map(
      ({ id, title, source, date }) =>
        `${date ? day(date) : 'undated   '}  ${plain(`${title}, ${source} (${id})`)}\n`,
    )
    write(`${lines.join('')}Page ${shown.page + 1} of ${shown.pages}, ${shown.total} documents.\n`)
  }
  return 0
}

/** Adds some at a time: a folder may hold more than fits into memory. */
async function add(names: string[], { services }: Terminal, context: Context): Promise<ItemOutcome[]> {
  const outcomes: ItemOutcome[] = []
  const progress = createProgressLine()
  let waiting: Given[] = []
  let bytes = 0
  const flush = async () => {
    outcomes.push(...(await services.library.add(waiting, context)))
    waiting = []
    bytes = 0
  }
  try {
    for await (const given of givenBy(names, outcomes)) {
      context.signal.throwIfAborted()
      waiting.push(given)
      bytes += 'bytes' in given ? given.bytes.length : 0
      progress.show(`Read ${outcomes.length + waiting.length} …`)
      if (waiting.length >= AT_ONCE.files || bytes >= AT_ONCE.bytes) await flush()
    }
    if (waiting.length > 0) await flush()
  } finally {
    progress.end()
  }
  return outcomes
}

/** What the names stand for, folders file by file; what is too large goes to the outcomes. */
async function* givenBy(names: string[], outcomes: ItemOutcome[]): AsyncGenerator<Given> {
  for (const name of names) {
    if (/^https?:\/\//i.test(name)) {
      yield { url: name }
      continue
    }
    const found = await stat(name).catch(() => undefined)
    if (!found) throw new UserError({ plain: `There is no file or folder ${name}; check its name.` })
    const files = found.isFile() ? [''] : await filesIn(name)
    for (const path of files) {
      const given = await fileAt(join(name, path), [basename(name), path].filter(Boolean).join('/'))
      if ('kind' in given) outcomes.push(given)
      else yield given
    }
  }
}

async function fileAt(path: string, name: string): Promise<Given | ItemOutcome> {
  const { size } = await stat(path)
  if (size <= MAX_BYTES) return { name, id: name, bytes: await readFile(path) }
  const reason = `it is ${Math.round(size / 1e6)} MB, and the limit is ${MAX_BYTES / 1e6} MB`
  return refused(name, reason)
}

/** The files of a folder and its subfolders, hidden ones left out, as paths with `/`. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/(?:^|\/)\./.test(path))
    .sort()
}

const KINDS = ['added', 'updated', 'unchanged', 'removed', 'refused'] as const
/** More than this is read as a table, beside what was refused. */
const MAX_LINES = 30

function outcomeText(outcomes: ItemOutcome[]): string {
  const told = outcomes.length > MAX_LINES ? outcomes.filter(({ kind }) => kind === 'refused') : outcomes
  const lines = told.map(({ kind, name, title, reason, duplicateOf }) =>
    plain(
      kind === 'refused'
        ? `refused    ${name}: ${reason}.`
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
