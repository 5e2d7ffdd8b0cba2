/** Word's older formulas, the fields `EQ`, as text: `EQ \f(1,2)` is ½. */

import { shifted } from '../../text/raised/raised.ts'
import { fraction, rootOf } from './math.ts'

/** Deeper ones say nothing; the switches of ECMA-376 part 1, section 17.16.5.16. */
const MAX_DEPTH = 20
const SWITCH = /\\\s*([a-z*]{1,2})\s*(-?\d+)?\s*/iy
/** Options and marks that change only how a formula looks. */
const LOOKS = /^(?:a[lcr]|co|hs|vs|fo|ba|le|ri|to|bo|[bl]c|rc)$/i

type Cursor = { text: string; at: number; depth: number }
type Formula = { name: string; shift: 'raised' | 'lowered' | undefined }

/** A longer instruction is no formula that a reader would follow: no more of one is collected. UTF-16 code units. */
export const MAX_INSTRUCTION = 10_000

/** The formula of a field's instruction; undefined when the field is none. */
export function equationOf(instruction: string): string | undefined {
  const text = /^\s*EQ\s(.*)$/is.exec(instruction)?.[1]
  return text === undefined ? undefined : sequence({ text, at: 0, depth: 0 }, '').join(' ').trim()
}

/** The parts of a list up to its closing bracket, or the whole. */
function sequence(cursor: Cursor, end: string): string[] {
  const parts = ['']
  const add = (text: string) => parts.push(`${parts.pop() ?? ''}${text}`)
  while (cursor.at < cursor.text.length) {
    const character = cursor.text[cursor.at] ?? ''
    if (character === end) break
    if (character === '\\') add(formula(cursor))
    else {
      cursor.at += 1
      if (end !== '' && /[,;]/.test(character)) parts.push('')
      else add(character)
    }
  }
  cursor.at += 1
  return parts.map((part) => part.trim())
}

/** One formula with all of its switches: `\s\up8(6)`. */
function formula(cursor: Cursor): string {
  const found: Formula = { name: '', shift: undefined }
  while (cursor.text[cursor.at] === '\\') {
    SWITCH.lastIndex = cursor.at
    const [all, name = ''] = SWITCH.exec(cursor.text) ?? []
    if (all === undefined) return escaped(cursor)
    cursor.at += all.length
    note(found, name.toLowerCase())
    // The bracket that a switch names is one character, behind a backslash.
    if (/^[blr]c$/i.test(name) && cursor.text[cursor.at] === '\\') cursor.at += 2
  }
  if (cursor.text[cursor.at] !== '(' || cursor.depth >= MAX_DEPTH) return ''
  const inner = { ...cursor, at: cursor.at + 1, depth: cursor.depth + 1 }
  const parts = sequence(inner, ')')
  cursor.at = inner.at
  return shown(found, parts)
}

/** A character behind a backslash stands for itself. */
function escaped(cursor: Cursor): string {
  cursor.at += 2
  return cursor.text[cursor.at - 1] ?? ''
}

function note(found: Formula, name: string): void {
  if (name === 'up') found.shift = 'raised'
  else if (name === 'do') found.shift = 'lowered'
  else if (!LOOKS.test(name)) found.name ||= name
}

function shown({ name, shift }: Formula, parts: string[]): string {
  const [first = '', second = ''] = parts
  if (name === 'f') return fraction(first, second)
  if (name === 'r') return parts.length > 1 ? rootOf(first, second) : rootOf('', first)
  if (name === 'b') return `(${parts.join(', ')})`
  if (name === 's' && parts.length > 1) return shifted(first, 'raised') + shifted(second, 'lowered')
  return name === 's' ? shifted(first, shift) : parts.join(' ')
}
