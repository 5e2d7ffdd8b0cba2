/**
 * OpenDocument texts (.odt) as text. The reader is our own: officeparser prints hidden and white text too, and nobody
 * could find such a quotation in the document.
 */

import { Refusal } from '../../refusal.ts'
import { readDate } from '../../text/date.ts'
import { shifted } from '../../text/raised/raised.ts'
import type { Origin, ParsedFile } from '../parsed.ts'
import { createRows, type Part } from '../table-rows.ts'
import { languageOf, NO_ORIGIN, TextBuilder } from '../text-builder.ts'
import { firstTexts, readXml } from '../xml.ts'
import { openZip, type Zip } from '../zip.ts'
import { type OdtStyle, readStyles } from './odt-styles.ts'

/** Deleted text, comments, contents and indexes, readings above characters, hidden text, and what is no text. */
const LEFT_OUT = new Set(
  `tracked-changes annotation table-of-content alphabetical-index illustration-index table-index object-index
  user-index ruby-text hidden-text sequence-decls variable-decls user-field-decls forms title desc note-citation
  binary-data bookmark-start script`.split(/\s+/),
)
const ROWS = new Map<string, Part>([
  ['table', 'table'],
  ['table-row', 'row'],
  ['table-cell', 'cell'],
])
/** A run of spaces is written as one element with their number. */
const MAX_SPACES = 100

/**
 * Reads an OpenDocument text: its headings, paragraphs, lists and tables, then its notes. Comments, deleted and
 * hidden text and indexes are left out. Throws a Refusal.
 */
export async function readOdt(bytes: Uint8Array): Promise<ParsedFile> {
  const zip = await openZip(bytes)
  if ((await zip.text('META-INF/manifest.xml'))?.includes('encryption-data'))
    throw new Refusal('refusal.password')
  const xml = await zip.text('content.xml')
  if (xml === undefined) throw new Refusal('refusal.damagedMain')
  const styles = readStyles([(await zip.text('styles.xml')) ?? '<none/>', xml])
  const text = new TextBuilder()
  const notes = readBody(xml, styles, text)
  text.leaveHeadings()
  for (const note of notes) text.block(note)
  return text.finish(await origin(zip))
}

async function origin(zip: Zip): Promise<Origin> {
  const xml = await zip.text('meta.xml')
  if (!xml) return NO_ORIGIN
  const meta = firstTexts(xml)
  return {
    title: meta.get('title') ?? null,
    author: meta.get('initial-creator') ?? meta.get('creator') ?? null,
    source: meta.get('publisher') ?? null,
    date: readDate(meta.get('creation-date') ?? meta.get('date') ?? '') ?? null,
    language: languageOf(meta.get('language')),
  }
}

type Paragraph = { text: string; depth: number; isHidden: boolean }

/** The body goes into `text`; answers the notes. */
function readBody(xml: string, styles: Map<string, OdtStyle>, text: TextBuilder): string[] {
  const notes: string[] = []
  const rows = createRows((row) => text.block(row))
  const paragraphs: Paragraph[] = []
  const spans: OdtStyle[] = []
  let isBody = false
  let noteDepth = 0
  const add = (content: string) => {
    const paragraph = paragraphs.at(-1)
    if (paragraph && !paragraph.isHidden && !spans.some((span) => span.isHidden))
      paragraph.text += shifted(content, spans.findLast((span) => span.shift)?.shift)
  }
  const endParagraph = () => {
    const paragraph = paragraphs.pop()
    if (!paragraph) return
    if (noteDepth > 0) notes.push(paragraph.text)
    else if (rows.isOpen()) rows.text(paragraph.text)
    else if (paragraph.depth > 0) text.heading(paragraph.text, paragraph.depth)
    else text.block(paragraph.text)
  }
  readXml(xml, {
    skip: (name, attributes) =>
      LEFT_OUT.has(name) ||
      attributes['is-hidden'] === 'true' ||
      (name === 'section' && attributes.display === 'none'),
    open: (name, attributes) => {
      if (name === 'hidden-paragraph') {
        const paragraph = paragraphs.at(-1)
        if (paragraph) Object.assign(paragraph, { isHidden: true, text: '' })
      }
      if (name === 'body') isBody = true
      if (!isBody) return
      const style = styles.get(attributes['style-name'] ?? '') ?? {}
      if (name === 'p' || name === 'h') {
        const depth = name === 'h' ? Number(attributes['outline-level']) || 1 : 0
        paragraphs.push({ text: '', depth: Math.min(depth, 10), isHidden: !!style.isHidden })
      } else if (name === 'span') spans.push(style)
      else if (name === 's') add(' '.repeat(Math.min(Number(attributes.c) || 1, MAX_SPACES)))
      else if (name === 'tab') add(' ')
      else if (name === 'line-break') add('\n')
      else if (name === 'note-body') noteDepth += 1
      else if (noteDepth === 0) rows.open(ROWS.get(name))
    },
    // Lines of the file itself mean nothing.
    text: (content) => add(content.replace(/\s+/g, ' ')),
    close: (name) => {
      if (name === 'p' || name === 'h') endParagraph()
      else if (name === 'span') spans.pop()
      else if (name === 'note-body') noteDepth -= 1
      else if (noteDepth === 0) rows.close(ROWS.get(name))
    },
  })
  return notes
}
