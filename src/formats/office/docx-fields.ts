/** The fields of a Word document: of their instructions only formulas are text. */

import type { Attributes } from '../xml.ts'
import { equationOf, MAX_INSTRUCTION } from './equation-field.ts'

const NAMES = new Set(['fldChar', 'fldSimple', 'instrText'])

/** Follows a story's fields; `has` names the elements that belong to them. */
export function createFields() {
  const instructions: string[] = []
  let isInstruction = false
  return {
    has: (name: string) => NAMES.has(name),
    /** Returns the formula that ends here, or nothing. */
    open: (name: string, { fldCharType, instr = '' }: Attributes): string => {
      if (name === 'instrText') isInstruction = true
      if (name === 'fldSimple') return equationOf(instr.slice(0, MAX_INSTRUCTION)) ?? ''
      if (fldCharType === 'begin') instructions.push('')
      return fldCharType === 'end' ? (equationOf(instructions.pop() ?? '') ?? '') : ''
    },
    text: (content: string): void => {
      const last = instructions.length - 1
      if (isInstruction && last >= 0 && (instructions[last] ?? '').length < MAX_INSTRUCTION)
        instructions[last] += content
    },
    close: (): void => {
      isInstruction = false
    },
  }
}
