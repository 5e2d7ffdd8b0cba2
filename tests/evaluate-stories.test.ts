import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { bCubed, labelsOf } from '../src/evaluate/b-cubed.ts'
import { plainClusters } from '../src/evaluate/plain-clusters.ts'
import { runEvaluation } from '../src/evaluate/program.ts'
import { evaluateStories } from '../src/evaluate/stories.ts'
import { testIo } from './fakes/io.ts'
import { longTestIf } from './fakes/runs.ts'

let home: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'evaluate-stories-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

test('B-cubed, computed by hand', () => {
  const truth = ['a', 'a', 'a', 'b', 'b']
  // Of each item’s cluster 1, 1, 1/3, 2/3, 2/3 belong with it; of what belongs with it 2/3, 2/3, 1/3, 1, 1 are there.
  const mixed = bCubed(
    labelsOf([
      [0, 1],
      [2, 3, 4],
    ]),
    truth,
  )
  expect(mixed.precision).toBeCloseTo(11 / 15, 12)
  expect(mixed.recall).toBeCloseTo(11 / 15, 12)
  // All of each item’s cluster belongs with it; 1/3, 2/3, 2/3, 1, 1 of what belongs with it are there.
  const split = bCubed(labelsOf([[0], [1, 2], [4, 3]]), truth)
  expect(split.precision).toBeCloseTo(1, 12)
  expect(split.recall).toBeCloseTo(11 / 15, 12)
  expect(split.f1).toBeCloseTo(22 / 26, 12)
})

test('B-cubed of everything together, and of each alone', () => {
  const truth = ['a', 'a', 'b', 'c']
  // Precision (2/4 + 2/4 + 1/4 + 1/4) / 4; recall of each alone (1/2 + 1/2 + 1 + 1) / 4.
  expect(bCubed([0, 0, 0, 0], truth)).toMatchObject({ precision: 0.375, recall: 1 })
  expect(bCubed([0, 1, 2, 3], truth)).toMatchObject({ precision: 1, recall: 0.75 })
  expect(bCubed([7, 7, 8, 9], truth)).toEqual({ precision: 1, recall: 1, f1: 1 })
})

test('the plain clusters are those of average linkage at a threshold', () => {
  // Two and two share a word of two that the others lack, their cosine is a half; nothing joins the pairs.
  const cut = plainClusters([
    ['a', 'p'],
    ['a', 'q'],
    ['b', 'r'],
    ['b', 's'],
  ])
  // log 2 of length √(log² 2 + log² 4): 1/5.
  expect(cut(0.199)).toEqual([0, 0, 2, 2])
  expect(cut(0.201)).toEqual([0, 1, 2, 3])
  expect(new Set(cut(0)).size).toBe(1)
})

const DOCUMENTS = [
  ['p1', 'A 6.8 earthquake in Peru killed two people in Arequipa on Tuesday, President Dina Boluarte said.'],
  ['p2', 'Two people died in Arequipa in Tuesday’s 6.8 earthquake, said Peru’s president Dina Boluarte.'],
  ['c1', 'Australia beat India by six wickets in Brisbane; Travis Head made 121 runs before lunch.'],
  ['c2', 'Travis Head made 121 runs as Australia beat India by six wickets in Brisbane.'],
  ['e1', 'The European Central Bank left interest rates alone; Christine Lagarde expects lower inflation.'],
  ['x1', 'This one is in no cluster at all.'],
].map(([_id, text]) => ({ _id, text, metadata: { date: '2026-11-24' } }))
const CLUSTERS = 'p1\tperu\np2\tperu\nc1\tcricket\nc2\tcricket\ne1\tbank\n'

const lines = (values: object[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('')
async function collection(name: string, clusters?: string, corpus = lines(DOCUMENTS)) {
  const folder = join(home, name)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'corpus.jsonl'), corpus)
  if (clusters !== undefined) await writeFile(join(folder, 'clusters.tsv'), clusters)
  return folder
}

async function run(...args: string[]) {
  vi.stubEnv('DATA_DIR', join(home, 'data'))
  const { io, output, errors } = testIo()
  const code = await runEvaluation(['stories', ...args], io, new AbortController().signal)
  vi.unstubAllEnvs()
  return { output: output(), errors: errors(), code, opened: existsSync(join(home, 'data')) }
}

test('eval stories prints the figures of ours and of the baseline, as a table and as one object', async () => {
  const folder = await collection('small', CLUSTERS)
  const [table, json] = [await run(folder), await run(folder, '--json')]
  expect(table).toMatchObject({ code: 0, errors: '', opened: false })
  expect(table.output).toMatch(
    /^Articles +5 in 3 clusters; 1 more are not in clusters\.tsv and are left out$/m,
  )
  expect(table.output.match(/B-cubed F1 +[01]\.\d{4}$/gm)).toHaveLength(3)
  expect(table.output).toMatch(/^TF-IDF at its best here, 0\.\d+/m)
  expect(JSON.parse(json.output)).toMatchObject({
    articles: 5,
    clusters: 3,
    leftOut: 1,
    missing: 0,
    refused: 0,
    ours: { precision: 1, recall: 1, f1: 1, clusters: 3, seconds: expect.any(Number) },
    baseline: {
      threshold: expect.any(Number),
      atThreshold: { precision: expect.any(Number), recall: expect.any(Number), f1: expect.any(Number) },
      bestThreshold: expect.any(Number),
      atBest: { f1: 1, clusters: 3 },
    },
  })
})

test('clustered documents that the corpus does not hold are told in one sentence, and the rest is measured', async () => {
  const { code, errors, output } = await run(
    await collection('missing', `${CLUSTERS}q1\ta\nq2\tb\n`),
    '--json',
  )
  expect(code).toBe(0)
  expect(errors).toBe(
    'clusters.tsv names q1 and 1 more, which corpus.jsonl does not hold; correct these ids or take their lines out.\n',
  )
  expect(JSON.parse(output)).toMatchObject({ articles: 5, missing: 2, ours: { f1: 1 } })
})

test.each([
  ['no clusters', undefined, /^There is no file .*clusters\.tsv; a collection of clustered documents is/],
  ['a line of one column', 'p1\n', /clusters\.tsv:1 is no document's cluster; write its id and its cluster/],
  ['an id twice', `${CLUSTERS}p1\tperu\n`, /clusters\.tsv:6 names p1 again; keep one of the lines\./],
  ['only strangers', 'q1\ta\n', /clusters\.tsv names no document of .*corpus\.jsonl; /],
  ['an empty file', '\n', /clusters\.tsv names no document of .*corpus\.jsonl; /],
])('%s: one sentence that says what to do', async (name, clusters, sentence) => {
  await expect(evaluateStories(await collection(name.replaceAll(' ', '-'), clusters))).rejects.toThrow(
    sentence,
  )
})

test('a folder that is none ends with 2 and one sentence', async () => {
  const { code, errors, output } = await run(join(home, 'nowhere'))
  expect({ code, output }).toEqual({ code: 2, output: '' })
  expect(errors).toMatch(/^There is no file .*corpus\.jsonl; .*\.\n$/)
})

const ECB = '../shared/eval/ecbplus'

longTestIf(existsSync(ECB))(
  'the news events of ECB+ are found, better than by plain TF-IDF at its best (skipped where that is absent)',
  async () => {
    const { articles, ours, baseline } = await evaluateStories(ECB)
    expect(articles).toBe(982)
    expect(ours.f1).toBeGreaterThan(0.94)
    expect(ours.f1).toBeGreaterThan((baseline?.atBest.f1 ?? 1) + 0.05)
  },
  120_000,
)
