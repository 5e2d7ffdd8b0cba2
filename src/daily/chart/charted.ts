/** What of a daily briefing its chart shows. */
import type { Digest } from '../digest.ts'

/** More would be too small to read. */
export const CHART = { stories: 8, days: 7 }

/** What of a digest a chart shows: the first stories, by number, and the last days. */
export type Charted = {
  /** ISO 8601, oldest first. */
  days: string[]
  /** The first day of the digest's window. */
  since: string
  /** How many articles, by story and day. */
  counts: number[][]
}

/** What the chart of a digest shows; undefined for one without stories or days, which has none. */
export function charted({
  stories,
  days,
  window,
}: Pick<Digest, 'stories' | 'days' | 'window'>): Charted | undefined {
  if (stories.length === 0 || days.length === 0) return undefined
  const first = Math.max(0, days.length - CHART.days)
  return {
    days: days.slice(first),
    since: window.since.slice(0, 'yyyy-mm-dd'.length),
    counts: stories
      .slice(0, CHART.stories)
      .map((story) => days.slice(first).map((_, at) => story.days[first + at] ?? 0)),
  }
}
