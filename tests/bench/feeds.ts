/** How well feeds are read: `node tests/bench/feeds.ts DIR [--list]`, DIR with a manifest.jsonl of samples. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { decodeFeed } from '../../src/feeds/decode.ts'
import { parseFeed } from '../../src/feeds/parse.ts'
import { plain } from '../../src/feeds/text.ts'
import { Refusal } from '../../src/refusal.ts'
import { type Comparison, compareEquations, compareResult } from './feed-expected.ts'

type Sample = {
  id: string
  kind: string
  path: string
  origin: string
  flags?: string[]
  expected?: { json?: string }
}
export type Outcome = { sample: Sample; refused: string | null; items: number; comparisons: Comparison[] }

/** What feedparser's own server would have said, and the address that it had. */
const header = (text: string, name: string) =>
  new RegExp(`^\\s*(?:Header:)?\\s*${name}:\\s*(\\S.*)$`, 'im').exec(text)?.[1]
const HOME = 'http://127.0.0.1:8097/'

/** Reads every feed of a folder of samples. */
export function readSamples(folder: string): Outcome[] {
  return readFileSync(join(folder, 'manifest.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): Sample => JSON.parse(line))
    .filter(({ kind }) => kind === 'feed')
    .map((sample) => readSample(folder, sample))
}

function readSample(folder: string, sample: Sample): Outcome {
  const bytes = readFileSync(join(folder, sample.path))
  const text = decodeFeed(bytes)
  const base = new URL(header(text, 'Content-Location') ?? sample.path, HOME)
  const outcome: Outcome = { sample, refused: null, items: 0, comparisons: [] }
  try {
    const feed = parseFeed(bytes, header(text, 'Content-type'), base.href)
    outcome.items = feed.items.length
    const json = sample.expected?.json
    outcome.comparisons =
      json && existsSync(join(folder, json))
        ? compareResult(readFileSync(join(folder, json), 'utf8'), feed, base.href)
        : compareEquations(text, feed)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    outcome.refused = error.message
  }
  return outcome
}

/** Shown as the same text: without marks, spaces and what is never shown. */
const shown = (html: string) =>
  plain(html.replace(/<(script|style|applet|object|iframe)\b[\s\S]*?<\/\1\s*>/gi, '')).replace(/\s+/g, '')
/** `http://example.com` and `http://example.com/` are one address; `en_US` and `en-US` one language. */
const canonical = (value: string) => (URL.canParse(value) ? new URL(value).href : value)
export const isSame = ({ expected, found }: Comparison) =>
  expected === found || canonical(expected) === canonical(found) || shown(expected) === shown(found)

function printTable(outcomes: Outcome[]): void {
  const origins = [...new Set(outcomes.map(({ sample }) => sample.origin))]
  console.log(`| | ${origins.join(' | ')} |\n|---|${origins.map(() => '---:|').join('')}`)
  const row = (name: string, value: (of: Outcome[]) => string) =>
    console.log(
      `| ${name} | ${origins.map((origin) => value(outcomes.filter(({ sample }) => sample.origin === origin))).join(' | ')} |`,
    )
  row('feeds', (of) => String(of.length))
  row('refused', (of) => String(of.filter(({ refused }) => refused).length))
  const fields = [...new Set(outcomes.flatMap(({ comparisons }) => comparisons.map(({ field }) => field)))]
  for (const field of fields)
    row(field, (of) => {
      const all = of.flatMap(({ comparisons }) => comparisons.filter((one) => one.field === field))
      return all.length === 0 ? '–' : `${all.filter(isSame).length} of ${all.length}`
    })
}

if (import.meta.main) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { list: { type: 'boolean' } },
  })
  const [folder] = positionals
  if (!folder) throw new Error('Usage: node tests/bench/feeds.ts DIR [--list]')
  const outcomes = readSamples(folder)
  printTable(outcomes)
  for (const { sample, refused, comparisons } of values.list ? outcomes : []) {
    if (refused) console.log(`${sample.path}: ${refused}`)
    for (const { field, expected, found } of comparisons.filter((one) => !isSame(one)))
      console.log(
        `${sample.path}: ${field}\n  expected ${expected.slice(0, 300)}\n  found    ${found.slice(0, 300)}`,
      )
  }
}
