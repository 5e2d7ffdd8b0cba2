/** What the control words of RTF change: the state of a group, and where its text goes. */
import type { Shift } from '../../text/raised/raised.ts'

/** Where a group's text goes; `skip` is nowhere, and so is `upr`, but for the Unicode version in it. */
export type Destination =
  | 'body'
  | 'note'
  | 'skip'
  | 'instruction'
  | 'formula'
  | 'upr'
  | 'fonts'
  | 'styles'
  | 'colors'
  | 'info'
  | 'title'
  | 'author'
  | 'company'
  | 'created'

export type State = {
  destination: Destination
  /** Where a text goes that is there in two versions, of which the one in Unicode counts. */
  around: Destination
  font: number
  /** How many characters stand after a Unicode one for readers that do not know it. */
  fallback: number
  isHidden: boolean
  isDeleted: boolean
  isTiny: boolean
  color: number
  isShaded: boolean
  style: number
  outline: number
  isInTable: boolean
  shift: Shift | undefined
  /** Whether the group is a part of a formula. */
  isPart: boolean
}

export const START: State = {
  destination: 'body',
  around: 'body',
  font: -1,
  fallback: 1,
  isHidden: false,
  isDeleted: false,
  isTiny: false,
  color: 0,
  isShaded: false,
  style: 0,
  outline: -1,
  isInTable: false,
  shift: undefined,
  isPart: false,
}

const SHIFTS = new Map<string, Shift | undefined>([
  ['super', 'raised'],
  ['up', 'raised'],
  ['sub', 'lowered'],
  ['dn', 'lowered'],
  ['nosupersub', undefined],
])
const PLAIN = {
  isHidden: false,
  isDeleted: false,
  isTiny: false,
  color: 0,
  isShaded: false,
  shift: undefined,
}

const DESTINATIONS = new Map<string, Destination>([
  ['fonttbl', 'fonts'],
  ['stylesheet', 'styles'],
  ['colortbl', 'colors'],
  ['info', 'info'],
  ['footnote', 'note'],
  ['fldinst', 'instruction'],
  ['moMath', 'formula'],
  ...`pict object header headerl headerr headerf footer footerl footerr footerf annotation atnid atnauthor
    listtext pntext pnseclvl nonshppict themedata xe tc txe rxe ftnsep ftnsepc ftncn filetbl private template revtbl
    bkmkstart bkmkend objdata`
    .split(/\s+/)
    .map((name) => [name, 'skip'] as const),
])
const INFORMATION = new Map<string, Destination>([
  ['title', 'title'],
  ['author', 'author'],
  ['company', 'company'],
  ['creatim', 'created'],
])

const NOT_READ =
  /^(?:subject|operator|keywords|comment|doccomm|revtim|printim|buptim|manager|category|hlinkbase)$/

export const isSilent = ({ destination }: State) => destination === 'skip' || destination === 'upr'

/** Whether a group's text goes there, or would but for the other version of it. */
export const isIn = (wanted: Destination, { destination, around }: State) =>
  destination === wanted || (destination === 'upr' && around === wanted)

/** The destination that a control word opens; undefined when it opens none. */
export function destinationOf(word: string, { destination, around }: State): Destination | undefined {
  if (destination === 'skip') return undefined
  if (destination === 'upr') return word === 'ud' ? around : undefined
  if (word === 'upr') return 'upr'
  if (destination !== 'info') return DESTINATIONS.get(word)
  return INFORMATION.get(word) ?? (NOT_READ.test(word) ? 'skip' : undefined)
}

/** Changes the state of the group at hand as a control word says. A switch is on unless its number is 0. */
export function apply(state: State, word: string, parameter: number | undefined): void {
  const isOn = parameter !== 0
  if (word === 'plain') Object.assign(state, PLAIN)
  else if (word === 'pard') Object.assign(state, { style: 0, outline: -1, isInTable: false })
  else if (word === 'f') state.font = parameter ?? -1
  else if (word === 'uc') state.fallback = Math.max(0, parameter ?? 1)
  else if (SHIFTS.has(word)) state.shift = isOn ? SHIFTS.get(word) : undefined
  else if (word === 'v') state.isHidden = isOn
  else if (word === 'deleted') state.isDeleted = isOn
  else if (word === 'fs') state.isTiny = (parameter ?? 24) <= 2
  else if (word === 'cf') state.color = parameter ?? 0
  else if (/^(?:highlight|chcbpat|cbpat|cb)$/.test(word)) state.isShaded = (parameter ?? 0) > 0
  else if (word === 's') state.style = parameter ?? 0
  else if (word === 'outlinelevel') state.outline = parameter ?? -1
  else if (word === 'intbl') state.isInTable = true
}
