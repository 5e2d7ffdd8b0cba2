/** What counts as new in a window, by publication and by arrival. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrivalOf, boundsOf, isNew, type Stretch } from '../src/daily/arrival.ts'
import { DAY_MS } from '../src/time.ts'

const at = (text: string) => Date.parse(text)
const window = (since: string, until: string): Stretch => ({ since: at(since), until: at(until) })
const MAY_16 = window('2024-05-16T06:00:00Z', '2024-05-17T06:00:00Z')
const added = '2024-05-16T12:00:00.000Z'

test('an instant is new in the window that holds it, the end exclusive', () => {
  const published = (date: string) =>
    isNew({ date, added: '2030-01-01T00:00:00.000Z' }, MAY_16, 'publication')
  expect(published('2024-05-16T06:00:00.000Z')).toBe(true)
  expect(published('2024-05-17T05:59:59.999Z')).toBe(true)
  expect(published('2024-05-17T06:00:00.000Z')).toBe(false)
  expect(published('2024-05-16T05:59:59.999Z')).toBe(false)
})

test('a day without a time is the whole day in UTC, and new where it overlaps the window', () => {
  const published = (date: string) => isNew({ date, added }, MAY_16, 'publication')
  expect([15, 16, 17, 18].map((day) => published(`2024-05-${day}`))).toEqual([false, true, true, false])
  const midnight = window('2024-05-16T00:00:00Z', '2024-05-17T00:00:00Z')
  expect(isNew({ date: '2024-05-17', added }, midnight, 'publication')).toBe(false)
  expect(isNew({ date: '2024-05-15', added }, midnight, 'publication')).toBe(false)
})

test('what has no date is new when it was added', () => {
  for (const newBy of ['publication', 'arrival'] as const) {
    expect(isNew({ date: null, added }, MAY_16, newBy)).toBe(true)
    expect(isNew({ date: null, added: '2024-05-18T12:00:00.000Z' }, MAY_16, newBy)).toBe(false)
  }
})

test('what is added up to a week late arrives then; an archive does not', () => {
  expect(arrivalOf({ date: '2024-05-10', added })).toBe(at(added))
  expect(arrivalOf({ date: '2024-05-09T12:00:00.000Z', added })).toBe(at(added))
  expect(arrivalOf({ date: '2024-05-09T11:59:59.999Z', added })).toBe(at('2024-05-09T11:59:59.999Z'))
  expect(arrivalOf({ date: '2001-01-01', added })).toBe(at('2001-01-01'))
})

test('what is dated to the future arrives then, not before and not twice', () => {
  expect(arrivalOf({ date: '2024-05-16T18:00:00.000Z', added })).toBe(at('2024-05-16T18:00:00.000Z'))
})

const instant = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2024-03-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const day = instant.map((text) => text.slice(0, 10))
const dated = fc.record({ date: fc.oneof(instant, day, fc.constant(null)), added: instant })

test('of windows that follow each other exactly one holds a document’s arrival', () => {
  fc.assert(
    fc.property(
      dated,
      fc.uniqueArray(fc.integer({ min: -40, max: 100 }), { minLength: 1 }),
      (document, cuts) => {
        const inner = cuts.toSorted((a, b) => a - b).map((days) => at('2024-01-01') + days * DAY_MS)
        const edges = [at('2020-01-01'), ...inner, at('2030-01-01')]
        const windows = edges.slice(1).map((until, place) => ({ since: edges[place] ?? 0, until }))
        expect(windows.filter((one) => isNew(document, one, 'arrival'))).toHaveLength(1)
      },
    ),
  )
})

test('everything that is new lies within the bounds that are read', () => {
  fc.assert(
    fc.property(dated, instant, fc.integer({ min: 1, max: 30 }), (document, since, days) => {
      const stretch = { since: at(since), until: at(since) + days * DAY_MS }
      const bounds = boundsOf(stretch)
      const isRead =
        document.date === null
          ? document.added >= bounds.added && document.added < bounds.until
          : document.date >= bounds.day && document.date < bounds.until
      for (const newBy of ['publication', 'arrival'] as const)
        if (isNew(document, stretch, newBy)) expect(isRead).toBe(true)
    }),
  )
})
