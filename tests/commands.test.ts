import { expect, test } from 'vitest'
import { commands } from '../commands/index.ts'
import { sinceDate } from '../commands/since.ts'
import { UserError } from '../src/command.ts'
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
  const { command, values } = parseWords(
    splitLine('quote "trade in oil" --speaker "Xi Jinping" --private'),
    commands,
  )
  expect([command.name, values]).toEqual([
    'quote',
    { topic: 'trade in oil', speaker: 'Xi Jinping', private: true },
  ])
  expect(parseWords(['corpus', 'status', '--json'], commands)).toMatchObject({ json: true })
})
