import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fallbackClause } from '../src/brief/fallback.ts'

test('a reason is told as a clause, and a clause that was stored before there were reasons stays as it is', () => {
  expect(fallbackClause('overloaded')).toBe('Claude is overloaded')
  expect(fallbackClause('Claude is overloaded')).toBe('Claude is overloaded')
  fc.assert(
    fc.property(
      fc.string().filter((text) => !/^[a-z_]+$/.test(text)),
      (text) => fallbackClause(text) === text,
    ),
  )
  for (const name of ['constructor', 'toString', '__proto__']) expect(fallbackClause(name)).toBe(name)
})
