/** In which order stories are told. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { prominences } from '../src/daily/prominence.ts'
import { countIndependent, standingOf, withoutCopies } from '../src/daily/rank.ts'
import { analyseArticle } from '../src/daily/stories/analyse.ts'
import { type Profile, profilesOf } from '../src/daily/stories/profile.ts'
import { UNKNOWN_SOURCE } from '../src/document.ts'

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
  expect(countIndependent(sources.map((source, at) => ({ id: `${at}`, source })))).toBe(4)
})

const voice = (text: string, source = text) => ({
  source,
  analysed: analyseArticle({ id: text, title: '', text, language: 'en', date: null }),
})

test('a story that is like what others tell is more prominent than one that is like nothing', () => {
  const stories = ['strike harbour wage', 'strike rail wage', 'puppy bowl stadium'].map((text) => [
    voice(text),
  ])
  const [harbour = 0, rail = 0, puppies = 0] = prominences(stories)
  expect(Math.min(harbour, rail)).toBeGreaterThan(0)
  expect(puppies).toBe(0)
})

test('what several sources tell is more prominent than what one source tells often', () => {
  const listings = Array.from({ length: 20 }, (_, at) => [voice(`flat rent room street${at}`, 'Listings')])
  const strike = ['Wire', 'Herald', 'Post'].map((source) => [voice(`strike wage union ${source}`, source)])
  const found = prominences([...listings, ...strike])
  expect(Math.min(...found.slice(-3))).toBeGreaterThan(Math.max(...found.slice(0, -3)))
  for (const value of found) expect(value).toBeLessThanOrEqual(1)
})

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1)
/** The cosine of two vectors that are 1 long at most. */
function likeness(one: Profile, other: Profile): number {
  const weights = new Map(Array.from(one.terms, (term, at) => [term, one.sums[at] ?? 0]))
  return other.sums.reduce((sum, weight, at) => sum + weight * (weights.get(other.terms[at] ?? -1) ?? 0), 0)
}

test('prominence is the mean cosine to the other documents of each source', () => {
  const text = fc.array(fc.constantFrom('harbour', 'strike', 'union', 'crane', 'wage', 'rail'), {
    minLength: 1,
    maxLength: 6,
  })
  const document = fc.record({ text, source: fc.constantFrom('Wire', 'Herald', 'Post') })
  const news = fc.array(fc.array(document, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(news, (told) => {
      const stories = told.map((story) => story.map(({ text, source }) => voice(text.join(' '), source)))
      const all = stories.flat()
      const { profiles } = profilesOf(all.map(({ analysed }) => [analysed]))
      const cosine = (one: number, other: number) =>
        likeness(profiles[one] as Profile, profiles[other] as Profile)
      const sources = [...new Set(all.map(({ source }) => source))]
      const found = prominences(stories)
      for (const [at, story] of stories.entries()) {
        const besides = sources.map((source) =>
          mean(
            story.flatMap((one) =>
              all.flatMap((other, place) =>
                other.source === source && !story.includes(other) ? cosine(all.indexOf(one), place) : [],
              ),
            ),
          ),
        )
        expect(found[at]).toBeCloseTo(mean(besides), 9)
      }
    }),
  )
})
