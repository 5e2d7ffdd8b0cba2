/** Rich Text Format (.rtf) as text. */
import { Tokenize } from 'rtf-stream-parser'
import { readDate } from '../date.ts'
import { Refusal } from '../normalise.ts'
import { createText, NO_ORIGIN, type ReadFile } from './file.ts'
import { codePageOf, decodePage } from './rtf-charset.ts'
import { apply, type Destination, destinationOf, START, type State } from './rtf-state.ts'

type Token = { type: number; word?: string; data?: Uint8Array; param?: number }
const [GROUP_START, GROUP_END, CONTROL] = [0, 1, 2]
const MAX_DEPTH = 1000
const MAX_FALLBACK = 100

const CHARACTERS = new Map(
  Object.entries({
    tab: ' ',
    line: '\n',
    emdash: '—',
    endash: '–',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
    bullet: '•',
    emspace: ' ',
    enspace: ' ',
    qmspace: ' ',
    '~': '\u00a0',
    _: '\u2011',
    '{': '{',
    '}': '}',
    '\\': '\\',
  }),
)

/**
 * Reads a Rich Text document: its headings, paragraphs and tables, then its footnotes. Hidden and deleted text,
 * comments, headers and footers are left out. Throws a Refusal.
 */
export async function readRtf(bytes: Uint8Array): Promise<ReadFile> {
  const text = createText()
  const notes: string[] = []
  const told = new Map<Destination, string>()
  const created: Record<string, number> = {}
  const codePages = new Map<number, number>()
  const headings = new Map<number, number>()
  const white = new Set<number>()
  let [color, colors] = [[0, 0, 0], 0]
  let codePage = 1252
  let state: State = { ...START }
  const stack: State[] = []
  let unread = 0
  let isOptional = false
  let bytesRead: number[] = []
  let [paragraph, note] = ['', '']
  let cells: string[] = []
  const write = (content: string) => {
    const { destination } = state
    if (destination === 'body' || destination === 'note') {
      const isUnseen = white.has(state.color) && !state.isShaded && !state.isInTable
      if (state.isHidden || state.isDeleted || state.isTiny || isUnseen) return
      if (destination === 'body') paragraph += content
      else note += content
    } else if (destination !== 'skip') told.set(destination, (told.get(destination) ?? '') + content)
  }
  const flush = () => {
    if (bytesRead.length > 0)
      write(decodePage(Uint8Array.from(bytesRead), codePages.get(state.font) ?? codePage))
    bytesRead = []
  }
  const endParagraph = () => {
    const depth = state.outline >= 0 && state.outline < 9 ? state.outline + 1 : headings.get(state.style)
    if (state.destination === 'note') note += '\n'
    else if (state.isInTable) paragraph += ' '
    else {
      if (depth) text.heading(paragraph, depth)
      else text.block(paragraph)
      paragraph = ''
    }
  }
  const endRow = () => {
    while (cells.at(-1)?.trim() === '') cells.pop()
    text.block(cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).join(' | '))
    cells = []
  }
  /** The end of a table's entry: `;` for fonts, styles and colours. */
  const endEntry = () => {
    const name = (told.get(state.destination) ?? '').replace(/;.*/s, '').trim()
    const depth = /^heading (\d)$/i.exec(name)?.[1]
    if (state.destination === 'styles' && depth) headings.set(state.style, Number(depth))
    if (state.destination === 'styles' && /^title$/i.test(name)) headings.set(state.style, 1)
    if (state.destination === 'styles') told.delete('styles')
  }
  const take = (content: Uint8Array) => {
    let from = 0
    while (unread > 0 && from < content.length) {
      from += 1
      unread -= 1
    }
    if (state.destination === 'skip') return
    for (let at = from; at < content.length; at += 1) {
      if (state.destination === 'colors' && content[at] === 0x3b) {
        if (color.every((part) => part >= 0xfa)) white.add(colors)
        colors += 1
        color = [0, 0, 0]
      } else if (content[at] !== undefined) bytesRead.push(content[at] as number)
    }
  }
  const control = (word: string, token: Token) => {
    const { param } = token
    if (word === "'") {
      if (unread > 0) unread -= 1
      else if (token.data) take(token.data)
      return
    }
    flush()
    if (unread > 0 && word !== 'u') {
      unread -= 1
      if (CHARACTERS.has(word)) return
    }
    if (word === '*') {
      isOptional = true
      return
    }
    const destination = destinationOf(word, state)
    if (destination) {
      state.destination = destination
      if (destination === 'note') note = ''
    } else if (
      isOptional &&
      state.destination !== 'styles' &&
      word !== 'shppict' &&
      !/^(?:cs|ds|ts)$/.test(word)
    )
      state.destination = 'skip'
    isOptional = false
    if (state.destination === 'skip') return
    if (word === 'u' && param !== undefined) {
      write(String.fromCharCode(param & 0xffff))
      unread = Math.min(state.fallback, MAX_FALLBACK)
    } else if (word === 'ansicpg') codePage = param || 1252
    else if (word === 'mac') codePage = 10000
    else if (word === 'fcharset' && state.destination === 'fonts') {
      const page = codePageOf(param ?? 0)
      if (page !== undefined) codePages.set(state.font, page)
    } else if (state.destination === 'colors') {
      const part = ['red', 'green', 'blue'].indexOf(word)
      if (part >= 0) color[part] = param ?? 0
    } else if (state.destination === 'created') created[word] = param ?? 0
    else if (word === 'par' || word === '\n' || word === '\r' || word === 'sect' || word === 'page')
      endParagraph()
    else if (word === 'cell' || word === 'nestcell') {
      cells.push(paragraph)
      paragraph = ''
    } else if (word === 'row') endRow()
    else if (CHARACTERS.has(word)) write(CHARACTERS.get(word) ?? '')
    else apply(state, word, param)
  }
  const read = (token: Token) => {
    if (token.type === CONTROL) control(token.word ?? '', token)
    else if (token.type === GROUP_START) {
      flush()
      unread = 0
      if (stack.length > MAX_DEPTH) throw new Refusal('its groups are nested too deep')
      stack.push({ ...state })
      if (state.destination === 'styles' || state.destination === 'fonts') {
        told.delete(state.destination)
        if (state.destination === 'styles') state.style = 0
      }
    } else if (token.type === GROUP_END) {
      flush()
      unread = 0
      endEntry()
      const outer = stack.pop()
      if (state.destination === 'note' && outer?.destination !== 'note') notes.push(note)
      if (outer) state = outer
    } else if (token.data) take(token.data)
  }
  for await (const token of tokensOf(bytes)) read(token)
  flush()
  endParagraph()
  text.leaveHeadings()
  for (const content of notes) text.block(content)
  const { yr, mo = 1, dy = 1, hr = 0, min = 0 } = created
  return text.finish({
    ...NO_ORIGIN,
    title: told.get('title') ?? null,
    author: told.get('author') ?? null,
    source: told.get('company') ?? null,
    date: yr ? (readDate(new Date(Date.UTC(yr, mo - 1, dy, hr, min))) ?? null) : null,
  })
}

function tokensOf(bytes: Uint8Array): AsyncIterable<Token> {
  const tokens = new Tokenize()
  tokens.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return tokens as AsyncIterable<Token>
}
