/** The chart of a daily briefing as PNG, drawn in a thread that holds up nobody. */
import { Worker } from 'node:worker_threads'
import type { Digest } from '../digest.ts'
import { type Charted, charted } from './charted.ts'

export type ToDrawer = { id: number; chart: Charted }
export type FromDrawer = { id: number; png: Uint8Array }

type Waiting = { resolve: (png: Uint8Array) => void; reject: (error: Error) => void }
type Drawer = { draw: (chart: Charted) => Promise<Uint8Array> }

let drawer: Drawer | undefined

/**
 * A PNG of CHART_SIZE; equal digests give equal bytes. Undefined for a digest without stories or days.
 * Rejects when the drawing thread fails; the next chart gets another one.
 */
export async function drawChart(
  digest: Pick<Digest, 'stories' | 'days' | 'window'>,
): Promise<Uint8Array | undefined> {
  const chart = charted(digest)
  if (!chart) return undefined
  drawer ??= startDrawer()
  return await drawer.draw(chart)
}

/** The first chart takes the thread ten times as long as a further one: it is kept, and keeps no process alive. */
function startDrawer(): Drawer {
  const worker = new Worker(new URL('./draw-worker.ts', import.meta.url))
  const waiting = new Map<number, Waiting>()
  let nextId = 1
  const fail = (error: Error) => {
    drawer = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('The thread that draws charts has ended.')))
  worker.on('message', ({ id, png }: FromDrawer) => {
    waiting.get(id)?.resolve(png)
    waiting.delete(id)
    if (waiting.size === 0) worker.unref()
  })
  return {
    draw: (chart) =>
      new Promise((resolve, reject) => {
        worker.ref()
        waiting.set(nextId, { resolve, reject })
        const message: ToDrawer = { id: nextId++, chart }
        worker.postMessage(message)
      }),
  }
}
