/** PDF files, opened with pdf.js: nothing is evaluated, loaded from elsewhere or painted. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from '../../refusal.ts'
import { glyphsOf, type PageGlyphs } from './drawing.ts'
import type { Matrix } from './matrix.ts'
import type { Operators, PdfFont } from './operation.ts'

export type PdfPage = PageGlyphs & { width: number; height: number }
export type PdfDocument = {
  pageCount: number
  info: Record<string, unknown>
  /** `number` counts from 1. Throws what pdf.js throws. */
  page: (number: number) => Promise<PdfPage>
  close: () => Promise<void>
}

type Library = typeof import('pdfjs-dist')
let library: Promise<Library> | undefined

/** pdf.js looks for what it would paint with, and complains without. */
function load(): Promise<Library> {
  if (!library) {
    const painting = { DOMMatrix: Object, Path2D: Object, ImageData: Object }
    for (const [name, stub] of Object.entries(painting))
      if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: stub, configurable: true })
    library = import('pdfjs-dist/legacy/build/pdf.mjs') as Promise<Library>
  }
  return library
}

/** Throws a Refusal for a damaged or locked file. */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const { getDocument, OPS, AnnotationMode } = await load()
  const folder = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))
  const names = new Map(Object.entries(OPS).map(([name, code]) => [code as number, name]))
  const nameOf = (code: number | undefined) => names.get(code ?? -1) ?? ''
  const task = getDocument({
    // The library takes what it is given into its possession.
    data: new Uint8Array(bytes),
    cMapUrl: join(folder, 'cmaps/'),
    standardFontDataUrl: join(folder, 'standard_fonts/'),
    verbosity: 0,
    // Pictures stay packed.
    maxImageSize: 1,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
  })
  const document = await task.promise.catch((error: unknown) => {
    throw refusalOf(error)
  })
  const { info } = await document.getMetadata().catch(() => ({ info: {} }))
  const layers = await document.getOptionalContentConfig().catch(() => undefined)
  return {
    pageCount: document.numPages,
    info: info as Record<string, unknown>,
    page: async (number) => {
      const page = await document.getPage(number)
      const { width, height, transform } = page.getViewport({ scale: 1 })
      const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
      const operators: Operators = (visit) => {
        for (const [at, code] of fnArray.entries()) {
          const values = Array.from((argsArray[at] ?? []) as ArrayLike<unknown>)
          const numbers = values.filter((value) => typeof value === 'number')
          visit({ name: nameOf(code), values, numbers, path: nameOf(numbers[0]) }, nameOf(fnArray[at + 1]))
        }
      }
      const fontOf = (id: string): PdfFont | undefined =>
        page.commonObjs.has(id) ? (page.commonObjs.get(id) as PdfFont) : undefined
      const isShown = (layer: unknown) => layers?.isVisible(layer as never) !== false
      const view = transform as unknown as Matrix
      const glyphs = glyphsOf({ operators, view, width, height, fontOf, isShown })
      page.cleanup()
      return { ...glyphs, width, height }
    },
    close: async () => {
      await task.destroy().catch(() => {})
    },
  }
}

function refusalOf(error: unknown): Refusal {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return new Refusal('refusal.password')
  return new Refusal('refusal.damagedPdf')
}
