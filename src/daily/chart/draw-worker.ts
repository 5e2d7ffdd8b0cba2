/** The thread in which charts become PNG. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import type { Stoppable } from '../../threads/task.ts'
import type { Charted } from './charted.ts'
import { CHART_FONT, drawSvg } from './svg.ts'

const shipped = (url: string) => readFile(fileURLToPath(url))

const ready = (async () => {
  const [code, font] = await Promise.all([
    shipped(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm')),
    shipped(import.meta.resolve('@fontsource/b612/files/b612-latin-400-normal.woff2')),
  ])
  await initWasm(code)
  return { fontBuffers: [font], defaultFontFamily: CHART_FONT }
})()

/** Returns a PNG. */
export default async function draw({ task: chart }: Stoppable<Charted>): Promise<Uint8Array> {
  const font = await ready
  using opened = new DisposableStack()
  const drawing = opened.adopt(new Resvg(drawSvg(chart), { font }), (it) => it.free())
  const image = opened.adopt(drawing.render(), (it) => it.free())
  return image.asPng()
}
