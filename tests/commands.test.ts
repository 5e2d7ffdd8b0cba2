import { expect, test } from 'vitest'
import { commands } from '../commands/index.ts'
import { sinceDate } from '../commands/since.ts'
import { type Context, type Services, UserError, type Values } from '../src/command.ts'
import { parseWords, splitLine } from '../src/terminal/line.ts'

const now = Date.parse('2024-05-16T12:00:00Z')

test.each([
  ['today', '2024-05-16'],
  ['Week', '2024-05-09'],
  ['2024-02-29', '2024-02-29'],
])('since “%s” is %s', (text, day) => {
  expect(sinceDate(text, now)).toBe(day)
})

test.each(['2023-02-29', 'soon', '16.5.2024'])('since “%s” is refused with what to write', (text) => {
  expect(() => sinceDate(text, now)).toThrow(UserError)
})

test('a typed line becomes the command and its values', () => {
  expect(
    parseWords(splitLine('quote "trade in oil" --speaker "Xi Jinping" --private'), commands),
  ).toMatchObject({
    kind: 'run',
    command: { name: 'quote' },
    values: { topic: 'trade in oil', speaker: 'Xi Jinping', private: true },
    json: false,
  })
  expect(parseWords(['corpus', 'status', '--json'], commands)).toMatchObject({ json: true })
})

test('help explains all commands, one, or a group; an unfinished name is told what it lacks', () => {
  const names = (words: string[]) => {
    const request = parseWords(words, commands)
    return request.kind === 'help' ? request.shown.map(({ name }) => name) : []
  }
  expect(names(['help'])).toEqual(commands.map(({ name }) => name))
  expect(names(['--help'])).toEqual(names(['-h']))
  expect(names(['help', 'corpus'])).toEqual(['corpus status'])
  expect(names(['ask', '--help'])).toEqual(['ask'])
  expect(() => parseWords(['corpus'], commands)).toThrow('write corpus status')
})

const nothing = {} as Services
const context = {} as Context

test.each([
  ['ask', { question: 'Why?', since: 'soon' }],
  ['quote', { topic: 'trade', since: '2023-02-29' }],
])('/%s refuses a since that is no time before any work starts', async (name, values) => {
  const command = commands.find((one) => one.name === name)
  await expect(command?.run(values, nothing, context)).rejects.toThrow(UserError)
})

test('what is private is decided from the options alone', () => {
  const decided = (name: string, values: Values) =>
    commands.find((command) => command.name === name)?.isPrivate?.(values)
  expect(decided('ask', { private: true })).toBe(true)
  expect(decided('ask', {})).toBe(false)
  expect(decided('corpus status', {})).toBe(true)
})
