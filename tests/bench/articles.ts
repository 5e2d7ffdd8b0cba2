/**
 * Measures how well articles and what is known of them are found in web pages: `node tests/bench/articles.ts [FOLDER]`.
 * The folder holds a folder for each page, with source.html, expected.html and expected-metadata.json, as
 * Readability’s own tests do.
 */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Extract, extractors, type Found, visibleText } from './extractors.ts'
import { type Overlap, overlap, wordsOf } from './overlap.ts'

const DEFAULT = join(import.meta.dirname, '../../../shared/ingest/readability')
const FIELDS = ['title', 'byline', 'siteName', 'lang', 'publishedTime'] as const
const WORST = 10

type Page = { name: string; bytes: Uint8Array; text: string; metadata: Record<string, string | null> }
type Result = Overlap & { page: string; milliseconds: number; found: Found }

async function readPages(folder: string): Promise<Page[]> {
  const names = (await readdir(folder)).filter((name) => existsSync(join(folder, name, 'source.html')))
  return Promise.all(
    names.toSorted().map(async (name) => ({
      name,
      bytes: await readFile(join(folder, name, 'source.html')),
      text: visibleText(await readFile(join(folder, name, 'expected.html'), 'utf8')),
      metadata: JSON.parse(await readFile(join(folder, name, 'expected-metadata.json'), 'utf8')),
    })),
  )
}

async function measure(extract: Extract, pages: Page[]): Promise<Result[]> {
  const results: Result[] = []
  for (const { name, bytes, text } of pages) {
    const started = performance.now()
    let found: Found = { text: '' }
    try {
      found = await extract(bytes)
    } catch (error) {
      process.stderr.write(`${name}: ${error}\n`)
    }
    results.push({
      page: name,
      milliseconds: performance.now() - started,
      found,
      ...overlap(found.text, text),
    })
  }
  return results
}

/** A field as it is compared: without case, punctuation and “By”; a date as a moment, a language without region. */
function comparable(field: (typeof FIELDS)[number], value: string): string {
  if (field === 'publishedTime')
    return String(new Date(/\dZ?$|[+-]\d\d:?\d\d$/.test(value) ? utc(value) : value).getTime())
  if (field === 'lang') return value.slice(0, 2).toLowerCase()
  return wordsOf(value)
    .join(' ')
    .replace(/^(?:by|par|por) /, '')
}

const utc = (value: string) => (/(?:Z|[+-]\d\d:?\d\d|^\d{4}-\d\d-\d\d)$/.test(value) ? value : `${value}Z`)

/** `right/known`, among the pages whose metadata are known. */
function accuracy(field: (typeof FIELDS)[number], results: Result[], pages: Page[]): string {
  const known = pages.flatMap(({ metadata }, at) => {
    const [wanted, found] = [metadata[field], results[at]?.found[field]]
    return wanted ? [comparable(field, wanted) === comparable(field, found ?? '')] : []
  })
  return `${known.filter(Boolean).length}/${known.length}`
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const middle = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

function row(name: string, results: Result[], pages: Page[]): string {
  const of = (key: 'f1' | 'precision' | 'recall' | 'milliseconds') => results.map((result) => result[key])
  const numbers = [mean(of('f1')), middle(of('f1')), mean(of('precision')), mean(of('recall'))]
  const times = [mean(of('milliseconds')), Math.max(...of('milliseconds'))]
  return [
    name,
    ...numbers.map((value) => value.toFixed(4)),
    ...FIELDS.map((field) => accuracy(field, results, pages)),
    ...times.map((value) => value.toFixed(0)),
  ].join(' | ')
}

const worst = (results: Result[]) =>
  results
    .toSorted((a, b) => a.f1 - b.f1)
    .slice(0, WORST)
    .map(
      ({ page, f1, precision, recall }) =>
        `${page} ${[f1, precision, recall].map((one) => one.toFixed(2)).join('/')}`,
    )
    .join(', ')

const folder = process.argv[2] ?? DEFAULT
if (!existsSync(folder)) throw new Error(`There is no folder ${folder}; name one with pages in it.`)
const pages = await readPages(folder)
const lines: string[] = []
process.stdout.write(`${pages.length} pages\n\n`)
process.stdout.write(`extractor | F1 | median | precision | recall | ${FIELDS.join(' | ')} | ms | most\n`)
process.stdout.write(`${'--- | '.repeat(FIELDS.length + 6)}---\n`)
for (const [name, extract] of await extractors()) {
  const results = await measure(extract, pages)
  process.stdout.write(`${row(name, results, pages)}\n`)
  lines.push(`${name}: ${worst(results)}`)
}
process.stdout.write(`\nWorst (F1/precision/recall):\n\n${lines.join('\n')}\n`)
