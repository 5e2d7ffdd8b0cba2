/** How daily briefings are measured against timelines. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runEvaluation } from '../src/evaluate/program.ts'
import { evaluateTimeline, overlapOf, readTimelines } from '../src/evaluate/timeline.ts'
import { testIo } from './fakes/io.ts'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'timeline-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

const lines = (name: string, values: object[]) =>
  writeFile(join(home, name), values.map((value) => JSON.stringify(value)).join('\n'))
const watch = { onProgress: () => {}, signal: new AbortController().signal }

test('a date counts from a third of a sentence’s content words on, and from three', () => {
  const found = (text: string, ...sentences: string[]) => overlapOf(text, sentences, 'en').isFound
  const sentence = 'Police arrested the welder after nine ships burned in Lowe harbour.'
  expect(overlapOf('The police were arresting a welder.', [sentence], 'en')).toEqual({
    share: 3 / 8,
    isFound: true,
  })
  expect(found('The police and a welder.', sentence)).toBe(false)
  expect(found('The fire.', 'Fire')).toBe(false)
  expect(found('The police were arresting a welder.', 'Nothing of it.', sentence)).toBe(true)
})

test('the first story and the longest article are counted alike, and dates without documents apart', async () => {
  const fire = 'A fire closed the harbour of Port Lowe and burned nine ships on Monday morning.'
  const long = `${'The parliament of Norland debated the budget of the fishing ministry for hours. '.repeat(20)}`
  const at = { metadata: { date: '2024-05-16', language: 'en' } }
  await lines('corpus.jsonl', [
    { _id: 'a', text: `${fire} Ada Quill watched the burning ships from the harbour wall.`, ...at },
    { _id: 'b', text: `Port Lowe lost nine ships in a fire that closed the harbour on Monday.`, ...at },
    { _id: 'c', text: long, ...at },
  ])
  await lines('timelines.jsonl', [
    {
      id: 1,
      entries: [
        { date: '2024-05-16', text: fire, sentences: [fire] },
        { date: '2024-05-17', text: 'Nothing is there of this day.' },
      ],
    },
  ])
  const result = await evaluateTimeline(home, watch)
  expect(result).toMatchObject({ timelines: 1, dates: 2, withoutDocuments: 1, withoutStory: 0 })
  expect(result.lead.found).toBe(1)
  expect(result.longest.found).toBe(0)
})

test('eval timeline prints its figures and the rule they follow, as a table and as one object', async () => {
  const text = 'A fire closed the harbour of Port Lowe and burned nine ships on Monday morning.'
  const metadata = { date: '2024-05-16', language: 'en' }
  await lines('corpus.jsonl', [{ _id: 'a', text: `${text} Ada Quill watched the burning ships.`, metadata }])
  await lines('timelines.jsonl', [{ id: 1, entries: [{ date: '2024-05-16', text, sentences: [text] }] }])
  const run = async (...more: string[]) => {
    const { io, output } = testIo()
    const code = await runEvaluation(['timeline', home, ...more], io, watch.signal)
    return { code, output: output() }
  }
  const shown = await run()
  expect(shown.code).toBe(0)
  expect(shown.output).toMatch(/^Dates +1 in 1 timelines; 0 without documents are left out/m)
  expect(shown.output).toMatch(/^First story +1\.0000 {2}share 1\.0000$/m)
  expect(shown.output).toMatch(/\nA date counts as found when .*\.\n$/)
  expect(JSON.parse((await run('--json')).output)).toMatchObject({
    ...{ collection: home, timelines: 1, dates: 1, documents: 1, refused: 0 },
    lead: { found: 1, share: 1 },
    rule: expect.stringContaining('A date counts as found'),
  })
})

test('a line that is no timeline is named', async () => {
  await lines('timelines.jsonl', [{ id: 'x', entries: [{ date: 'Monday', text: 'A fire.' }] }])
  await expect(readTimelines(home)).rejects.toThrow(/timelines\.jsonl:1 is no timeline \(entries\.0\.date/)
})
