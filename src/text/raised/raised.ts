/**
 * Raised and lowered text: the readers of all formats mark it, and one rule settles what stays of it. The marks are
 * noncharacters of Unicode, which stand in no text.
 */
import { decide, isMarkText, type Shift } from './rule.ts'

export type { Shift } from './rule.ts'

const OPENING: Record<Shift, string> = {
  raised: '\ufdd4',
  lowered: '\ufdd5',
  note: '\ufdd6',
  linked: '\ufdd7',
  power: '\ufdd8',
  fraction: '\ufdd9',
  anchor: '\ufddb',
}
const CLOSING = '\ufdda'
const SHIFTS = new Map(Object.entries(OPENING).map(([shift, mark]) => [mark, shift as Shift]))
const ANY_MARK = /[\ufdd4-\ufddb]/
const EVERY_MARK = /[\ufdd4-\ufddb]/g
/** In UTF-16 code units: what stands before and after a raised text says what it is. */
const REACH = 64
const SLASH = /^\s?[/⁄∕]{1,2}\s?$/
const BETWEEN_MARKS = /^\s*[,;–-]\s*$/
/** A slash of fractions needs no lowered number behind it to be one. */
const SLASH_AND_NUMBER = /^⁄(\p{Nd}{1,3})(?!\p{Nd})/u

const ALONE = new Set<Shift | undefined>(['raised', 'lowered', undefined])

type Piece = { text: string; shift: Shift | undefined }

/** The mark before shifted text; the mark `endShift` goes after it. Marks can be nested. */
export const startShift = (shift: Shift): string => OPENING[shift]
export const endShift = CLOSING

/** A text between its marks. */
export const shifted = (text: string, shift: Shift | undefined): string =>
  shift && text !== '' ? OPENING[shift] + text + CLOSING : text

/**
 * Settles the marked text of a block: marks of notes are left out, exponents, indexes and fractions stay what they are
 * (10⁶, 2^16, CO₂, 1½), ordinals are plain words. Returns text without marks as it is. Takes linear time.
 */
export function settle(text: string): string {
  if (!ANY_MARK.test(text)) return text
  const pieces = withFractions(withAnchors(piecesOf(text)))
  const [only] = pieces
  // It is not raised above anything.
  if (only && pieces.length === 1 && ALONE.has(only.shift)) return only.text
  const settled = createTail()
  for (const [at, piece] of pieces.entries()) {
    const content = piece.text.trim()
    if (!piece.shift || content === '') {
      settled.add(piece.text)
      continue
    }
    const around = { shift: piece.shift, before: settled.tail(), after: textAfter(pieces, at) }
    const kept = decide(content, around)
    if (kept === undefined) leaveOut(settled, pieces, at)
    else settled.add(withBlanks(kept, piece.text))
  }
  return settled.text()
}

/** The blanks around a raised text stay when it stays. */
const withBlanks = (kept: string, text: string) =>
  `${/^\s/.test(text) ? ' ' : ''}${kept}${/\s$/.test(text) ? ' ' : ''}`

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  const open: Shift[] = []
  let from = 0
  let isJoined = false
  const add = (content: string) => {
    if (content === '') return
    const shift = open.at(-1)
    const last = pieces.at(-1)
    // Two marks of notes side by side are two, and so are a power and a note's mark.
    const isSame = last?.shift === shift && (isJoined || (shift !== 'note' && !isMarkBehind(last, content)))
    const isPart = isJoined && isRaised(last?.shift) && isRaised(shift) && !isPowerWithMark(last, shift)
    if (last && (isSame || isPart))
      Object.assign(last, { text: last.text + content, shift: stronger(last.shift, shift) })
    else pieces.push({ text: content, shift })
    isJoined = true
  }
  for (const { 0: mark, index } of text.matchAll(EVERY_MARK)) {
    add(text.slice(from, index))
    from = index + 1
    const shift = SHIFTS.get(mark)
    if (shift) open.push(stronger(open.at(-1), shift) ?? shift)
    else open.pop()
    if (open.length === 0) isJoined = false
  }
  open.length = 0
  add(text.slice(from))
  return pieces
}

/** A raised number, and a note's mark in brackets behind it. */
const isMarkBehind = (last: Piece | undefined, content: string) =>
  last?.shift === 'raised' && /^\p{Nd}+$/u.test(last.text) && content.startsWith('[')

/** A raised number that is no link, and a note's mark within the same raised text: `<sup>6<a>1</a></sup>`. */
const isPowerWithMark = (last: Piece | undefined, shift: Shift | undefined) =>
  last?.shift === 'raised' && shift === 'note' && /^\p{Nd}+$/u.test(last.text)

/** A number that links within its page, right behind another number, is a note's mark; any other link is text. */
function withAnchors(pieces: Piece[]): Piece[] {
  const judged: Piece[] = []
  for (const [at, { text, shift }] of pieces.entries()) {
    const isMark =
      shift === 'anchor' && isBehindNumber(judged, text) && !/^\p{N}/u.test(pieces[at + 1]?.text ?? '')
    judged.push({ text, shift: isMark ? 'note' : shift === 'anchor' ? undefined : shift })
  }
  return judged
}

/** Whether a number stands at another one, or in a list of marks that does. */
function isBehindNumber(pieces: Piece[], text: string): boolean {
  const [mark, last] = pieces.slice(-2)
  const isListed = mark?.shift === 'note' && BETWEEN_MARKS.test(last?.text ?? '')
  return /^\p{Nd}{1,3}$/u.test(text) && (isListed || /\p{N}$/u.test(pieces.at(-1)?.text ?? ''))
}

const isRaised = (shift: Shift | undefined) => shift === 'raised' || shift === 'linked' || shift === 'note'

/** What both say of one text: that it is a note's mark stands before that it is a link. */
const stronger = (one: Shift | undefined, other: Shift | undefined): Shift | undefined =>
  (['note', 'linked'] as const).find((shift) => one === shift || other === shift) ?? other ?? one

/** A raised number, a slash and a lowered number are one piece. */
function withFractions(pieces: Piece[]): Piece[] {
  const joined: Piece[] = []
  for (let at = 0; at < pieces.length; at += 1) {
    const [piece, slash, under] = pieces.slice(at, at + 3)
    if (!piece) continue
    const isOver = piece.shift === 'raised' && /^\p{Nd}{1,3}$/u.test(piece.text.trim())
    const number = isOver && !slash?.shift ? SLASH_AND_NUMBER.exec(slash?.text ?? '') : null
    if (isOver && slash && SLASH.test(slash.text) && under?.shift === 'lowered') {
      joined.push({ text: `${piece.text.trim()}/${under.text.trim()}`, shift: 'fraction' })
      at += 2
    } else if (number && slash) {
      joined.push({ text: `${piece.text.trim()}/${number[1]}`, shift: 'fraction' })
      slash.text = slash.text.slice(number[0].length)
    } else joined.push(piece)
  }
  return joined
}

function textAfter(pieces: Piece[], at: number): string {
  let after = ''
  for (let next = at + 1; next < pieces.length && after.length < REACH && next < at + 4; next += 1)
    after += (pieces[next]?.text ?? '').slice(0, REACH)
  return after
}

type Tail = ReturnType<typeof createTail>

/** Collects text, of which only the end is looked at. */
function createTail() {
  const added: string[] = []
  let end = ''
  return {
    add: (text: string) => {
      if (text === '') return
      added.push(text)
      end = (end + text.slice(-REACH)).slice(-REACH)
    },
    tail: () => end,
    trimEnd: () => {
      added.push((added.pop() ?? '').trimEnd())
      end = end.trimEnd()
    },
    text: () => added.join(''),
  }
}

/** Whether blanks stand around a text. A pattern for those at its end takes quadratic time on long runs of them. */
const isSpaced = (text: string) => text !== text.trim()

/** Leaves a note's mark out, with the blank or the comma that stood only for it. */
function leaveOut(settled: Tail, pieces: Piece[], at: number): void {
  const [next, other] = pieces.slice(at + 1, at + 3)
  const behind = next && !next.shift ? next.text : ''
  const isApart = /(?:^|\s)$/.test(settled.tail())
  if (next && BETWEEN_MARKS.test(behind) && isRaised(other?.shift) && isMarkText(other?.text.trim() ?? ''))
    next.text = ''
  else if (next && isApart && /^\s/.test(behind)) next.text = behind.trimStart()
  else if (isApart && /^[.,;:!?)\]]/.test(behind)) settled.trimEnd()
  else if (!isApart && /^[\p{L}\p{N}]/u.test(behind) && isSpaced(pieces[at]?.text ?? '')) settled.add(' ')
  else if (/\p{N}$/u.test(settled.tail()) && /^\p{N}/u.test(behind)) settled.add(' ')
}
