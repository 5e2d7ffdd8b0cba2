/** The options of `daily` → what is wanted. */
import { sinceDate } from '../../commands/since.ts'
import { type DailyScope, UserError, type Values } from '../command.ts'
import type { Language } from '../language/language.ts'

const DAY = 24 * 60 * 60_000

type Wanted = DailyScope & { since?: string; until?: string }

/** Throws a UserError for a time that is none, and for an end that is not after the beginning. */
export async function dailyWanted(values: Values, language: Language): Promise<Wanted> {
  const given = await sinceDate(values.since?.toString(), language)
  const until = await sinceDate(values.until?.toString(), language)
  // An end alone means the day before it, as without an end the last 24 hours.
  const since = given ?? (until && dayBefore(until))
  if (since && until && since >= until)
    throw new UserError({
      plain: `--until ${until} is not after --since ${since}; that day itself is left out, so write a later one.`,
    })
  return {
    topics: names('topics', values.topics),
    sources: names('sources', values.sources),
    ...(since && { since: midnight(since) }),
    ...(until && { until: midnight(until) }),
  }
}

const midnight = (day: string) => `${day}T00:00:00.000Z`
const dayBefore = (day: string) => new Date(Date.parse(day) - DAY).toISOString().slice(0, day.length)

function names(option: string, value: Values[string]): string[] {
  if (value === undefined) return []
  const found = String(value)
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (found.length > 0) return found
  throw new UserError({ plain: `--${option} is empty; write names with commas between, or leave it out.` })
}
