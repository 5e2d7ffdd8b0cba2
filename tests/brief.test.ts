import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBrief } from '../src/brief/brief.ts'
import type { Briefing } from '../src/brief/briefing.ts'
import { findQuotations } from '../src/brief/quotations.ts'
import { quoteInContext } from '../src/brief/verify.ts'
import type { Citation, Draft, Writer } from '../src/brief/writer.ts'
import { WriterFailure } from '../src/brief/writer.ts'
import { type Corpus, openCorpus } from '../src/corpus/corpus.ts'
import { createSearch } from '../src/search/retrieve.ts'

const DOCUMENTS: Record<string, string> = {
  'tides.md':
    '---\ntitle: The sea\nsource: Harbour Gazette\ndate: 2024-03-01\n---\nTides are caused by the Moon. The Sun helps a little.\n\nWaves are caused by wind. Harbour master Ann Brook said that storms raise the waves.\n',
  'moon.md':
    '---\ntitle: The Moon\nsource: Sky Letter\ndate: 2024-05-01\n---\nThe Moon causes tides twice a day. Tides are caused by the Moon!\n\nIt is 384,400 kilometres away.\n',
  'bridge.md':
    '---\ntitle: Works\nsource: Builder\ndate: 2023-02-01\n---\nThe bridge over the Arle is made of iron. Helen Marsh drew the first design in 1901.\n',
  'ferry.md':
    '---\ntitle: Boats\nsource: Builder\ndate: 2023-03-01\n---\nThe ferry across the lake was built by hand. It was sold in 1955.\n',
  'burned.md':
    '---\ntitle: Loss\nsource: Mail\ndate: 2022-03-01\n---\nThe old mail coach burned in the square.\n',
  'whole.md':
    '---\ntitle: Rescue\nsource: Post\ndate: 2022-03-02\n---\nThe old mail coach did not burn in the square.\n',
  'bread.md':
    '---\ntitle: Bread\nsource: Harbour Gazette\ndate: 2023-01-01\n---\nBread is made of flour and water. Bakers knead it by hand.\n',
}

let folder: string
let corpus: Corpus

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brief-'))
  for (const [name, text] of Object.entries(DOCUMENTS)) await writeFile(join(folder, name), text)
  corpus = await openCorpus({ dataDir: join(folder, 'data') })
  await rm(join(folder, 'data', 'never'), { force: true })
  await corpus.synchronise(folder)
})
afterAll(async () => {
  await corpus.close()
  await rm(folder, { recursive: true, force: true })
})

const context = () => ({ progress: () => {}, signal: new AbortController().signal })
const shared = { collections: ['shared'] }
const put = (question: string, claude?: Writer, filter = {}): Promise<Briefing> =>
  createBrief({ corpus, search: createSearch(corpus), claude })(question, { ...shared, ...filter }, context())
const writes =
  (drafts: Draft[]): Writer =>
  async () => ({
    drafts,
    usage: { model: 'test', promptVersion: '1', inputTokens: 1, outputTokens: 1 },
    unresolvedCitations: 0,
    incomplete: false,
  })

test('every quotation is byte for byte the stored text at its offsets', async () => {
  const briefing = await put('What causes the tides?')
  expect(briefing.status).toBe('answered')
  for (const quote of briefing.quotes) {
    const document = await corpus.document(quote.document, quote.hash)
    expect(document?.text.slice(quote.start, quote.end)).toBe(quote.text)
  }
})

test('the same sentence in two documents is told once, and several sources are quoted where there are several', async () => {
  const { points, documents } = await put('What causes the tides?')
  expect(
    points.filter(({ text }) => /Tides are caused by the Moon|The Moon causes tides/.test(text)),
  ).toHaveLength(1)
  expect(new Set(documents.map(({ source }) => source)).size).toBe(2)
})

test('a question that the corpus does not answer is told so, with the nearest passages offered as such', async () => {
  const nothing = await put('Who won the 1998 World Cup?')
  expect(nothing).toMatchObject({ status: 'not_in_corpus', points: [], quotes: [] })
  expect((await put('the of and')).status).toBe('not_in_corpus')
})

test('the first point is one sentence by itself, though its quotation holds what completes it', async () => {
  const { points, quotes } = await put('When did Helen Marsh design the bridge over the Arle?')
  expect(points[0]?.text).toBe('Helen Marsh drew the first design in 1901.')
  expect(quotes[0]?.text).toBe(
    'The bridge over the Arle is made of iron. Helen Marsh drew the first design in 1901.',
  )
})

test('a first sentence that begins with a reference is told with the one that it refers to', async () => {
  const { points } = await put('When was the ferry across the lake sold?')
  expect(points[0]?.text).toBe('The ferry across the lake was built by hand. It was sold in 1955.')
})

test('source and date narrow what is searched, and the coverage says how much that was', async () => {
  const { documents, coverage } = await put('What causes the tides?', undefined, {
    source: 'Harbour Gazette',
  })
  expect(documents.map(({ source }) => source)).toEqual(['Harbour Gazette'])
  expect(coverage).toMatchObject({ documents: 2, oldest: '2023-01-01', newest: '2024-03-01' })
  const recent = await put('What causes the tides?', undefined, { since: '2024-04-01' })
  expect(recent.documents.map(({ id }) => id)).toEqual(['moon.md'])
})

test('a collection that the person may not read is never searched', async () => {
  const briefing = await createBrief({ corpus, search: createSearch(corpus) })(
    'What causes the tides?',
    { collections: ["other' OR '1'='1"] },
    context(),
  )
  expect(briefing).toMatchObject({ status: 'not_in_corpus', nearest: [], coverage: { documents: 0 } })
})

test('a citation that does not resolve is dropped and counted, and a point without a quotation is dropped', async () => {
  const [real] = (await put('What causes the tides?')).quotes
  if (!real) throw new Error('no quotation')
  const briefing = await put(
    'What causes the tides?',
    writes([
      { text: 'The Moon moves the sea.', citations: [real, { ...real, end: 1e6 }] },
      { text: 'Invented.', citations: [] },
      { text: 'Forged.', citations: [{ ...real, hash: 'no such version' }] },
      { text: 'Reversed.', citations: [{ ...real, start: real.end, end: real.start }] },
    ]),
  )
  expect(briefing.points.map(({ text }) => text)).toEqual(['The Moon moves the sea.'])
  expect(briefing.receipt).toMatchObject({ writer: 'claude', droppedCitations: 3, droppedPoints: 3 })
})

test('when nothing that the model wrote verifies, the corpus is said not to answer', async () => {
  const briefing = await put('What causes the tides?', writes([{ text: 'Trust me.', citations: [] }]))
  expect(briefing).toMatchObject({ status: 'partial', points: [] })
  expect(briefing.nearest.length).toBeGreaterThan(0)
})

test('a number that stands in none of its quotations marks the point', async () => {
  const [quote] = (await put('How many kilometres away is the Moon?')).quotes
  if (!quote) throw new Error('no quotation')
  const briefing = await put(
    'How far away is the Moon?',
    writes([
      { text: 'It is 384400 kilometres away.', citations: [quote] },
      { text: 'It is 500 kilometres away.', citations: [quote] },
    ]),
  )
  expect(briefing.points.map(({ unverifiedNumbers }) => unverifiedNumbers)).toEqual([undefined, ['500']])
})

test('when Claude fails the briefing is extractive, and keeps why', async () => {
  const briefing = await put('What causes the tides?', async () => {
    throw new WriterFailure('overloaded')
  })
  expect(briefing).toMatchObject({
    status: 'answered',
    receipt: { writer: 'extract', fallback: 'overloaded' },
  })
})

test('a quotation is shown between the sentences before and after it, and checked again', async () => {
  const { quotes } = await put('What is caused by wind?')
  const quote = quotes[0]
  if (!quote) throw new Error('no quotation')
  const shown = await quoteInContext(corpus, quote)
  expect(shown).toMatchObject({ verified: true, before: '', after: expect.stringContaining('Ann Brook') })
  expect(await quoteInContext(corpus, { ...quote, text: 'something else' })).toMatchObject({
    verified: false,
  })
  expect(await quoteInContext(corpus, { ...quote, hash: 'gone' })).toBeUndefined()
})

test('quotations on a topic name the speaker that the sentence itself names', async () => {
  const find = findQuotations({ corpus, search: createSearch(corpus) })
  const [quotation] = await find(
    'storms waves',
    { ...shared, speaker: 'brook' },
    new AbortController().signal,
  )
  expect(quotation).toMatchObject({
    speaker: 'Ann Brook',
    quote: { text: expect.stringContaining('storms raise') },
  })
  expect(await find('storms waves', { ...shared, speaker: 'nobody' }, new AbortController().signal)).toEqual(
    [],
  )
})

const cited = async (question: string): Promise<Citation> => {
  const [quote] = (await put(question)).quotes
  if (!quote) throw new Error('no quotation')
  return quote
}

test('a disagreement has quotations of two publishers, which come after those of the points', async () => {
  const gazette = await cited('What is caused by wind?')
  const letter = await cited('How many kilometres away is the Moon?')
  const briefing = await put(
    'What causes the tides?',
    writes([
      { kind: 'disagreement', text: 'One says so, one says not.', citations: [gazette, letter] },
      { text: 'The Moon.', citations: [letter] },
      { kind: 'disagreement', text: 'One publisher twice.', citations: [gazette, gazette] },
      { kind: 'disagreement', text: 'Waves are 500 metres high, says one.', citations: [gazette, letter] },
      { kind: 'disagreement', text: 'Nobody says it.', citations: [{ ...gazette, hash: 'gone' }, letter] },
    ]),
  )
  expect(briefing.points.map(({ text }) => text)).toEqual([
    'The Moon.',
    'One publisher twice.',
    'Waves are 500 metres high, says one.',
    'Nobody says it.',
  ])
  expect(briefing.disagreements).toEqual([{ text: 'One says so, one says not.', quotes: [1, 0] }])
  expect(briefing.quotes[0]).toMatchObject({ document: 'moon.md' })
  expect(briefing.points[2]?.unverifiedNumbers).toEqual(['500'])
})

test('what is only a disagreement is an answer too', async () => {
  const citations = [
    await cited('What is caused by wind?'),
    await cited('How many kilometres away is the Moon?'),
  ]
  const briefing = await put(
    'What causes the tides?',
    writes([{ kind: 'disagreement', text: 'They differ.', citations }]),
  )
  expect(briefing).toMatchObject({
    status: 'answered',
    points: [{ text: 'They differ.', quotes: [0, 1] }],
    disagreements: [],
  })
})

test('the writer is told the earlier questions of the conversation', async () => {
  const told: unknown[] = []
  const claude: Writer = async (question, hits, signal, earlier) => {
    told.push(earlier)
    return writes([])(question, hits, signal)
  }
  const brief = createBrief({ corpus, search: createSearch(corpus), claude })
  await brief('And the Sun?', shared, { ...context(), earlier: ['What causes the tides?'] })
  expect(told).toEqual([['What causes the tides?']])
})

test('an extractive briefing shows the publishers that contradict each other, after its points', async () => {
  const { points, quotes, disagreements, documents } = await put('Did the mail coach burn in the square?')
  expect(disagreements).toHaveLength(1)
  expect(disagreements[0]?.text).toBeNull()
  const sides = disagreements[0]?.quotes.map((at) => quotes[at]?.document)
  expect(new Set(sides)).toEqual(new Set(['burned.md', 'whole.md']))
  expect(points[0]?.quotes[0]).toBe(0)
  expect(documents.map(({ id }) => id)).toEqual(expect.arrayContaining(['burned.md', 'whole.md']))
})
