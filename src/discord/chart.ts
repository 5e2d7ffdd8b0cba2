/** The chart of a daily briefing, drawn before its card is made. */
import type { Logger } from 'pino'
import type { Daily, Entry } from '../command/context.ts'
import { drawChart } from '../daily/chart/draw.ts'
import { LastMap } from '../last-map.ts'
import type { View } from './cards/parts.ts'

/** One briefing may be posted to many, all at once. */
const REMEMBERED = 50
const drawn = new LastMap<string, Promise<Uint8Array | undefined>>(REMEMBERED)

/** The view with the chart of the entry that it will show, where it has one; a briefing is shown without rather than not. */
export async function withChart(view: View, entry: Entry, log: Logger): Promise<View> {
  if (entry.kind !== 'daily') return view
  try {
    return { ...view, chart: await chartOf(entry) }
  } catch (error) {
    drawn.delete(entry.id)
    log.warn({ entry: entry.id, error }, 'a chart was not drawn')
    return view
  }
}

function chartOf({ id, digest }: Daily): Promise<Uint8Array | undefined> {
  const chart = drawn.get(id) ?? drawChart(digest)
  drawn.set(id, chart)
  return chart
}
