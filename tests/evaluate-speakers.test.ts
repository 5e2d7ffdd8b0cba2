/** How speakers are measured against what people noted. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runEvaluation } from '../src/evaluate/program.ts'
import { isSameName } from '../src/evaluate/speakers.ts'
import { testIo } from './fakes/io.ts'

let file: string
let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'speakers-'))
  file = join(home, 'news.jsonl')
})
afterEach(() => rm(home, { recursive: true, force: true }))

const signal = new AbortController().signal

/** A text, with its parts that people noted. */
function noted(text: string, parts: [said: string, speaker: string | null, kind: string][]) {
  const attributions = parts.map(([said, speaker, kind]) => {
    const start = text.indexOf(said)
    return { start, end: start + said.length, speaker, kind }
  })
  return JSON.stringify({ text, attributions })
}

async function measure(...words: string[]) {
  const { io, output, errors } = testIo()
  const code = await runEvaluation(['speakers', file, ...words], io, signal)
  return { code, output: output(), errors: errors() }
}

test('a sentence is right with the name that was noted, wrong with another, and missed without', async () => {
  const lines = [
    noted('“It is late. We wait,” said Ann Brook. Tom Reed said it was early. It rained, a man added.', [
      ['“It is late. We wait,”', 'Ann Brook', 'direct'],
      ['it was early', 'Mia Roth', 'indirect'],
      ['It rained', 'Karl Dean', 'indirect'],
    ]),
    noted('The minister, Ann Brook, said no. Tom Reed said yes.', [['no', 'Minister Ann Brook', 'indirect']]),
  ]
  await writeFile(file, lines.join('\n'))
  const { code, output } = await measure('--json')
  expect(code).toBe(0)
  expect(JSON.parse(output)).toMatchObject({
    texts: 2,
    precision: 3 / 4,
    direct: { sentences: 2, right: 2, wrong: 0, recall: 1 },
    mixed: { sentences: 0, recall: null },
    indirect: { sentences: 3, right: 1, wrong: 1, recall: 1 / 3 },
    elsewhere: 1,
  })
  expect((await measure()).output).toMatch(/Recall, direct +1\.0000 +2 right, 0 wrong of 2/)
})

test('a speaker given where the text names none counts against precision only', async () => {
  await writeFile(file, noted('Ann Brook said no.', [['no', null, 'indirect']]))
  expect(JSON.parse((await measure('--json')).output)).toMatchObject({
    precision: 0,
    indirect: { sentences: 0, wrong: 0, recall: null },
  })
})

test('a name is the same as a whole part of it', () => {
  expect(isSameName('Brook', 'Minister Ann Brook')).toBe(true)
  expect(isSameName('Ann Brook', 'Brook')).toBe(true)
  expect(isSameName('Roo', 'Brook')).toBe(false)
  expect(isSameName('Ann Reed', 'Ann Brook')).toBe(false)
})

test.each([
  ['{"text": "x"}', 'is no annotated text (attributions'],
  ['', 'holds no annotated text'],
])('a file that holds no annotations is told in one sentence: %s', async (line, sentence) => {
  await writeFile(file, line)
  const { code, errors } = await measure()
  expect(code).toBe(2)
  expect(errors).toContain(sentence)
})
