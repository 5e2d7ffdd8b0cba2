/** Dates as text, where a reader's own clock is not known. */
import type { Language } from '../locales/language.ts'
import { oneLine } from '../text/one-line.ts'

/** An instant, ISO 8601, to the minute. */
export const minute = (instant: string) =>
  `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** The same in words of the language; milliseconds since 1970. */
export const instantText = (time: number, { locale }: Pick<Language, 'locale'>): string =>
  `${new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(time)} UTC`

/** A day alone, or a time to the minute; `undated` when unknown. */
export function dateText(date: string | null, { say }: Pick<Language, 'say'>): string {
  const isInstant = date !== null && /T\d/.test(date) && !Number.isNaN(Date.parse(date))
  return isInstant ? minute(date) : oneLine(date ?? '') || say('card.undated')
}
