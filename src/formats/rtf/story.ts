/** The text of an RTF document, as its paragraphs, cells and notes end. */

import { createRows } from '../table-rows.ts'
import type { TextBuilder } from '../text-builder.ts'

/** Notes are kept until the text is complete. */
export function createStory(text: TextBuilder) {
  const notes: string[] = []
  const rows = createRows((row) => text.block(row))
  let paragraph = ''
  let note = ''
  const inTable = () => {
    if (rows.isOpen()) return
    rows.open('table')
    rows.open('row')
  }
  return {
    write: (content: string, isNote: boolean) => {
      if (isNote) note += content
      else paragraph += content
    },
    endParagraph: (isNote: boolean, isInTable: boolean, depth: number | undefined) => {
      if (isNote) note += '\n'
      else if (isInTable) paragraph += ' '
      else {
        if (depth) text.heading(paragraph, depth)
        else text.block(paragraph)
        paragraph = ''
      }
    },
    endCell: () => {
      inTable()
      rows.open('cell')
      rows.text(paragraph)
      rows.close('cell')
      paragraph = ''
    },
    endRow: () => {
      rows.close('row')
      rows.close('table')
    },
    endNote: () => {
      notes.push(note)
      note = ''
    },
    finish: () => {
      text.block(paragraph)
      rows.close('row')
      text.leaveHeadings()
      for (const content of notes) text.block(content)
    },
  }
}
