/** What style sheets say of raised and lowered text: the word processors' and book makers' way to write `<sup>`. */
import type { Shift } from '../../text/raised/raised.ts'

export type ShiftsByClass = Map<string, Shift>

/** A longer sheet, or more of its classes, are not of text. UTF-16 code units. */
const [MAX_SHEET, MAX_CLASSES] = [1_000_000, 10_000]
const COMMENT_END = '*/'
/** A selector that is a class alone, or an inline element's: `.c5`, `span.super`. */
const CLASS = /^(?:span|a|em|i|b|strong|small|font)?\.([\w-]{1,100})$/i
/** In letters' heights; icons are moved by less. */
const MIN_HEIGHT = 0.2

/** How far a style moves its text from the line: `vertical-align`, or `position` with smaller letters. */
export function shiftOfStyle(style: string): Shift | undefined {
  const values = new Map(
    style
      .toLowerCase()
      .split(';')
      .map((one) => {
        const colon = one.indexOf(':')
        return [one.slice(0, Math.max(colon, 0)).trim(), one.slice(colon + 1).trim()]
      }),
  )
  const vertical = values.get('vertical-align') ?? ''
  if (/^(?:super|text-top)\b/.test(vertical)) return 'raised'
  if (/^sub\b/.test(vertical)) return 'lowered'
  const isMoved = values.get('position') === 'relative' && values.has('font-size')
  return byHeight(heightOf(vertical)) ?? (isMoved ? movedBy(values) : undefined)
}

const movedBy = (values: Map<string, string>) =>
  byHeight(-heightOf(values.get('top') ?? '')) ?? byHeight(heightOf(values.get('bottom') ?? ''))

const byHeight = (height: number): Shift | undefined =>
  height >= MIN_HEIGHT ? 'raised' : height <= -MIN_HEIGHT ? 'lowered' : undefined

const PER_LETTER = new Map([
  ['%', 100],
  ['em', 1],
  ['rem', 1],
  ['ex', 2],
  ['px', 16],
  ['pt', 12],
])

/** In letters' heights; 0 for what is no length. */
function heightOf(value: string): number {
  const [, number, unit = ''] = /^(-?\d{0,4}\.?\d{1,4})(%|[a-z]{2,3})(?!\w)/.exec(value) ?? []
  return number === undefined ? 0 : Number(number) / (PER_LETTER.get(unit) ?? Number.POSITIVE_INFINITY)
}

/** The classes of a style sheet that raise or lower text, each with how. Takes linear time. */
export function shiftsOfSheet(css: string): ShiftsByClass {
  const shifts: ShiftsByClass = new Map()
  for (const rule of withoutComments(css.slice(0, MAX_SHEET)).split('}')) {
    const brace = rule.lastIndexOf('{')
    const shift = brace < 0 ? undefined : shiftOfStyle(rule.slice(brace + 1))
    if (!shift || shifts.size >= MAX_CLASSES) continue
    const [selectors = ''] = rule.slice(0, brace).split(/[{;]/).slice(-1)
    for (const selector of selectors.split(',')) {
      const name = CLASS.exec(selector.trim())?.[1]
      if (name !== undefined) shifts.set(name.toLowerCase(), shift)
    }
  }
  return shifts
}

/** Also without the marks of comments of HTML, in which old pages hide their sheets. */
const withoutComments = (css: string) =>
  css
    .split('/*')
    .map((part, at) => {
      const end = at === 0 ? 0 : part.indexOf(COMMENT_END)
      return end < 0 ? '' : part.slice(at === 0 ? 0 : end + COMMENT_END.length)
    })
    .join('')
    .replace(/<!--|-->/g, '')

/** What the style sheets in a page say, over what those say that it refers to. Takes linear time. */
export function shiftsOfPage(html: string, referred: ShiftsByClass = new Map()): ShiftsByClass {
  const sheets = sheetsIn(html)
  return sheets === '' ? referred : new Map([...referred, ...shiftsOfSheet(sheets)])
}

function sheetsIn(html: string): string {
  const found: string[] = []
  const start = /<style\b[^<>]{0,1000}>/gi
  const end = /<\/style/gi
  while (start.test(html)) {
    end.lastIndex = start.lastIndex
    const last = end.exec(html)?.index
    if (last === undefined) break
    found.push(html.slice(start.lastIndex, last))
    start.lastIndex = last
  }
  return found.join('\n')
}
