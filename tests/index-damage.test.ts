import { cp, mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Corpus, openCorpus } from '../src/corpus/corpus.ts'
import { readJsonLine } from '../src/formats/plain/json-line.ts'
import { createSearch } from '../src/search/retrieve.ts'
import { openLock, openSqlite } from '../src/sqlite/database.ts'
import { IndexFilling } from '../src/store/index-state.ts'
import { keepIndex } from '../src/store/kept-index.ts'
import { isConflict, literal, optimise, readIndex } from '../src/store/passage-index.ts'
import { type CorpusTables, corpusContents, corpusMigrations } from '../src/store/tables.ts'
import { createWriter } from '../src/store/writer.ts'

let home: string
const opened: Corpus[] = []

/** A small store whose index has been folded and has a passage that is not; every test damages a copy of it. */
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'index-damage-'))
  const corpus = await openCorpus({ dataDir: join(home, 'sound') })
  await importInto(corpus, ['a', 'b', 'c'])
  await corpus.query((table) => table.optimize())
  await importInto(corpus, ['d'])
  await corpus.close()
})
afterEach(async () => {
  for (const corpus of opened.splice(0)) await corpus.close()
  await rm(join(home, 'data'), { recursive: true, force: true })
})
afterAll(() => rm(home, { recursive: true, force: true }))

async function importInto(corpus: Corpus, ids: string[]): Promise<void> {
  const file = join(home, 'documents.jsonl')
  const about = { source: 'Times', date: '2026-01-01', topics: ['animals'] }
  const lines = ids.map((id) => ({ _id: id, text: `The otter ${id} swims.`, metadata: about }))
  await writeFile(file, lines.map((line) => JSON.stringify(line)).join('\n'))
  await corpus.importJsonl(file, 'shared')
}

const dataDir = () => join(home, 'data')
const copy = () => cp(join(home, 'sound'), dataDir(), { recursive: true })
type Options = Omit<Parameters<typeof openCorpus>[0], 'dataDir'>
async function open(options: Options = {}): Promise<Corpus> {
  const corpus = await openCorpus({ dataDir: dataDir(), ...options })
  opened.push(corpus)
  return corpus
}
const find = async (corpus: Corpus) =>
  (await createSearch(corpus)('otter', { collections: ['shared'] }, 10)).hits
    .map(({ passage }) => passage.document)
    .toSorted()

async function indexFiles(pattern: RegExp): Promise<string[]> {
  const entries = await readdir(dataDir(), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /\.lance\b/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => pattern.test(path))
}

type Damage = (path: string, size: number) => Promise<unknown>
const DAMAGES: Record<string, Damage> = {
  empty: (path) => truncate(path, 0),
  'cut in half': (path, size) => truncate(path, size >> 1),
  missing: (path) => rm(path),
  zeroed: (path, size) => writeFile(path, new Uint8Array(size)),
  garbage: (path, size) => writeFile(path, Buffer.alloc(size, 'Z')),
}
/** Each kind of file that an index has. */
const KINDS = {
  data: /\/data\//,
  versions: /\/_versions\/.*manifest$/,
  words: /\/_indices\/.*\/(?:tokens|invert|docs|metadata|part_|posting)/,
  filters: /\/_indices\/.*\/(?:page_|bitmap)/,
}

async function damage(pattern: RegExp, inflict: Damage): Promise<void> {
  const files = await indexFiles(pattern)
  expect(files, String(pattern)).not.toEqual([])
  for (const file of files) await inflict(file, (await stat(file)).size)
}

/** As the writing thread has the store open, without the thread. */
async function openParts() {
  const path = join(dataDir(), 'corpus.sqlite')
  const database = await openSqlite<CorpusTables>(path, corpusMigrations, corpusContents)
  const lock = openLock(`${path}.lock`)
  const begun: string[] = []
  const index = keepIndex(database, dataDir(), (why) => begun.push(why))
  const writer = createWriter({ store: database, index, lock, onCommit: () => {} })
  const close = async () => {
    await index.close()
    lock.close()
    await database.destroy()
  }
  return { writer, index, lock, begun, close }
}
type Parts = Awaited<ReturnType<typeof openParts>>

/** Every kind of file is read by one of these; undefined when the index was damaged. */
const searched = ({ index, lock }: Parts) =>
  lock.hold(() =>
    index.run(async ({ table }) => {
      const filter = `collection IN ('shared') AND source = ${literal('times')} AND date >= '2026-01-01' AND array_has(topics, 'animals')`
      const found = table.query().fullTextSearch('otter', { columns: 'terms' }).where(filter)
      const rows: { document: string }[] = await found.select(['document', '_score']).toArray()
      return rows.map(({ document }) => document).toSorted()
    }),
  )

for (const [name, inflict] of Object.entries(DAMAGES))
  for (const [kind, pattern] of Object.entries(KINDS))
    test(`an index whose ${kind} are ${name} is set aside once and filled anew`, async () => {
      await copy()
      await damage(pattern, inflict)
      const parts = await openParts()
      await parts.writer.recover()
      await searched(parts)
      while (!(await parts.writer.fill()));
      expect(await searched(parts)).toEqual(['a', 'b', 'c', 'd'])
      expect(parts.begun).toEqual(['damaged'])
      expect(await readdir(dataDir())).toContain('damaged-index')
      await parts.close()
    })

test('a transaction file that is damaged harms nothing', async () => {
  await copy()
  await damage(/\/_transactions\//, (path) => truncate(path, 0))
  const parts = await openParts()
  await parts.writer.recover()
  expect(await searched(parts)).toEqual(['a', 'b', 'c', 'd'])
  expect(parts.begun).toEqual([])
  await parts.close()
})

test('an old version that only tidying reads is set aside as well', async () => {
  await copy()
  const [newest] = (await indexFiles(KINDS.versions)).toSorted()
  for (const file of await indexFiles(KINDS.versions)) if (file !== newest) await truncate(file, 0)
  const parts = await openParts()
  await parts.writer.recover()
  expect(await searched(parts)).toEqual(['a', 'b', 'c', 'd'])
  await parts.writer.settle('idle')
  expect(parts.begun).toEqual(['damaged'])
  while (!(await parts.writer.fill()));
  expect(await searched(parts)).toEqual(['a', 'b', 'c', 'd'])
  await parts.close()
})

test('an index that has lost its last write is filled anew, though what is left is sound', async () => {
  await copy()
  const corpus = await open()
  // As many passages as before: only the index's version tells.
  const file = join(home, 'again.jsonl')
  await writeFile(file, JSON.stringify({ _id: 'd', text: 'The otter d sleeps.' }))
  const before = await indexFiles(/./)
  await corpus.importJsonl(file, 'shared')
  await opened.pop()?.close()
  for (const path of await indexFiles(/./)) if (!before.includes(path)) await rm(path)
  const notices: string[] = []
  const reopened = await open({ onNotice: (notice) => notices.push(notice) })
  expect((await createSearch(reopened)('sleeps', { collections: ['shared'] }, 10)).hits).toHaveLength(1)
  expect(notices).toEqual([DAMAGED])
})

const DAMAGED =
  'The search index is damaged: it is set aside as damaged-index in the data folder, and rebuilt from the documents.'

test('an index that breaks while a bot runs: it says how far the new one is, then answers as before', async () => {
  await copy()
  const notices: string[] = []
  const corpus = await open({ waitsForIndex: false, onNotice: (notice) => notices.push(notice) })
  const other = await open()
  expect(await find(corpus)).toEqual(['a', 'b', 'c', 'd'])
  await rm(join(dataDir(), 'passages-3.lance'), { recursive: true })
  const said = await find(corpus).catch((error: unknown) => error)
  expect(said).toBeInstanceOf(IndexFilling)
  expect(String(said)).toMatch(/being rebuilt \(\d+ % done\)/)
  // Another process has it open as well: it waits for the one new index, and finds everything in it.
  expect(await find(other)).toEqual(['a', 'b', 'c', 'd'])
  expect(await find(corpus)).toEqual(['a', 'b', 'c', 'd'])
  expect(await corpus.filling()).toBeUndefined()
  expect(notices).toEqual([DAMAGED])
})

test('documents are added and taken out while the index is rebuilt, and nothing is lost or doubled', async () => {
  await copy()
  await damage(KINDS.data, DAMAGES.empty as Damage)
  const corpus = await open({ waitsForIndex: false })
  const adding = importInto(corpus, ['e', 'f'])
  const removing = corpus.remove(['a'], 'shared')
  await Promise.all([adding, removing])
  const patient = await open()
  expect(await find(patient)).toEqual(['b', 'c', 'd', 'e', 'f'])
})

test('of several processes that meet a damaged index, one sets it aside and one fills it', async () => {
  await copy()
  await damage(KINDS.words, DAMAGES.empty as Damage)
  const notices: string[] = []
  const all = await Promise.all([1, 2, 3].map(() => open({ onNotice: (notice) => notices.push(notice) })))
  for (const found of await Promise.all(all.map(find))) expect(found).toEqual(['a', 'b', 'c', 'd'])
  expect(notices).toEqual([DAMAGED])
})

test('an index that was being filled when its process was killed is filled by the next one', async () => {
  await copy()
  const parts = await openParts()
  await parts.lock.hold(() => parts.index.beginAnew('damaged'))
  await parts.close()
  const corpus = await open()
  expect(await find(corpus)).toEqual(['a', 'b', 'c', 'd'])
})

test('a fold on a handle that another process’s fold has just overtaken succeeds', async () => {
  await copy()
  const [one, other] = [await openParts(), await openParts()]
  const add = async (id: string) => {
    const document = readJsonLine(JSON.stringify({ _id: id, text: `The heron ${id} stands.` }))
    await one.writer.put([{ document, path: null }], 'shared')
  }
  await add('e')
  const behind = await readIndex(dataDir())
  await searched(other)
  await behind.table.countRows()
  await add('f')
  await one.lock.hold(() => one.index.run(optimise))
  // LanceDB itself refuses what is less than a second behind.
  await expect(optimise(behind)).rejects.toSatisfy(isConflict)
  expect(await other.lock.hold(() => other.index.run(optimise).then(() => 'folded'))).toBe('folded')
  expect([...one.begun, ...other.begun]).toEqual([])
  behind.connection.close()
  for (const parts of [one, other]) await parts.close()
})
