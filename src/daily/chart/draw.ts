/** The chart of a daily briefing as PNG, drawn off the event loop. */
import { openThread } from '../../threads/thread.ts'
import type { Digest } from '../digest.ts'
import { type Charted, charted } from './charted.ts'

/** The first chart takes the thread ten times as long as a further one: it is kept for the whole process. */
const drawer = openThread<Charted, Uint8Array>(new URL('./draw-worker.ts', import.meta.url), {
  does: 'draws charts',
})

/**
 * A PNG of CHART_SIZE; equal digests give equal bytes. Undefined for a digest without stories or days.
 * Rejects when the drawing thread fails; the next chart gets another one.
 */
export async function drawChart(
  digest: Pick<Digest, 'stories' | 'days' | 'window'>,
): Promise<Uint8Array | undefined> {
  const chart = charted(digest)
  return chart && (await drawer.run(chart))
}
