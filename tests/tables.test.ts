/** A row of a table is read with the names of its columns. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runProgram } from '../src/program.ts'
import { splitPassages } from '../src/text/passages.ts'
import { testIo } from './fakes/io.ts'

const PRICES = [
  'All prices in euros.',
  '| Berth | Length in metres | Price per month | State |\n| --- | --- | --- | --- |',
].join('\n\n')
const rowOf = (number: number) =>
  `| Berth ${number} | ${8 + (number % 20)} | ${100 + ((number * 37) % 90)} | free |`
const berths = Array.from({ length: 120 }, (_, at) => rowOf(at + 1)).join('\n')

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tables-'))
  await mkdir(join(home, 'corpus'))
  await writeFile(join(home, 'corpus', 'berths.md'), `# Berths\n\n${PRICES}\n${berths}\n`)
})
afterAll(() => rm(home, { recursive: true, force: true }))

async function ask(question: string) {
  const { io, output } = testIo()
  const environment = {
    ...{ DATA_DIR: join(home, 'data'), CORPUS_DIR: join(home, 'corpus') },
    ...{ DISCORD_TOKEN: '', ANTHROPIC_API_KEY: '' },
  }
  await runProgram(['ask', question, '--json'], { io, environment, stopping: new AbortController().signal })
  return JSON.parse(output())
}

test('a row answers with the names of its columns and the unit, and no other row does', async () => {
  const { status, points, quotes } = await ask('what is the price per month of berth 97?')
  expect(status).toBe('answered')
  expect(points).toHaveLength(1)
  const texts = points[0].quotes.map((at: number) => quotes[at].text)
  expect(texts).toEqual([
    expect.stringMatching(/^Berth 97 \| /),
    'All prices in euros.\n\nBerth | Length in metres | Price per month | State',
  ])
})

test('each passage of a table knows the names of its columns, with the line before them', () => {
  const rows = Array.from({ length: 90 }, (_, at) => `Berth ${at} | ${at * 3} | free`)
  const text = ['Prices are in euros.', 'Berth | Price | State', ...rows, 'All berths have water.'].join(
    '\n\n',
  )
  const passages = splitPassages(text, [{ start: 0, end: text.length, heading: '' }], 'en')
  expect(passages.length).toBeGreaterThan(2)
  for (const { columns } of passages) {
    expect(columns?.text).toBe('Prices are in euros.\n\nBerth | Price | State')
    expect(text.slice(columns?.start, columns?.end)).toBe(columns?.text)
  }
  const plain = 'One sentence. Another one.'
  expect(splitPassages(plain, [{ start: 0, end: plain.length, heading: '' }], 'en')[0]).not.toHaveProperty(
    'columns',
  )
})
