/** What a PDF page is drawn with. */

export type PdfFont = { fontMatrix?: readonly number[]; vertical?: boolean }
/** One drawing operation: its values as they are, and those among them that are numbers. */
export type Operation = { name: string; values: unknown[]; numbers: number[]; path: string }
/** Calls back with each operation in order and the name of the one after it. */
export type Operators = (visit: (operation: Operation, next: string) => void) => void
