/** Which elements of HTML and XHTML raise or lower their text, and which hold marks of notes. */
import { endShift, type Shift, startShift } from '../../text/raised/raised.ts'
import { type ShiftsByClass, shiftOfStyle } from './raised-sheet.ts'

type Attributes = Record<string, string>
type Open = {
  name: string
  isLink: boolean
  isFraction: boolean
  isRaised: boolean
  isEmpty: boolean
  after: string
}

/** The names that Pandoc, docutils, MediaWiki, Word, Markdown libraries and publishers give to marks of notes. */
const NOTE_CLASS =
  /(?:^|\s)(?:(?:foot|end|side)-?_?notes?[-_]?(?:ref(?:erence)?s?|anchor|link|call|mark(?:er)?|num(?:ber)?|backref)|fn-?_?(?:ref|anchor|mark|link)|note-?_?(?:ref(?:erence)?|call|anchor|mark|link)|cite-?_?ref|noteref)(?:\s|$)/i
const NOTE_TARGET =
  /#_?(?:fn|ftn|edn|foot-?_?note|end-?_?note|cite_note|note|rfn|sdfootnote|sdendnote)(?:[-_:.\d]|ref|sym|anc|$)/i
/** On what stands within a line, also the names of whole notes: only what looks like a mark is one. */
const NOTE_NAME = /(?:^|\s)(?:foot|end|side)-?notes?(?:\s|$)/i
const RAISED_CLASS = /(?:^|\s)(?:sup|super|superscript|exponent)(?:\s|$)/i
const LOWERED_CLASS = /(?:^|\s)(?:sub|subscript)(?:\s|$)/i
const FRACTION_CLASS = /(?:^|\s)s?frac(?:tion)?(?:\s|$)/i
/** Inline elements of which style sheets raise some. */
const STYLED = new Set(['span', 'a', 'em', 'i', 'b', 'strong', 'small', 'font'])
/** Of one element: a longer style in UTF-16 code units, and more classes, say nothing of its height. */
const [MAX_STYLE, MAX_NAMES] = [2000, 30]
const NO_SHEET: ShiftsByClass = new Map()

/**
 * Follows all tags of a page, and returns the marks that go before an element's text and after it. `sheet` is what the
 * page's style sheets say.
 */
export function createShifts(sheet: ShiftsByClass = NO_SHEET) {
  const open: Open[] = []
  return {
    open: (name: string, attributes: Attributes): string => {
      const around = open.at(-1)
      const isFraction = FRACTION_CLASS.test(attributes.class ?? '')
      const part = around?.isFraction ? partOf(attributes.class ?? '') : undefined
      const shift = part ?? shiftOf(name, attributes, around, sheet)
      const isLink =
        name === 'a' ? 'href' in attributes : (around?.isLink ?? false) && (around?.isEmpty ?? false)
      const isRaised = shift === 'raised' || shift === 'note' || (around?.isRaised ?? false)
      open.push({ name, isLink, isFraction, isRaised, isEmpty: true, after: shift ? endShift : '' })
      if (part === 'lowered') return `⁄${startShift(part)}`
      return shift ? startShift(shift) : ''
    },
    /** Before what it opens, a link holds no text of its own. */
    text: (content: string) => {
      if (content.trim() !== '')
        for (let at = open.length - 1; open[at]?.isEmpty; at -= 1)
          Object.assign(open[at] ?? {}, { isEmpty: false })
    },
    close: (): string => open.pop()?.after ?? '',
  }
}

/** The mark that a single tag of a title stands for, or nothing. */
export function markOfTag(tag: string): string {
  const [, end, name] = /^<(\/?)(su[pb])\b/i.exec(tag) ?? []
  if (name === undefined) return ''
  return end ? endShift : startShift(name.toLowerCase() === 'sup' ? 'raised' : 'lowered')
}

const partOf = (names: string) =>
  /(?:^|\s)num(?:erator)?(?:\s|$)/.test(names)
    ? 'raised'
    : /(?:^|\s)den(?:ominator)?(?:\s|$)/.test(names)
      ? 'lowered'
      : undefined

function shiftOf(
  name: string,
  attributes: Attributes,
  around: Open | undefined,
  sheet: ShiftsByClass,
): Shift | undefined {
  if (isNote(name, attributes)) return 'note'
  if (name === 'a' && around?.isRaised && 'href' in attributes)
    return attributes.href?.startsWith('#') ? 'note' : 'linked'
  const shift = ownShift(name, attributes, sheet)
  if (shift === undefined && name === 'a' && attributes.href?.startsWith('#')) return 'anchor'
  if (shift !== 'raised' || !around?.isLink || !around.isEmpty) return shift
  return 'linked'
}

function isNote(name: string, attributes: Attributes): boolean {
  const { role = '', class: names = '', href = '' } = attributes
  if (/\bnoteref\b/.test(attributes['epub:type'] ?? '') || /\bdoc-(?:noteref|backlink)\b/.test(role))
    return true
  if (name === 'sup' && /(?:^|\s)reference(?:\s|$)/.test(names)) return true
  if ((name === 'a' || name === 'span') && NOTE_NAME.test(names)) return true
  return NOTE_CLASS.test(names) || (name === 'a' && NOTE_TARGET.test(href))
}

function ownShift(
  name: string,
  { class: names = '', style = '' }: Attributes,
  sheet: ShiftsByClass,
): Shift | undefined {
  const own = style === '' ? undefined : shiftOfStyle(style.slice(0, MAX_STYLE))
  if (own) return own
  if (name === 'sup' || (name === 'span' && RAISED_CLASS.test(names))) return 'raised'
  if (name === 'sub' || (name === 'span' && LOWERED_CLASS.test(names))) return 'lowered'
  return sheet.size > 0 && STYLED.has(name) ? shiftOfClasses(names, sheet) : undefined
}

function shiftOfClasses(names: string, sheet: ShiftsByClass): Shift | undefined {
  const found = names
    .toLowerCase()
    .split(/\s+/, MAX_NAMES)
    .find((one) => sheet.has(one))
  return found === undefined ? undefined : sheet.get(found)
}
