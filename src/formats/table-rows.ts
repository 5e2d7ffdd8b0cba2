/** Tables as lines: the cells of a row with ` | ` between them, the rows of an inner table within a cell. */
import { normaliseLine } from '../text/normalise.ts'

export type Part = 'table' | 'row' | 'cell'

/** `emit` takes each finished row of an outermost table. */
export function createRows(emit: (row: string) => void) {
  const tables: { cells: string[]; cell: string[] }[] = []
  const endRow = () => {
    const table = tables.at(-1)
    if (!table) return
    const cells = table.cells.map(normaliseLine)
    table.cells = []
    while (cells.at(-1) === '') cells.pop()
    if (cells.length === 0) return
    const outer = tables.at(-2)
    if (outer) outer.cell.push(cells.join(' | '))
    else emit(cells.join(' | '))
  }
  return {
    isOpen: () => tables.length > 0,
    /** A paragraph of the cell at hand. */
    text: (text: string) => tables.at(-1)?.cell.push(text),
    open: (part: Part | undefined) => {
      const table = tables.at(-1)
      if (part === 'table') tables.push({ cells: [], cell: [] })
      else if (part === 'cell' && table) table.cell = []
      else if (part === 'row' && table) table.cells = []
    },
    close: (part: Part | undefined) => {
      const table = tables.at(-1)
      if (part === 'cell' && table) table.cells.push(table.cell.join(' '))
      else if (part === 'row') endRow()
      else if (part === 'table') tables.pop()
    },
  }
}
