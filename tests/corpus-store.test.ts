import { access, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Corpus, openCorpus } from '../src/corpus/corpus.ts'
import type { Filter } from '../src/document.ts'
import { english } from '../src/locales/language.ts'
import { refusalText } from '../src/locales/refusal.ts'
import { createSearch } from '../src/search/retrieve.ts'
import { runs } from './fakes/runs.ts'
import { useStore } from './fakes/store.ts'

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
const find = async (question: string, collections = ['shared']) =>
  (await createSearch(corpus)(question, { collections }, 10)).hits.map(({ passage }) => passage.document)
const line = (id: string, text: string, metadata = {}) =>
  JSON.stringify({ _id: id, title: '', text, metadata })
const importLines = async (lines: (string | Uint8Array)[], collection = 'shared') => {
  const file = join(home, 'documents.jsonl')
  await writeFile(file, Buffer.concat(lines.flatMap((one) => [Buffer.from(one), Buffer.from('\n')])))
  return corpus.importJsonl(file, collection)
}

test('a JSON Lines file in the folder is followed line by line: a line taken out takes its document out', async () => {
  await put('all.jsonl', [line('a', 'The otter swims.'), line('b', 'The badger digs.')].join('\n'))
  expect(await corpus.synchronise(folder)).toMatchObject({ added: 2, removed: 0 })
  await put('all.jsonl', line('b', 'The badger digs deep.'))
  expect(await corpus.synchronise(folder)).toMatchObject({ added: 0, updated: 1, removed: 1 })
  expect(await find('otter')).toEqual([])
  expect(await find('badger')).toEqual(['b'])
  await rm(join(folder, 'all.jsonl'))
  expect(await corpus.synchronise(folder)).toMatchObject({ removed: 1 })
  expect(await corpus.coverage({ collections: ['shared'] })).toEqual({
    documents: 0,
    passages: 0,
    oldest: null,
    newest: null,
  })
})

test('a document that moves to another file stays found', async () => {
  await put('one.jsonl', line('a', 'The otter swims.'))
  await corpus.synchronise(folder)
  await rm(join(folder, 'one.jsonl'))
  await put('two.jsonl', line('a', 'The otter swims.'))
  await corpus.synchronise(folder)
  expect(await find('otter')).toEqual(['a'])
})

test('a corrected line is no longer reported, an uncorrected one still is', async () => {
  await put('all.jsonl', ['{broken', line('b', 'The badger digs.')].join('\n'))
  await corpus.synchronise(folder)
  await corpus.synchronise(folder)
  expect((await corpus.refused()).map(({ name }) => name)).toEqual(['all.jsonl:1'])
  await put('all.jsonl', line('b', 'The badger digs.'))
  await corpus.synchronise(folder)
  expect(await corpus.refused()).toEqual([])
})

test('a line separator inside a text does not end a line, bad bytes and repeated ids are refused by number', async () => {
  const { added, refused } = await importLines([
    '{"_id":"a","text":"The otter\u2028swims."}',
    new Uint8Array([...Buffer.from('{"_id":"b","text":"'), 0xff, ...Buffer.from('"}')]),
    line('a', 'Another otter.'),
    line('c', 'The heron stands.'),
  ])
  expect(added).toBe(2)
  expect(
    refused.map(({ name, reason }) => `${name.split(':').at(-1)} ${refusalText(reason, english)}`),
  ).toEqual([expect.stringMatching(/^2 .*UTF-8/), expect.stringMatching(/^3 .*earlier line/)])
  expect(await find('heron')).toEqual(['c'])
})

test('the same id in two collections is two documents, and each collection finds its own', async () => {
  await importLines([line('twin', 'The otter swims.')], 'first')
  await importLines([line('twin', 'The otter swims.')], "sec'ond")
  expect(await find('otter', ['first'])).toEqual(['twin'])
  expect(await find('otter', ["sec'ond"])).toEqual(["sec'ond/twin"])
  expect(await importLines([line('twin', 'The otter swims.')], "sec'ond")).toMatchObject({ unchanged: 1 })
  expect(await find('otter', [])).toEqual([])
})

test('coverage counts what the filter lets through, with the dates that it spans', async () => {
  await importLines([
    line('a', 'One.', { date: '2024-01-05', source: 'Desk' }),
    line('b', 'Two.', { date: '2024-03-05', source: 'Desk' }),
    line('c', 'Three.', { date: '2023-12-05', source: 'Wire' }),
    line('d', 'Four.'),
  ])
  const collections = ['shared']
  expect(await corpus.coverage({ collections })).toEqual({
    documents: 4,
    passages: 4,
    oldest: '2023-12-05',
    newest: '2024-03-05',
  })
  expect(await corpus.coverage({ collections, source: 'Desk' })).toMatchObject({ oldest: '2024-01-05' })
  expect(await corpus.coverage({ collections, since: '2024-01-06' })).toMatchObject({ documents: 1 })
  expect(await corpus.sources(collections)).toEqual([
    { source: 'Desk', documents: 2 },
    { source: 'Unknown source', documents: 1 },
    { source: 'Wire', documents: 1 },
  ])
  // The oldest of a source goes: the next one takes its place.
  await importLines([line('a', 'One.', { date: '2024-02-05', source: 'Desk' })])
  expect(await corpus.coverage({ collections, source: 'Desk' })).toMatchObject({ oldest: '2024-02-05' })
})

const HOSTILE = [
  '100%',
  'a_b',
  "it's",
  'say "so"',
  'back\\slash',
  "'] OR true --",
  '[a, b]',
  '能源',
  'ÉNERGIE',
]

test('a topic finds its own documents only, in any case and whatever it is called', async () => {
  const others = ['a%b', 'axb', '1000', 'its', '', '%', '_', 'nergie']
  await importLines(
    [...HOSTILE, ...others].map((topic) => line(topic || 'none', 'The otter swims.', { topics: [topic] })),
  )
  const found = async (topic: string) =>
    (await createSearch(corpus)('otter', { collections: ['shared'], topic }, 50)).hits.map(
      ({ passage }) => passage.document,
    )
  for (const topic of HOSTILE)
    for (const typed of [topic, topic.toLowerCase(), topic.toUpperCase(), ` ${topic} `]) {
      expect(await found(typed)).toEqual([topic])
      expect(await corpus.coverage({ collections: ['shared'], topic: typed })).toMatchObject({ documents: 1 })
    }
  expect(await found('missing')).toEqual([])
})

test('topic, source and date limit search and coverage together, before and after folding', async () => {
  await importLines([
    line('a', 'The otter swims.', { date: '2026-01-01', source: 'Times', topics: 'energy, trade' }),
    line('b', 'The otter sleeps.', { date: '2026-02-01', source: 'TIMES', topics: 'Energy' }),
    line('c', 'The otter eats.', { date: '2026-03-01', source: 'Herald', topics: 'energy' }),
    line('d', 'The otter dives.', { source: 'Times', topics: 'arctic' }),
  ])
  const cases: [Partial<Filter>, string[]][] = [
    [{ topic: 'ENERGY' }, ['a', 'b', 'c']],
    [{ topic: 'energy', source: 'times' }, ['a', 'b']],
    [{ topic: 'energy', since: '2026-02-01' }, ['b', 'c']],
    [{ topic: 'energy', source: 'Times', since: '2026-01-02' }, ['b']],
    [{ source: 'times' }, ['a', 'b', 'd']],
    [{ source: 'times', since: '2026-01-01' }, ['a', 'b']],
    [{ topic: ' ', source: '' }, ['a', 'b', 'c', 'd']],
    [{ topic: 'energy', collections: ['guild'] }, []],
  ]
  const check = async () => {
    for (const [filter, expected] of cases) {
      const whole = { collections: ['shared'], ...filter }
      const { hits } = await createSearch(corpus)('otter', whole, 10)
      expect(hits.map(({ passage }) => passage.document).toSorted()).toEqual(expected)
      expect((await corpus.coverage(whole)).documents).toBe(expected.length)
    }
  }
  await check()
  await corpus.query((table) => table.optimize())
  await check()
  expect(await corpus.coverage({ collections: ['shared'], topic: 'energy', source: 'times' })).toEqual({
    documents: 2,
    passages: 2,
    oldest: '2026-01-01',
    newest: '2026-02-01',
  })
})

test('topics and speakers are counted in and out with their documents, and again from nothing', async () => {
  await alone()
  const says = (who: string) => `${who} said that the river is cold.`
  await importLines([
    line('a', says('Anna Brook'), { topics: ['Energy', 'trade'] }),
    line('b', `${says('Élodie Brookes')} ${says('Élodie Brookes')}`, { topics: ['energy'] }),
    line('c', says('John Dale')),
  ])
  const state = async () => [
    await corpus.topics(['shared']),
    await corpus.speakers('bro', ['shared'], 25),
    await corpus.speakers('', ['shared'], 25),
  ]
  expect(await state()).toEqual([
    [
      { topic: 'Energy', documents: 2 },
      { topic: 'trade', documents: 1 },
    ],
    ['Élodie Brookes', 'Anna Brook'],
    ['Élodie Brookes', 'Anna Brook', 'John Dale'],
  ])
  expect(await corpus.speakers('ÉLO', ['shared'], 25)).toEqual(
    await corpus.speakers('elodie b', ['shared'], 25),
  )
  expect(await corpus.speakers('rook', ['shared'], 25)).toEqual([])
  expect(await corpus.speakers('%', ['shared'], 25)).toHaveLength(3)
  expect(await corpus.speakers('bro', ['guild'], 25)).toEqual([])
  const { hits } = await createSearch(corpus)('river', { collections: ['shared'] }, 9)
  const hit = hits.find(({ passage }) => passage.document === 'a')
  await importLines([line('a', says('Anna Brook'), { topics: ['arctic'] })])
  expect((await corpus.info('a', hit?.passage.hash ?? ''))?.topics).toEqual(['arctic'])
  await importLines([line('b', says('Carl'), { topics: ['energy'] })])
  const after = [
    [
      { topic: 'arctic', documents: 1 },
      { topic: 'energy', documents: 1 },
    ],
    ['Anna Brook'],
    ['Anna Brook', 'Carl', 'John Dale'],
  ]
  expect(await state()).toEqual(after)
  await corpus.close()
  const { DatabaseSync } = await import('node:sqlite')
  const database = new DatabaseSync(join(home, 'data', 'corpus.sqlite'))
  database.exec(
    'DELETE FROM topics; DELETE FROM days; UPDATE speakers SET sentences = 9; PRAGMA user_version = 99',
  )
  database.close()
  corpus = await openCorpus({ dataDir: join(home, 'data') })
  expect(await state()).toEqual(after)
  expect(await corpus.coverage({ collections: ['shared'], topic: 'ENERGY' })).toMatchObject({ documents: 1 })
})

test('a file that only gets other topics or another folder is stored with them', async () => {
  const about = (topics: string) => `---\ntopics: ${topics}\n---\nThe otter swims.`
  await put('one.md', about('energy'))
  await corpus.synchronise(folder)
  await put('one.md', about('trade, arctic'))
  expect(await corpus.synchronise(folder)).toMatchObject({ updated: 1 })
  await mkdir(join(folder, 'Wire'))
  await rename(join(folder, 'one.md'), join(folder, 'Wire', 'one.md'))
  await corpus.synchronise(folder)
  expect((await corpus.topics(['shared'])).map(({ topic }) => topic)).toEqual(['arctic', 'trade', 'Wire'])
  const { hits } = await createSearch(corpus)('otter', { collections: ['shared'], topic: 'wire' }, 5)
  expect(hits.map(({ passage }) => passage.document)).toEqual(['Wire/one.md'])
})

test('a text that returns keeps its first date of entry, and its old version its own text', async () => {
  await alone()
  await importLines([line('a', 'The otter swims.')])
  const [hit] = (await createSearch(corpus)('otter', { collections: ['shared'] }, 1)).hits
  const hash = hit?.passage.hash ?? ''
  const first = await corpus.info('a', hash)
  expect(first).not.toHaveProperty('text')
  await importLines([line('a', 'The heron stands.')])
  expect((await corpus.document('a', hash))?.text).toBe('The otter swims.')
  await importLines([line('a', 'The otter swims.')])
  expect(await corpus.info('a', hash)).toEqual(first)
  expect(await find('heron')).toEqual([])
  expect(await find('otter')).toEqual(['a'])
})

test('an index that is lost is filled again from the documents', async () => {
  await alone()
  await importLines([line('a', 'The otter swims.')])
  await corpus.close()
  await rm(join(home, 'data', 'passages-3.lance'), { recursive: true })
  corpus = await openCorpus({ dataDir: join(home, 'data') })
  expect(await find('otter')).toEqual(['a'])
})

test('an index of an older shape makes way for the present one, filled from the documents', async () => {
  await alone()
  await importLines([line('a', 'The otter swims.')])
  await corpus.close()
  const [older, present] = ['passages.lance', 'passages-3.lance'].map((name) => join(home, 'data', name))
  await rename(present ?? '', older ?? '')
  corpus = await openCorpus({ dataDir: join(home, 'data') })
  expect(await find('otter')).toEqual(['a'])
  await expect(access(older ?? '')).rejects.toThrow()
})

test('new passages are found by word and by every filter, also before they are folded into the index', async () => {
  await alone()
  const about = (date: string, source: string) => ({ date, source })
  await importLines([line('a', 'The otter swims.', about('2026-01-01', 'Times'))])
  await corpus.query((table) => table.optimize())
  await importLines([line('b', 'The otter sleeps.', about('2026-02-01', 'Times'))])
  await importLines([line('c', 'The otter eats.', about('2026-03-01', 'Herald'))])
  await importLines([line('d', 'The otter dives.')], 'guild')
  const unindexed = await corpus.query(async (table) => {
    const indices = await table.listIndices()
    return Promise.all(indices.map(async ({ name }) => (await table.indexStats(name))?.numUnindexedRows))
  })
  expect(unindexed).toEqual([3, 3, 3, 3, 3])
  const found = async (filter: Partial<Filter>) =>
    (await createSearch(corpus)('otter', { collections: ['shared'], ...filter }, 10)).hits
      .map(({ passage }) => passage.document)
      .toSorted()
  expect(await found({})).toEqual(['a', 'b', 'c'])
  expect(await found({ collections: ['guild'] })).toEqual(['d'])
  expect(await found({ source: 'Times' })).toEqual(['a', 'b'])
  expect(await found({ since: '2026-02-01' })).toEqual(['b', 'c'])
  expect(await found({ since: '2026-02-01', source: 'Times' })).toEqual(['b'])
  await corpus.query((table) => table.optimize())
  expect(await found({ since: '2026-02-01', source: 'Times' })).toEqual(['b'])
  expect(await found({ collections: ['guild', 'shared'] })).toEqual(['a', 'b', 'c', 'd'])
})

test('a store written by another version of the analysis is counted and indexed anew', async () => {
  await alone()
  await importLines([line('a', 'The otter swims.'), line('b', 'The otter sleeps.')])
  await corpus.close()
  const { DatabaseSync } = await import('node:sqlite')
  const database = new DatabaseSync(join(home, 'data', 'corpus.sqlite'))
  database.exec(
    "UPDATE terms SET term = term || 'old'; UPDATE sources SET documents = 7; PRAGMA user_version = 99",
  )
  database.close()
  corpus = await openCorpus({ dataDir: join(home, 'data') })
  const { passages, frequencies } = await corpus.termFrequencies(['otter', 'otterold'], ['shared'])
  expect([passages, ...frequencies]).toEqual([2, ['otter', 2]])
  expect(await corpus.coverage({ collections: ['shared'] })).toMatchObject({ documents: 2, passages: 2 })
  expect((await find('otter')).toSorted()).toEqual(['a', 'b'])
})

test('two programs that write to one store at once lose and double nothing', async () => {
  await alone()
  const files = ['x', 'y'].map((name) => join(home, `${name}.jsonl`))
  for (const [at, file] of files.entries())
    await writeFile(
      file,
      Array.from({ length: 1500 }, (_, number) => line(`${at}-${number}`, `Animal a${number} sleeps.`)).join(
        '\n',
      ),
    )
  const other = await openCorpus({ dataDir: join(home, 'data') })
  try {
    await Promise.all([corpus, other].map((one, at) => one.importJsonl(files[at] ?? '', 'shared')))
    const passages = await other.query(async (table) => {
      await table.checkoutLatest()
      return table.countRows()
    })
    expect([passages, (await other.coverage({ collections: ['shared'] })).documents]).toEqual([3000, 3000])
  } finally {
    await other.close()
  }
})

test('an import can be stopped, and says how far it is', async () => {
  await alone()
  const size = runs(6000, 1500)
  const file = join(home, 'many.jsonl')
  const text = 'The otter swims in the cold river and the heron stands by. '.repeat(10)
  await writeFile(file, Array.from({ length: size }, (_, at) => line(`d${at}`, `${text} n${at}`)).join('\n'))
  const stop = new AbortController()
  stop.abort()
  const aborted = await corpus.importJsonl(file, 'shared', { signal: stop.signal })
  expect(aborted.added).toBeLessThan(size)

  const told: number[] = []
  const importing = corpus.importJsonl(file, 'shared', { onProgress: ({ done }) => told.push(done) })
  expect(corpus.busy()).toBe(true)
  const { added, unchanged } = await importing
  expect(added + unchanged).toBe(size)
  expect(told).toEqual(told.toSorted((one, other) => one - other))
  expect(corpus.busy()).toBe(false)
})

test('hidden files and links out of the folder are not read', async () => {
  await writeFile(join(home, 'secret.md'), 'The otter has a secret.')
  await mkdir(join(folder, '.git'))
  await put('.git/hidden.md', 'The otter hides.')
  await put('fine.md', 'The heron stands.')
  await symlink(join(home, 'secret.md'), join(folder, 'link.md'))
  const { added, refused } = await corpus.synchronise(folder)
  expect(added).toBe(1)
  expect(refused).toEqual([{ name: 'link.md', reason: { key: 'refusal.linkOutside' } }])
  expect(await find('otter')).toEqual([])
})

test('a file that cannot be imported is one clear sentence', async () => {
  await expect(corpus.importJsonl(join(home, 'nowhere.jsonl'), 'shared')).rejects.toThrow(
    /nowhere\.jsonl.*cannot be read/,
  )
})

test('after a large import its first and its last document are found, and so is one that comes in right after it', async () => {
  await alone()
  const last = runs(6000, 1500) - 1
  const many = Array.from({ length: last + 1 }, (_, at) =>
    line(
      `d${at}`,
      `Harbour number ${at} lies by the sea.${at === 0 || at === last ? ` Beacon word${at}.` : ''}`,
      {
        language: 'en',
      },
    ),
  )
  await importLines(many)
  expect(await find('beacon word0')).toContain('d0')
  expect(await find(`beacon word${last}`)).toContain(`d${last}`)
  await importLines([line('late', 'The lighthouse of Zanzibar blinks.', { language: 'en' })])
  expect(await find('lighthouse of Zanzibar')).toContain('late')
})
