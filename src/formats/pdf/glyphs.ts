/** A PDF page's drawing operations → the characters that a reader would see, each with its place. */

import { type Matrix, multiply, transform } from './matrix.ts'
import type { Operation, Operators, PdfFont } from './operation.ts'
import { START, type State, setState } from './state.ts'
import { createSurface } from './surface.ts'

/** One character, in points from the page's top left corner; `angle` in quarter turns. */
export type Glyph = { text: string; x: number; y: number; width: number; size: number; angle: number }
export type PageGlyphs = {
  glyphs: Glyph[]
  /** Drawn in the mode that shows nothing, as text recognition lays its text over a picture of the page. */
  invisible: Glyph[]
  /** A picture, or a place for one, covers most of the page. */
  isPicture: boolean
}
type Page = {
  operators: Operators
  /** From the page's own units to points from its top left corner. */
  view: Matrix
  width: number
  height: number
  fontOf: (id: string) => PdfFont | undefined
  isShown: (layer: unknown) => boolean
}

/** A character with its width in the font's units, or a move back in thousandths of the letters' size. */
type ShownItem = { unicode: string; width: number; isSpace: boolean } | number

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
/** Smaller letters and fainter ones cannot be seen. In points, and from 0 to 1. */
const [MIN_SIZE, MIN_ALPHA] = [1, 0.05]
const INVISIBLE_MODES = new Set([3, 7])

const isWhite = (color: string) => /^#f[b-f]f[b-f]f[b-f]$/i.test(color)
const matrixOf = (values: unknown): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(values as ArrayLike<number>)
  return [a, b, c, d, e, f]
}

/** Follows a page's operations in order. White letters are seen only on something that was painted before them. */
export function glyphsOf({ operators, view, width, height, fontOf, isShown }: Page): PageGlyphs {
  const glyphs: Glyph[] = []
  const invisible: Glyph[] = []
  const surface = createSurface(width, height)
  const seen = new Set<string>()
  const stack: State[] = []
  const layers: boolean[] = []
  let state: State = { ...START, matrix: view }
  let [text, line] = [IDENTITY, IDENTITY]
  const put = (content: string, advance: number) => {
    const base = multiply(state.matrix, text)
    const placed = multiply(base, [state.size * state.scale, 0, 0, state.size, 0, state.rise])
    const size = Math.hypot(placed[2], placed[3])
    const origin = transform(placed, 0, 0)
    if (size < MIN_SIZE || state.alpha < MIN_ALPHA || layers.includes(false) || !surface.holds(origin)) return
    if (isWhite(state.color) && !surface.isPainted(origin)) return
    // Bold letters are sometimes made by drawing them twice.
    const key = `${content} ${Math.round(origin.x * 2)} ${Math.round(origin.y * 2)}`
    if (seen.has(key)) return
    seen.add(key)
    const angle = Math.round(Math.atan2(placed[1], placed[0]) / (Math.PI / 2)) & 3
    const glyph = {
      text: content,
      ...origin,
      width: Math.abs(advance) * Math.hypot(base[0], base[1]),
      size,
      angle,
    }
    if (INVISIBLE_MODES.has(state.mode)) invisible.push(glyph)
    else glyphs.push(glyph)
  }
  const show = (items: ShownItem[]) => {
    const font = fontOf(state.font)
    const unit = font?.fontMatrix?.[0] ?? 0.001
    for (const item of items) {
      let advance = typeof item === 'number' ? (-item / 1000) * state.size : item.width * unit * state.size
      if (typeof item !== 'number') {
        put(item.unicode, advance * state.scale)
        advance += state.characterSpacing + (item.isSpace ? state.wordSpacing : 0)
      }
      const step: Matrix = font?.vertical
        ? [1, 0, 0, 1, 0, typeof item === 'number' ? 0 : -state.size]
        : [1, 0, 0, 1, advance * state.scale, 0]
      text = multiply(text, step)
    }
  }
  const place = (matrix: Matrix) => {
    line = matrix
    text = matrix
  }
  const move = (x: number, y: number) => place(multiply(line, [1, 0, 0, 1, x, y]))
  const save = () => stack.push({ ...state })
  const restore = () => {
    state = stack.pop() ?? state
  }
  const change = (matrix: Matrix) => {
    state.matrix = multiply(state.matrix, matrix)
  }
  const picture = () => surface.picture(state.matrix)
  const handlers = new Map<string, (operation: Operation, next: string) => void>([
    ['save', save],
    ['restore', restore],
    ['beginGroup', save],
    ['endGroup', restore],
    ['paintFormXObjectEnd', restore],
    ['beginText', () => place(IDENTITY)],
    ['setTextMatrix', ({ values }) => place(matrixOf(values.length === 1 ? values[0] : values))],
    ['moveText', ({ numbers: [x = 0, y = 0] }) => move(x, y)],
    ['nextLine', () => move(0, -state.leading)],
    ['showText', ({ values }) => show(values[0] as ShownItem[])],
    ['shadingFill', surface.paintAll],
    ['beginMarkedContent', () => layers.push(true)],
    ['beginMarkedContentProps', ({ values: [kind, layer] }) => layers.push(kind !== 'OC' || isShown(layer))],
    ['endMarkedContent', () => layers.pop()],
    [
      'setLeadingMoveText',
      ({ numbers: [x = 0, y = 0] }) => {
        state.leading = -y
        move(x, y)
      },
    ],
    [
      'transform',
      ({ numbers }, next) => {
        change(matrixOf(numbers))
        // Pictures are not unpacked: what is left of one is the place that was made for it.
        if (next === 'restore' || next === 'transform') picture()
      },
    ],
    [
      'paintFormXObjectBegin',
      ({ values: [matrix] }) => {
        save()
        if (matrix) change(matrixOf(matrix))
      },
    ],
    [
      'constructPath',
      ({ values, path }) => {
        if (/fill/i.test(path) && values[2] && !isWhite(state.color))
          surface.paint(state.matrix, values[2] as Float32Array)
      },
    ],
  ])
  operators((operation, next) => {
    if (setState(state, operation)) return
    if (operation.name.startsWith('paintImage')) picture()
    else handlers.get(operation.name)?.(operation, next)
  })
  return { glyphs, invisible, isPicture: surface.isPicture() }
}
