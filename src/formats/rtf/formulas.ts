/** The formulas of an RTF document: those of Office, and the older fields. */
import { equationOf, MAX_INSTRUCTION } from '../office/equation-field.ts'
import { createOfficeMath } from '../office/math.ts'
import type { Destination, State } from './state.ts'

/** Follows the groups of formulas and of fields' instructions. */
export function createFormulas() {
  const math = createOfficeMath()
  let instruction = ''
  return {
    takes: (destination: Destination) => destination === 'formula' || destination === 'instruction',
    text: (destination: Destination, content: string): void => {
      if (destination === 'formula') math.text(content)
      else if (instruction.length < MAX_INSTRUCTION) instruction += content
    },
    /** The first control word of a group names the part: `{\\mnum ...}`. */
    open: (state: State, word: string): void => {
      if (state.isPart || !/^m[A-Za-z]/.test(word)) return
      const name = word.slice(1)
      math.open(name === 'r' ? 't' : name, {})
      state.isPart = true
    },
    /** Returns the formula that ends with the group `inner`, or nothing. */
    end: (inner: State, outer: State | undefined): string => {
      if (inner.isPart) return math.close() ?? ''
      if (inner.destination !== 'instruction' || outer?.destination === 'instruction') return ''
      const formula = equationOf(instruction) ?? ''
      instruction = ''
      return formula
    },
  }
}
