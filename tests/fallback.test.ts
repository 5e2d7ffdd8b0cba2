import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fallbackText } from '../src/locales/fallback.ts'
import { english } from '../src/locales/language.ts'

test('a reason is told as a clause, and a clause that was stored before there were reasons stays as it is', () => {
  expect(fallbackText('overloaded', english)).toBe('Claude is overloaded')
  expect(fallbackText('Claude is overloaded', english)).toBe('Claude is overloaded')
  fc.assert(
    fc.property(
      fc.string().filter((text) => !/^[a-z_]+$/.test(text)),
      (text) => fallbackText(text, english) === text,
    ),
  )
  for (const name of ['constructor', 'toString', '__proto__']) expect(fallbackText(name, english)).toBe(name)
})
