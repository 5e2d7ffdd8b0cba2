/** When a briefing is due: at its local time, once for each chosen date, whatever the clocks do. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTime } from '../src/command/options/time-of-day.ts'
import { readDays } from '../src/command/options/weekdays.ts'
import { readZone, suggestZones } from '../src/command/options/zone.ts'
import { nextDue, previousDue, type Schedule } from '../src/daily/due.ts'
import { languageFor } from '../src/locales/language.ts'
import { runs } from './fakes/runs.ts'

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const schedule = (time: string, zone: string, days = EVERY_DAY): Schedule => ({ time, zone, days })
/** The due times that follow an instant. */
function following(order: Schedule, after: string, count: number): string[] {
  const due = [nextDue(order, after)]
  while (due.length < count) due.push(nextDue(order, due.at(-1) ?? ''))
  return due.map((one) => one.replace(':00.000Z', 'Z'))
}

describe('a briefing is due', () => {
  test.each([
    // 02:30 does not exist on 29 March, and exists twice on 25 October.
    [
      'Europe/Berlin',
      '02:30',
      '2026-03-27T12:00:00Z',
      '2026-03-28T01:30Z 2026-03-29T01:30Z 2026-03-30T00:30Z',
    ],
    [
      'Europe/Berlin',
      '02:30',
      '2026-10-23T12:00:00Z',
      '2026-10-24T00:30Z 2026-10-25T00:30Z 2026-10-26T01:30Z',
    ],
    [
      'America/New_York',
      '02:15',
      '2026-03-06T12:00:00Z',
      '2026-03-07T07:15Z 2026-03-08T07:15Z 2026-03-09T06:15Z',
    ],
    [
      'America/New_York',
      '01:15',
      '2026-10-30T12:00:00Z',
      '2026-10-31T05:15Z 2026-11-01T05:15Z 2026-11-02T06:15Z',
    ],
    // Half an hour: forward at 02:00 on 4 October, back at 02:00 on 5 April.
    [
      'Australia/Lord_Howe',
      '02:10',
      '2026-10-02T12:00:00Z',
      '2026-10-02T15:40Z 2026-10-03T15:40Z 2026-10-04T15:10Z',
    ],
    [
      'Australia/Lord_Howe',
      '01:45',
      '2026-04-03T00:00:00Z',
      '2026-04-03T14:45Z 2026-04-04T14:45Z 2026-04-05T15:15Z',
    ],
    ['Asia/Tokyo', '08:00', '2026-03-28T00:00:00Z', '2026-03-28T23:00Z 2026-03-29T23:00Z 2026-03-30T23:00Z'],
    // The 30th was skipped: the 31st follows the 29th.
    [
      'Pacific/Apia',
      '08:00',
      '2011-12-29T00:00:00Z',
      '2011-12-29T18:00Z 2011-12-30T18:00Z 2011-12-31T18:00Z',
    ],
  ])('in %s at %s on the days around a change of the clocks', (zone, time, after, expected) => {
    expect(following(schedule(time, zone), after, 3).join(' ')).toBe(expected)
  })

  test('on the chosen weekdays alone', () => {
    const due = following(schedule('08:00', 'UTC', [1, 3]), '2026-11-25T08:00:00Z', 3)
    expect(due).toEqual(['2026-11-30T08:00Z', '2026-12-02T08:00Z', '2026-12-07T08:00Z'])
  })

  test('not on a chosen date that the zone skipped', () => {
    const due = following(schedule('08:00', 'Pacific/Apia', [5]), '2011-12-22T00:00:00Z', 2)
    expect(due).toEqual(['2011-12-23T18:00Z', '2012-01-05T18:00Z'])
  })

  test('once for each chosen local date, later and later, and found again from behind', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
    const times = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
    const days = fc.uniqueArray(fc.constantFrom(...EVERY_DAY), { minLength: 1 })
    const starts = fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2040, 0) })
    fc.assert(
      fc.property(zones, times, days, starts, (zone, time, chosen, start) => {
        const order = schedule(time, zone, chosen)
        const local = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
        const weekday = new Intl.DateTimeFormat('en', { timeZone: zone, weekday: 'short' })
        let due = nextDue(order, new Date(start).toISOString())
        const dates = new Set<string>()
        for (let count = 0; count < 60; count += 1) {
          const next = nextDue(order, due)
          expect(Date.parse(next)).toBeGreaterThan(Date.parse(due))
          expect(previousDue(order, next)).toBe(due)
          expect(nextDue(order, new Date(Date.parse(next) - 1).toISOString())).toBe(next)
          const [date, name] = [local.format(new Date(due)), weekday.format(new Date(due))]
          expect(dates).not.toContain(date)
          dates.add(date)
          const named = EVERY_DAY[['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(name)]
          // Only where the clocks go forward over midnight may it be the day after a chosen one.
          if (!chosen.includes(named ?? 0)) expect(time >= '23:00').toBe(true)
          due = next
        }
        // None of the chosen dates is left out: of seven chosen days, 60 take 60 dates, or one more where one was skipped.
        if (chosen.length === 7) {
          const all = [...dates].toSorted()
          const span = (Date.parse(all.at(-1) ?? '') - Date.parse(all[0] ?? '')) / 86_400_000
          expect(span).toBeLessThanOrEqual(60)
        }
      }),
      { numRuns: runs(300) },
    )
  })
})

describe('what people write', () => {
  test.each([
    ['7:30', '07:30'],
    ['07.30', '07:30'],
    ['0730', '07:30'],
    ['7h30', '07:30'],
    ['7 am', '07:00'],
    ['7:05pm', '19:05'],
    ['12 am', '00:00'],
    ['12 p.m.', '12:00'],
    ['18', '18:00'],
    ['18 Uhr', '18:00'],
    ['0:00', '00:00'],
    ['noon', '12:00'],
    ['Mitternacht', '00:00'],
    ['at noon', '12:00'],
    ['mittags', '12:00'],
    ['al mediodía', '12:00'],
    ['à midi', '12:00'],
    ['в полдень', '12:00'],
    ['полдень', '12:00'],
    ['中午', '12:00'],
    ['24:00', undefined],
    ['13 pm', undefined],
    ['7:60', undefined],
    ['730', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('“%s” is the time %s', (typed, time) => {
    expect(readTime(typed)).toBe(time)
  })

  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['utc', 'UTC'],
    ['GMT', 'UTC'],
    ['US/Eastern', 'America/New_York'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Munich', 'Europe/Berlin'],
    ['Beijing', 'Asia/Shanghai'],
    ['Washington', 'America/New_York'],
    ['Washington, D.C.', 'America/New_York'],
    ['Mumbai', 'Asia/Kolkata'],
    ['Geneva', 'Europe/Zurich'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['America/Detroit', 'America/Detroit'],
    ['+01:00', undefined],
    ['Atlantis', undefined],
    ['', undefined],
  ])('“%s” is the zone %s', (typed, zone) => {
    expect(readZone(typed)).toBe(zone)
  })

  test('every suggested zone is one, holds what was typed, and says the time there', () => {
    const at = Date.UTC(2026, 6, 1, 8, 12)
    expect(suggestZones('berlin', languageFor('en-GB'), at)).toEqual([
      { name: 'Europe/Berlin (10:12)', value: 'Europe/Berlin' },
    ])
    expect(suggestZones('new y', languageFor('de'), at)[0]?.value).toBe('America/New_York')
    for (const typed of ['', 'a', 'america']) {
      const found = suggestZones(typed, languageFor('en'), at)
      expect(found).toHaveLength(25)
      for (const { value } of found) expect(readZone(value)).toBe(value)
    }
  })

  test.each([
    ['every day', 'en', '1234567'],
    ['weekdays', 'fr', '12345'],
    ['weekday', 'en', '12345'],
    ['on weekdays', 'en', '12345'],
    ['Werktag', 'de', '12345'],
    ['laborables', 'es', '12345'],
    ['les jours ouvrés', 'fr', '12345'],
    ['по рабочим дням', 'ru', '12345'],
    ['每个工作日', 'zh-CN', '12345'],
    ['Tuesdays', 'en', '2'],
    ['every monday', 'en', '1'],
    ['on Mondays and Thursdays', 'en', '14'],
    ['jeden Freitag', 'de', '5'],
    ['todos los lunes', 'es', '1'],
    ['tous les jours', 'fr', '1234567'],
    ['по будням', 'ru', '12345'],
    ['понедельник', 'ru', '1'],
    ['каждую среду', 'ru', '3'],
    ['по вторникам и пятницам', 'ru', '25'],
    ['les lundis et les jeudis', 'fr', '14'],
    ['los lunes y los martes', 'es', '12'],
    ['每周一和每周三', 'zh-CN', '13'],
    ['每个星期一', 'zh-CN', '1'],
    ['周末', 'zh-CN', '67'],
    ['mon-fri', 'en', '12345'],
    ['Monday', 'en', '1'],
    ['mo,we,fr', 'en', '135'],
    ['1, 3 and 5', 'en', '135'],
    ['1–5', 'en', '12345'],
    ['fri-mon', 'en', '1567'],
    ['Montag und Donnerstag', 'de', '14'],
    ['Mo, Do', 'de', '14'],
    ['lun y do', 'es', '17'],
    ['mié', 'es', '3'],
    ['mer. et sam.', 'fr', '36'],
    ['пн-пт', 'ru', '12345'],
    ['воскресенье', 'ru', '7'],
    ['周一、周三', 'zh-CN', '13'],
    ['星期日', 'zh-CN', '7'],
    ['Dienstag', 'en', '2'],
    ['t', 'en', undefined],
    ['8', 'en', undefined],
    ['mon-', 'en', undefined],
    ['someday', 'en', undefined],
    ['', 'en', undefined],
  ])('“%s” in %s are the days %s', (typed, locale, days) => {
    expect(readDays(typed, languageFor(locale))?.join('')).toBe(days)
  })
})
