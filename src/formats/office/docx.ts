/**
 * Word documents (.docx) as text. The reader is our own: officeparser and mammoth print hidden and white text too, and
 * nobody could find such a quotation in the document.
 */
import { Refusal } from '../../refusal.ts'
import { type Shift, shifted } from '../../text/raised/raised.ts'
import type { ParsedFile } from '../parsed.ts'
import { createRows, type Part } from '../table-rows.ts'
import { TextBuilder } from '../text-builder.ts'
import { type Attributes, readXml } from '../xml.ts'
import { openZip } from '../zip.ts'
import { createFields } from './docx-fields.ts'
import {
  depthOf,
  isOn,
  isShade,
  isTiny,
  isWhite,
  readStyles,
  SHIFTING,
  type Style,
  shiftOf,
} from './docx-styles.ts'
import { createOfficeMath } from './math.ts'
import { coreProperties, mainPart, relationsOf } from './ooxml.ts'

/** Deleted and moved text, field codes, readings above characters, second versions of drawings, and old settings. */
const LEFT_OUT = new Set(
  `del moveFrom delText delInstrText rt Fallback sdtPr sectPr pPrChange rPrChange tblPr tblGrid trPr
  numberingChange annotationRef footnoteRef endnoteRef`.split(/\s+/),
)
const CHARACTERS = new Map([
  ['tab', ' '],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '\u2011'],
])
const ROWS = new Map<string, Part>([
  ['tbl', 'table'],
  ['tr', 'row'],
  ['tc', 'cell'],
])
/** Notes that are lines between text and notes. */
const SEPARATORS = new Set(['separator', 'continuationSeparator', 'continuationNotice'])

/**
 * Reads a Word document: its headings, paragraphs, lists and tables, then its footnotes and endnotes. Comments,
 * deleted and hidden text, headers, footers and tables of contents are left out. Throws a Refusal.
 */
export async function readDocx(bytes: Uint8Array): Promise<ParsedFile> {
  const zip = await openZip(bytes)
  const main = await mainPart(zip, 'word/document.xml')
  const xml = await zip.text(main)
  if (xml === undefined) throw new Refusal('refusal.damagedMain')
  const relations = await relationsOf(zip, main)
  const part = async (type: string) => {
    const target = relations.find((relation) => relation.type === type)?.target
    return (target && (await zip.text(target))) || '<none/>'
  }
  const styles = readStyles(await part('styles'))
  const text = new TextBuilder()
  readStory(xml, styles, text)
  text.leaveHeadings()
  for (const type of ['footnotes', 'endnotes']) readStory(await part(type), styles, text)
  return text.finish(await coreProperties(zip))
}

type Paragraph = { text: string; style: Style; isShaded: boolean }
type Run = { text: string; isHidden: boolean; isWhite: boolean; isShaded: boolean; shift: Shift | undefined }

/** One run of paragraphs: the body, or the notes. */
function readStory(xml: string, styles: Map<string, Style>, text: TextBuilder): void {
  const rows = createRows((row) => text.block(row))
  // A text box stands within a paragraph and holds paragraphs.
  const paragraphs: Paragraph[] = []
  const runs: Run[] = []
  let properties: 'paragraph' | 'run' | undefined
  const math = createOfficeMath()
  const fields = createFields()
  let isText = false
  let boxes = 0
  const set = (name: string, attributes: Attributes) => {
    const paragraph = paragraphs.at(-1)
    const run = runs.at(-1)
    const named = styles.get(attributes.val ?? '') ?? {}
    if (properties === 'paragraph' && paragraph) {
      if (name === 'pStyle') paragraph.style = { ...named, ...paragraph.style }
      else if (name === 'outlineLvl') paragraph.style.heading = depthOf(attributes)
      else if (name === 'shd') paragraph.isShaded = isShade(attributes)
    } else if (properties === 'run' && run) {
      if (name === 'rStyle')
        Object.assign(run, {
          isHidden: !!named.isHidden,
          isWhite: !!named.isWhite,
          isShaded: !!named.isShaded,
          shift: named.shift,
        })
      else if (name === 'vanish') run.isHidden = isOn(attributes)
      else if (name === 'sz' && isTiny(attributes)) run.isHidden = true
      else if (name === 'color') run.isWhite = isWhite(attributes)
      else if (name === 'highlight') run.isShaded = isOn(attributes)
      else if (name === 'shd') run.isShaded = isShade(attributes)
      else if (SHIFTING.has(name) && run.shift !== 'note')
        run.shift = shiftOf(name, attributes) ?? (name === 'position' ? run.shift : undefined)
    }
  }
  const add = (content: string) => {
    const to = runs.at(-1) ?? paragraphs.at(-1)
    if (to) to.text += content
  }
  const endRun = () => {
    const run = runs.pop()
    const paragraph = paragraphs.at(-1)
    if (!run || !paragraph || run.isHidden || paragraph.style.isHidden) return
    // Cells and boxes may have a dark background that only a theme knows of.
    const canShow =
      run.isShaded || paragraph.isShaded || paragraph.style.isShaded || rows.isOpen() || boxes > 0
    if ((run.isWhite || (paragraph.style.isWhite && !run.isShaded)) && !canShow) return
    paragraph.text += shifted(run.text, run.shift)
  }
  const endParagraph = () => {
    const paragraph = paragraphs.pop()
    if (!paragraph || paragraph.style.isContents) return
    if (rows.isOpen()) rows.text(paragraph.text)
    else if (paragraph.style.heading) text.heading(paragraph.text, paragraph.style.heading)
    else text.block(paragraph.text)
  }
  readXml(xml, {
    skip: (name, { type = '' }) =>
      LEFT_OUT.has(name) || (/^(?:foot|end)note$/.test(name) && SEPARATORS.has(type)),
    open: (name, attributes) => {
      if (name === 'oMath' || math.isOpen()) math.open(name, attributes)
      else if (properties) set(name, attributes)
      else if (name === 'pPr') properties = 'paragraph'
      else if (name === 'rPr') properties = 'run'
      else if (name === 'p') paragraphs.push({ text: '', style: {}, isShaded: false })
      else if (name === 'r')
        runs.push({ text: '', isHidden: false, isWhite: false, isShaded: false, shift: undefined })
      else if (name === 't') isText = true
      else if (name === 'txbxContent') boxes += 1
      else if (fields.has(name)) add(fields.open(name, attributes))
      else if (CHARACTERS.has(name)) {
        const run = runs.at(-1)
        if (run) run.text += CHARACTERS.get(name)
      } else rows.open(ROWS.get(name))
    },
    text: (content) => {
      const run = runs.at(-1)
      if (math.isOpen()) math.text(content)
      else if (isText && run) run.text += content
      else fields.text(content)
    },
    close: (name) => {
      if (math.isOpen()) add(math.close() ?? '')
      else if (name === (properties === 'paragraph' ? 'pPr' : 'rPr')) properties = undefined
      else if (properties) return
      else if (name === 't') isText = false
      else if (fields.has(name)) fields.close()
      else if (name === 'r') endRun()
      else if (name === 'p') endParagraph()
      else if (name === 'txbxContent') boxes -= 1
      else rows.close(ROWS.get(name))
    },
  })
}
