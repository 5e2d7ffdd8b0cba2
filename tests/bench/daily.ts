/**
 * The cost of a daily briefing: `node tests/bench/daily.ts [DOCUMENTS] [NEW] [FOLDER]` reads so many documents of the
 * benchmark's language into a store, so many of them of one day and two and a half times as many of the fortnight
 * before, each of some 550 words and three or four about one event, and times the day's briefing. With a folder the
 * store is kept there, and taken from there the next time.
 */
import { once } from 'node:events'
import { createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { finished } from 'node:stream/promises'
import { openCorpus } from '../../src/corpus/corpus.ts'
import type { DailyScope } from '../../src/daily/digest.ts'
import { openDaily } from '../../src/daily/make.ts'
import { makeDocument } from './generate.ts'
import { EDITS, editCopy } from './newsroom.ts'
import { pick, seeded } from './words.ts'

const [DOCUMENTS = 100_000, NEW = 2000] = process.argv.slice(2, 4).map(Number)
const BEFORE = NEW * 2.5
const TODAY = Date.UTC(2026, 0, 20)
const DAY = 86_400_000
const PER_EVENT = 3.5
const OWN_PARTS = 4

const home = process.argv[4] ?? mkdtempSync(join(tmpdir(), 'bench-daily-'))
const chance = seeded(20_263)
const dateOf = (time: number) => new Date(time).toISOString().slice(0, 10)

/** A report of an event, with the background of its own that each newsroom adds. */
function makeReport(number: number, time: number) {
  const document = makeDocument(number)
  const event = DOCUMENTS + Math.floor(number / PER_EVENT)
  const what = editCopy(makeDocument(event).text, 'en', pick(EDITS, chance), chance)
  const own = Array.from(
    { length: OWN_PARTS },
    (_, at) => makeDocument(2 * DOCUMENTS + number * OWN_PARTS + at).text,
  )
  return {
    ...document,
    text: [what, ...own].join('\n\n'),
    metadata: { ...document.metadata, date: dateOf(time) },
  }
}

async function write(path: string) {
  const file = createWriteStream(path)
  for (let number = 0; number < DOCUMENTS; number += 1) {
    const line =
      number < NEW
        ? makeReport(number, TODAY)
        : number < NEW + BEFORE
          ? makeReport(number, TODAY - (1 + (number % 13)) * DAY)
          : makeDocument(number)
    if (!file.write(`${JSON.stringify(line)}\n`)) await once(file, 'drain')
  }
  file.end()
  await finished(file)
}

const isKept = existsSync(join(home, 'corpus.sqlite'))
const corpus = await openCorpus({ dataDir: home })
if (!isKept) {
  await write(join(home, 'corpus.jsonl'))
  await corpus.importJsonl(join(home, 'corpus.jsonl'), 'shared')
}
const daily = openDaily({ corpus, dataDir: home })
const window = { since: new Date(TODAY).toISOString(), until: new Date(TODAY + DAY).toISOString() }

async function time(name: string, scope: DailyScope) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const began = performance.now()
  const { articles, stories, leftOut } = await daily.make(
    { collections: ['shared'], window, newBy: 'publication', scope, interests: [], locale: 'en' },
    { progress: () => {}, signal: new AbortController().signal },
  )
  const seconds = (performance.now() - began) / 1000
  delay.disable()
  const milliseconds = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(1)
  const delays = [delay.percentile(50), delay.percentile(99), delay.max].map(milliseconds).join(' / ')
  process.stdout.write(
    `${name}: ${seconds.toFixed(2)} s; event-loop delay p50 / p99 / max ${delays} ms; ${articles} documents, ${stories.length} stories told and ${leftOut.stories + leftOut.unchanged} left out\n`,
  )
}

const coverage = await corpus.coverage({ collections: ['shared'] })
process.stdout.write(`${coverage.documents} documents in ${coverage.passages} passages\n`)
await time('first briefing', { topics: [], sources: [] })
await time('the same again', { topics: [], sources: [] })
await time('of two sources', { topics: [], sources: ['Gazette 1', 'Gazette 2'] })
await daily.close()
await corpus.close()
if (process.argv[4] === undefined) rmSync(home, { recursive: true, force: true, maxRetries: 3 })
