/** "week" or "2024-05-16" → the day from which documents count. */
import { UserError } from '../src/command.ts'

const DAYS_BACK: Record<string, number> = { today: 0, week: 7, month: 30, year: 365 }
const DAY = 24 * 60 * 60_000

/**
 * An ISO 8601 day in UTC, or undefined when nothing was given.
 * Throws a UserError for anything that is no such word and no day.
 */
export function sinceDate(text: string | undefined, now = Date.now()): string | undefined {
  if (text === undefined) return undefined
  const back = DAYS_BACK[text.toLowerCase()]
  if (back !== undefined) return new Date(now - back * DAY).toISOString().slice(0, 10)
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) return text
  throw new UserError(
    `“${text.slice(0, 20)}” is no time for since; write today, week, month, year, or a day like 2024-05-16.`,
  )
}
