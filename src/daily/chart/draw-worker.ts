/** The thread in which charts become PNG. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import type { FromDrawer, ToDrawer } from './draw.ts'
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

parentPort?.on('message', async ({ id, chart }: ToDrawer) => {
  const font = await ready
  using opened = new DisposableStack()
  const drawing = opened.adopt(new Resvg(drawSvg(chart), { font }), (it) => it.free())
  const image = opened.adopt(drawing.render(), (it) => it.free())
  const answer: FromDrawer = { id, png: image.asPng() }
  parentPort?.postMessage(answer)
})
