/**
 * When a briefing is due. Local dates are enumerated, never hours added; a chosen date has exactly one due instant.
 * Where the clocks go forward over the time (02:30 in spring), it is as much later as they go forward (03:30); where
 * they go back over it, it is the first of the two (Temporal's disambiguation `compatible`). A date that a zone
 * skipped altogether (Pacific/Apia, 30 December 2011) has none.
 */
import { Temporal } from 'temporal-polyfill'

export type Schedule = {
  /** The local time of day, `07:30`. */
  time: string
  /** IANA. */
  zone: string
  /** ISO 8601 weekdays, 1 (Monday) to 7, at least one. */
  days: number[]
}

/** A week, and one more where a chosen date was skipped. */
const MOST_DATES = 15

/** The first due time after an instant; both ISO 8601 in UTC. */
export function nextDue(schedule: Schedule, after: string): string {
  const from = Temporal.Instant.from(after)
  return found(schedule, from, 1, (due) => Temporal.Instant.compare(due, from) > 0)
}

/** The latest due time before an instant; both ISO 8601 in UTC. */
export function previousDue(schedule: Schedule, before: string): string {
  const from = Temporal.Instant.from(before)
  return found(schedule, from, -1, (due) => Temporal.Instant.compare(due, from) < 0)
}

function found(
  schedule: Schedule,
  from: Temporal.Instant,
  step: 1 | -1,
  fits: (due: Temporal.Instant) => boolean,
): string {
  // A due time may lie a little past its date, so the search begins a day early.
  let date = from.toZonedDateTimeISO(schedule.zone).toPlainDate().subtract({ days: step })
  for (let left = MOST_DATES + 1; left > 0; left -= 1) {
    const due = schedule.days.includes(date.dayOfWeek) ? dueOn(schedule, date) : undefined
    if (due && fits(due)) return new Date(due.epochMilliseconds).toISOString()
    date = date.add({ days: step })
  }
  throw new RangeError('A schedule needs at least one weekday.')
}

function dueOn({ time, zone }: Schedule, date: Temporal.PlainDate): Temporal.Instant | undefined {
  const isSkipped = !date.toZonedDateTime(zone).toPlainDate().equals(date)
  if (isSkipped) return undefined
  const local = date.toPlainDateTime(Temporal.PlainTime.from(time))
  return local.toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant()
}
