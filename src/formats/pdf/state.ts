/** The state in which a PDF draws: where, how large, in what colour. */

import type { Matrix } from './matrix.ts'
import type { Operation } from './operation.ts'

export type State = {
  matrix: Matrix
  font: string
  size: number
  characterSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
  mode: number
  /** `#rrggbb`; empty for patterns. */
  color: string
  alpha: number
}

export const START: Omit<State, 'matrix'> = {
  font: '',
  size: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  color: '#000000',
  alpha: 1,
}

const NUMBERS = new Map<string, 'characterSpacing' | 'wordSpacing' | 'leading' | 'rise' | 'mode'>([
  ['setCharSpacing', 'characterSpacing'],
  ['setWordSpacing', 'wordSpacing'],
  ['setLeading', 'leading'],
  ['setTextRise', 'rise'],
  ['setTextRenderingMode', 'mode'],
])

/** Changes the state as an operation says; answers whether it was one that does. */
export function setState(state: State, { name, values, numbers }: Operation): boolean {
  const [first = 0] = numbers
  const number = NUMBERS.get(name)
  if (number) state[number] = first
  else if (name === 'setFont') Object.assign(state, { font: String(values[0]), size: Number(values[1]) })
  else if (name === 'setHScale') state.scale = first / 100
  else if (name === 'setFillRGBColor') state.color = String(values[0])
  else if (name === 'setFillColorN') state.color = ''
  else if (name === 'setGState') setGraphics(state, values[0] as [string, unknown][])
  else return false
  return true
}

function setGraphics(state: State, settings: [string, unknown][]): void {
  for (const [key, value] of settings) {
    if (key === 'ca') state.alpha = Number(value)
    else if (key === 'Font' && Array.isArray(value))
      Object.assign(state, { font: String(value[0]), size: Number(value[1]) })
  }
}
