/** How daily briefings are measured against timelines. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { evaluateTimeline, overlapOf, readTimelines } from '../src/evaluate/timeline.ts'

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

test('a line that is no timeline is named', async () => {
  await lines('timelines.jsonl', [{ id: 'x', entries: [{ date: 'Monday', text: 'A fire.' }] }])
  await expect(readTimelines(home)).rejects.toThrow(/timelines\.jsonl:1 is no timeline \(entries\.0\.date/)
})
