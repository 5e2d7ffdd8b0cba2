/** The tokens of an RTF document, followed in order. */
import { Refusal } from '../../refusal.ts'
import { shifted } from '../../text/raised/raised.ts'
import type { TextBuilder } from '../text-builder.ts'
import { decodePage } from './charset.ts'
import { createFormulas } from './formulas.ts'
import { apply, destinationOf, isIn, isSilent, START, type State } from './state.ts'
import { createStory } from './story.ts'
import { createTables } from './tables.ts'
import type { Token } from './tokens.ts'

/** How far a document has been read. */
export type Reading = {
  tables: ReturnType<typeof createTables>
  story: ReturnType<typeof createStory>
  formulas: ReturnType<typeof createFormulas>
  /** Of the group at hand, and of those around it. */
  state: State
  stack: State[]
  /** Bytes that are one stretch of text. */
  letters: number[]
  /** So many characters stand in for the one before them. */
  unread: number
  /** Whether readers that do not know the next control word leave its group out. */
  isOptional: boolean
}

const MAX_DEPTH = 1000
/** Characters that stand in for one that old readers do not know. */
const MAX_FALLBACK = 100
const SEMICOLON = 0x3b
const PARAGRAPH_ENDS = new Set(['par', '\n', '\r', 'sect', 'page'])
/** Optional destinations that are none, or that hold text after all. */
const NOT_OPTIONAL = new Set(['cs', 'ds', 'ts', 'shppict', 'mmath', 'moMathPara', 'ud'])
const CHARACTERS = new Map([
  ['tab', ' '],
  ['line', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', ' '],
  ['enspace', ' '],
  ['qmspace', ' '],
  ['~', '\u00a0'],
  ['_', '\u2011'],
  ['{', '{'],
  ['}', '}'],
  ['\\', '\\'],
])

/** The beginning of a document whose text goes into `text`. */
export const startReading = (text: TextBuilder): Reading => ({
  tables: createTables(),
  story: createStory(text),
  formulas: createFormulas(),
  state: { ...START },
  stack: [],
  letters: [],
  unread: 0,
  isOptional: false,
})

/** Reads one token. Throws a Refusal for groups nested too deep. */
export function readToken(reading: Reading, token: Token): void {
  if (token.kind === 'text') take(reading, token.data)
  else if (token.kind === 'control') control(reading, token)
  else {
    flush(reading)
    reading.unread = 0
    if (token.kind === 'begin') begin(reading)
    else end(reading)
  }
}

/** Takes bytes of text, but for those that stand in for the character before them. */
function take(reading: Reading, data: Uint8Array): void {
  const { state, tables, letters } = reading
  const stoodIn = Math.min(reading.unread, data.length)
  reading.unread -= stoodIn
  if (isSilent(state)) return
  for (const byte of data.subarray(stoodIn)) {
    if (state.destination === 'colors' && byte === SEMICOLON) tables.endColor()
    else letters.push(byte)
  }
}

/** Decodes and writes the bytes that have been taken. */
function flush(reading: Reading): void {
  const { letters, tables, state } = reading
  if (letters.length > 0) write(reading, decodePage(Uint8Array.from(letters), tables.codePage(state)))
  reading.letters = []
}

/** Writes text where the text of its group goes. */
function write({ state, formulas, tables, story }: Reading, content: string): void {
  const { destination } = state
  if (isSilent(state)) return
  if (formulas.takes(destination)) formulas.text(destination, content)
  else if (destination !== 'body' && destination !== 'note') tables.write(state, content)
  else if (!tables.isUnseen(state)) story.write(shifted(content, state.shift), destination === 'note')
}

function control(reading: Reading, { word, parameter, data }: Token & { kind: 'control' }): void {
  if (word === "'") {
    if (data) take(reading, data)
    return
  }
  flush(reading)
  if (reading.unread > 0 && CHARACTERS.has(word)) reading.unread -= 1
  else if (word === '*') reading.isOptional = true
  else {
    redirect(reading, word)
    if (!isSilent(reading.state)) obey(reading, word, parameter)
  }
}

/** Sends the text of a group elsewhere, if a control word says so. */
function redirect(reading: Reading, word: string): void {
  const { state } = reading
  const destination = destinationOf(word, state)
  const isUnknown = reading.isOptional && !NOT_OPTIONAL.has(word) && state.destination !== 'styles'
  reading.isOptional = false
  if (destination === 'upr') state.around = state.destination
  if (destination) state.destination = destination
  else if (isUnknown) state.destination = 'skip'
  // The text of a note is not raised with its mark.
  if (destination === 'note') state.shift = undefined
}

function obey(reading: Reading, word: string, parameter: number | undefined): void {
  const { state, tables, story, formulas } = reading
  const character = CHARACTERS.get(word)
  if (word === 'u' && parameter !== undefined) {
    write(reading, String.fromCharCode(parameter & 0xffff))
    reading.unread = Math.min(state.fallback, MAX_FALLBACK)
  } else if (tables.control(state, word, parameter)) return
  else if (PARAGRAPH_ENDS.has(word))
    story.endParagraph(state.destination === 'note', state.isInTable, tables.depth(state))
  else if (word === 'cell' || word === 'nestcell') story.endCell()
  else if (word === 'row') story.endRow()
  else if (character !== undefined) write(reading, character)
  else if (state.destination === 'formula') formulas.open(state, word)
  else apply(state, word, parameter)
}

function begin({ stack, state, tables }: Reading): void {
  if (stack.length > MAX_DEPTH) throw new Refusal('refusal.nesting')
  stack.push({ ...state })
  state.isPart = false
  if (state.destination !== 'styles') return
  tables.beginStyle()
  state.style = 0
}

/** Ends the group at hand; a document may end more groups than it began. */
function end(reading: Reading): void {
  const { state, stack, tables, story, formulas } = reading
  if (state.destination === 'styles') tables.endStyle(state.style)
  const outer = stack.pop()
  if (state.destination === 'note' && !(outer && isIn('note', outer))) story.endNote()
  const formula = formulas.end(state, outer)
  reading.state = outer ?? state
  if (formula !== '') write(reading, formula)
}
