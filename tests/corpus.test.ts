import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Corpus, openCorpus } from '../src/corpus/corpus.ts'
import { english } from '../src/locales/language.ts'
import { refusalText } from '../src/locales/refusal.ts'
import { createSearch } from '../src/search/retrieve.ts'
import { longTest } from './fakes/runs.ts'
import { useStore } from './fakes/store.ts'

const shared = { collections: ['shared'] }
let home: string
let folder: string
let corpus: Corpus

/** For tests that close or damage it, or count all that it holds. */
const alone = useStore(
  (store) => {
    ;({ home, folder, corpus } = store)
  },
  () => corpus,
)

const put = (name: string, text: string | Uint8Array) => writeFile(join(folder, name), text)
const find = async (question: string) =>
  (await createSearch(corpus)(question, shared, 10)).hits.map(({ passage }) => passage.document)

test('added, changed and removed files are followed by their content', async () => {
  await put('one.md', '# One\n\nThe otter swims in the river.')
  await put('two.txt', 'The badger digs a hole in the wood.')
  expect(await corpus.synchronise(folder)).toMatchObject({ added: 2, updated: 0, removed: 0, refused: [] })
  expect(await find('otter')).toEqual(['one.md'])

  await put('one.md', '# One\n\nThe heron stands in the river.')
  await rm(join(folder, 'two.txt'))
  expect(await corpus.synchronise(folder)).toMatchObject({ added: 0, updated: 1, removed: 1 })
  expect(await find('otter badger')).toEqual([])
  expect(await find('heron')).toEqual(['one.md'])
  expect(await corpus.coverage(shared)).toMatchObject({ documents: 1, passages: 1 })
  expect(await corpus.termFrequencies(['otter', 'heron'], ['shared'])).toEqual({
    passages: 1,
    frequencies: new Map([
      ['heron', 1],
      ['otter', 0],
    ]),
  })
  expect(await corpus.synchronise(folder)).toMatchObject({ added: 0, updated: 0, unchanged: 1, removed: 0 })
})

test('a line whose id was taken is read when the id is free', async () => {
  await alone()
  await put('a.md', 'The otter swims.')
  await corpus.synchronise(folder)
  await put('b.jsonl', '{"_id":"a.md","text":"The heron stands."}\n{"_id":"c","text":"The badger digs."}\n')
  const { refused } = await corpus.synchronise(folder)
  expect(refused).toMatchObject([{ name: 'b.jsonl:1' }])
  await rm(join(folder, 'a.md'))
  await corpus.synchronise(folder)
  await corpus.close()
  corpus = await openCorpus({ dataDir: join(home, 'data') })
  await corpus.synchronise(folder)
  expect(await find('heron')).toEqual(['a.md'])
  expect(await find('otter')).toEqual([])
})

test('an old version stays readable for the answers that quote it', async () => {
  await put('one.md', 'The otter swims.')
  await corpus.synchronise(folder)
  const [hit] = (await createSearch(corpus)('otter', shared, 1)).hits
  await put('one.md', 'The heron stands.')
  await corpus.synchronise(folder)
  expect(await corpus.document('one.md', hit?.passage.hash ?? '')).toMatchObject({ text: 'The otter swims.' })
})

test('a broken file is refused by name and reason, and the rest goes on', async () => {
  await put('bad-encoding.txt', new Uint8Array([0x61, 0xff, 0x62]))
  await put('bad-front-matter.md', '---\ntitle: [open\n---\nText.')
  await put('bad-date.md', '---\ndate: someday\n---\nText.')
  await put('empty.md', '')
  await put('huge.txt', '')
  await truncate(join(folder, 'huge.txt'), 200_000_000)
  await put('fine.md', 'The otter swims.')
  const { added, refused } = await corpus.synchronise(folder)
  expect(added).toBe(1)
  expect(refused.map(({ name, reason }) => `${name}: ${refusalText(reason, english)}`)).toEqual([
    expect.stringMatching(/^bad-date\.md: .*someday.*date.*2024-05-16/),
    expect.stringMatching(/^bad-encoding\.txt: .*UTF-8/),
    expect.stringMatching(/^bad-front-matter\.md: .*front matter/),
    expect.stringMatching(/^empty\.md: .*no text/),
    expect.stringMatching(/^huge\.txt: .*200 MB.*10 MB/),
  ])
  expect((await corpus.refused()).map(({ name }) => name)).toHaveLength(5)
  await put('empty.md', 'No longer empty.')
  await corpus.synchronise(folder)
  expect((await corpus.refused()).map(({ name }) => name)).not.toContain('empty.md')
})

test('a folder that cannot be read changes nothing', async () => {
  await put('one.md', 'The otter swims.')
  await corpus.synchronise(folder)
  await expect(corpus.synchronise(join(home, 'nowhere'))).rejects.toThrow(/nowhere.*CORPUS_DIR/)
  expect(await find('otter')).toEqual(['one.md'])
})

test('a file dropped into the folder is found without a restart', async () => {
  await put('one.md', 'The otter swims.')
  await corpus.synchronise(folder)
  let said = () => {}
  const synchronised = new Promise<void>((resolve) => {
    said = resolve
  })
  const stop = await corpus.watch(folder, () => said())
  await put('two.md', 'The kingfisher dives.')
  await synchronised
  expect(await find('kingfisher')).toEqual(['two.md'])
  await stop()
})

test('JSON Lines are imported with their ids, broken lines by number refused', async () => {
  await alone()
  const file = join(home, 'documents.jsonl')
  const lines = Array.from({ length: 1500 }, (_, at) =>
    JSON.stringify({ _id: `d${at}`, title: 'T', text: `Animal number${at} sleeps.` }),
  )
  lines.splice(2, 0, '{broken', '', '{"_id":"x"}', '{"_id":"y","text":"   "}')
  await writeFile(file, lines.join('\n'))
  const { added, refused } = await corpus.importJsonl(file, 'shared')
  expect(added).toBe(1500)
  expect(refused.map(({ name }) => name.split(':').at(-1))).toEqual(['3', '5', '6'])
  expect(await find('number1499')).toEqual(['d1499'])
  expect(await corpus.importJsonl(file, 'shared')).toMatchObject({ added: 0, unchanged: 1500 })
})

test('documents that a kill left unindexed are indexed at the next start', async () => {
  await alone()
  await put('one.md', 'The otter swims.')
  await corpus.synchronise(folder)
  await corpus.query((table) => table.delete('true'))
  await corpus.close()
  const { DatabaseSync } = await import('node:sqlite')
  const database = new DatabaseSync(join(home, 'data', 'corpus.sqlite'))
  database.exec('UPDATE documents SET indexed = 0')
  database.close()
  corpus = await openCorpus({ dataDir: join(home, 'data') })
  expect(await find('otter')).toEqual(['one.md'])
})

longTest(
  'killed in the middle of an import, it loses nothing that was committed and goes on from there',
  async () => {
    await alone()
    const file = join(home, 'documents.jsonl')
    const line = (at: number) =>
      JSON.stringify({ _id: `d${at}`, title: '', text: `Animal number${at} sleeps.` })
    await writeFile(file, Array.from({ length: 4000 }, (_, at) => line(at)).join('\n'))
    await corpus.close()
    const environment = { ...process.env, DATA_DIR: join(home, 'data'), CORPUS_DIR: folder }
    const child = spawn(process.execPath, ['src/main.ts', 'corpus', 'import', file], {
      env: environment,
      stdio: 'ignore',
    })
    setTimeout(() => child.kill('SIGKILL'), 1800)
    await once(child, 'exit')
    corpus = await openCorpus({ dataDir: join(home, 'data') })
    const before = (await corpus.coverage(shared)).documents
    const rows = await corpus.query((table) => table.countRows())
    expect(rows).toBe(before)
    const { added, unchanged } = await corpus.importJsonl(file, 'shared')
    expect([added + unchanged, unchanged]).toEqual([4000, before])
  },
)

test('the shipped documents say what they are', async () => {
  const result = await corpus.synchronise('corpus')
  expect(result.refused).toEqual([])
  expect(result.added).toBeGreaterThanOrEqual(15)
  expect(await readFile('corpus/visit-preview.md', 'utf8')).toMatch(/^note: .*[Ss]tarter material/m)
})
