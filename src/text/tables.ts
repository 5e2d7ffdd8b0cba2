/** Rows of tables as they stand in a text, and the names of the columns that each belongs to. */
import type { Columns, Span } from '../document.ts'

/** Between two cells of a row. */
const CELLS = / \| /
/** What is said of a table before its first row, such as a unit, is no longer. UTF-16 code units. */
const MAX_CAPTION = 120
const MAX_COLUMNS = 500

/** The columns' names of each sentence that is a row, its table's first row, which has none itself. */
export function columnsOf(text: string, sentences: Span[]): (Columns | undefined)[] {
  const isRow = (span: Span | undefined) => span !== undefined && CELLS.test(text.slice(span.start, span.end))
  let columns: Columns | undefined
  return sentences.map((sentence, at) => {
    const before = sentences[at - 1]
    if (!isRow(sentence)) return undefined
    if (isRow(before)) return columns
    columns = namesOf(text, sentence, before)
    return undefined
  })
}

/** The first row, with the short line before it. */
function namesOf(text: string, row: Span, before: Span | undefined): Columns | undefined {
  const isCaption = before !== undefined && before.end - before.start <= MAX_CAPTION
  const { start, end } = { start: isCaption ? before.start : row.start, end: row.end }
  return end - start <= MAX_COLUMNS ? { start, end, text: text.slice(start, end) } : undefined
}
