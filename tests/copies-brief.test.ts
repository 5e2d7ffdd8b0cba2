import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBrief } from '../src/brief/brief.ts'
import type { Briefing } from '../src/brief/briefing.ts'
import { disagreementsIn } from '../src/brief/disagreement/disagree.ts'
import type { Evidence } from '../src/brief/evidence.ts'
import { extract } from '../src/brief/extract.ts'
import type { Writer } from '../src/brief/writer.ts'
import { type Corpus, openCorpus } from '../src/corpus/corpus.ts'
import { readQuestion } from '../src/search/question.ts'
import { readPassage } from '../src/search/reading.ts'
import { createSearch } from '../src/search/retrieve.ts'
import { questionTerms } from '../src/search/terms.ts'
import { briefingJson } from '../src/terminal/json.ts'
import { renderReply } from '../src/terminal/render.ts'
import { tokenise } from '../src/text/analysis.ts'

const STORY =
  `The Arle bridge was closed on Monday because of a crack in its northern pier. Engineers found the crack
during an inspection that the county had ordered after the flood. Repairs will cost four million crowns and take until
autumn, the county said. Ferries carry passengers across the river in the meantime, every twenty minutes. Lorries must
take the road by Hollow Mill, which is thirty kilometres longer. Traders in the old town fear for their summer.`.replaceAll(
    '\n',
    ' ',
  )
const documents = [
  { _id: 'agency', text: STORY, metadata: { source: 'Agency', date: '2026-01-01' } },
  {
    _id: 'times',
    text: `ARLE (Agency) – ${STORY.replace('Repairs will cost four million crowns', 'Repairs will cost nine million crowns').replace('was closed on Monday because of a crack', 'was shut early on Monday after a crack was found')} All rights reserved.`,
    metadata: { source: 'Times', date: '2026-01-02' },
  },
  {
    _id: 'herald',
    text: 'The Herald went to see. The Arle bridge was closed because of a crack that fishermen had seen in spring. Nobody had listened to them, the fishermen say.',
    metadata: { source: 'Herald', date: '2026-01-03' },
  },
]

let home: string
let corpus: Corpus

const put = async (lines: object[], collection: string) => {
  const file = join(home, `${collection}.jsonl`)
  await writeFile(file, lines.map((one) => JSON.stringify({ title: '', ...one })).join('\n'))
  await corpus.importJsonl(file, collection)
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'copies-brief-'))
  corpus = await openCorpus({ dataDir: join(home, 'data') })
  await put(documents, 'shared')
  await put([{ _id: 'secret', text: STORY, metadata: { source: 'Secret Letter' } }], 'guild')
})
afterAll(async () => {
  await corpus.close()
  await rm(home, { recursive: true, force: true })
})

const ask = (question: string, claude?: Writer, collections = ['shared']): Promise<Briefing> =>
  createBrief({ corpus, search: createSearch(corpus), claude })(
    question,
    { collections },
    { progress: () => {}, signal: new AbortController().signal },
  )

/** Claude, who cites a sentence of each of some documents. */
const citing =
  (kind: 'point' | 'disagreement', ...cited: [string, RegExp][]): Writer =>
  async (_question, hits) => ({
    drafts: [
      { text: 'The bridge is closed.', citations: [citation(hits, 'herald', /The Herald[^.]*\./)] },
      { kind, text: 'Reports.', citations: cited.map(([id, words]) => citation(hits, id, words)) },
    ],
    usage: { model: 'test', promptVersion: '1', inputTokens: 1, outputTokens: 1 },
    unresolvedCitations: 0,
    incomplete: false,
  })
function citation(hits: Parameters<Writer>[1], id: string, words: RegExp) {
  const passage = hits.map((hit) => hit.passage).find(({ document }) => document === id)
  const found = words.exec(passage?.text ?? '')
  const start = (passage?.start ?? 0) + (found?.index ?? 0)
  return { document: id, hash: passage?.hash ?? '', start, end: start + (found?.[0].length ?? 0) }
}
const COST = /Repairs[^.]*\./

test('a briefing counts copies of one text as one independent source and names the others', async () => {
  const briefing = await ask(
    'why is the Arle bridge closed?',
    citing('point', ['agency', COST], ['times', COST]),
  )
  expect(briefing.documents.map(({ id, copies }) => [id, copies?.map((copy) => copy.id)])).toEqual([
    ['herald', []],
    ['agency', ['times']],
    ['times', ['agency']],
  ])
  expect(briefing.independent).toBe(2)
  const json = JSON.parse(JSON.stringify(briefingJson(briefing)))
  expect(json.independent).toBe(2)
  expect(json.documents[1]).toEqual({
    id: 'agency',
    title: expect.any(String),
    source: 'Agency',
    author: null,
    url: null,
    date: '2026-01-01',
    copies: [{ id: 'times', title: expect.any(String), source: 'Times', url: null, date: '2026-01-02' }],
    copiesMore: 0,
  })
  const text = renderReply(
    { kind: 'entry', entry: { kind: 'answer', id: '1', scope: {}, briefing } } as unknown as Parameters<
      typeof renderReply
    >[0],
    { colour: false, width: 100 },
  )
  expect(text.match(/also in .*/g)).toEqual(['also in Times', 'also in Agency'])
  expect(text.replace(/\s+/g, ' ')).toContain(
    '2 of the sources are independent; the others carry the same text.',
  )
})

test('no sentence is taken from two copies as two points', async () => {
  const { points, quotes } = await ask('why was the Arle bridge closed?')
  const closed = quotes.filter(({ text }) => /Arle bridge was (?:closed|shut)[^.]*Monday/.test(text))
  expect(points.length).toBeGreaterThan(1)
  expect(closed).toHaveLength(1)
})

test('copies of one text do not disagree with each other: an edited number is no second source', async () => {
  const question = 'what will the repairs of the Arle bridge cost?'
  expect((await ask(question)).disagreements).toEqual([])
  const { disagreements, points } = await ask(
    question,
    citing('disagreement', ['agency', COST], ['times', COST]),
  )
  expect([disagreements.length, points.length]).toEqual([0, 2])
  const other = await ask(question, citing('disagreement', ['agency', COST], ['herald', /Nobody[^.]*\./]))
  expect(other.disagreements).toHaveLength(1)
})

test("another server's copy is named to its own readers only", async () => {
  const claude = citing('point', ['agency', COST])
  const named = async (collections: string[]) =>
    JSON.stringify((await ask('why is the Arle bridge closed?', claude, collections)).documents).includes(
      'secret',
    )
  expect(await named(['shared'])).toBe(false)
  expect(await named(['guild', 'shared'])).toBe(true)
})

/** One sentence of each of some documents, `0`, `1` …, as evidence, best first. */
const evidenceFor = (texts: string[]): Evidence[] =>
  texts.map((text, at) => {
    const span = { start: 0, end: text.length }
    const info = { collection: 'shared', title: '', source: `Publisher ${at}`, date: null, language: 'en' }
    const passage = {
      document: String(at),
      hash: 'h',
      heading: '',
      text,
      sentences: [span],
      ...info,
      ...span,
    }
    const tokens = tokenise(text, 'en')
    const terms = new Set(tokens.map(({ term }) => term))
    const judged = { score: 10 - at, coverage: 1, around: [], leans: false, titleTerms: new Set<string>() }
    const reading = { ...readPassage(passage), features: [], scores: [] }
    return { passage, reading, at: 0, ...span, text, tokens, terms, ...judged }
  })
const COPIED = new Map([
  ['0\nh', '0\nh'],
  ['1\nh', '0\nh'],
])

test('a sentence that an editor changed is one point of two copies, and two of independent sources', () => {
  const evidence = evidenceFor([
    'The bridge was closed on Monday because of a crack in the northern pier.',
    'The bridge was shut early on Monday after a crack was found in the northern pier.',
  ])
  expect(extract(evidence)).toHaveLength(2)
  expect(extract(evidence, COPIED)).toHaveLength(1)
})

test('a second source for a point is one that carries another text', () => {
  const same = 'Ferries carry passengers across the river every twenty minutes.'
  const evidence = evidenceFor(['The bridge over the Arle is closed.', same, same])
  // The first two are copies: what both copies and a third document hold is quoted from the third.
  expect(extract(evidence, COPIED).flatMap(({ citations }) => citations.map((one) => one.document))).toEqual([
    '0',
    '2',
  ])
})

test('two independent sources contradict each other, two copies do not', () => {
  const evidence = evidenceFor([
    'Iran attacked the tanker in the strait.',
    'Iran did not attack the tanker in the strait.',
  ])
  const question = 'what happened?'
  const asked = readQuestion(question, questionTerms(question), 100, new Map())
  expect(disagreementsIn(evidence, asked, [])).toHaveLength(1)
  expect(disagreementsIn(evidence, asked, [], COPIED)).toEqual([])
})

test('a sentence that stands in several copies is quoted from the earliest of them', () => {
  const same = 'The bridge over the Arle is closed for repairs until autumn.'
  const originals = new Map([
    ['0\nh', '1\nh'],
    ['1\nh', '1\nh'],
  ])
  const documents = extract(evidenceFor([same, same]), originals).flatMap(({ citations }) =>
    citations.map((one) => one.document),
  )
  expect(documents).toEqual(['1'])
})
