/** Maps of the last few, and waits between attempts. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LastMap } from '../src/last-map.ts'
import { backoff } from '../src/time.ts'

test('a map of the last few holds those that were set last, whatever is set', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.integer({ min: 0, max: 9 })), (most, keys) => {
      const map = new LastMap<number, number>(most)
      for (const [at, key] of keys.entries()) map.set(key, at)
      const last = [...new Set(keys.toReversed())].slice(0, most)
      expect([...map.keys()].toReversed()).toEqual(last)
      for (const [key, at] of map) expect(at).toBe(keys.lastIndexOf(key))
    }),
    { numRuns: 50 },
  )
})

test('waits double up to the longest, of which chance takes half at most', () => {
  const waits = { firstMs: 1000, longestMs: 60_000 }
  const doubled = Array.from({ length: 8 }, (_, at) => backoff(at + 1, waits, 0))
  expect(doubled).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
  expect(backoff(1, waits, 0.5)).toBe(750)
  expect(backoff(5000, waits, 0.999_999)).toBeCloseTo(30_000, 0)
})
