import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { holdsAnswer, type Outcome, scoreOwn } from '../src/evaluate/ask.ts'
import { readJudgements, readQueries } from '../src/evaluate/collection.ts'
import { average, measure, rank } from '../src/evaluate/measures.ts'
import { runEvaluation } from '../src/evaluate/program.ts'
import { evaluateRetrieval } from '../src/evaluate/retrieval.ts'
import { countWords, percentile, rocAuc } from '../src/evaluate/statistics.ts'
import { testIo } from './fakes/io.ts'
import { longTestIf } from './fakes/runs.ts'

let home: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'evaluate-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

const grades = (of: Record<string, number>) => new Map(Object.entries(of))
const ranking = (relevantAt: number) =>
  Array.from({ length: 120 }, (_, at) => (at + 1 === relevantAt ? 'found' : `x${at}`))

test('measures of a ranking with relevant documents at ranks 2 and 4', () => {
  // DCG = 1/log2(3) + 1/log2(5) = 0.63093 + 0.43068; ideal = 1 + 0.63093; precisions 1/2 and 2/4.
  const measured = measure(['x', 'a', 'y', 'b'], grades({ a: 1, b: 1 }))
  expect(measured['nDCG@10']).toBeCloseTo(0.65092, 4)
  expect(measured).toMatchObject({ 'MRR@10': 0.5, 'Recall@10': 1, 'Recall@100': 1, MAP: 0.5 })
})

test('a grade is the gain itself, and a relevant document that is not found costs', () => {
  // DCG = 1 + 0/log2(3) + 3/2 = 2.5; ideal = 3 + 2/log2(3) + 1/2 = 4.76186; precisions 1/1 and 2/3 of 3 relevant.
  const measured = measure(['b', 'c', 'a'], grades({ a: 3, b: 1, c: 0, d: 2 }))
  expect(measured['nDCG@10']).toBeCloseTo(0.525, 4)
  expect(measured['MRR@10']).toBe(1)
  expect(measured['Recall@10']).toBeCloseTo(2 / 3, 9)
  expect(measured.MAP).toBeCloseTo((1 + 2 / 3) / 3, 9)
})

test('each measure stops at its own rank, and average precision at none', () => {
  const of = grades({ found: 1 })
  expect(measure(ranking(10), of)).toMatchObject({ 'MRR@10': 0.1, 'Recall@10': 1 })
  expect(measure(ranking(11), of)).toEqual({
    'nDCG@10': 0,
    'MRR@10': 0,
    'Recall@10': 0,
    'Recall@100': 1,
    MAP: 1 / 11,
  })
  expect(measure(ranking(101), of)).toMatchObject({ 'Recall@100': 0, MAP: 1 / 101 })
})

test('a negative grade neither gains nor counts as relevant', () => {
  // DCG = 0 + 1/log2(3) = 0.63093; ideal = 1.
  const measured = measure(['a', 'b'], grades({ a: -1, b: 1 }))
  expect(measured['nDCG@10']).toBeCloseTo(0.63093, 4)
  expect(measured).toMatchObject({ 'MRR@10': 0.5, 'Recall@10': 1, MAP: 0.5 })
})

test('the ideal is cut at ten as well: eleven relevant documents, ten of them first, are a perfect ranking', () => {
  const ids = Array.from({ length: 11 }, (_, at) => `d${at}`)
  const measured = measure(ids.slice(0, 10), new Map(ids.map((id) => [id, 1])))
  expect(measured['nDCG@10']).toBe(1)
  expect(measured['Recall@10']).toBeCloseTo(10 / 11, 9)
})

test('equal scores are ranked by document id, the last in byte order first', () => {
  const scored = [
    { document: 'a', score: 1 },
    { document: 'é', score: 1 },
    { document: 'z', score: 1 },
    // In UTF-16 the first of these two would come last.
    { document: '😀', score: 1 },
    { document: '～', score: 1 },
    { document: 'b', score: 2 },
  ]
  expect(rank(scored).map(({ document }) => document)).toEqual(['b', '😀', '～', 'é', 'z', 'a'])
})

test('a query that found nothing counts as 0 in the averages', () => {
  const of = grades({ a: 1 })
  // (1 + 0) / 2 and (1/2 + 0) / 2
  expect(average([measure(['a'], of), measure([], of)])).toMatchObject({ 'nDCG@10': 0.5, MAP: 0.5 })
  expect(average([measure(['x', 'a'], of), measure([], of)])['MRR@10']).toBe(0.25)
})

test('the area under the ROC curve counts pairs, ties as half', () => {
  // 0.9 is above both negatives; each 0.5 ties with one and is above the other: (2 + 1.5 + 1.5) of 6 pairs.
  expect(rocAuc([0.9, 0.5, 0.5], [0.5, 0.1])).toBeCloseTo(5 / 6, 9)
  expect(rocAuc([0.1], [0.9])).toBe(0)
  expect(rocAuc([0.1], [])).toBeNull()
  expect(rocAuc([], [0.1])).toBeNull()
})

test('the 95th percentile is a value that was measured, and words are counted in any script', () => {
  const values = Array.from({ length: 20 }, (_, at) => 20 - at)
  expect([percentile(values, 95), percentile([7], 95), percentile([], 95)]).toEqual([19, 7, null])
  expect(countWords('Bread, made of flour.')).toBe(4)
  expect(countWords('黑豹队的防守')).toBeGreaterThan(1)
})

test('an answer is found whatever its case and white space, and a blank one never', () => {
  expect(holdsAnswer('It was the  Third\nCrusade.', ['nothing', 'third crusade'])).toBe(true)
  expect(holdsAnswer('It was the Third Crusade.', ['fourth crusade', ' ', ''])).toBe(false)
})

test('scores of four answers, computed by hand', () => {
  const outcome = (given: Partial<Outcome>, query: Partial<Outcome['query']>): Outcome => ({
    query: {
      id: 'q',
      text: '',
      answers: ['x'],
      answerable: true,
      unanswerable: false,
      history: [],
      ...query,
    },
    answered: true,
    confidence: 0.5,
    answeredAt: null,
    firstQuoteWords: 10,
    quotations: 1,
    verbatim: 1,
    milliseconds: 1,
    ...given,
  })
  const foreign = { answers: [], answerable: false, unanswerable: true }
  const scores = scoreOwn([
    outcome({ answeredAt: 1, confidence: 0.9, milliseconds: 4 }, {}),
    outcome({ answeredAt: 3, firstQuoteWords: 20 }, {}),
    // Refused although it has an answer: a miss.
    outcome({ answered: false, firstQuoteWords: null, confidence: 0.2, quotations: 0, verbatim: 0 }, {}),
    outcome({ answered: false, firstQuoteWords: null, confidence: 0.3, quotations: 2 }, foreign),
  ])
  expect(scores).toEqual({
    questions: 4,
    answerable: 3,
    unanswerable: 1,
    'quote@1': 1 / 3,
    'quote@3': 2 / 3,
    answered: 0.5,
    answeredOfAnswerable: 2 / 3,
    notInCorpusOfUnanswerable: 1,
    // 0.9 and 0.5 are above 0.3, 0.2 is not.
    rocAuc: 2 / 3,
    quotations: 4,
    verbatim: 0.75,
    firstQuoteWords: 15,
    milliseconds: { mean: 1.75, p95: 4 },
  })
})

const DOCUMENTS = [
  { _id: 'tides', title: 'The sea', text: 'Tides are caused by the Moon. The Sun helps a little.' },
  { _id: 'bread', title: 'Bread', text: 'Bread is made of flour and water. Bakers knead it by hand.' },
  { _id: 'moon', title: 'The Moon', text: 'The Moon is 384,400 kilometres away. It has no air.' },
  { _id: 'empty', title: '', text: ' ' },
]
const QUERIES = [
  { _id: 'q1', text: 'What causes the tides?', metadata: { answers: ['the MOON'], unanswerable: false } },
  { _id: 'q2', text: 'What is bread made of?', metadata: { answers: ['yeast'] } },
  { _id: 'q3', text: 'Who won the 1998 World Cup?', metadata: { unanswerable: true } },
  { _id: 'q4', text: 'and of the', metadata: { history: [{ speaker: 'agent', text: 'Hello.' }] } },
]
/** q3 has no relevant document, q4 finds nothing, and there is no question q5. */
const JUDGEMENTS =
  'query-id\tcorpus-id\tscore\nq1\ttides\t2\nq1\tmoon\t1\nq2\tbread\t1\nq3\tmoon\t0\nq4\tmoon\t1\nq5\tmoon\t1\n'

const lines = (values: object[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('')
async function collection(name: string, { queries = lines(QUERIES), qrels = JUDGEMENTS } = {}) {
  const folder = join(home, name)
  await mkdir(join(folder, 'qrels'), { recursive: true })
  await writeFile(join(folder, 'corpus.jsonl'), lines(DOCUMENTS))
  await writeFile(join(folder, 'queries.jsonl'), queries)
  await writeFile(join(folder, 'qrels', 'test.tsv'), qrels)
  return folder
}

/** Folders of a run's own, and what it left in them. */
async function surroundings() {
  const here = await mkdtemp(join(home, 'run-'))
  const [temporary, data] = [join(here, 'temporary'), join(here, 'data')]
  await mkdir(temporary)
  const env = { TMPDIR: temporary, DATA_DIR: data, CORPUS_DIR: join(here, 'no-such-folder') }
  return { env, found: async () => ({ opened: existsSync(data), left: await readdir(temporary) }) }
}

/** Runs an evaluation in this process; one at a time. */
async function run(...args: string[]) {
  const { env, found } = await surroundings()
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  const { io, output, errors } = testIo()
  const code = await runEvaluation(args, io, new AbortController().signal)
  vi.unstubAllEnvs()
  const { opened, left } = await found()
  // The index's library keeps a file of its own until its process ends.
  const stores = left.filter((name) => name.startsWith('attache-'))
  return { output: output(), errors: errors(), code, opened, left: stores }
}

/** Runs an evaluation as a person would. */
async function spawnEvaluation(...args: string[]) {
  const { env, found } = await surroundings()
  const options = { env: { PATH: process.env.PATH, ...env } }
  const child = spawn(process.execPath, ['src/evaluate/main.ts', ...args], options)
  const [output, errors, [code]] = await Promise.all([
    readAll(child.stdout),
    readAll(child.stderr),
    once(child, 'exit'),
  ])
  return { output, errors, code, ...(await found()) }
}

test('eval retrieval measures a collection, writes a TREC run, and leaves nothing behind', async () => {
  const runFile = join(home, 'small.run')
  const result = await spawnEvaluation('retrieval', await collection('small'), '--run', runFile, '--json')
  expect(result).toMatchObject({ code: 0, opened: false, left: [] })
  expect(result.errors).toMatch(/corpus\.jsonl:4 was refused: The field “text” is empty/)
  const figures = JSON.parse(result.output)
  expect(figures).toMatchObject({ documents: 3, refused: 1, queries: 4, withoutRelevant: 1, missing: 1 })
  // q1 and q2 put their best document first and find all of theirs or not; q4 and q5 are 0.
  expect(figures['MRR@10']).toBe(0.5)
  const rows = (await readFile(runFile, 'utf8')).trimEnd().split('\n')
  for (const row of rows) expect(row).toMatch(/^q[12] Q0 (?:tides|bread|moon) [1-3] \d+\.\d+ attache$/)
  expect(rows.filter((row) => / 1 \d/.test(row)).map((row) => row.split(' ')[2])).toEqual(['tides', 'bread'])
})

test('eval ask writes every answer with its question’s id, and its figures agree with them', async () => {
  const out = join(home, 'small.answers.jsonl')
  const result = await run('ask', await collection('small'), '--out', out, '--json')
  expect(result).toMatchObject({ code: 0, opened: false, left: [] })
  const answers = (await readFile(out, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers.map(({ id, question, status }) => [id, question, status])).toEqual([
    ['q1', 'What causes the tides?', 'answered'],
    ['q2', 'What is bread made of?', 'answered'],
    ['q3', 'Who won the 1998 World Cup?', 'not_in_corpus'],
    ['q4', 'and of the', 'not_in_corpus'],
  ])
  expect(answers[0]).toMatchObject({
    writer: 'extract',
    points: expect.any(Array),
    coverage: { documents: 3 },
  })
  expect(answers[0].quotes[0]).toMatchObject({
    document: 'tides',
    start: 0,
    text: 'Tides are caused by the Moon.',
  })
  expect(JSON.parse(result.output)).toMatchObject({
    questions: 4,
    answerable: 2,
    unanswerable: 1,
    'quote@1': 0.5,
    'quote@3': 0.5,
    answered: 0.5,
    answeredOfAnswerable: 1,
    notInCorpusOfUnanswerable: 1,
    rocAuc: 1,
    verbatim: 1,
    milliseconds: { mean: expect.any(Number), p95: expect.any(Number) },
  })
})

test('as text the figures are a table, with a dash for what cannot be computed', async () => {
  const queries = lines([{ _id: 'q1', text: 'What causes the tides?' }])
  const { output } = await run('ask', await collection('unmarked', { queries }))
  expect(output).toMatch(/^quote@1 +–$/m)
  expect(output).toMatch(/^ROC AUC of confidence +–$/m)
  expect(output).toMatch(/^Answered +1\.0000$/m)
  expect(output).toMatch(/^ {2}verbatim +100 %$/m)
})

test('another collection’s questions are measured by the share refused, not by their answers', async () => {
  const queries = lines([
    { _id: 'a', text: 'Who won the 1998 World Cup?', metadata: { answers: ['France'] } },
    { _id: 'b', text: 'What causes the tides?', metadata: { answers: ['the Moon'] } },
  ])
  const own = await collection('small')
  const { output } = await run('ask', own, '--queries', await collection('other', { queries }), '--json')
  const figures = JSON.parse(output)
  expect(figures).toMatchObject({ questions: 2, notInCorpus: 0.5, documents: 3, verbatim: 1 })
  expect(Object.keys(figures).filter((name) => /^quote@|rocAuc/.test(name))).toEqual([])
})

const CLAIMS = lines([
  { _id: 'q1', text: 'The tides are caused by the Moon.' },
  { _id: 'q2', text: 'Bread is made of flour, sugar and milk.' },
  { _id: 'q3', text: 'Norway abolished its sugar tax in 2019.' },
  { _id: 'q4', text: 'Bakers knead bread by hand.' },
])

test('eval check counts the claims that are shown a document that experts judged them by', async () => {
  // Bread is no evidence for q2 here: its only relevant document is another one.
  const qrels = 'query-id\tcorpus-id\tscore\nq1\ttides\t1\nq2\tmoon\t1\nq3\tmoon\t1\nq4\tbread\t0\n'
  const folder = await collection('claims', { queries: CLAIMS, qrels })
  const { output, code } = await run('check', folder, '--json')
  expect(code).toBe(0)
  expect(JSON.parse(output)).toMatchObject({
    documents: 3,
    // q4 has no relevant document and is left out.
    claims: 3,
    notClaims: 0,
    shownEvidence: 1 / 3,
    nothingNear: 1 / 3,
    verbatim: 1,
  })
})

test('another collection’s claims are measured by how many find nothing near', async () => {
  const queries = lines([
    { _id: 'a', text: 'Norway abolished its sugar tax in 2019.' },
    { _id: 'b', text: 'Bakers knead bread by hand.' },
  ])
  const other = await collection('other-claims', { queries })
  const { output } = await run('check', await collection('small'), '--queries', other, '--json')
  expect(JSON.parse(output)).toMatchObject({ claims: 2, shownEvidence: null, nothingNear: 0.5 })
  const { output: text } = await run('check', await collection('small'), '--queries', other)
  expect(text).toMatch(/^Nothing near +0\.5000$/m)
  expect(text).not.toContain('Shown evidence')
})

test('claims of which none has a relevant document are told as a fault of the collection', async () => {
  const qrels = 'query-id\tcorpus-id\tscore\nelsewhere\ttides\t1\n'
  const { code, errors } = await run('check', await collection('unjudged', { queries: CLAIMS, qrels }))
  expect({ code, errors: errors.trim() }).toEqual({
    code: 2,
    errors: expect.stringMatching(/^No query of .*unjudged has a relevant document/),
  })
})

test.each([
  [
    'a line that is not JSON',
    { queries: `${lines(QUERIES.slice(0, 1))}{"_id": \n` },
    /queries\.jsonl:2 is not valid JSON/,
  ],
  ['a line without a text', { queries: '{"_id":"a"}\n' }, /queries\.jsonl:1 is no question \(text:/],
  ['an id twice', { queries: lines([...QUERIES, ...QUERIES]) }, /queries\.jsonl:5 repeats the id q1/],
  ['no question', { queries: '' }, /queries\.jsonl holds no question/],
  ['a judgement without a grade', { qrels: `${JUDGEMENTS}q1\tx\n` }, /test\.tsv:8 is no judgement/],
  ['a judgement twice', { qrels: `${JUDGEMENTS}q1\ttides\t1\n` }, /test\.tsv:8 judges tides for q1 again/],
  ['only a header', { qrels: 'query-id\tcorpus-id\tscore\n' }, /test\.tsv names no relevant document/],
])('%s in a collection is named with its file and line', async (name, files, sentence) => {
  const folder = await collection(name.replaceAll(' ', '-'), files)
  const watch = { onProgress: () => {}, signal: new AbortController().signal }
  await expect(evaluateRetrieval(folder, watch, async () => {})).rejects.toThrow(sentence)
})

test('a fault of the collection or of the words ends with 2 and one sentence', async () => {
  const folder = await collection('faulty', { queries: '{"_id": \n' })
  const cases = [
    ['ask', join(home, 'nowhere')],
    ['ask', folder],
    ['retrieval', await collection('small'), '--run', join(home, 'no', 'such', 'folder')],
    ['ask'],
    [],
  ]
  for (const args of cases) {
    const { code, errors, left } = await run(...args)
    expect({ code, left }).toEqual({ code: 2, left: [] })
    expect(errors.trim().split('\n')).toHaveLength(1)
  }
})

test('what was said before a question is read, and marks of answerability are kept apart', async () => {
  const queries = await readQueries(await collection('small'))
  expect(queries.map(({ answerable, unanswerable }) => [answerable, unanswerable])).toEqual([
    [true, false],
    [true, false],
    [false, true],
    [false, false],
  ])
  expect(queries[3]?.history).toEqual([{ speaker: 'agent', text: 'Hello.' }])
})

test('judgements are read with or without a header', async () => {
  const folder = await collection('headless', { qrels: 'q1\ttides\t2\r\n' })
  expect(await readJudgements(folder)).toEqual(new Map([['q1', new Map([['tides', 2]])]]))
})

test('an evaluation that is told to stop ends between two questions and removes its store', async () => {
  const stopping = new AbortController()
  const asked: string[] = []
  const temporary = await mkdtemp(join(home, 'temporary-'))
  vi.stubEnv('TMPDIR', temporary)
  const stores = async () => (await readdir(temporary)).filter((name) => name.startsWith('attache-eval-'))
  onTestFinished(() => void vi.unstubAllEnvs())
  const watch = { onProgress: () => {}, signal: stopping.signal }
  const measuring = evaluateRetrieval(await collection('small'), watch, async (query) => {
    asked.push(query)
    expect(await stores()).toHaveLength(1)
    stopping.abort(new Error('stop'))
  })
  await expect(measuring).rejects.toThrow('stop')
  expect(asked).toEqual(['q1'])
  expect(await stores()).toEqual([])
})

const LARGE = '../shared/eval/xquad_en'
const hasLarge = existsSync(LARGE)

longTestIf(hasLarge)(
  'on a larger collection the first document is mostly a relevant one (skipped where that is absent)',
  async () => {
    const watch = { onProgress: () => {}, signal: new AbortController().signal }
    const { measures, queries } = await evaluateRetrieval(LARGE, watch, async () => {})
    expect(queries).toBe(1190)
    expect(measures['MRR@10']).toBeGreaterThanOrEqual(0.9)
  },
)
