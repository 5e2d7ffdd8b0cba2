/** Rich Text Format (.rtf) as text. */
import { Refusal } from '../../refusal.ts'
import { shifted } from '../../text/raised/raised.ts'
import type { ParsedFile } from '../parsed.ts'
import { createText } from '../text-builder.ts'
import { decodePage } from './charset.ts'
import { createFormulas } from './formulas.ts'
import { apply, destinationOf, isIn, isSilent, START, type State } from './state.ts'
import { createStory } from './story.ts'
import { createTables } from './tables.ts'
import { type Token, tokensOf } from './tokens.ts'

const MAX_DEPTH = 1000
/** Characters that stand in for one that old readers do not know. */
const MAX_FALLBACK = 100
const [SEMICOLON, BRACE] = [0x3b, 0x7b]
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

/**
 * Reads a Rich Text document: its headings, paragraphs and tables, then its footnotes. Hidden and deleted text,
 * comments, headers and footers are left out. Throws a Refusal.
 */
export async function readRtf(bytes: Uint8Array): Promise<ParsedFile> {
  const text = createText()
  const tables = createTables()
  const story = createStory(text)
  const read = createInterpreter(tables, story)
  for (const token of tokensOf(fromMark(bytes))) read(token)
  // A document that was cut off ends no group.
  read({ kind: 'end' })
  story.finish()
  return text.finish(tables.origin())
}

/** A byte order mark and blanks before a document are not of its text. */
function fromMark(bytes: Uint8Array): Uint8Array {
  const start = bytes.indexOf(BRACE)
  return start > 0 ? bytes.subarray(start) : bytes
}

function createInterpreter(tables: ReturnType<typeof createTables>, story: ReturnType<typeof createStory>) {
  const stack: State[] = []
  const formulas = createFormulas()
  let state: State = { ...START }
  let letters: number[] = []
  /** So many characters stand in for the one before them. */
  let unread = 0
  let isOptional = false
  const write = (content: string) => {
    const { destination } = state
    if (isSilent(state)) return
    if (formulas.takes(destination)) formulas.text(destination, content)
    else if (destination !== 'body' && destination !== 'note') tables.write(state, content)
    else if (!tables.isUnseen(state)) story.write(shifted(content, state.shift), destination === 'note')
  }
  const flush = () => {
    if (letters.length > 0) write(decodePage(Uint8Array.from(letters), tables.codePage(state)))
    letters = []
  }
  const take = (data: Uint8Array) => {
    const stoodIn = Math.min(unread, data.length)
    unread -= stoodIn
    if (isSilent(state)) return
    for (const byte of data.subarray(stoodIn)) {
      if (state.destination === 'colors' && byte === SEMICOLON) tables.endColor()
      else letters.push(byte)
    }
  }
  /** Whether a control word sends its group's text somewhere. */
  const redirect = (word: string) => {
    const destination = destinationOf(word, state)
    const isUnknown = isOptional && !NOT_OPTIONAL.has(word) && state.destination !== 'styles'
    isOptional = false
    if (destination === 'upr') state.around = state.destination
    if (destination) state.destination = destination
    else if (isUnknown) state.destination = 'skip'
    // The text of a note is not raised with its mark.
    if (destination === 'note') state.shift = undefined
  }
  const obey = (word: string, parameter: number | undefined) => {
    if (word === 'u' && parameter !== undefined) {
      write(String.fromCharCode(parameter & 0xffff))
      unread = Math.min(state.fallback, MAX_FALLBACK)
    } else if (tables.control(state, word, parameter)) return
    else if (PARAGRAPH_ENDS.has(word))
      story.endParagraph(state.destination === 'note', state.isInTable, tables.depth(state))
    else if (word === 'cell' || word === 'nestcell') story.endCell()
    else if (word === 'row') story.endRow()
    else if (CHARACTERS.has(word)) write(CHARACTERS.get(word) ?? '')
    else if (state.destination === 'formula') formulas.open(state, word)
    else apply(state, word, parameter)
  }
  const control = ({ word, parameter, data }: Token & { kind: 'control' }) => {
    if (word === "'") {
      if (data) take(data)
      return
    }
    flush()
    if (unread > 0 && CHARACTERS.has(word)) unread -= 1
    else if (word === '*') isOptional = true
    else {
      redirect(word)
      if (!isSilent(state)) obey(word, parameter)
    }
  }
  const begin = () => {
    if (stack.length > MAX_DEPTH) throw new Refusal('refusal.nesting')
    stack.push({ ...state })
    state.isPart = false
    if (state.destination !== 'styles') return
    tables.beginStyle()
    state.style = 0
  }
  const end = () => {
    if (state.destination === 'styles') tables.endStyle(state.style)
    const outer = stack.pop()
    if (state.destination === 'note' && !(outer && isIn('note', outer))) story.endNote()
    const formula = formulas.end(state, outer)
    state = outer ?? state
    if (formula !== '') write(formula)
  }
  return (token: Token) => {
    if (token.kind === 'text') take(token.data)
    else if (token.kind === 'control') control(token)
    else {
      flush()
      unread = 0
      if (token.kind === 'begin') begin()
      else end()
    }
  }
}
