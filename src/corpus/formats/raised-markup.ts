/** Which elements of HTML and XHTML raise or lower their text, and which hold marks of notes. */
import { endShift, startShift } from './raised.ts'

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
const RAISED_CLASS = /(?:^|\s)(?:sup|super|superscript|exponent)(?:\s|$)/i
const LOWERED_CLASS = /(?:^|\s)(?:sub|subscript)(?:\s|$)/i
const FRACTION_CLASS = /(?:^|\s)s?frac(?:tion)?(?:\s|$)/i
const VERTICAL = /(?:^|;)\s*vertical-align\s*:\s*(super|sub|text-top|-?\d*\.?\d+)/i

/** Follows all tags of a page, and returns the marks that go before an element's text and after it. */
export function createShifts() {
  const open: Open[] = []
  return {
    open: (name: string, attributes: Attributes): string => {
      const around = open.at(-1)
      const isFraction = FRACTION_CLASS.test(attributes.class ?? '')
      const part = around?.isFraction ? partOf(attributes.class ?? '') : undefined
      const shift = part ?? shiftOf(name, attributes, around)
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

type Shown = 'raised' | 'lowered' | 'note' | 'linked'

function shiftOf(name: string, attributes: Attributes, around: Open | undefined): Shown | undefined {
  if (isNote(name, attributes)) return 'note'
  if (name === 'a' && around?.isRaised && 'href' in attributes)
    return attributes.href?.startsWith('#') ? 'note' : 'linked'
  const shift = ownShift(name, attributes)
  if (shift !== 'raised' || !around?.isLink || !around.isEmpty) return shift
  return 'linked'
}

function isNote(name: string, attributes: Attributes): boolean {
  const { role = '', class: names = '', href = '' } = attributes
  if (/\bnoteref\b/.test(attributes['epub:type'] ?? '') || /\bdoc-(?:noteref|backlink)\b/.test(role))
    return true
  if (name === 'sup' && /(?:^|\s)reference(?:\s|$)/.test(names)) return true
  return NOTE_CLASS.test(names) || (name === 'a' && NOTE_TARGET.test(href))
}

function ownShift(
  name: string,
  { class: names = '', style = '' }: Attributes,
): 'raised' | 'lowered' | undefined {
  const vertical = style === '' ? undefined : VERTICAL.exec(style)?.[1]?.toLowerCase()
  if (vertical === 'super' || vertical === 'text-top' || Number(vertical) > 0) return 'raised'
  if (vertical === 'sub' || Number(vertical) < 0) return 'lowered'
  if (name === 'sup' || (name === 'span' && RAISED_CLASS.test(names))) return 'raised'
  return name === 'sub' || (name === 'span' && LOWERED_CLASS.test(names)) ? 'lowered' : undefined
}
