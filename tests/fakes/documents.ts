/** Small real documents of each format. */
import { type ZipEntry, zipOf } from './zip.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

const relations = (list: [string, string, string][]) =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const core = (title: string, author: string) =>
  `${XML}<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>${title}</dc:title><dc:creator>${author}</dc:creator><dcterms:created>2024-05-16T08:00:00Z</dcterms:created></cp:coreProperties>`

const STYLES = `${XML}<w:styles ${WORD}>
  <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="H2"/></w:style>
  <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
  <w:style w:type="paragraph" w:styleId="Toc"><w:name w:val="toc 1"/></w:style>
  <w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>`

export type DocxParts = {
  footnotes?: string
  styles?: string
  title?: string
  author?: string
  extra?: ZipEntry[]
}

/** A Word document with this body, in WordprocessingML. */
export function docxOf(
  body: string,
  { footnotes, styles = STYLES, title = '', author = '', extra = [] }: DocxParts = {},
): Uint8Array {
  const entries: ZipEntry[] = [
    { name: '[Content_Types].xml', content: `${XML}<Types/>` },
    { name: '_rels/.rels', content: relations([['a', 'officeDocument', 'word/document.xml']]) },
    {
      name: 'word/_rels/document.xml.rels',
      content: relations([
        ['a', 'styles', 'styles.xml'],
        ['b', 'footnotes', 'footnotes.xml'],
      ]),
    },
    { name: 'word/document.xml', content: `${XML}<w:document ${WORD}><w:body>${body}</w:body></w:document>` },
    { name: 'word/styles.xml', content: styles },
    { name: 'docProps/core.xml', content: core(title, author) },
    ...extra,
  ]
  if (footnotes)
    entries.push({
      name: 'word/footnotes.xml',
      content: `${XML}<w:footnotes ${WORD}>${footnotes}</w:footnotes>`,
    })
  return zipOf(entries)
}

/** A paragraph of WordprocessingML, in a style. */
export const wordParagraph = (text: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

const ODF =
  'xmlns:office="o" xmlns:text="t" xmlns:table="tb" xmlns:style="s" xmlns:fo="f" xmlns:dc="d" xmlns:meta="m"'

/** An OpenDocument text with this body. */
export function odtOf(body: string, styles = ''): Uint8Array {
  return zipOf([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', isStored: true },
    {
      name: 'content.xml',
      content: `${XML}<office:document-content ${ODF}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    {
      name: 'meta.xml',
      content: `${XML}<office:document-meta ${ODF}><office:meta><dc:title>Harvest</dc:title><meta:initial-creator>Ada Byron</meta:initial-creator><meta:creation-date>2023-02-01T10:00:00</meta:creation-date><dc:language>en-GB</dc:language></office:meta></office:document-meta>`,
    },
  ])
}

/** A book of these chapters, each with the title that its table of contents gives. */
export function epubOf(
  chapters: { title: string; body: string }[],
  { sheet }: { sheet?: ZipEntry } = {},
): Uint8Array {
  const items = chapters.map(
    (_, at) => `<item id="c${at}" href="text/c%20${at}.xhtml" media-type="application/xhtml+xml"/>`,
  )
  if (sheet) items.push(`<item id="css" href="${sheet.name}" media-type="text/css"/>`)
  const points = chapters.map(({ title }, at) => `<li><a href="text/c%20${at}.xhtml#top">${title}</a></li>`)
  return zipOf([
    { name: 'mimetype', content: 'application/epub+zip', isStored: true },
    {
      name: 'META-INF/container.xml',
      content: `${XML}<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>`,
    },
    {
      name: 'OPS/book.opf',
      content: `${XML}<package xmlns:dc="d"><metadata><dc:title>The Book</dc:title><dc:creator>Ann Author</dc:creator><dc:publisher>The Press</dc:publisher><dc:date>2020-01-02</dc:date><dc:language>en</dc:language></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>${items.join('')}</manifest><spine><itemref idref="nav"/>${chapters.map((_, at) => `<itemref idref="c${at}"/>`).join('')}</spine></package>`,
    },
    ...(sheet ? [{ ...sheet, name: `OPS/${sheet.name}` }] : []),
    { name: 'OPS/nav.xhtml', content: `<html><body><nav><ol>${points.join('')}</ol></nav></body></html>` },
    ...chapters.map(({ body }, at) => ({
      name: `OPS/text/c ${at}.xhtml`,
      content: `${XML}<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}</body></html>`,
    })),
  ])
}

/** A shape of a slide: its text, and what kind of place it fills. */
export const slideShape = (text: string, place = '') =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="x"/><p:nvPr>${place && `<p:ph type="${place}"/>`}</p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:rPr/><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`

/** A presentation of these slides, each the inside of its shape tree; `hidden` ones are not shown. */
export function pptxOf(slides: { shapes: string; hidden?: boolean }[]): Uint8Array {
  // The parts are numbered against the order in which they are shown.
  const part = (at: number) => `slides/slide${slides.length - at}.xml`
  return zipOf([
    { name: '[Content_Types].xml', content: `${XML}<Types/>` },
    { name: '_rels/.rels', content: relations([['a', 'officeDocument', 'ppt/presentation.xml']]) },
    {
      name: 'ppt/presentation.xml',
      content: `${XML}<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst>${slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="s${at}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    },
    {
      name: 'ppt/_rels/presentation.xml.rels',
      content: relations(slides.map((_, at) => [`s${at}`, 'slide', part(at)])),
    },
    { name: 'docProps/core.xml', content: core('The Deck', 'Dee Presenter') },
    ...slides.map(({ shapes, hidden }, at) => ({
      name: `ppt/${part(at)}`,
      content: `${XML}<p:sld xmlns:p="p" xmlns:a="a"${hidden ? ' show="0"' : ''}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`,
    })),
  ])
}

/** A PDF whose pages have these content streams; the fonts are F1 (Helvetica) and F2 (bold). */
export function pdfOf(pages: string[], info = ''): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, at) => `${6 + at * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    `<< ${info} >>`,
    ...pages.flatMap((stream, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${7 + at * 2} 0 R >>`,
      `<< /Length ${Buffer.byteLength(stream, 'latin1')} >>\nstream\n${stream}\nendstream`,
    ]),
  ]
  return pdfFile(objects)
}

/** A PDF file of these objects, the first its catalogue and the fifth its information. */
export function pdfFile(objects: string[]): Uint8Array {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const xref = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}

/** Lines of a page, from the top left corner of a letter page down, in points. */
export const pdfLines = (lines: string[], { x = 72, y = 72, size = 11, leading = 14, font = 'F1' } = {}) =>
  `BT /${font} ${size} Tf ${x} ${792 - y} Td ${leading} TL ${lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ')} ET`

export const rtfOf = (body: string) =>
  new Uint8Array(
    Buffer.from(
      `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset204 Times Cyr;}}{\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;}{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}}{\\info{\\title The Paper}{\\author Ron Writer}{\\creatim\\yr2022\\mo3\\dy4}}${body}}`,
      'latin1',
    ),
  )

/** An e-mail with a plain text, and whatever headers come on top. */
export const emailOf = (body: string, headers = 'Content-Type: text/plain; charset=utf-8') =>
  new Uint8Array(
    Buffer.from(
      `From: =?utf-8?Q?Anna_B=C3=A5th?= <anna@desk.example>\r\nTo: all@desk.example\r\nSubject: Grain prices\r\nDate: Thu, 16 May 2024 10:30:00 +0200\r\nMIME-Version: 1.0\r\n${headers}\r\n\r\n${body}`,
    ),
  )
