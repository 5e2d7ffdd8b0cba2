/** "a week", "12 May" or "2024-05-16", in the person's language → the day from which documents count. */
import { type Suggestion, UserError } from '../src/command.ts'
import type { Language } from '../src/language/language.ts'

const DAYS_BACK = { today: 0, week: 7, month: 30, year: 365 }
type Span = keyof typeof DAYS_BACK
const SPANS = Object.keys(DAYS_BACK) as Span[]
const DAY = 24 * 60 * 60_000
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * An ISO 8601 day in UTC, or undefined when nothing was given.
 * Throws a UserError for anything that is no such word and no date, and for a day that lies ahead.
 */
export async function sinceDate(
  text: string | undefined,
  language: Language,
  now = Date.now(),
): Promise<string | undefined> {
  if (text === undefined) return undefined
  const span = SPANS.find((one) => [one, language.say(`since.${one}`)].includes(text.trim().toLowerCase()))
  if (span) return isoDay(now - DAYS_BACK[span] * DAY)
  const day = await readDay(text.trim(), language, now)
  if (!day) throw new UserError('error.since', { since: text.slice(0, 100) })
  if (day > isoDay(now)) throw new UserError('error.sinceAhead', { since: day })
  return day
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
  const day = wanted === '' ? undefined : await readDay(typed.trim(), language, now)
  if (!day || day > isoDay(now)) return fitting
  const format = new Intl.DateTimeFormat(language.locale, { dateStyle: 'long', timeZone: 'UTC' })
  return [...fitting, { name: format.format(new Date(day)), value: day }]
}

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10)

/** A day as people of this language write it; undefined when it is none, or does not exist. */
async function readDay(text: string, language: Language, now: number): Promise<string | undefined> {
  if (ISO_DAY.test(text)) {
    const time = Date.parse(text)
    return !Number.isNaN(time) && isoDay(time) === text ? text : undefined
  }
  if (/^(?:19|20)\d{2}$/.test(text)) return `${text}-01-01`
  const parser = await parserFor(language)
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

/** Loaded when the first date is typed: the program starts without it. */
async function parserFor({ code, locale }: Language) {
  const chrono = await import('chrono-node')
  if (code === 'zh-CN') return chrono.zh.hans.casual
  if (code === 'en') return locale === 'en-US' || locale === 'en' ? chrono.en.casual : chrono.en.GB
  return chrono[code].casual
}
