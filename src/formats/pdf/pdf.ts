/**
 * PDF files as text. Of pdf.js only the drawing operations are taken, and what a reader sees is our own: unpdf prints
 * white, tiny and invisible letters too, liteparse white and tiny ones, and nobody could find such a quotation.
 */

import { Refusal } from '../../refusal.ts'
import { readDate } from '../../text/date.ts'
import type { Origin, ParsedFile } from '../parsed.ts'
import { checkLength, languageOf, TextBuilder } from '../text-builder.ts'
import { openPdf, type PdfDocument, type PdfPage } from './document.ts'
import { withoutFurniture } from './furniture.ts'
import { type Line, linesOf } from './lines.ts'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'

const MAX_PAGES = 5000
/** A heading is larger than the text by this factor, and no longer than this. */
const [HEADING_SIZE, MAX_HEADING_LENGTH, MAX_HEADING_LINES, MAX_HEADING_DEPTH] = [1.15, 200, 3, 4]
/** What programs write where a title belongs. */
const NO_TITLE =
  /^(?:untitled|microsoft (?:word|powerpoint|excel)\b.*|.*\.(?:docx?|odt|pdf|tex|dvi|indd|qxd|pptx?|rtf|html?)|slide 1)$|\0/i

/**
 * Reads a PDF: its paragraphs in reading order, larger lines as headings, each page a place. What cannot be seen
 * (white, tiny or invisible letters, hidden layers), annotations, and what repeats at the pages' edges is left out.
 * The text that a text recognition has laid over a picture of a page is read. Throws a Refusal.
 */
export async function readPdf(bytes: Uint8Array): Promise<ParsedFile> {
  const document = await openPdf(bytes)
  try {
    if (document.pageCount > MAX_PAGES)
      throw new Refusal({
        key: 'refusal.pages',
        values: { pages: document.pageCount, limit: MAX_PAGES },
      })
    const pages = await readPages(document)
    const text = new TextBuilder()
    append(paragraphsOf(withoutFurniture(pages)), text)
    return text.finish(originOf(document), { key: 'refusal.scan' })
  } finally {
    await document.close()
  }
}

async function readPages(document: PdfDocument): Promise<Line[][]> {
  const pages: Line[][] = []
  let [letters, unmapped, damaged] = [0, 0, 0]
  for (let number = 1; number <= document.pageCount; number += 1) {
    let page: PdfPage
    try {
      page = await document.page(number)
    } catch {
      // One broken page does not spoil the others.
      damaged += 1
      pages.push([])
      continue
    }
    const glyphs = page.glyphs.length === 0 && page.isPicture ? page.invisible : page.glyphs
    letters += glyphs.length
    checkLength(letters)
    unmapped += glyphs.filter(({ text }) => /[\p{Co}\p{Cc}\ufffd]/u.test(text)).length
    pages.push(linesOf(glyphs))
  }
  if (damaged > 0 && damaged === document.pageCount) throw new Refusal('refusal.damagedPages')
  if (unmapped * 2 > letters) throw new Refusal('refusal.fontMap')
  return pages
}

function append(paragraphs: Paragraph[], text: TextBuilder): void {
  const body = bodySize(paragraphs)
  const isHeading = ({ text: content, size, lines }: Paragraph) =>
    size >= body * HEADING_SIZE &&
    lines <= MAX_HEADING_LINES &&
    content.length <= MAX_HEADING_LENGTH &&
    /\p{L}{2}/u.test(content)
  const sizes = [...new Set(paragraphs.filter(isHeading).map(({ size }) => Math.round(size)))].sort(
    (one, other) => other - one,
  )
  let page = 0
  for (const paragraph of paragraphs) {
    if (paragraph.page !== page) text.place({ page: paragraph.page })
    page = paragraph.turns.at(-1)?.page ?? paragraph.page
    const depth = Math.min(sizes.indexOf(Math.round(paragraph.size)) + 1, MAX_HEADING_DEPTH)
    if (isHeading(paragraph) && paragraph.turns.length === 0) text.heading(paragraph.text, depth)
    else
      text.block(
        paragraph.text,
        paragraph.turns.map(({ at, page }) => ({ at, label: { page } })),
      )
  }
}

/** The size of most letters. */
function bodySize(paragraphs: Paragraph[]): number {
  const counts = new Map<number, number>()
  for (const { size, text } of paragraphs) {
    const key = Math.round(size * 2) / 2
    counts.set(key, (counts.get(key) ?? 0) + text.length)
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0
}

function originOf({ info }: PdfDocument): Origin {
  const told = (name: string) =>
    typeof info[name] === 'string' ? info[name].replace(/(?<!\0)\0+$/, '').trim() || null : null
  const title = told('Title')
  return {
    title: title && !NO_TITLE.test(title) ? title : null,
    author: told('Author'),
    source: null,
    date: dateOf(told('CreationDate') ?? told('ModDate')),
    language: languageOf(told('Language')),
  }
}

/** `D:20220403195945+02'00'`, of which all but the year may be missing. */
function dateOf(text: string | null): string | null {
  const parts = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+-])(\d\d)'?(\d\d)?)?/.exec(
    text ?? '',
  )
  if (!parts) return null
  const [
    ,
    year,
    month = '01',
    day = '01',
    hour = '00',
    minute = '00',
    second = '00',
    sign,
    zoneHour,
    zoneMinute = '00',
  ] = parts
  const zone = sign ? `${sign}${zoneHour}:${zoneMinute}` : 'Z'
  return readDate(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`) ?? null
}
