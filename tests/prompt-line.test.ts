/** What a person has while typing at the prompt: completion, an interrupt that clears the line, lines that fit. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, openApp } from '../src/app.ts'
import type { Services } from '../src/command/context.ts'
import { readConfig } from '../src/config.ts'
import { completeLine } from '../src/terminal/complete.ts'
import { runShell } from '../src/terminal/shell.ts'
import { openTerminal, type Terminal, typedCommands } from '../src/terminal/terminal.ts'
import { wrap, wrapQuoted } from '../src/terminal/text.ts'

let home: string
let app: App
const [input, output] = [new PassThrough(), new PassThrough()]
let terminal: Terminal

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'prompt-'))
  app = await openApp(readConfig({ DATA_DIR: home }), { log: pino({ level: 'silent' }) })
  await app.corpus.synchronise('corpus')
  const look = { colour: false, width: 80 }
  const io = { input, output, errors: new PassThrough(), isInteractive: true, look }
  terminal = openTerminal({ ...app, signal: new AbortController().signal, io })
})
afterAll(async () => {
  await app[Symbol.asyncDispose]()
  await rm(home, { recursive: true, force: true, maxRetries: 3 })
})

test.each([
  ['/corp', ['/corpus status ', '/corpus add '], '/corp'],
  ['/ask why? --so', ['--source '], '--so'],
  ['/ask why? --source Starter O', ['"Starter Opinion" '], 'Starter O'],
  ['/quote gas --speaker "Xi', ['"Xi Jinping" '], '"Xi'],
  ['what does China', [], 'what does China'],
])('“%s” is completed', async (line, some, replaced) => {
  const [found, typed] = await completeLine(line, typedCommands, terminal)
  expect(typed).toBe(replaced)
  expect(found).toEqual(expect.arrayContaining(some))
  if (some.length === 0) expect(found).toEqual([])
})

test('Tab completes a name with blanks, with or without its quotation mark, and an option of a group’s usual command', async () => {
  const keys = new PassThrough()
  const written: string[] = []
  const screen = new PassThrough().on('data', (chunk) => written.push(String(chunk)))
  const asked: string[] = []
  const io = { ...terminal.io, input: keys, output: screen }
  const { chat } = terminal
  const ask: Services['ask'] = async (question, scope, context) => {
    asked.push(`${question} (${scope?.source})`)
    return await app.services.ask(question, scope, context)
  }
  const ended = runShell(
    { ...terminal, io, chat: { ...chat, services: { ...chat.services, ask } } },
    () => {},
  )
  const shown = async (text: string) => {
    while (!written.join('').includes(text)) await new Promise(setImmediate)
    written.length = 0
  }
  for (const source of ['Starter O', '"starter o']) {
    keys.write(`/ask why? --source ${source}\t`)
    await shown('"Starter Opinion" ')
    keys.write('\n')
    await shown('Searched')
  }
  expect(asked).toEqual(['why? (Starter Opinion)', 'why? (Starter Opinion)'])
  keys.write('/daily --to\t')
  await shown('--topics ')
  keys.end()
  await ended
})

test('Ctrl-C clears a half-written line, and leaves where nothing is written', async () => {
  const written: string[] = []
  output.on('data', (chunk) => written.push(String(chunk)))
  const ended = runShell(terminal, (fault) => {
    throw fault
  })
  input.write('who was half a ques\u0003')
  input.write('/show\n')
  const answered = async () => {
    while (!written.join('').includes('There is no quotation')) await new Promise(setImmediate)
  }
  await answered()
  input.write('\u0003')
  await ended
  expect(written.join('')).not.toContain('half a ques?')
  expect(written.join('')).not.toContain('The corpus does not answer')
})

test.each([
  ['Chinese', '中俄两国元首在北京举行会谈并签署联合声明强调两国关系稳定发展对世界具有重要意义'],
  ['Japanese', '宇宙機関は新しい探査機が来年の春に木星へ向かうと発表し科学者たちは氷の下の海を調べる'],
])('a line of %s fits the width, also as a quotation', (_, text) => {
  const look = { colour: false, width: 40 }
  // Each character takes two columns, the blanks and the bar before them one.
  const columnsOf = (part: string) => [...part].reduce((sum, one) => sum + (/[ │|>]/.test(one) ? 1 : 2), 0)
  const long = text.repeat(8)
  for (const part of [wrap(`   ${long}`, look, 3), wrapQuoted(long, look)].join('\n').split('\n'))
    expect(columnsOf(part)).toBeLessThanOrEqual(look.width)
  expect(wrap(long, look).replaceAll('\n', '')).toBe(long)
})

test('a link stays whole', () => {
  const look = { colour: false, width: 40 }
  const link = `https://example.org/${'a'.repeat(60)}`
  expect(wrap(`See ${link} there.`, look, 0)).toContain(link)
})
