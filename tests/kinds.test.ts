/** The answer to each kind of question, without a model: its points, their order and what they are marked with. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { createBrief } from '../src/brief/brief.ts'
import type { Briefing } from '../src/brief/briefing.ts'
import type { Corpus } from '../src/corpus/corpus.ts'
import type { Kind } from '../src/languages/questions/kind.ts'
import { createSearch } from '../src/search/retrieve.ts'
import { closeStore, openStore } from './fakes/store.ts'

const DOCUMENTS = [
  {
    name: 'tunnel-plan',
    source: 'Valley Post',
    date: '2026-03-02',
    text: `The council of Ostrow presented a plan for a road tunnel under the Marn on Monday. The tunnel would cost 90 million crowns and take lorries out of the old town, Mayor Lena Vogt said.

The Weir Keepers' Association (WKA) opposes the tunnel. It would agree only on three conditions:

- the weir stays open to boats
- no tree on the island is felled
- the keepers are heard before every blasting

"We have waited for forty years," said Vogt.`,
  },
  {
    name: 'tunnel-doubts',
    source: 'Marn Gazette',
    date: '2026-03-09',
    text: `A report for the county warned on Friday that the tunnel would cost 120 million crowns and not 90 million. The engineer Paul Rask, who wrote it, said that the rock below the river was wetter than the council had assumed.

Shopkeepers in the old town support the tunnel because lorries keep customers away. Critics fear that blasting would damage the weir.`,
  },
  {
    name: 'tunnel-vote',
    source: 'Valley Post',
    date: '2026-03-20',
    text: `The council of Ostrow voted for the tunnel on Thursday by eleven votes to nine. Work will begin in October. The vote was delayed because two members had fallen ill.

Rask did not want to comment.`,
  },
  {
    name: 'otters',
    source: 'Marn Gazette',
    date: '2026-02-11',
    text: 'Rangers counted 41 otters along the Marn in January. Otters had vanished from the river in 1974.',
  },
]

let corpus: Corpus
let ask: (question: string, before?: Briefing, as?: Kind) => Promise<Briefing>

beforeAll(async () => {
  const store = await openStore()
  corpus = store.corpus
  for (const { name, source, date, text } of DOCUMENTS)
    await writeFile(
      join(store.folder, `${name}.md`),
      `---\ntitle: ${name.replace('-', ' ')}\nsource: ${source}\ndate: ${date}\n---\n${text}\n`,
    )
  await corpus.synchronise(store.folder)
  const brief = createBrief({ corpus, search: createSearch(corpus) })
  const signal = new AbortController().signal
  ask = (question, before, as) =>
    brief(
      question,
      { collections: ['shared'] },
      { progress: () => {}, signal, earlier: before ? [before.question] : [], before, as },
    )
  return () => closeStore(store)
})

const textsOf = ({ points }: Briefing) => points.map(({ text }) => text)

test('a list has the items below the sentence that announces them, whole and in their order', async () => {
  const answer = await ask('which conditions does the WKA set?')
  expect(answer.kind).toBe('list')
  expect(textsOf(answer)).toEqual([
    'the weir stays open to boats',
    'no tree on the island is felled',
    'the keepers are heard before every blasting',
  ])
})

test('a timeline has dated entries in order, weekdays reckoned from the day of their document', async () => {
  const { points } = await ask('timeline of the tunnel')
  const dates = points.map(({ date }) => date ?? '')
  expect(dates).toEqual(dates.toSorted())
  expect(dates).toEqual(expect.arrayContaining(['2026-03-02', '2026-03-06', '2026-03-19']))
  expect(points.map(({ text }) => text)).not.toContain('no tree on the island is felled')
})

test('a kind that is asked for outright is the kind of the answer', async () => {
  expect(await ask('the tunnel', undefined, 'timeline')).toMatchObject({
    kind: 'timeline',
    status: 'answered',
  })
})

test('a summary draws on several documents and leads with none of another subject', async () => {
  const answer = await ask('give me a summary of the tunnel plan')
  const quoted = new Set(answer.quotes.map(({ document }) => document))
  expect(quoted.size).toBeGreaterThanOrEqual(2)
  expect(textsOf(answer).join(' ')).not.toContain('otters')
})

test('two sides are labelled', async () => {
  const { kind, points } = await ask('arguments for and against the tunnel')
  expect(kind).toBe('comparison')
  expect(new Set(points.map(({ label }) => label)).size).toBe(2)
})

test('what somebody said is theirs alone', async () => {
  const { points } = await ask('what did Paul Rask say about the rock?')
  expect(points).toHaveLength(1)
  expect(points[0]).toMatchObject({ speaker: expect.stringContaining('Rask') })
  expect(points[0]?.text).toContain('wetter')
})

test('why has the cause of what is asked, and not of something else', async () => {
  expect(textsOf(await ask('why was the vote delayed?'))[0]).toContain('two members had fallen ill')
})

test('letters are spelt out by the sentence that does so', async () => {
  expect(textsOf(await ask('WKA stands for what'))[0]).toContain("Weir Keepers' Association (WKA)")
})

test('a sum in a currency answers what something costs', async () => {
  expect(textsOf(await ask('what will the tunnel cost?')).join(' ')).toContain('90 million crowns')
})

test('what only comes near is shown as that, and never as an answer', async () => {
  const answer = await ask('who will build the tunnel?')
  expect(answer).toMatchObject({ status: 'partial', points: [] })
  expect(answer.nearest.length).toBeGreaterThan(0)
})

test('small talk is helped with, and nothing is quoted', async () => {
  expect(await ask('hello')).toMatchObject({ status: 'help', kind: 'help', points: [] })
})

test('more has the next points, without those that were shown', async () => {
  const first = await ask('what did the council do?')
  const next = await ask('more', first)
  for (const text of textsOf(next)) expect(textsOf(first)).not.toContain(text)
})

test('what is said to be of this week is not told from older documents', async () => {
  expect((await ask('what did the council decide this week?')).status).not.toBe('answered')
})
