/** Elements of a cleaned page → the blocks of text that a reader sees. */

import { settle } from '../../text/raised/raised.ts'

/** The little of the DOM that reading text takes. */
export type PageNode = {
  nodeType: number
  localName?: string
  textContent: string | null
  childNodes: Iterable<PageNode>
}

/**
 * `depth` is a heading's level, else 0; `follows` is set on a line that goes on the list or table before it;
 * `linked` counts the characters in links (UTF-16 code units); `path` names the block elements around.
 */
export type Block = { text: string; depth: number; follows: boolean; linked: number; path: string[] }

const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup p pre section summary table tbody td
  tfoot th thead tr ul`.split(/\s+/),
)
/** Their lines belong together. */
const GROUPS = new Set(['ul', 'ol', 'dl', 'table'])
/** In a cell: it is there for the layout, and its text is no line of a table. */
const PROSE = new Set(['table', 'ul', 'ol', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

type State = {
  blocks: Block[]
  path: string[]
  /** Of the block that is being read, and whether the last of them ends in white space. */
  pieces: string[]
  spaced: boolean
  linked: number
  link: number
  depth: number
  group: PageNode | null
  /** The group of the last block. */
  last: PageNode | null
}

/** The blocks of an element in order, none empty, with white space as browsers show it. */
export function blocksOf(root: PageNode): Block[] {
  const state: State = {
    blocks: [],
    path: [],
    pieces: [],
    spaced: true,
    linked: 0,
    link: 0,
    depth: 0,
    group: null,
    last: null,
  }
  for (const child of root.childNodes) walk(child, state)
  flush(state)
  return state.blocks
}

function flush(state: State) {
  const { blocks, path, linked, depth, group } = state
  const raw = settle(state.pieces.join(''))
  const text = path.includes('pre') ? raw.replace(/^\n+/, '').trimEnd() : raw.replace(/ \n/g, '\n').trim()
  state.pieces = []
  state.spaced = true
  state.linked = 0
  if (text === '') return
  const follows = group !== null && group === state.last && depth === 0
  blocks.push({ text, depth, follows, linked: Math.min(linked, text.length), path: [...path] })
  state.last = depth === 0 ? group : null
}

function walk(node: PageNode, state: State): void {
  if (node.nodeType === 3) write(node.textContent ?? '', state)
  if (node.nodeType !== 1) return
  const name = node.localName ?? ''
  if (name === 'br') add('\n', state)
  else if (name === 'tr' && isDataRow(node)) walkRow(node, state)
  else if (BLOCKS.has(name)) walkBlock(name, node, state)
  else walkInline(name, node, state)
}

/** White space is one space, and none at the start of a line. */
function write(raw: string, state: State) {
  const isPreformatted = state.path.includes('pre')
  const piece = isPreformatted ? raw : raw.replace(/[ \t\n\f\r]+/g, ' ')
  add(!isPreformatted && state.spaced && piece.startsWith(' ') ? piece.slice(1) : piece, state)
}

function add(piece: string, state: State) {
  if (piece === '') return
  state.pieces.push(piece)
  state.spaced = piece.endsWith(' ') || piece.endsWith('\n')
  if (state.link > 0) state.linked += piece.length
}

function walkInline(name: string, node: PageNode, state: State) {
  if (name === 'a') state.link++
  for (const child of node.childNodes) walk(child, state)
  if (name === 'a') state.link--
}

function walkBlock(name: string, node: PageNode, state: State) {
  flush(state)
  const { depth, group } = state
  state.path.push(name)
  if (/^h[1-6]$/.test(name)) state.depth = Number(name[1])
  if (GROUPS.has(name)) state.group ??= node
  for (const child of node.childNodes) walk(child, state)
  flush(state)
  state.path.pop()
  state.depth = depth
  state.group = group
}

/** The cells of a row as one line. */
function walkRow(row: PageNode, state: State) {
  flush(state)
  state.path.push('tr')
  const cells = [...row.childNodes].map((cell) => {
    const inner = blocksOf(cell)
    state.linked += inner.reduce((sum, { linked }) => sum + linked, 0)
    return inner.map(({ text }) => text.replace(/\s+/g, ' ')).join(' ')
  })
  state.pieces = [cells.filter((cell) => cell !== '').join(' | ')]
  flush(state)
  state.path.pop()
}

/** Whether a row is of a table of data; tables that only lay out a page hold prose. */
function isDataRow(row: PageNode): boolean {
  const cells = [...row.childNodes].filter(({ localName }) => localName === 'td' || localName === 'th')
  return cells.length > 1 && !cells.some((cell) => proseIn(cell) > 1)
}

function proseIn(node: PageNode): number {
  let found = 0
  for (const child of node.childNodes) {
    if (found > 1) return found
    if (PROSE.has(child.localName ?? '')) found += 2
    else found += (child.localName === 'p' ? 1 : 0) + proseIn(child)
  }
  return found
}
