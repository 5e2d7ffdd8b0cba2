import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Corpus, openCorpus } from '../src/corpus/corpus.ts'
import { areCopies, sketchOf } from '../src/text/sketch.ts'
import { runs } from './fakes/runs.ts'
import { useStore } from './fakes/store.ts'

let files = 0
let home: string
let corpus: Corpus

/** For tests that close or damage it, or count all that it holds. */
const alone = useStore(
  (store) => {
    ;({ home, corpus } = store)
  },
  () => corpus,
)

type Line = { id: string; text: string; date?: string; source?: string; title?: string }
const put = async (lines: Line[], collection = 'shared') => {
  files += 1
  const file = join(home, `${files}.jsonl`)
  const json = lines.map(({ id, title = '', text, ...metadata }) =>
    JSON.stringify({ _id: id, title, text, metadata }),
  )
  await writeFile(file, json.join('\n'))
  return corpus.importJsonl(file, collection)
}
const hashOf = async (id: string) => {
  const { DatabaseSync } = await import('node:sqlite')
  using database = new DatabaseSync(join(home, 'data', 'corpus.sqlite'), { readOnly: true })
  const row = database.prepare('SELECT hash FROM documents WHERE id = ? AND current = 1').get(id)
  return String(row?.hash)
}
const copies = async (id: string, collections = ['shared']) =>
  (await corpus.copiesOf(id, await hashOf(id), collections)).map((info) => info.id)

/** Sentences that have no three words in common. */
const sentence = (story: string, at: number) =>
  `Minister ${story}${at} told reporters near ${story}${at} harbour that ${story}${at} talks would cost ${at} million.`
const story = (name: string, from = 0, to = 12) =>
  Array.from({ length: to - from }, (_, at) => sentence(name, from + at)).join(' ')

test('copies with another headline, a dateline, cuts and boilerplate are found from each other', async () => {
  await put([
    { id: 'agency', text: story('otter'), date: '2026-01-01' },
    { id: 'times', text: `LONDON (AP) – ${story('otter', 0, 9)} All rights reserved.`, date: '2026-01-02' },
    { id: 'herald', text: `${story('otter', 2)}\n\nSubscribe to our letter.`, date: '2026-01-03' },
    { id: 'other', text: story('badger'), date: '2026-01-01' },
  ])
  expect(await copies('agency')).toEqual(['times', 'herald'])
  expect(await copies('times')).toEqual(['agency', 'herald'])
  expect(await copies('other')).toEqual([])
})

test('copies are found in Chinese', async () => {
  const text =
    '中国外交部发言人周五在北京表示，两国将继续推进天然气管道项目的谈判。双方同意在年底前签署协议，并扩大在北极航道方面的合作。分析人士指出，价格仍然是最大的分歧。俄罗斯希望尽快开工，而中方则认为需要更多时间评估。'
  await put([
    { id: 'a', text },
    { id: 'b', text: `本报讯（记者李华）${text.replace('周五', '昨日')}责任编辑：王明。` },
    { id: 'c', text: '水獭在寒冷的河里游泳，苍鹭站在岸边等待着小鱼出现。'.repeat(3) },
  ])
  expect(await copies('a')).toEqual(['b'])
})

test('short texts are copies only when their words are the same', async () => {
  await put([
    { id: 'a', text: 'Shares fell 3 percent on Tuesday in Tokyo.' },
    { id: 'b', text: 'SHARES FELL 3 PERCENT, ON TUESDAY, IN TOKYO' },
    { id: 'c', text: 'Shares fell 4 percent on Tuesday in Tokyo.' },
    { id: 'd', text: '…' },
    { id: 'e', text: '!!!' },
  ])
  expect(await copies('a')).toEqual(['b'])
  expect(await copies('c')).toEqual([])
  expect(await copies('d')).toEqual([])
})

test("another server's copy is never told of, and its own copies are", async () => {
  await put([{ id: 'a', text: story('otter') }])
  await put([{ id: 'a', text: story('otter') }], 'guild-1')
  await put([{ id: 'theirs', text: story('otter') }], 'guild-2')
  expect(await copies('a')).toEqual([])
  expect(await copies('a', ['guild-2', 'shared'])).toEqual(['theirs'])
  expect(await copies('guild-1/a', ['guild-1', 'shared'])).toEqual(['a'])
  expect(await copies('theirs', ['guild-1', 'shared'])).toEqual([])
  expect(await copies('theirs', [])).toEqual([])
})

test('a copy that changes or leaves is no copy any more, and an old version still has its copies', async () => {
  await put([
    { id: 'a', text: story('otter') },
    { id: 'b', text: `${story('otter')} More.` },
  ])
  const old = await hashOf('b')
  expect(await copies('a')).toEqual(['b'])
  await put([{ id: 'b', text: story('badger') }])
  expect(await copies('a')).toEqual([])
  expect((await corpus.copiesOf('b', old, ['shared'])).map(({ id }) => id)).toEqual(['a'])
  await put([{ id: 'b', text: story('otter'), title: 'Again' }])
  await put([{ id: 'b', text: story('otter'), title: 'And again', date: '2026-01-01' }])
  expect(await copies('a')).toEqual(['b'])
})

test('copies are found again after everything is counted anew', async () => {
  await alone()
  await put([
    { id: 'a', text: story('otter') },
    { id: 'b', text: story('otter') },
  ])
  await corpus.close()
  const { DatabaseSync } = await import('node:sqlite')
  const database = new DatabaseSync(join(home, 'data', 'corpus.sqlite'))
  database.exec(
    'UPDATE sketches SET shingles = 9; UPDATE sketch_keys SET key = key + 1; PRAGMA user_version = 99',
  )
  database.close()
  corpus = await openCorpus({ dataDir: join(home, 'data') })
  expect(await copies('a')).toEqual(['b'])
  await put([{ id: 'b', text: story('badger') }])
  expect(await copies('a')).toEqual([])
})

test('the order of arrival changes neither the copies nor what counts as independent', async () => {
  const lines: Line[] = [
    { id: 'a', text: story('otter'), date: '2026-01-02' },
    { id: 'b', text: `${story('otter')} All rights reserved.`, date: '2026-01-01' },
    { id: 'c', text: story('otter', 0, 9) },
    { id: 'd', text: story('badger'), date: '2026-01-01T10:00:00Z' },
    { id: 'e', text: story('badger', 3), date: '2026-01-01T09:00:00Z' },
  ]
  const ids = lines.map(({ id }) => id)
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(lines, { minLength: 5 }), fc.nat(), async (order, run) => {
      const collection = `guild-${run}-${seen.size}-${files}`
      for (const line of order) await put([{ ...line, id: `${collection}:${line.id}` }], collection)
      const versions = await Promise.all(
        order.map(async ({ id }) => ({
          id: `${collection}:${id}`,
          hash: await hashOf(`${collection}:${id}`),
        })),
      )
      const originals = [...(await corpus.originals(versions))].map((pair) =>
        pair.map((key) => key.split('\n')[0]?.split(':')[1]),
      )
      const found = await Promise.all(ids.map((id) => copies(`${collection}:${id}`, [collection])))
      seen.add(
        JSON.stringify([originals.toSorted(), found.map((some) => some.map((id) => id.split(':')[1]))]),
      )
    }),
    { numRuns: runs(8, 3) },
  )
  expect([...seen]).toEqual([
    JSON.stringify([
      [
        ['a', 'b'],
        ['b', 'b'],
        ['c', 'b'],
        ['d', 'e'],
        ['e', 'e'],
      ],
      [['b', 'c'], ['a', 'c'], ['b', 'a'], ['e'], ['d']],
    ]),
  ])
})

test('an overview that holds two stories does not make them one', async () => {
  await put([
    { id: 'otter', text: story('otter'), date: '2026-01-01' },
    { id: 'badger', text: story('badger'), date: '2026-01-02' },
    { id: 'both', text: `${story('otter')} ${story('badger')}`, date: '2026-01-03' },
  ])
  const versions = await Promise.all(
    ['otter', 'badger', 'both'].map(async (id) => ({ id, hash: await hashOf(id) })),
  )
  expect(new Set((await corpus.originals(versions)).values()).size).toBe(2)
  expect(await copies('both')).toEqual(['otter', 'badger'])
})

test('the same text under another id is kept and reported, also within one import', async () => {
  await put([{ id: 'a', text: story('otter'), source: 'Agency' }])
  const { added, duplicates } = await put([
    { id: 'b', text: story('otter'), source: 'Times' },
    { id: 'c', text: story('badger') },
    { id: 'd', text: story('badger') },
  ])
  expect(added).toBe(3)
  expect(duplicates).toEqual([
    { id: 'b', of: 'a' },
    { id: 'd', of: 'c' },
  ])
  expect(await corpus.sources(['shared'])).toContainEqual({ source: 'Times', documents: 1 })
  expect((await put([{ id: 'b', text: story('otter'), source: 'Times' }])).duplicates).toEqual([])
  expect((await put([{ id: 'e', text: story('otter') }], 'guild')).duplicates).toEqual([])
})

test('any text has a sketch, which is like itself in other letters and like another in both directions', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom('otter', 'Ufer', '河', 'é', ' ', '.')).map((all) => all.join(' ')),
  )
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [a, b] = [sketchOf(one), sketchOf(other)]
      expect([...a.values]).toEqual([...new Set(a.values)].toSorted((x, y) => x - y))
      expect(areCopies(a, b)).toBe(areCopies(b, a))
      expect(areCopies(a, sketchOf(`${one.toLowerCase()} … !`))).toBe(a.values.length > 0)
    }),
  )
})

test('a date that is none does not stop an import', async () => {
  const text = story('otter')
  await put([
    { id: 'a', text, date: 'yesterday' },
    { id: 'b', text, date: '+020000-01-01' },
    { id: 'c', text, date: '-000300-01-01' },
    { id: 'd', text, date: '2026-01-01' },
  ])
  expect(await copies('a')).toHaveLength(3)
})
