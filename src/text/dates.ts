/** Dates that a text names, resolved against a day by chrono (https://github.com/wanasit/chrono). */
import { rulesOf } from '../languages/index.ts'
import type { DateParser, DateParts } from '../languages/rules.ts'
import { DAY_MS } from '../time.ts'

/** A stretch of days that a text names; UTF-16 code units, the end exclusive. */
export type NamedDays = {
  start: number
  end: number
  text: string
  /** ISO 8601 days, both of them within it. */
  from: string
  to: string
  /** How much of it the text says itself; `exact` is a day. */
  precision: 'year' | 'month' | 'exact'
  /** Whether the text names the year, or it was taken from the day that it is read on. */
  hasYear: boolean
}

/** The parser of a language; the English one where there is none. Loaded when it is first wanted. */
const parserFor = (language: string): Promise<DateParser> =>
  (rulesOf(language)?.schedule?.dates ?? rulesOf('en')?.schedule?.dates ?? noParser)(language)

const noParser = () => Promise.reject(new Error('There is no parser of dates.'))

const YEAR =
  /(?<![\p{L}\p{N}.,€$£-])(?:19|20)\d{2}(?![\p{L}\p{N}€$£]|[.,]\d|\s?(?:km|kg|per cent|%|million|billion))/gu
const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10)

/**
 * The days that a text names, in order. "Monday" is the one before the day that the text is read on, or that day
 * itself: news tells what has happened. What names only an hour is left out.
 * @param readOn an ISO 8601 day: of a document its publication, of a question today
 * @param isQuestion a day without a year is then the last one; in a document it is the nearest
 */
export async function daysIn(
  text: string,
  language: string,
  readOn: string,
  isQuestion = false,
): Promise<NamedDays[]> {
  const parser = await parserFor(language)
  const instant = new Date(`${readOn.slice(0, 10)}T12:00:00Z`)
  const found = parser
    .parse(text, { instant, timezone: 'UTC' })
    .flatMap(({ index, text: said, start, end }) => {
      const first = dayOf(start, readOn, isQuestion)
      if (!first) return []
      const last = end ? dayOf(end, readOn, isQuestion) : undefined
      return [
        {
          start: index,
          end: index + said.length,
          text: said,
          from: first.from,
          to: last && last.to >= first.from ? last.to : first.to,
          precision: first.precision,
          hasYear: start.isCertain('year'),
        },
      ]
    })
  const years = text.matchAll(YEAR).flatMap(({ index, 0: year }): NamedDays[] => {
    const isRead = found.some((one) => index < one.end && one.start < index + year.length)
    const span = { start: index, end: index + year.length, text: year }
    const days = { from: `${year}-01-01`, to: `${year}-12-31` }
    return isRead ? [] : [{ ...span, ...days, precision: 'year', hasYear: true }]
  })
  return [...found, ...years].toSorted((a, b) => a.start - b.start)
}

function dayOf(
  parts: DateParts,
  readOn: string,
  isQuestion: boolean,
): Pick<NamedDays, 'from' | 'to' | 'precision'> | undefined {
  const [year, month, day] = [parts.get('year'), parts.get('month'), parts.get('day')]
  if (year === null || month === null) return undefined
  const has = (part: 'year' | 'month' | 'day' | 'weekday') => parts.isCertain(part)
  if (has('day') || has('weekday')) {
    let time = Date.UTC(year, month - 1, day ?? 1)
    const ahead = () => isoDay(time) > readOn.slice(0, 10)
    if (has('weekday') && !has('day') && ahead()) time -= 7 * DAY_MS
    const isFar = isQuestion ? ahead() : daysBetween(isoDay(time), readOn) > 183
    if (!has('year') && has('day') && !has('weekday') && isFar)
      time = Date.UTC(year + (isoDay(time) > readOn ? -1 : 1), month - 1, day ?? 1)
    return { from: isoDay(time), to: isoDay(time), precision: 'exact' }
  }
  if (has('month')) {
    const last = isoDay(Date.UTC(year, month, 0))
    return { from: `${last.slice(0, 8)}01`, to: last, precision: 'month' }
  }
  if (has('year')) return { from: `${year}-01-01`, to: `${year}-12-31`, precision: 'year' }
  // "Yesterday", "two weeks ago": a day that is told by its distance.
  const told = parts.tags()
  const isDistance = [...told].some((tag) => /relative|casualReference/i.test(tag))
  if (!isDistance || day === null) return undefined
  const near = isoDay(Date.UTC(year, month - 1, day))
  return { from: near, to: near, precision: 'exact' }
}

const daysBetween = (one: string, other: string) =>
  Math.abs(Date.parse(one) - Date.parse(other.slice(0, 10))) / DAY_MS
