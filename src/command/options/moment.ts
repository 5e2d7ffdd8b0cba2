/** "a week", "12 May", "2024-05-16" or "2024-05-16 10:00", in the person's language → a day or an instant. */

import type { Language } from '../../locales/language.ts'
import { DAY_MS } from '../../time.ts'
import { type Suggestion, UserError } from '../context.ts'
import { type Option, textRead } from '../option.ts'

const DAYS_BACK = { today: 0, week: 7, month: 30, year: 365 }
type Span = keyof typeof DAYS_BACK
const SPANS = Object.keys(DAYS_BACK) as Span[]
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/
const MAX_LENGTH = 100

const momentOption =
  (read: (text: string, language: Language) => Promise<string>) => (): Option<string | undefined> =>
    textRead(
      {
        maxLength: MAX_LENGTH,
        complete: async (typed, _services, { language }) => suggestSince(typed, language),
      },
      (written, { language }) => read(written, language),
    )

/** A day, ISO 8601 in UTC, from which documents count. */
export const day = momentOption((written, language) => sinceDate(written, language))
/** A day or an instant, ISO 8601. */
export const moment = momentOption(readMoment)

/** An ISO 8601 day or instant. Throws a UserError for what is no time. */
async function readMoment(written: string, language: Language): Promise<string> {
  if (!INSTANT.test(written)) return await sinceDate(written, language)
  const joined = written.replace(' ', 'T')
  const time = Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(joined) ? joined : `${joined}Z`)
  if (Number.isNaN(time)) throw new UserError('error.since', { since: written })
  return new Date(time).toISOString()
}

/**
 * An ISO 8601 day in UTC.
 * Throws a UserError for anything that is no such word and no date, and for a day that lies ahead.
 */
export async function sinceDate(text: string, language: Language, now = Date.now()): Promise<string> {
  const span = SPANS.find((one) => [one, language.say(`since.${one}`)].includes(text.trim().toLowerCase()))
  if (span) return isoDay(now - DAYS_BACK[span] * DAY_MS)
  const found = await readDay(text.trim(), language, now)
  if (!found) throw new UserError('error.since', { since: text.slice(0, 100) })
  if (found > isoDay(now)) throw new UserError('error.sinceAhead', { since: found })
  return found
}

/** The spans that hold what was typed, and the day that it is read as. */
export async function suggestSince(
  typed: string,
  language: Language,
  now = Date.now(),
): Promise<Suggestion[]> {
  const wanted = typed.trim().toLowerCase().replaceAll("'", '’')
  const spans = SPANS.map((span) => ({ name: language.say(`since.${span}`), value: String(span) }))
  const fitting = spans.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted))
  const found = wanted === '' ? undefined : await readDay(typed.trim(), language, now)
  if (!found || found > isoDay(now)) return fitting
  const format = new Intl.DateTimeFormat(language.locale, { dateStyle: 'long', timeZone: 'UTC' })
  return [...fitting, { name: format.format(new Date(found)), value: found }]
}

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10)

/** A day as people of this language write it; undefined when it is none, or does not exist. */
async function readDay(text: string, language: Language, now: number): Promise<string | undefined> {
  if (ISO_DAY.test(text)) {
    const time = Date.parse(text)
    return !Number.isNaN(time) && isoDay(time) === text ? text : undefined
  }
  if (/^(?:19|20)\d{2}$/.test(text)) return `${text}-01-01`
  const parser = await language.rules.schedule.dates(language.locale)
  const [found] = parser.parse(text, { instant: new Date(now), timezone: 'UTC' })
  // A date inside a sentence is no answer to "since when".
  if (!found || found.text.length < text.length / 2) return undefined
  const { start } = found
  // "10:30" names no day.
  if (!(['day', 'weekday', 'month', 'year'] as const).some((part) => start.isCertain(part))) return undefined
  const isMonth = start.isCertain('month') && !start.isCertain('day') && !start.isCertain('weekday')
  const [year, month] = [start.get('year'), start.get('month')]
  const day = isMonth ? 1 : (start.get('day') ?? 1)
  const time = Date.UTC(year ?? 1970, (month ?? 1) - 1, day)
  // "12 March", said in January, is that of the year before.
  const isAhead = time > now && !start.isCertain('year')
  return isoDay(isAhead ? Date.UTC((year ?? 1970) - 1, (month ?? 1) - 1, day) : time)
}
