import { expect, test } from 'vitest'
import { formatOf } from '../src/formats/format.ts'
import { type Format, folderUse, formatByName, formats, readFormat } from '../src/formats/registry.ts'
import { Refusal } from '../src/refusal.ts'
import {
  docxOf,
  emailOf,
  epubOf,
  odtOf,
  pdfLines,
  pdfOf,
  pptxOf,
  rtfOf,
  slideShape,
  wordParagraph,
} from './fakes/documents.ts'

const SAID = 'The pier opens in July, says the board of the harbour.'
const bytesOf = (text: string) => new TextEncoder().encode(text)
const SAMPLES: Record<Format, Uint8Array> = {
  pdf: pdfOf([pdfLines([SAID])]),
  rtf: rtfOf(SAID),
  docx: docxOf(wordParagraph(SAID)),
  pptx: pptxOf([{ shapes: slideShape(SAID) }]),
  epub: epubOf([{ title: 'One', body: `<p>${SAID}</p>` }]),
  odt: odtOf(`<text:p>${SAID}</text:p>`),
  html: bytesOf(`<!doctype html><html><body><article>${`<p>${SAID}</p>`.repeat(9)}</article></body></html>`),
  fragment: bytesOf(`<p>${SAID}</p>`),
  feed: bytesOf('<?xml version="1.0"?><rss><channel/></rss>'),
  email: emailOf(SAID),
  jsonl: bytesOf(JSON.stringify({ _id: 'a', text: SAID })),
  markdown: bytesOf(`# Pier\n\n${SAID}`),
  text: bytesOf(SAID),
}
/** Lists of documents: they are read by whoever follows or imports them. */
const LISTS = new Set<Format>(['feed', 'jsonl'])

test.each(formats)('%s has a reader, which reads its files', async (format) => {
  const read = readFormat(format, SAMPLES[format], { name: 'file' })
  if (LISTS.has(format)) await expect(read).rejects.toThrow(Refusal)
  else expect((await read).text).toContain(SAID)
})

test.each(formats)(
  '%s is recognised by what its files hold, or else by their names',
  async (format, entry) => {
    const tellsItself = entry.mark ?? entry.part ?? entry.isLike
    if (tellsItself) expect(await formatOf(SAMPLES[format], 'photo.png', 'image/png')).toBe(format)
    for (const extension of entry.extensions) {
      expect(formatByName(`Report${extension.toUpperCase()}`)).toBe(format)
      expect(await formatOf(SAMPLES[format], `report${extension}`)).toBe(format)
    }
    for (const type of entry.mediaTypes) expect(await formatOf(SAMPLES[format], 'report', type)).toBe(format)
  },
)

test('no extension and no media type belongs to two formats', () => {
  const told = formats.flatMap(([, { extensions, mediaTypes }]) => [...extensions, ...mediaTypes])
  expect(new Set(told).size).toBe(told.length)
})

test('the corpus folder reads the files of every format but feeds', () => {
  const named = formats.flatMap(([format, { extensions }]) => extensions.map((one) => [format, one] as const))
  for (const [format, extension] of named)
    expect(folderUse(`desk/a${extension}`) === 'ignored').toBe(format === 'feed')
  expect(['a.exe', 'md', '.md', 'a.md.bak'].map(folderUse)).toEqual(Array(4).fill('ignored'))
})
