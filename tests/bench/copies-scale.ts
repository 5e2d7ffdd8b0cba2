/**
 * The cost of copies in a large store: `node tests/bench/copies-scale.ts [DOCUMENTS] [COPIES]` puts so many documents of
 * the benchmark's language into a store's tables, and so many edited copies of one of them, and times each part.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { percentile } from '../../src/evaluate/statistics.ts'
import { openSqlite } from '../../src/sqlite/database.ts'
import { findCopies, findOriginals } from '../../src/store/copies.ts'
import type { Prepared } from '../../src/store/prepare.ts'
import { countSketches } from '../../src/store/sketches.ts'
import { type CorpusTables, corpusContents, corpusMigrations } from '../../src/store/tables.ts'
import { sha256 } from '../../src/text/normalise.ts'
import { sketchOf } from '../../src/text/sketch.ts'
import { makeDocument } from './generate.ts'
import { EDITS, editCopy } from './newsroom.ts'
import { pick, seeded } from './words.ts'

const [DOCUMENTS = 200_000, COPIES = 10_000] = process.argv.slice(2).map(Number)
const BATCH = 500
const ASKED = 500
const SHARED = ['shared']

const chance = seeded(20_262)

function toPrepared(id: string, text: string, date: string): Prepared {
  const row = {
    id,
    hash: sha256(text),
    collection: 'shared',
    title: id,
    source: 'Gazette',
    author: null,
    url: null,
    date,
    added: date,
    language: 'en',
    topics: '[]',
    locations: '[]',
    text,
    sections: '[]',
    path: null,
    passages: 0,
    current: 1,
    indexed: 1,
  }
  return { row, passages: [], terms: [], speakers: [] }
}

/** The documents of the made-up language, three of them one text, then the copies of the first of them. */
function* documents(): Generator<Prepared> {
  let text = ''
  for (let number = 0; number < DOCUMENTS; number += 1) {
    const { _id, metadata, text: own } = makeDocument(number)
    if (number % 3 === 0) text = `${own} ${makeDocument(DOCUMENTS + number).text}`
    yield toPrepared(
      _id,
      number % 3 === 0 ? text : editCopy(text, 'en', pick(EDITS, chance), chance),
      metadata.date,
    )
  }
}
function* copies(): Generator<Prepared> {
  const text = `${makeDocument(0).text} ${makeDocument(DOCUMENTS).text}`
  for (let number = 0; number < COPIES; number += 1)
    yield toPrepared(
      `copy-${number}`,
      number % 2 ? text : editCopy(text, 'en', pick(EDITS, chance), chance),
      '2026-01-01',
    )
}

const home = mkdtempSync(join(tmpdir(), 'copies-scale-'))
const path = join(home, 'corpus.sqlite')
const database = await openSqlite<CorpusTables>(path, corpusMigrations, corpusContents)
const megabytes = () => (statSync(path).size / 1e6).toFixed(0)
const line = (name: string, times: number[]) =>
  console.log(
    `${name.padEnd(34)} p50 ${percentile(times, 50)?.toFixed(2)} ms  p95 ${percentile(times, 95)?.toFixed(2)} ms  max ${Math.max(...times).toFixed(2)} ms`,
  )

async function store(name: string, all: Generator<Prepared>): Promise<void> {
  const times: number[] = []
  let batch: Prepared[] = []
  const flush = async () => {
    await database.transaction().execute(async (transaction) => {
      for (const { row } of batch) await transaction.insertInto('documents').values(row).execute()
    })
    const began = performance.now()
    await database.transaction().execute((transaction) => countSketches(transaction, batch, 1))
    times.push((performance.now() - began) / batch.length)
    batch = []
  }
  for (const document of all) if (batch.push(document) === BATCH) await flush()
  if (batch.length > 0) await flush()
  line(`${name}: sketch and store, each`, times)
  const tenth = Math.max(1, Math.floor(times.length / 10))
  line('  the first tenth', times.slice(0, tenth))
  line('  the last tenth', times.slice(-tenth))
}

async function ask(name: string, ids: string[]): Promise<void> {
  const times: number[] = []
  let found = 0
  for (const id of ids) {
    const { hash } = await database
      .selectFrom('documents')
      .select('hash')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const began = performance.now()
    const others = await findCopies(database, id, hash, SHARED)
    times.push(performance.now() - began)
    found += others.length
  }
  line(`${name}: copiesOf`, times)
  console.log(`  ${(found / ids.length).toFixed(2)} copies each`)
}

async function group(): Promise<void> {
  const times: number[] = []
  for (let at = 0; at < ASKED; at += 10) {
    const ids = Array.from({ length: 10 }, () => `doc-${Math.floor(chance() * DOCUMENTS)}`)
    const versions = await database
      .selectFrom('documents')
      .select(['id', 'hash'])
      .where('id', 'in', ids)
      .execute()
    const began = performance.now()
    await findOriginals(database, versions)
    times.push(performance.now() - began)
  }
  line('originals of ten documents', times)
}

const sketched = Array.from({ length: 2000 }, (_, number) => makeDocument(number).text)
const began = performance.now()
for (const text of sketched) sketchOf(text)
console.log(`sketchOf, ${((performance.now() - began) / sketched.length).toFixed(3)} ms for 110 words`)
await store(`${DOCUMENTS} documents`, documents())
console.log(`  file ${megabytes()} MB`)
const some = () => Array.from({ length: ASKED }, () => `doc-${Math.floor(chance() * DOCUMENTS)}`)
await ask('any document', some())
await group()
await store(`${COPIES} copies of one text`, copies())
await ask(
  'one of the copies',
  Array.from({ length: 50 }, (_, at) => `copy-${at * Math.floor(COPIES / 50)}`),
)
await ask('any document, beside them', some())
console.log(`peak memory ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB`)
await database.destroy()
rmSync(home, { recursive: true })
