/**
 * PowerPoint presentations (.pptx) as text. The reader is our own: officeparser prints what a presentation hides, and
 * nobody could find such a quotation in it. White letters are kept, for a slide's background is up to its theme.
 */
import { Refusal } from '../../refusal.ts'
import { type Shift, shifted } from '../../text/raised/raised.ts'
import type { ParsedFile } from '../parsed.ts'
import { createRows, type Part } from '../table-rows.ts'
import { TextBuilder } from '../text-builder.ts'
import { type Attributes, readXml } from '../xml.ts'
import { openZip } from '../zip.ts'
import { createOfficeMath } from './math.ts'
import { coreProperties, mainPart, relationsOf } from './ooxml.ts'

/** In hundredths of a point; smaller letters cannot be seen. */
const TINY = 100
const TITLES = new Set(['title', 'ctrTitle'])
/** What stands on every slide. */
const FURNITURE = new Set(['sldNum', 'ftr', 'dt', 'hdr'])
/** Second versions of drawings, and looks. */
const LEFT_OUT = new Set(['Fallback', 'pPr', 'endParaRPr'])
const ROWS = new Map<string, Part>([
  ['tbl', 'table'],
  ['tr', 'row'],
  ['tc', 'cell'],
])

/**
 * Reads a presentation: of each slide that is shown its title as a heading, its text and its tables. Speakers'
 * notes, comments and hidden slides are left out. Throws a Refusal.
 */
export async function readPptx(bytes: Uint8Array): Promise<ParsedFile> {
  const zip = await openZip(bytes)
  const main = await mainPart(zip, 'ppt/presentation.xml')
  const xml = await zip.text(main)
  if (xml === undefined) throw new Refusal('refusal.damagedMain')
  const relations = new Map((await relationsOf(zip, main)).map(({ id, target }) => [id, target]))
  const text = new TextBuilder()
  for (const [at, id] of slideIds(xml).entries()) {
    const slide = await zip.text(relations.get(id) ?? '')
    if (slide === undefined) continue
    text.leaveHeadings()
    text.place({ slide: at + 1 })
    readSlide(slide, text)
  }
  return text.finish(await coreProperties(zip))
}

/** In the order in which they are shown. */
function slideIds(xml: string): string[] {
  const ids: string[] = []
  readXml(xml, {
    open: (name, attributes) => {
      if (name !== 'sldId') return
      // Beside its number, a slide has an id in another namespace, which leads to its part.
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      if (id) ids.push(id)
    },
  })
  return ids
}

/** A shape's text is emitted at its end, when it is known whether it is the slide's title. */
type Shape = { kind: string; paragraphs: string[] }

function readSlide(xml: string, text: TextBuilder): void {
  const rows = createRows((row) => text.block(row))
  let shape: Shape | undefined
  let paragraph: string | undefined
  const math = createOfficeMath()
  let shift: Shift | undefined
  let isUnseen = false
  let isText = false
  const add = (content: string) => {
    if (paragraph !== undefined) paragraph += content
  }
  const endShape = () => {
    if (!shape || FURNITURE.has(shape.kind)) return
    if (TITLES.has(shape.kind)) text.heading(shape.paragraphs.join(' '), 1)
    else for (const block of shape.paragraphs) text.block(block)
  }
  readXml(xml, {
    skip: (name, { show }) => LEFT_OUT.has(name) || (name === 'sld' && show === '0'),
    open: (name, attributes) => {
      if (name === 'oMath' || math.isOpen()) math.open(name, attributes)
      else if (name === 'sp') shape = { kind: '', paragraphs: [] }
      else if (name === 'cNvPr' && attributes.hidden === '1' && shape) shape.kind = 'ftr'
      else if (name === 'ph' && shape) shape.kind ||= attributes.type ?? ''
      else if (name === 'p') paragraph = ''
      else if (name === 't') isText = true
      else if (name === 'r') {
        shift = undefined
        isUnseen = false
      } else if (name === 'rPr') {
        shift = shiftOf(attributes)
        isUnseen = Number(attributes.sz) <= TINY
      } else if (name === 'br') add('\n')
      else rows.open(ROWS.get(name))
    },
    text: (content) => {
      if (math.isOpen()) math.text(content)
      else if (isText && !isUnseen) add(shifted(content, shift))
    },
    close: (name) => {
      if (math.isOpen()) add(math.close() ?? '')
      else if (name === 't') isText = false
      else if (name === 'sp') {
        endShape()
        shape = undefined
      } else if (name === 'p' && paragraph !== undefined) {
        if (rows.isOpen()) rows.text(paragraph)
        else shape?.paragraphs.push(paragraph)
        paragraph = undefined
      } else rows.close(ROWS.get(name))
    },
  })
}

/** In thousandths of a percent of the letters' size. */
const shiftOf = ({ baseline }: Attributes): Shift | undefined =>
  Number(baseline) > 0 ? 'raised' : Number(baseline) < 0 ? 'lowered' : undefined
