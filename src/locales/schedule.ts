/** When a briefing comes, in words. */
import type { Language } from './language.ts'

/** Monday to Friday, as ISO 8601 numbers them. */
const WEEKDAYS = '1,2,3,4,5'

/** `every day`, `Monday to Friday`, `Monday and Thursday`. */
export function daysText(days: number[], { locale, say }: Language): string {
  if (days.length === 7) return say('daily.everyDay')
  if (days.join() === WEEKDAYS) return say('daily.weekdays')
  const names = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  // 1 January 2024 was a Monday.
  const named = days.map((day) => names.format(Date.UTC(2024, 0, day)))
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(named)
}

/** `08:00 Europe/Berlin, every day`. */
export const scheduleText = (
  { time, zone, days }: { time: string; zone: string; days: number[] },
  language: Language,
): string => `${time} ${zone}, ${daysText(days, language)}`

/** `Deutsch`: a language by its own name. */
export const languageName = (locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale
