/** Daily briefings that Claude writes, against a server that speaks the Messages API. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createClaudeDaily } from '../src/brief/claude/daily.ts'
import type { Permission } from '../src/brief/permission.ts'
import { type Corpus, openCorpus } from '../src/corpus/corpus.ts'
import { type DailyMaker, openDaily } from '../src/daily/make.ts'
import { type FakeClaude, startFakeClaude } from './fakes/claude.ts'
import type { FakeText } from './fakes/claude-answer.ts'

let home: string
let corpus: Corpus
let daily: DailyMaker
let fake: FakeClaude

const VOTE =
  'The parliament of Norland voted for a tax on plastic bags on Monday. The tax of forty cents begins in January and was opposed by the grocers. Minister Olaf Berg called the vote a turning point for the coast.'
const FIRE =
  'The harbour of Port Lowe was closed on Monday after a fire in a grain store. Firefighters from three towns fought the flames in the grain store for nine hours. Nobody was hurt, the harbour master Ada Quill said.'
const CAUSE =
  'The harbour of Port Lowe was closed on Monday after a fire in a grain store. Police arrested a welder of 43 years on Tuesday for negligence with a blowtorch. Insurers put the damage of the fire at 12 million crowns.'
const LINES = [
  { _id: 'old', title: 'Fire in the harbour', text: FIRE, metadata: { date: '2024-05-14' } },
  {
    _id: 'cause',
    title: 'A welder is arrested',
    text: CAUSE,
    metadata: { date: '2024-05-16', topics: ['fire'] },
  },
  { _id: 'vote', title: 'Norland taxes plastic bags', text: VOTE, metadata: { date: '2024-05-16' } },
]

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'daily-claude-'))
  corpus = await openCorpus({ dataDir: home })
  await writeFile(join(home, 'corpus.jsonl'), LINES.map((line) => JSON.stringify(line)).join('\n'))
  await corpus.importJsonl(join(home, 'corpus.jsonl'), 'shared')
})
afterAll(async () => {
  await corpus.close()
  await rm(home, { recursive: true, force: true, maxRetries: 3 })
})
beforeEach(async () => {
  fake = await startFakeClaude()
  const log = { info: () => {}, warn: () => {} }
  const options = { apiKey: 'test', baseUrl: fake.url, model: 'claude-haiku-5-5', deadlineMs: 5000, log }
  daily = openDaily({ corpus, dataDir: home, claude: createClaudeDaily(options) })
})
afterEach(async () => {
  await daily.close()
  await fake.stop()
})

/** The story of the fire is of interest, and told first: its results are 0 and, of the days before, 1; then 2. */
const make = (permission?: Permission) =>
  daily.make(
    {
      collections: ['shared'],
      window: { since: '2024-05-16T00:00:00.000Z', until: '2024-05-17T00:00:00.000Z' },
      ...{ newBy: 'publication', scope: { topics: [], sources: [] }, interests: ['fire'], locale: 'de' },
    },
    { progress: () => {}, signal: new AbortController().signal, ...(permission && { permission }) },
  )
const says = (...blocks: FakeText[]) => fake.script([{ kind: 'write', blocks }])
const cites = (result: number, start = 0, end = 1) => [{ result, start, end }]

test('Claude writes the lines, and the sources’ sentences are quoted below them', async () => {
  says(
    { text: '1 CHANGED ' },
    { text: 'Die Polizei nahm einen Schweißer fest.', cites: cites(0, 1, 2) },
    { text: '\n1 NEWS ' },
    { text: 'Der Schaden beträgt 12 Millionen Kronen.', cites: cites(0, 2, 3) },
    { text: '\n2 NEWS ' },
    { text: 'Norland besteuert Plastiktüten.', cites: cites(2) },
  )
  const { stories, quotes, receipt } = await make()
  const [fire, vote] = stories
  expect(fire).toMatchObject({ headline: 'A welder is arrested', began: '2024-05-14' })
  expect(fire?.changed?.text).toBe('Die Polizei nahm einen Schweißer fest.')
  expect(quotes[fire?.changed?.quotes[0] ?? -1]?.text).toMatch(/^Police arrested a welder/)
  expect(fire?.points.map(({ text }) => text)).toEqual(['Der Schaden beträgt 12 Millionen Kronen.'])
  expect(vote?.points.map(({ text }) => text)).toEqual(['Norland besteuert Plastiktüten.'])
  expect(receipt).toMatchObject({ writer: 'claude', fallback: null, droppedPoints: 0, outputTokens: 50 })
  expect(fake.requests).toHaveLength(1)
})

test('it is told the language, and which results readers know already', async () => {
  await make()
  const request = JSON.stringify(fake.requests[0]?.body)
  expect(request).toContain('in this language: German')
  expect(request).toContain('"1 EARLIER — Fire in the harbour')
  expect(request).not.toContain('{{')
})

test('a story that nothing valid is written on is told in its sources’ sentences, the others stay', async () => {
  says(
    { text: '1 NEWS The moon is made of cheese.\n' },
    { text: '2 NEWS ' },
    { text: 'Norland taxes 99 bags.', cites: cites(2) },
  )
  const { stories, receipt } = await make()
  expect(CAUSE).toContain(stories[0]?.points[0]?.text)
  expect(stories[1]?.points).toMatchObject([{ text: 'Norland taxes 99 bags.', unverifiedNumbers: ['99'] }])
  expect(receipt).toMatchObject({ writer: 'claude', droppedPoints: 1 })
})

test('a line that cites another story, or only what readers know already, is not told', async () => {
  says(
    { text: '1 NEWS ' },
    { text: 'Norland taxes bags.', cites: cites(2) },
    { text: '\n1 CHANGED ' },
    { text: 'The harbour was closed.', cites: cites(1) },
    { text: '\n2 NEWS ' },
    { text: 'A welder was arrested.', cites: cites(0, 1, 2) },
  )
  const { stories } = await make()
  const texts = stories.flatMap(({ changed, points }) => [
    changed?.text ?? '',
    ...points.map(({ text }) => text),
  ])
  for (const text of ['Norland taxes bags.', 'The harbour was closed.', 'A welder was arrested.'])
    expect(texts).not.toContain(text)
  expect(stories).toHaveLength(2)
})

test('when Claude fails the whole briefing is in the sources’ sentences, and the receipt says why', async () => {
  fake.script([{ kind: 'status', status: 529, times: 9 }])
  const given: string[] = []
  const { stories, receipt } = await make(async () => ({ giveBack: async () => void given.push('back') }))
  expect(stories).toHaveLength(2)
  expect(receipt).toMatchObject({ writer: 'extract', fallback: 'overloaded', model: null })
  expect(given).toEqual(['back'])
})

test('without permission Claude is not asked', async () => {
  const { receipt } = await make(async () => 'allowance')
  expect(receipt).toMatchObject({ writer: 'extract', fallback: 'allowance' })
  expect(fake.requests).toHaveLength(0)
})

test('a last line that is cut short is left out, and the receipt says so', async () => {
  fake.script([
    {
      kind: 'write',
      blocks: [
        { text: '1 NEWS ' },
        { text: 'A welder was arrested.', cites: cites(0, 1, 2) },
        { text: '\n2 NEWS ' },
        { text: 'Norland taxes', cites: cites(2) },
      ],
      stop: 'max_tokens',
    },
  ])
  const { stories, receipt } = await make()
  expect(stories[0]?.points[0]?.text).toBe('A welder was arrested.')
  expect(VOTE).toContain(stories[1]?.points[0]?.text)
  expect(receipt).toMatchObject({ writer: 'claude', incomplete: true })
})
