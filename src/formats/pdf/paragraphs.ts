/** Lines → paragraphs: what was only wrapped at a margin is one line again. */
import { normaliseLine } from '../../text/normalise.ts'
import type { Line } from './lines.ts'
import { median } from './matrix.ts'

/** `turns` are the offsets at which it goes on to another page. */
export type Paragraph = {
  text: string
  size: number
  lines: number
  page: number
  turns: { at: number; page: number }[]
}

/** In shares: a change of size that begins a paragraph, and a distance of lines that does. */
const [SIZE_CHANGE, GAP] = [0.12, 1.3]
/** The second cells of a table's rows begin at the same place. In points. */
const ALIGNED = 2
/** An indented first line, in letters' sizes. */
const INDENT = 0.8
const BULLET = /^(?:[•‣▪●◦■□➢✓]|[–—-]\s)/u
const NUMBERED = /^\(?(?:\d{1,2}|[a-z])[.)]\s/iu
const SENTENCE_END = /[.!?:;。！？…]["”’»)\]]*\d{0,2}$/u
const LOWER_CASE = /^["“‘'(]?\p{Ll}/u
const BROKEN = /(?<!\p{L})(\p{L}+)[-\u2010]$/u
/** Thai has blanks between phrases; a Chinese or Japanese line goes on right in the next. */
const GOES_ON = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：！？」』）]$/u

type Column = { left: number; right: number }
type Open = Paragraph & { last: Line }

/** The paragraphs of a document's pages in order. A paragraph that runs over a page's end is one. */
export function paragraphsOf(pages: Line[][]): Paragraph[] {
  const leading = leadingOf(pages)
  const words = wordsOf(pages)
  const paragraphs: Paragraph[] = []
  let open: Open | undefined
  for (const [at, lines] of pages.entries()) {
    const columns = columnsOf(lines)
    const page = at + 1
    for (const [place, line] of lines.entries()) {
      const column = columns.get(line.column) ?? line
      const isRow = isTableRow(line, lines[place - 1], lines[place + 1])
      const isBelow = open && pageOf(open) === page && open.last.column === line.column
      if (open && !isRow && (isBelow ? isWrapped(open.last, line, column, leading) : runsOn(open.last, line)))
        append(open, line, page, words)
      else {
        const text = normaliseLine(isRow ? line.cells.map((cell) => cell.text).join(' | ') : line.text)
        const paragraph = { text, size: line.size, lines: 1, page, turns: [], last: line }
        paragraphs.push(paragraph)
        open = isRow ? undefined : paragraph
      }
    }
  }
  return paragraphs
}

/** Three parts that stand apart are a row; two are one when those of a line above or below begin at the same place. */
const isTableRow = ({ cells, column }: Line, ...beside: (Line | undefined)[]) =>
  cells.length > 2 ||
  (cells.length === 2 &&
    beside.some(
      (line) =>
        line?.column === column && Math.abs((line.cells[1]?.left ?? 0) - (cells[1]?.left ?? 0)) < ALIGNED,
    ))

const pageOf = ({ page, turns }: Paragraph) => turns.at(-1)?.page ?? page

/** Whether a line goes on with the one above it. */
function isWrapped(above: Line, line: Line, column: Column, leading: number): boolean {
  if (Math.abs(line.size - above.size) > SIZE_CHANGE * above.size) return false
  const distance = (line.y - above.y) / above.size
  if (distance > GAP * leading || distance < 0) return false
  if (BULLET.test(line.text)) return false
  if (BROKEN.test(above.text)) return true
  if (LOWER_CASE.test(line.text)) return true
  if (NUMBERED.test(line.text) && SENTENCE_END.test(above.text)) return false
  const indent = INDENT * line.size
  if (line.left > column.left + indent && above.left < column.left + indent / 2) return false
  // Where the next word had still fitted, the line was ended on purpose.
  return above.right + line.firstWord + 0.25 * line.size > column.right - 0.02 * (column.right - column.left)
}

/** Whether a line at the top of a column or page goes on with the one at the end of the column before. */
const runsOn = (above: Line, line: Line) =>
  Math.abs(line.size - above.size) <= SIZE_CHANGE * above.size &&
  !SENTENCE_END.test(above.text) &&
  (BROKEN.test(above.text) || LOWER_CASE.test(line.text))

function append(open: Open, line: Line, page: number, words: Set<string>): void {
  const text = normaliseLine(line.text)
  const joint = jointOf(open.text, text, words)
  const kept = joint === 'word' ? open.text.slice(0, -1) : open.text
  const glue = joint === 'space' ? ' ' : ''
  if (pageOf(open) !== page) open.turns.push({ at: kept.length + glue.length, page })
  Object.assign(open, { text: kept + glue + text, last: line, lines: open.lines + 1 })
}

/**
 * How two lines meet: in a space, in nothing, or in one word that a hyphen had divided. A hyphen stays where the
 * word goes on with a capital, or where the document writes it with its hyphen elsewhere.
 */
function jointOf(above: string, below: string, words: Set<string>): 'space' | 'nothing' | 'word' {
  const first = BROKEN.exec(above)?.[1]
  if (first === undefined) return GOES_ON.test(above) && !/^[\w(]/.test(below) ? 'nothing' : 'space'
  const second = /^\p{Ll}\p{L}*/u.exec(below)?.[0]
  if (second === undefined) return 'nothing'
  const isCompound =
    words.has(`${first}-${second}`.toLowerCase()) && !words.has(`${first}${second}`.toLowerCase())
  return isCompound ? 'nothing' : 'word'
}

/** The words that stand within lines, in lower case. */
function wordsOf(pages: Line[][]): Set<string> {
  const words = new Set<string>()
  for (const { text } of pages.flat())
    for (const [word] of text
      .toLowerCase()
      .replaceAll('\u2010', '-')
      .matchAll(/\p{L}+(?:-\p{L}+)*/gu))
      words.add(word)
  return words
}

/** The usual distance of lines, in letters' sizes. */
function leadingOf(pages: Line[][]): number {
  const distances: number[] = []
  for (const lines of pages)
    for (const [at, line] of lines.entries()) {
      const above = lines[at - 1]
      const distance = above?.column === line.column ? (line.y - above.y) / line.size : 0
      if (distance > 0.8 && distance < 4) distances.push(distance)
    }
  return median(distances, 1.3)
}

/** Where the lines of each column begin, and where four of five end at the latest. */
function columnsOf(lines: Line[]): Map<number, Column> {
  const groups = Map.groupBy(lines, ({ column }) => column)
  return new Map(
    [...groups].map(([column, group]) => {
      const rights = group.map(({ right }) => right).sort((one, other) => one - other)
      const left = Math.min(...group.map((line) => line.left))
      return [column, { left, right: rights[Math.floor(rights.length * 0.8)] ?? 0 }]
    }),
  )
}
