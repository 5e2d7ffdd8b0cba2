/** The time that a question is about, read against the day on which it is asked. */
import { questionWordsOf } from '../languages/questions/index.ts'
import { daysIn } from '../text/dates.ts'
import { DAY_MS } from '../time.ts'

export type Frame = {
  /** What of the question says it, and the dates among that. */
  text: string
  dates: string[]
  /** ISO 8601 days, both of them within it; undefined where it is open. */
  from?: string
  to?: string
  /** A single day, or a month or year: "on 16 May 2024", "in May". */
  isPoint: boolean
  /** "Latest", "current", "now": what is newest comes first. */
  isLatest: boolean
  /** "This week", "just": reckoned from the day on which it is asked. */
  isRelative: boolean
}

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10)

/**
 * The time frame of a question, and the question without the words that say it.
 * Dates without a year are the last ones before `now`.
 */
export async function readFrame(
  text: string,
  language: string,
  now: Date,
): Promise<{ frame: Frame | null; rest: string }> {
  const words = questionWordsOf(language)
  const today = isoDay(now.getTime())
  const relative = words.relativeDays.find(({ pattern }) => pattern.test(text))
  const without = (said: string) =>
    text
      .replace(said, ' ')
      .replace(/\s{1,9}/g, ' ')
      .trim()
  if (relative) {
    const said = relative.pattern.exec(text)?.[0] ?? ''
    const back = (days: number) => isoDay(now.getTime() - days * DAY_MS)
    const [from, to] = [back(relative.from), back(relative.to)]
    const frame = {
      text: said,
      dates: [said],
      from,
      to,
      isPoint: relative.from === relative.to,
      isLatest: false,
      isRelative: true,
    }
    return { frame, rest: without(said) }
  }
  // "Now" is no day.
  const days = (await daysIn(text, language, today, true)).filter((day) => !words.latest.test(day.text))
  const [first, second] = days
  const latest = words.latest.exec(text)?.[0]
  if (!first)
    return latest
      ? {
          frame: { text: latest, dates: [], isPoint: false, isLatest: true, isRelative: false },
          rest: without(latest),
        }
      : { frame: null, rest: text }
  const before = text.slice(0, first.start)
  const [since, until] = [words.since.exec(before), words.until.exec(before)]
  const said = text.slice(since?.index ?? until?.index ?? first.start, (second ?? first).end)
  const span = since
    ? { from: first.from, ...(second && { to: second.to }) }
    : until
      ? { to: first.to }
      : { from: first.from, to: (second ?? first).to }
  const isPoint = !since && !until && !second
  const frame = {
    text: said,
    dates: days.map((one) => one.text.replace(/^(?:\p{Ll}{1,30} )(?=.{0,300}\d)/u, '')),
    ...span,
    isPoint,
    isLatest: latest !== undefined,
    isRelative: false,
  }
  return { frame, rest: without(said) }
}
