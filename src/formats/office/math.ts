/** Formulas of Office (OMML, ECMA-376 part 1, section 22.1) as text: powers, indexes and fractions stay what they are. */
import { settle, shifted } from '../../text/raised/raised.ts'
import type { Attributes } from '../xml.ts'

type Frame = { name: string; text: string; parts: Map<string, string[]>; signs: Map<string, string> }

const SIMPLE = /^[\p{L}\p{N}.,]+$/u
const SIGNS = new Set(['begChr', 'endChr', 'sepChr', 'chr'])

const part = ({ parts }: Frame, name: string) => parts.get(name)?.join('') ?? ''
const grouped = (text: string) => (SIMPLE.test(text) ? text : `(${text})`)

/** A fraction with its marks; `settle` keeps it apart from a number before it. */
export const fraction = (over: string, under: string): string =>
  shifted(`${grouped(over)}/${grouped(under)}`, 'fraction')

/** What is raised within it is settled first: 2^(2³) is not 2²³. */
const raised = (frame: Frame) => shifted(settle(part(frame, 'sup')), 'power')
const lowered = (frame: Frame) => shifted(settle(part(frame, 'sub')), 'lowered')
const RENDERED: Record<string, (frame: Frame) => string> = {
  f: (frame) => fraction(part(frame, 'num'), part(frame, 'den')),
  sSup: (frame) => part(frame, 'e') + raised(frame),
  sSub: (frame) => part(frame, 'e') + lowered(frame),
  sSubSup: (frame) => part(frame, 'e') + lowered(frame) + raised(frame),
  sPre: (frame) => raised(frame) + lowered(frame) + part(frame, 'e'),
  rad: (frame) => rootOf(part(frame, 'deg'), part(frame, 'e')),
  d: bracketed,
  nary: (frame) => `${frame.signs.get('chr') ?? '∫'}${lowered(frame)}${raised(frame)} ${part(frame, 'e')}`,
  func: (frame) => `${part(frame, 'fName')} ${part(frame, 'e')}`,
  limLow: (frame) => `${part(frame, 'e')}_(${part(frame, 'lim')})`,
  limUpp: (frame) => `${part(frame, 'e')}^(${part(frame, 'lim')})`,
  mr: (frame) => `${(frame.parts.get('e') ?? []).join(' ')} `,
  eqArr: (frame) => (frame.parts.get('e') ?? []).join(' '),
}

/** A root with its degree, which is empty for a square root. */
export const rootOf = (degree: string, text: string): string =>
  degree === '' ? `√(${text})` : `(${text})^(1/${degree})`

function bracketed({ parts, signs }: Frame): string {
  const inner = (parts.get('e') ?? []).join(signs.get('sepChr') ?? '|')
  return `${signs.get('begChr') ?? '('}${inner}${signs.get('endChr') ?? ')'}`
}

/** Follows the elements of a document from the start of a formula to its end. Names are local ones. */
export function createOfficeMath() {
  const frames: Frame[] = []
  return {
    isOpen: () => frames.length > 0,
    open: (name: string, attributes: Attributes): void => {
      if (SIGNS.has(name)) frames.at(-2)?.signs.set(name, attributes.val ?? '')
      frames.push({ name, text: '', parts: new Map(), signs: new Map() })
    },
    text: (content: string): void => {
      const frame = frames.at(-1)
      if (frame?.name === 't') frame.text += content
    },
    /** Returns the whole formula at its end, and undefined before. */
    close: (): string | undefined => {
      const frame = frames.pop()
      if (!frame) return undefined
      const text = Object.hasOwn(RENDERED, frame.name) ? (RENDERED[frame.name]?.(frame) ?? '') : frame.text
      const around = frames.at(-1)
      if (!around) return text
      around.text += text
      const known = around.parts.get(frame.name)
      if (known) known.push(text)
      else around.parts.set(frame.name, [text])
      return undefined
    },
  }
}
