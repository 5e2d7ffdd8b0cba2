/** The reader of each format, loaded when a file asks for it. */
import { basename } from 'node:path'
import { UNKNOWN_SOURCE } from '../document.ts'
import { Refusal } from '../refusal.ts'
import type { Format } from './format.ts'
import { checkLength, createText, NO_ORIGIN, type ReadFile } from './text-builder.ts'

/** What is known of a file besides its bytes. */
export type About = { name: string; contentType?: string; url?: string }
type Reader = (bytes: Uint8Array, about: About) => Promise<ReadFile>

const READERS: Record<Format, Reader> = {
  pdf: async (bytes) => (await import('./pdf/pdf.ts')).readPdf(bytes),
  docx: async (bytes) => (await import('./office/docx.ts')).readDocx(bytes),
  odt: async (bytes) => (await import('./office/odt.ts')).readOdt(bytes),
  epub: async (bytes) => (await import('./epub/epub.ts')).readEpub(bytes),
  pptx: async (bytes) => (await import('./office/pptx.ts')).readPptx(bytes),
  rtf: async (bytes) => (await import('./rtf/rtf.ts')).readRtf(bytes),
  email: async (bytes) => (await import('./email/email.ts')).readEmail(bytes),
  html: readPage,
  fragment: readMarkup,
  markdown: readPlain,
  text: readPlain,
  feed: async () => {
    throw new Refusal('it is a news feed and no document; follow its address instead')
  },
  jsonl: async () => {
    throw new Refusal('it is a list of documents; put it into the corpus folder')
  },
}

/** Reads a file of a known format. Throws a Refusal, or whatever a library throws at a damaged file. */
export const readFormat = (format: Format, ...file: Parameters<Reader>) => READERS[format](...file)

/** The article of a page. */
async function readPage(bytes: Uint8Array, about: About): Promise<ReadFile> {
  const page = (await import('./html/html.ts')).readHtml(bytes, about)
  return { ...page, title: page.title || null, locations: [] }
}

/** All that a piece of HTML shows. */
async function readMarkup(bytes: Uint8Array): Promise<ReadFile> {
  const { decodeText } = await import('./encoding.ts')
  const { appendMarkup } = await import('./html/fragment.ts')
  const text = createText()
  appendMarkup(decodeText(bytes), text)
  return text.finish(NO_ORIGIN)
}

async function readPlain(bytes: Uint8Array, { name }: { name: string }): Promise<ReadFile> {
  const { decodeText } = await import('./encoding.ts')
  const { readTextFile } = await import('./markdown/text-file.ts')
  const read = readTextFile(basename(name), new TextEncoder().encode(decodeText(bytes)))
  checkLength(read.text.length)
  const { id: _, ...file } = read
  return { ...file, source: file.source === UNKNOWN_SOURCE ? null : file.source, locations: [] }
}
