/** Daily briefings made of real documents in a real store. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Corpus } from '../src/corpus/corpus.ts'
import type { Digest, DigestRequest } from '../src/daily/digest.ts'
import { createEditions } from '../src/daily/edition.ts'
import { type DailyMaker, openDaily } from '../src/daily/make.ts'
import { readStore } from '../src/store/store.ts'
import { runs } from './fakes/runs.ts'
import { useStore } from './fakes/store.ts'

let home: string
let dataDir: string
let corpus: Corpus
let daily: DailyMaker
let files = 0

useStore(
  (store) => {
    ;({ home, dataDir, corpus } = store)
    daily ??= openDaily({ corpus, dataDir })
  },
  () => corpus,
)
afterAll(() => daily.close())

type Line = { id: string; text: string; date?: string; source?: string; title?: string; topics?: string[] }
async function put(lines: Line[], collection = 'shared') {
  files += 1
  const file = join(home, `${files}.jsonl`)
  const json = lines.map(({ id, title = '', text, ...metadata }) =>
    JSON.stringify({ _id: id, title, text, metadata: { language: 'en', ...metadata } }),
  )
  await writeFile(file, json.join('\n'))
  await corpus.importJsonl(file, collection)
}
const dayOf = (day: string) => ({
  since: `${day}T00:00:00.000Z`,
  until: new Date(Date.parse(day) + 86_400_000).toISOString(),
})
const make = (
  change: Partial<DigestRequest> & { day?: string } = {},
  signal = new AbortController().signal,
) => {
  const { day = '2024-05-16', ...rest } = change
  const request: DigestRequest = {
    ...{ collections: ['shared'], window: dayOf(day), newBy: 'publication', interests: [], locale: 'en' },
    ...{ scope: { topics: [], sources: [] }, ...rest },
  }
  return daily.make(request, { progress: () => {}, signal })
}
const idsOf = ({ stories, documents }: Digest) =>
  stories.map((story) => story.documents.map((at) => documents[at]?.id).toSorted())

const FIRE = [
  'A fire closed the harbour of Port Lowe on Monday morning. Eleven ships wait outside the breakwater for a berth. The harbour master Ada Quill said that the cranes would stand still until Friday.',
  'The harbour of Port Lowe was closed on Monday after a fire in a grain store. Firefighters from three towns fought the flames in the grain store for nine hours. Nobody was hurt, the harbour master Ada Quill said.',
]
const VOTE =
  'The parliament of Norland voted for a tax on plastic bags on Monday. The tax of forty cents begins in January and was opposed by the grocers. Minister Olaf Berg called the vote a turning point for the coast.'
const CAUSE =
  'The harbour of Port Lowe was closed on Monday after a fire in a grain store. Police arrested a welder of 43 years on Tuesday for negligence with a blowtorch. Insurers put the damage of the fire at 12 million crowns.'

test('a day without new documents is quiet, and says what could be read', async () => {
  await put([{ id: 'a', text: VOTE, date: '2024-05-10' }])
  const digest = await make()
  expect(digest).toMatchObject({ stories: [], quotes: [], documents: [], articles: 0 })
  expect(digest.leftOut).toEqual({ stories: 0, unchanged: 0, documents: 0 })
  expect(digest.coverage.documents).toBe(1)
  expect(digest.days.at(-1)).toBe('2024-05-16')
  expect(digest.days).toHaveLength(7)
})

test('a story is told by the title of one of its documents and by sentences of its sources', async () => {
  await put([{ id: 'a', title: 'Norland taxes plastic bags', text: VOTE, date: '2024-05-16' }])
  const { stories, quotes, documents } = await make()
  expect(stories).toHaveLength(1)
  const [story] = stories
  expect(story).toMatchObject({
    headline: 'Norland taxes plastic bags',
    articles: 1,
    began: null,
    changed: null,
  })
  for (const point of story?.points ?? []) expect(VOTE).toContain(point.text)
  expect(quotes[story?.quote ?? -1]?.text).toBeTypeOf('string')
  expect(documents.map(({ id }) => id)).toEqual(['a'])
})

test('only documents of the collections, of the topics and of the sources are told', async () => {
  await put([
    { id: 'a', text: VOTE, date: '2024-05-16', source: 'The Norland Post', topics: ['Taxes', 'Sea'] },
    { id: 'b', text: FIRE[0] ?? '', date: '2024-05-16', source: 'Lowe Herald', topics: ['Harbours', 'sea'] },
  ])
  await put([{ id: 'secret', text: CAUSE, date: '2024-05-16' }], 'server-1')
  const told = async (topics: string[], sources: string[]) => {
    const digest = await make({ scope: { topics, sources } })
    expect(digest.coverage.documents).toBe(digest.articles)
    return idsOf(digest).flat().toSorted()
  }
  expect(await told([], [])).toEqual(['a', 'b'])
  expect(await told(['taxes'], [])).toEqual(['a'])
  expect(await told(['taxes', 'Sea'], [])).toEqual(['a', 'b'])
  expect(await told([], ['lowe herald', 'nobody'])).toEqual(['b'])
  expect(await told(['sea'], ['the norland post'])).toEqual(['a'])
})

test('a story that goes on leads with what is new, and says since when', async () => {
  await put([
    { id: 'old', text: FIRE[1] ?? '', date: '2024-05-14' },
    { id: 'new', text: CAUSE, date: '2024-05-16' },
  ])
  const { stories, quotes } = await make()
  const story = stories.find(({ began }) => began)
  expect(story?.began).toBe('2024-05-14')
  expect(story?.changed?.text).toMatch(/welder|damage/)
  expect(quotes[story?.changed?.quotes[0] ?? -1]?.document).toBe('new')
  expect(story?.days).toEqual([0, 0, 0, 0, 1, 0, 1])
})

test('a story is not told on a second day when nothing was added to it', async () => {
  await put([
    { id: 'old', text: FIRE[1] ?? '', date: '2024-05-15', source: 'Lowe Herald' },
    {
      id: 'reprint',
      text: `${FIRE[1]} This text is a reprint.`,
      date: '2024-05-16',
      source: 'The Norland Post',
    },
    { id: 'other', text: VOTE, date: '2024-05-16' },
  ])
  const digest = await make()
  expect(idsOf(digest)).toEqual([['other']])
  expect(digest.leftOut).toEqual({ stories: 0, unchanged: 1, documents: 1 })
  expect(digest.articles).toBe(2)
})

test('eight stories are told, the most carried ones; the others are counted', async () => {
  const about = (at: number) => Array.from({ length: 12 }, (_, word) => `w${at}x${word}`).join(' ')
  const story = (at: number, source: string) => ({
    id: `${at}-${source}`,
    text: `The ${about(at)} of ${source} stands here. And ${about(at)} once more by ${source}.`,
    date: '2024-05-16',
    source,
  })
  await put(Array.from({ length: 11 }, (_, at) => story(at, 'Wire')))
  await put([story(10, 'Herald'), story(10, 'Post')])
  // Some of them go on from the day before.
  const before = (at: number) => ({
    id: `${at}-before`,
    text: `The ${about(at).slice(0, 35)} of ${about(at + 50)}.`,
  })
  await put(Array.from({ length: 11 }, (_, at) => ({ ...before(at), date: '2024-05-15' })))
  const digest = await make()
  expect(digest.stories).toHaveLength(8)
  expect(digest.leftOut).toEqual({ stories: 3, unchanged: 0, documents: 3 })
  expect(digest.stories.every(({ began }) => began === '2024-05-15')).toBe(true)
  expect(idsOf(digest)[0]).toEqual(['10-Herald', '10-Post', '10-Wire'])
})

test('requests for one window group its documents once, and again when there are others', async () => {
  await put([{ id: 'a', text: VOTE, date: '2024-05-16', topics: ['Taxes'] }])
  await using store = readStore(dataDir)
  const editions = createEditions(store)
  const of = async (day: string) =>
    (await editions.of({ collections: ['shared'], window: dayOf(day), newBy: 'publication' })).stories
  const first = await of('2024-05-16')
  expect(await of('2024-05-16')).toBe(first)
  expect(await of('2024-05-17')).not.toBe(first)
  await put([{ id: 'b', text: FIRE[0] ?? '', date: '2024-05-16' }])
  expect(await of('2024-05-16')).toHaveLength(2)
})

test('an addition is in the next briefing of the same window', async () => {
  await put([{ id: 'a', text: VOTE, date: '2024-05-16' }])
  expect((await make()).articles).toBe(1)
  await put([{ id: 'b', text: FIRE[0] ?? '', date: '2024-05-16' }])
  expect((await make()).articles).toBe(2)
})

test('a request that is stopped ends at once with the signal’s reason, and the next one is answered', async () => {
  await put([{ id: 'a', text: VOTE, date: '2024-05-16' }])
  const stopping = new AbortController()
  const made = make({}, stopping.signal)
  stopping.abort(new Error('stopped'))
  await expect(made).rejects.toThrow('stopped')
  expect((await make()).articles).toBe(1)
})

const NAMES = [
  'Ada',
  'Port Lowe',
  'Norland',
  'welder',
  'harbour',
  'tax',
  'fire',
  'ship',
  '“Stop,”',
  'vote',
  '12',
  'said',
  '…',
  '🦉',
]
const sentence = fc
  .array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 14 })
  .map((words) => `The ${words.join(' ')}.`)
const anyText = fc.oneof(
  fc.array(sentence, { minLength: 1, maxLength: 8 }).map((all) => all.join(' ')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
)
const line = fc.record({
  text: anyText,
  title: fc.oneof(fc.constant(''), fc.string()),
  date: fc.constantFrom('2024-05-12', '2024-05-15', '2024-05-16', '2024-05-16T10:00:00.000Z'),
  source: fc.constantFrom('', 'A', 'B'),
})

test('of any documents: every quotation is the stored text, every story is quoted, no story twice, and the counts add up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 14 }), fc.nat(), async (lines, run) => {
      const collection = `c${run}-${files}`
      await put(
        lines.map((one, at) => ({ ...one, id: `${collection}-${at}` })),
        collection,
      )
      const digest = await make({ collections: [collection] })
      const { stories, quotes, documents, articles, leftOut } = digest
      for (const { document, hash, start, end, text } of quotes)
        expect((await corpus.document(document, hash))?.text.slice(start, end)).toBe(text)
      for (const story of stories) {
        expect(story.points.length).toBeGreaterThan(0)
        for (const point of [...story.points, ...(story.changed ? [story.changed] : [])])
          expect(point.quotes.length > 0 && point.quotes.every((at) => quotes[at])).toBe(true)
        expect(quotes[story.quote]).toBeDefined()
        expect(story.documents.length > 0 && story.documents.every((at) => documents[at])).toBe(true)
        expect(story.documents.length).toBeLessThanOrEqual(10)
        expect(story.headline.trim()).not.toBe('')
        expect(story.independent).toBeLessThanOrEqual(story.articles)
      }
      const named = stories.flatMap((story) => story.documents)
      expect(new Set(named).size).toBe(named.length)
      expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length)
      const told = stories.reduce((sum, story) => sum + story.articles, 0)
      expect(told + leftOut.documents).toBe(articles)
      expect(stories.length).toBeLessThanOrEqual(8)
    }),
    { numRuns: runs(25, 8) },
  )
}, 120_000)
