/** HTML and XHTML as blocks, all that a reader would see: for books and e-mails, which have no page around the text. */
import { Parser } from 'htmlparser2'
import { Refusal } from '../../refusal.ts'
import { decodeText } from '../encoding.ts'
import type { ParsedFile } from '../parsed.ts'
import { createRows, type Part } from '../table-rows.ts'
import { NO_ORIGIN, TextBuilder } from '../text-builder.ts'
import { createMath } from './mathml.ts'
import { createShifts } from './raised-markup.ts'
import { type ShiftsByClass, shiftsOfPage } from './raised-sheet.ts'

const LEFT_OUT = new Set(
  'head script style template noscript iframe object svg select option textarea button rt rp audio video annotation annotation-xml'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form
  header hr html li main nav ol p pre section summary table ul`.split(/\s+/),
)
const ROWS = new Map<string, Part>([
  ['table', 'table'],
  ['tr', 'row'],
  ['td', 'cell'],
  ['th', 'cell'],
])
const HIDING =
  /(?:display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$))/i
const WHITE = /(?:^|;)\s*color\s*:\s*(?:white|#fff(?:fff)?|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))\s*(?:;|!|$)/i
const MAX_DEPTH = 1000

export type MarkupOptions = {
  /** Leaves out what an e-mail quotes of the one that it answers. */
  withoutQuotes?: boolean
  /** What the style sheets say that the page refers to. */
  sheet?: ShiftsByClass
}

/** Reads a piece of HTML: all that it shows. Throws a Refusal. */
export function readFragment(bytes: Uint8Array): ParsedFile {
  const text = new TextBuilder()
  appendMarkup(decodeText(bytes), text)
  return text.finish(NO_ORIGIN)
}

/**
 * Appends what a page shows to `text`. Scripts, hidden elements and white letters without a background are left
 * out; nothing is loaded. Throws a Refusal for elements nested too deep.
 */
export function appendMarkup(
  html: string,
  text: TextBuilder,
  { withoutQuotes = false, sheet }: MarkupOptions = {},
): void {
  const rows = createRows((row) => text.block(row))
  const math = createMath()
  const shifts = createShifts(shiftsOfPage(html, sheet))
  let buffer = ''
  let heading = 0
  let depth = 0
  let skipped = 0
  let preformatted = 0
  const flush = () => {
    const content = buffer
    buffer = ''
    if (content.trim() === '') return
    if (rows.isOpen()) rows.text(content)
    else if (heading > 0) text.heading(content, heading)
    else text.block(content.replace(/(?<! ) *\n */g, '\n'))
  }
  const isQuote = (name: string, attributes: Record<string, string>) =>
    withoutQuotes &&
    (name === 'blockquote' || /\b(?:gmail_quote|moz-cite-prefix|yahoo_quoted)\b/.test(attributes.class ?? ''))
  const isHidden = ({ hidden, style = '' }: Record<string, string>) =>
    hidden !== undefined || HIDING.test(style) || (WHITE.test(style) && !/background/i.test(style))
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1
        if (depth > MAX_DEPTH) throw new Refusal('refusal.nesting')
        const mark = math.open(name)
        const shift = shifts.open(name, attributes)
        if (skipped > 0) return
        if (LEFT_OUT.has(name.replace(/^\w+:/, '')) || isHidden(attributes) || isQuote(name, attributes))
          skipped = depth
        else if (name === 'br') buffer += '\n'
        else if (name === 'img') buffer += attributes.alt ?? ''
        else if (BLOCKS.has(name) || ROWS.has(name)) flush()
        if (skipped === 0) buffer += mark
        const level = /^h([1-6])$/.exec(name)?.[1]
        if (level && skipped === 0) {
          flush()
          heading = Number(level)
        }
        if (name === 'pre') preformatted += 1
        if (skipped === 0) {
          rows.open(ROWS.get(name))
          buffer += shift
        }
      },
      ontext: (content) => {
        if (skipped > 0 || (math.isBetween() && content.trim() === '')) return
        shifts.text(content)
        buffer += preformatted > 0 ? content : content.replace(/[ \t\r\n\f]+/g, ' ')
      },
      onclosetag: (name) => {
        const mark = math.close()
        const shift = shifts.close()
        if (skipped === 0) {
          buffer += shift + mark
          const isHeading = /^h[1-6]$/.test(name)
          if (isHeading || BLOCKS.has(name) || ROWS.has(name)) flush()
          if (isHeading) heading = 0
          if (name === 'pre') preformatted -= 1
          rows.close(ROWS.get(name))
        }
        if (skipped === depth) skipped = 0
        depth -= 1
      },
    },
    { decodeEntities: true, recognizeSelfClosing: true },
  )
  parser.end(html)
  flush()
}
