import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runProgram } from '../src/program.ts'
import { type FakeClaude, startFakeClaude } from './fakes/claude.ts'
import { testIo } from './fakes/io.ts'

let home: string
let claude: FakeClaude

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'terminal-'))
  claude = await startFakeClaude()
})
afterAll(async () => {
  await claude.stop()
  await rm(home, { recursive: true, force: true })
})

type Settings = Record<string, string>
const environmentOf = (settings: Settings) => ({
  DATA_DIR: join(home, 'data'),
  CORPUS_DIR: 'corpus',
  DISCORD_TOKEN: '',
  ANTHROPIC_API_KEY: '',
  ...settings,
})

/** Runs the program in this process, with no keys unless given; answers what it printed and its exit code. */
async function run(
  args: string[],
  { input = '', settings = {} }: { input?: string; settings?: Settings } = {},
) {
  const { io, output, errors } = testIo(input)
  const stopping = new AbortController().signal
  const code = await runProgram(args, { io, environment: environmentOf(settings), stopping })
  return { output: output(), errors: errors(), code }
}

/** Runs the program as a person would, in a process of its own. */
async function spawnProgram(
  args: string[],
  { input = '', settings = {} }: { input?: string; settings?: Settings } = {},
) {
  const env = { PATH: process.env.PATH, ...environmentOf(settings) }
  const child = spawn(process.execPath, ['src/main.ts', ...args], { env })
  child.stdin.end(input)
  const [output, errors, [code]] = await Promise.all([
    readAll(child.stdout),
    readAll(child.stderr),
    once(child, 'exit'),
  ])
  return { output, errors, code }
}

const QUESTIONS: [string, RegExp][] = [
  // The first, for it would go on from any other.
  ['what about Ukraine?', /Ukrain/],
  ['what does China gain?', /gain/i],
  ['what does Russia gain?', /gain/i],
  ['is it an alliance?', /alliance/i],
  ['where are the strains?', /strain/i],
  ['what has the United States done?', /United States/],
  ['what did Putin say?', /Putin/],
]
/** All of them asked at one prompt. */
let answers: Promise<string[]> | undefined
const answerTo = async (question: string) => {
  const input = QUESTIONS.map(([asked]) => `/ask ${asked} --json\n`).join('')
  answers ??= run([], { input }).then(({ output }) => output.trim().split('\n'))
  return JSON.parse((await answers)[QUESTIONS.findIndex(([asked]) => asked === question)] ?? '')
}

test.each(QUESTIONS)(
  '“%s” gets at least three points, each quoted byte for byte from the stored document',
  async (question, topic) => {
    const answer = await answerTo(question)
    expect(answer).toMatchObject({ question, status: 'answered', writer: 'extract' })
    expect(answer.points.length).toBeGreaterThanOrEqual(3)
    for (const point of answer.points) expect(point.quotes.length).toBeGreaterThan(0)
    expect(
      answer.points.filter(({ text }: { text: string }) => topic.test(text)).length,
    ).toBeGreaterThanOrEqual(2)
    for (const { text, document } of answer.quotes)
      expect(await readFile(join('corpus', document), 'utf8')).toContain(text)
  },
)

test('a question that the corpus does not answer is told so, and that is no failure', async () => {
  const { output, code } = await run(['ask', 'who won the 1998 World Cup?', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(output)).toMatchObject({ status: 'not_in_corpus', points: [], quotes: [] })
})

test('what sources say against each other is shown side by side, and in the JSON', async () => {
  const asked = ['ask', 'Does China supply weapons to Russia?']
  const { output } = await run([...asked, '--json'])
  const { points, quotes, documents, disagreements, unsaid } = JSON.parse(output)
  const sides = disagreements[0].quotes.map((at: number) => quotes[at])
  expect(sides.map(({ text }: { text: string }) => text)).toEqual([
    expect.stringContaining('China denies supplying weapons'),
    expect.stringContaining('Chinese companies supply parts'),
  ])
  const sourceOf = (id: string) => documents.find((document: { id: string }) => document.id === id).source
  expect(new Set(sides.map(({ document }: { document: string }) => sourceOf(document))).size).toBe(2)
  expect(points[0].quotes[0]).toBe(0)
  expect(unsaid).toEqual([])
  const shown = (await run(asked)).output.replace(/\s+/g, ' ')
  expect(shown).toMatch(
    /Sources disagree “China denies supplying weapons.* — Starter Security Review, \d{4}-\d\d-\d\d \[\d+\] “The United States/,
  )
})

test('the words of a question that no quotation holds are named', async () => {
  const { output } = await run(['ask', 'What does China gain from Russian gas and oil in 2031?'])
  expect(output).toContain('Not in these quotations: 2031.')
})

test('a text is checked claim by claim, each against what the corpus holds', async () => {
  const text = 'China gains discounted crude oil. Nobody ever baked a cake on the moon.'
  const { output, code } = await run(['check', text, '--json'])
  expect(code).toBe(0)
  const { claims, quotes } = JSON.parse(output)
  expect(claims.map((claim: { text: string }) => claim.text)).toEqual(
    text.match(/[^.]+\./g)?.map((one) => one.trim()),
  )
  expect(claims[0]).toMatchObject({ verdict: null, quotes: expect.arrayContaining([0]) })
  for (const { text, document } of quotes)
    expect(await readFile(join('corpus', document), 'utf8')).toContain(text)
})

const week = ['daily', '--since', '2024-05-15', '--until', '2024-05-22']

test('a daily briefing tells stories, each with quotations byte for byte from the stored document', async () => {
  const { output, code } = await run([...week, '--json'])
  expect(code).toBe(0)
  const { window, status, stories, quotes, documents } = JSON.parse(output)
  expect(window).toEqual({ since: '2024-05-15T00:00:00.000Z', until: '2024-05-22T00:00:00.000Z' })
  expect(status).toBe('told')
  expect(stories.length).toBeGreaterThanOrEqual(1)
  for (const { points, changed, quote, documents: ids, days } of stories) {
    for (const point of [...points, ...(changed ? [changed] : [])])
      expect(point.quotes.length).toBeGreaterThan(0)
    expect(quotes[quote]).toBeDefined()
    for (const id of ids) expect(documents.map((document: { id: string }) => document.id)).toContain(id)
    expect(days.at(-1).day).toBe('2024-05-21')
  }
  for (const { text, document } of quotes)
    expect(await readFile(join('corpus', document), 'utf8')).toContain(text)
})

test('a daily briefing is written to a file, and the JSON still goes to standard output', async () => {
  const out = join(home, 'week.html')
  const told = await run([...week, '--out', out])
  expect(told.output).toMatch(/^Wrote .*week\.html: \d+ stor(?:y|ies), \d+ quotations?\.\n$/)
  const page = await readFile(out, 'utf8')
  expect(page).toMatch(/^<!doctype html>/)
  const both = await run([...week, '--out', join(home, 'week.md'), '--json'])
  const { stories } = JSON.parse(both.output)
  expect(await readFile(join(home, 'week.md'), 'utf8')).toContain(`## ${stories.length}. `)
})

test('a quiet day is no failure and says where to look; wrong options of a briefing end with 2', async () => {
  const { output, code } = await run(['daily'])
  expect(code).toBe(0)
  expect(output).toMatch(/All is quiet/)
  expect(output).toContain('--since 2024-05-30')
  const wrong = [
    ['--out', 'today.pdf'],
    ['--since', 'soon'],
    ['--since', '2024-05-22', '--until', '2024-05-20'],
    ['--topics', ','],
  ]
  for (const { code, output, errors } of await Promise.all(wrong.map((words) => run(['daily', ...words])))) {
    expect(code).toBe(2)
    expect(output).toBe('')
    expect(errors.trim().split('\n')).toHaveLength(1)
  }
})

test('at the prompt a briefing’s quotations open like an answer’s', async () => {
  const { output } = await run([], { input: '/daily --since 2024-05-15 --until 2024-05-22\n/show 2\n' })
  expect(output).toMatch(/1\. .*\n {3}\d+ (?:independent )?sources?, \d+ articles?/)
  expect(output).toContain('Verified: identical')
})

test('whoever says nothing on a topic is told apart from a topic on which nobody does', async () => {
  const input = '/quote sanctions --speaker Nobody\n/quote zeppelin yodelling --speaker Nobody\n'
  const output = (await run([], { input })).output.replace(/\s+/g, ' ')
  expect(output).toMatch(/Quotations on sanctions .*?Nobody says nothing about this in the corpus/)
  expect(output).toMatch(/Quotations on zeppelin yodelling .*?The corpus has none/)
})

test('piped lines are answered in order, quotations open, and a wrong line costs one sentence', async () => {
  const input = '/ask where are the strains?\n/show 1\n/quote sanctions\n/nope\n/help\n/corpus status\n'
  const { output, errors, code } = await spawnProgram([], { input })
  expect(code).toBe(0)
  expect(errors).toMatch(/DISCORD_TOKEN is not set.*\n?/)
  expect(errors).toMatch(/ANTHROPIC_API_KEY is not set/)
  const order = [
    'where are the strains?',
    'Verified: identical',
    '“nope”',
    '/quote <topic>',
    'Votes here',
  ].map((part) => output.indexOf(part))
  expect(order.every((at) => at >= 0)).toBe(true)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
})

test('the lines of one session know each other, and a limit is kept', async () => {
  const input =
    '/ask what has the United States done? --source "Starter Opinion" --json\n/ask and what did it say? --json\n'
  const { output } = await run([], { input })
  const [first, second] = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(first.documents.map(({ source }: { source: string }) => source)).toContain('Starter Opinion')
  for (const { source } of second.documents) expect(source).toBe('Starter Opinion')
})

test('at the prompt everything works that works as an argument, and help and exit need no slash', async () => {
  const { output, code } = await run([], {
    input: 'help\n/corpus list\n/corpus feeds\n/search "Chinese banks" --limit 1\n/aks\nexit\nnever asked\n',
  })
  expect(code).toBe(0)
  const order = ['/corpus import <file>', 'Page 1 of', 'No feed is followed', '1. ', 'did you mean ask?']
  const places = order.map((part) => output.indexOf(part))
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  expect(places[0]).toBeGreaterThanOrEqual(0)
  expect(output).not.toContain('never asked')
})

test('at the prompt a mistyped command, number or word costs one sentence that says what to write', async () => {
  const lines = ['/quti', '/corpus lsit', '/show two', '/show 1', '/story', '/story 1', '/ask x --sinc week']
  const { output } = await run([], { input: [...lines, 'help corpus feeds add', 'exit'].join('\n') })
  expect(output.split('\n').slice(0, 8)).toEqual([
    'There is no command “quti”; did you mean quit?',
    'There is no command “corpus lsit”; did you mean corpus list?',
    'Write /show with a number, such as /show 1.',
    'There is no quotation to show yet; ask a question first.',
    'There is no story to ask about yet; write /daily first.',
    'There is no story to ask about yet; write /daily first.',
    'ask has no --sinc; did you mean --since?',
    '/corpus feeds add <link>',
  ])
})

test('at the prompt a question goes on from the one before it, or from a story of a briefing', async () => {
  const input =
    'what does China gain?\n/quote gas\nand Russia?\n/daily --since 2024-05-15 --until 2024-05-22\n/story 1\nwhy?\n/story 99\n'
  const { output, errors } = await run([], { input, settings: { LOG_LEVEL: 'info' } })
  const logged = errors.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []))
  const asked = logged.filter(({ command }) => command === 'ask')
  expect(asked.map(({ earlier }) => earlier)).toEqual([0, 1, 1])
  expect(output).toContain('Write /story with a number from 1 to ')
})

test('feeds are listed as the contract names their fields, never as rows of the store', async () => {
  const { output } = await run(['corpus', 'feeds', '--json'])
  expect(JSON.parse(output)).toEqual({ feeds: [] })
})

test('wrong usage ends with 2 and one sentence that says what to write', async () => {
  const cases = await Promise.all(
    [
      ['bogus'],
      ['ask'],
      ['check'],
      ['settings', 'show'],
      ['ask', 'x', '--sinc', 'week'],
      ['ask', 'x', '--since', 'soon'],
    ].map((args) => run(args)),
  )
  for (const { code, errors } of cases) {
    expect(code).toBe(2)
    expect(errors.trim().split('\n')).toHaveLength(1)
  }
})

test('a broken setting stops the start with the fix in the message', async () => {
  const { code, errors } = await spawnProgram(['ask', 'x'], { settings: { CLAUDE_DAILY_TOKENS: 'lots' } })
  expect([code, errors]).toEqual([1, 'CLAUDE_DAILY_TOKENS is not a number; write it like 2000000.\n'])
})

test('search gives the passages in the contract’s form', async () => {
  const { output } = await run(['search', 'Chinese banks', '--limit', '2', '--json'])
  expect(JSON.parse(output)).toEqual({
    question: 'Chinese banks',
    passages: Array(2).fill({
      document: expect.any(String),
      start: expect.any(Number),
      end: expect.any(Number),
      score: expect.any(Number),
      text: expect.any(String),
    }),
  })
})

const withClaude = () => ({ ANTHROPIC_API_KEY: 'test-key', ANTHROPIC_BASE_URL: claude.url })

test('with a key Claude writes, and every citation becomes a verified quotation', async () => {
  const { output } = await run(['ask', 'what does China gain?', '--json'], {
    settings: withClaude(),
  })
  const answer = JSON.parse(output)
  expect(answer).toMatchObject({ status: 'answered', writer: 'claude' })
  for (const { text, document } of answer.quotes)
    expect(await readFile(join('corpus', document), 'utf8')).toContain(text)
})

test('when Claude fails, the person gets the extractive briefing with the reason', async () => {
  claude.script([{ kind: 'status', status: 529, times: 3 }])
  const { output, errors } = await run(['ask', 'what does China gain?'], { settings: withClaude() })
  expect(output).toMatch(/Extractive: .*because Claude is overloaded/s)
  expect(errors).not.toContain('test-key')
})

test('past the daily allowance answers are extractive, labelled so', async () => {
  const settings = { ...withClaude(), CLAUDE_DAILY_TOKENS: '0' }
  const before = claude.requests.length
  const { output } = await run(['ask', 'what does China gain?'], { settings })
  expect(output).toMatch(/allowance of Claude answers\s+is\s+used\s+up/)
  expect(claude.requests.length).toBe(before)
})

test('control characters of a document never reach the terminal', async () => {
  const corpus = await mkdtemp(join(home, 'hostile-'))
  await writeFile(
    join(corpus, 'x.md'),
    '---\ntitle: "Red \\e[31m title"\n---\nThe otter \u202eswims &#27;[2J in &#7; the river.',
  )
  const { output } = await run(['ask', 'otter river'], {
    settings: { CORPUS_DIR: corpus, DATA_DIR: join(corpus, 'data') },
  })
  expect(output).toContain('otter')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not appear
  expect(output).not.toMatch(/[\u0007\u001b\u202e]/)
})

test('whatever prints a reason prints its sentence, and JSON holds the same', async () => {
  const folder = await mkdtemp(join(home, 'broken-'))
  await writeFile(join(folder, 'broken.pdf'), '%PDF-1.4 nothing')
  const lines = join(folder, 'lines.txt')
  await writeFile(lines, 'no JSON\n')
  const settings = { CORPUS_DIR: folder, DATA_DIR: join(folder, 'data') }
  const damage = 'It is damaged and can’t be opened as a PDF; save or download it again.'
  const status = await run(['corpus', 'status'], { settings })
  expect(status.errors).toContain(`broken.pdf was refused: ${damage}`)
  expect(status.output).toContain(`broken.pdf: ${damage}`)
  const { output } = await run(['corpus', 'status', '--json'], { settings })
  expect(JSON.parse(output)).toMatchObject({ refused: [{ name: 'broken.pdf', reason: damage }] })
  const add = ['corpus', 'add', join(folder, 'broken.pdf')]
  expect((await run(add, { settings })).output).toContain(`broken.pdf refused. ${damage}`)
  const added = await run([...add, '--json'], { settings })
  expect(JSON.parse(added.output)).toMatchObject({ items: [{ reason: damage }] })
  const imported = ['corpus', 'import', lines]
  const badLine = 'The line is not valid JSON; correct it.'
  const said = (await run(imported, { settings })).output.replace(/\s+/g, ' ')
  expect(said).toContain(`:1 refused. ${badLine}`)
  const result = await run([...imported, '--json'], { settings })
  expect(JSON.parse(result.output)).toMatchObject({ refused: [{ reason: badLine }] })
})
