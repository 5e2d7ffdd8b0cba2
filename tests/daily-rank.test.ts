/** In which order stories are told. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UNKNOWN_SOURCE } from '../src/corpus/document.ts'
import { prominences } from '../src/daily/prominence.ts'
import { countIndependent, standingOf, withoutCopies } from '../src/daily/rank.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const standing = fc.record({
  independent: fc.integer({ min: 1, max: 1000 }),
  newest: share,
  interest: share,
  prominence: share,
})

test('more independent sources never rank lower, all else equal; nor does newer, nearer to what is of interest, nor more of what is new', () => {
  fc.assert(
    fc.property(standing, fc.integer({ min: 1, max: 100 }), share, (one, more, other) => {
      const at = standingOf(one)
      expect(standingOf({ ...one, independent: one.independent + more })).toBeGreaterThan(at)
      if (other >= one.newest) expect(standingOf({ ...one, newest: other })).toBeGreaterThanOrEqual(at)
      if (other >= one.interest) expect(standingOf({ ...one, interest: other })).toBeGreaterThanOrEqual(at)
      if (other >= one.prominence)
        expect(standingOf({ ...one, prominence: other })).toBeGreaterThanOrEqual(at)
    }),
  )
})

const article = (id: string, text: string, source = id) => ({
  ...{ id, hash: id, collection: 'shared', title: id, source, author: null, url: null, date: null },
  ...{ added: '2024-05-16T00:00:00.000Z', language: 'en', topics: [], text, sections: [] },
})
const words = (seed: string) => Array.from({ length: 80 }, (_, at) => `${seed}${at * at}`).join(' ')

test('copies of one text count once, whoever carries them', () => {
  const first = article('a', `${words('ship')} end`)
  const copy = article('b', `Wire. ${words('ship')} fin`)
  const other = article('c', words('harbour'))
  expect(withoutCopies([first, copy, other]).map(({ id }) => id)).toEqual(['a', 'c'])
})

test('publishers count once, in any spelling, and where the publisher is unknown each text does', () => {
  const sources = ['Reuters', 'REUTERS', 'AP', UNKNOWN_SOURCE, UNKNOWN_SOURCE]
  expect(countIndependent(sources.map((source) => ({ source })))).toBe(4)
})

test('the story that says what most of the day is about is the most prominent one', () => {
  const terms = (text: string) => new Map(text.split(' ').map((term) => [term, 1]))
  const strike = [terms('strike harbour crane union'), terms('strike rail union wage')]
  const stories = [[terms('strike harbour wage')], strike, [terms('puppy bowl stadium')]]
  const [one = 0, several = 0, aside = 0] = prominences(stories)
  expect(several).toBeGreaterThan(one)
  expect(one).toBeGreaterThan(aside)
  for (const value of [one, several, aside]) expect(value).toBeLessThanOrEqual(1 + 1e-9)
})
