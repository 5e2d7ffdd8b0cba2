/** A PDF page's drawing operations → the characters that a reader would see, each with its place. */

import type { Operators, PdfFont } from './pdf-document.ts'
import { type Matrix, multiply, type Point, transform } from './pdf-matrix.ts'

/** One character, in points from the page's top left corner; `angle` in quarter turns. */
export type Glyph = {
  text: string
  x: number
  y: number
  width: number
  size: number
  angle: number
  font: string
}

/** A character with its width in the font's units, or a move back in thousandths of the letters' size. */
type ShownItem = { unicode: string; width: number; isSpace: boolean } | number

type Box = { left: number; top: number; right: number; bottom: number }
type State = {
  matrix: Matrix
  font: string
  size: number
  characterSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
  mode: number
  color: string
  alpha: number
}
export type PageGlyphs = {
  glyphs: Glyph[]
  /** Drawn in the mode that shows nothing, as text recognition lays its text over a picture of the page. */
  invisible: Glyph[]
  /** A picture, or a place for one, covers most of the page. */
  isPicture: boolean
}

const START: Omit<State, 'matrix'> = {
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
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
/** Smaller letters and fainter ones cannot be seen. In points, and from 0 to 1. */
const [MIN_SIZE, MIN_ALPHA] = [1, 0.05]
const PICTURE_SHARE = 0.5
const INVISIBLE_MODES = new Set([3, 7])

type Page = {
  operators: Operators
  /** From the page's own units to points from its top left corner. */
  view: Matrix
  width: number
  height: number
  fontOf: (id: string) => PdfFont | undefined
  isShown: (layer: unknown) => boolean
}

/** Follows a page's operations in order. White letters are seen only on something that was painted before them. */
export function glyphsOf({ operators, view, width, height, fontOf, isShown }: Page): PageGlyphs {
  const glyphs: Glyph[] = []
  const invisible: Glyph[] = []
  const painted: Box[] = []
  const seen = new Set<string>()
  const stack: State[] = []
  const layers: boolean[] = []
  let state: State = { ...START, matrix: view }
  let text = IDENTITY
  let line = IDENTITY
  let isPicture = false
  const boxOf = ([left = 0, top = 0, right = 1, bottom = 1]: ArrayLike<number> & Iterable<number>): Box => {
    const corners = [transform(state.matrix, left, top), transform(state.matrix, right, bottom)] as const
    const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
    return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
  }
  const picture = () => {
    const box = boxOf([0, 0, 1, 1])
    painted.push(box)
    const area =
      (Math.min(box.right, width) - Math.max(box.left, 0)) *
      (Math.min(box.bottom, height) - Math.max(box.top, 0))
    if (area > PICTURE_SHARE * width * height) isPicture = true
  }
  const isOnPaint = ({ x, y }: Point) =>
    painted.some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top - 1 && y <= bottom + 1)
  const put = (content: string, advance: number) => {
    const placed = multiply(multiply(state.matrix, text), [
      state.size * state.scale,
      0,
      0,
      state.size,
      0,
      state.rise,
    ])
    const size = Math.hypot(placed[2], placed[3])
    const origin = transform(placed, 0, 0)
    if (size < MIN_SIZE || state.alpha < MIN_ALPHA || layers.includes(false)) return
    if (origin.x < 0 || origin.x > width || origin.y < 0 || origin.y > height) return
    if (isWhite(state.color) && !isOnPaint(origin)) return
    // Bold letters are sometimes made by drawing them twice.
    const key = `${content} ${Math.round(origin.x * 2)} ${Math.round(origin.y * 2)}`
    if (seen.has(key)) return
    seen.add(key)
    const angle = Math.round(Math.atan2(placed[1], placed[0]) / (Math.PI / 2)) & 3
    const unit = Math.hypot(...transformVector(multiply(state.matrix, text)))
    const glyph = { text: content, ...origin, width: Math.abs(advance) * unit, size, angle, font: state.font }
    ;(INVISIBLE_MODES.has(state.mode) ? invisible : glyphs).push(glyph)
  }
  const show = (items: ShownItem[]) => {
    const font = fontOf(state.font)
    const unit = font?.fontMatrix?.[0] ?? 0.001
    for (const item of items) {
      let advance: number
      if (typeof item === 'number') advance = (-item / 1000) * state.size
      else {
        const drawn = item.width * unit * state.size
        put(item.unicode, drawn * state.scale)
        advance = drawn + state.characterSpacing + (item.isSpace ? state.wordSpacing : 0)
      }
      text = font?.vertical
        ? multiply(text, [1, 0, 0, 1, 0, -Math.abs(typeof item === 'number' ? 0 : state.size)])
        : multiply(text, [1, 0, 0, 1, advance * state.scale, 0])
    }
  }
  const move = (x: number, y: number) => {
    line = multiply(line, [1, 0, 0, 1, x, y])
    text = line
  }
  const save = () => stack.push({ ...state })
  const restore = () => {
    state = stack.pop() ?? state
  }
  operators((operation, next) => {
    const { name, values, numbers } = operation
    const [first = 0, second = 0] = numbers
    if (name === 'save' || name === 'beginGroup') save()
    else if (name === 'restore' || name === 'endGroup') restore()
    else if (name === 'transform') {
      state.matrix = multiply(state.matrix, numbers as unknown as Matrix)
      // Pictures are not unpacked: what is left of one is the place that was made for it.
      if (next === 'restore' || next === 'transform') picture()
    } else if (name === 'paintFormXObjectBegin') {
      save()
      if (values[0])
        state.matrix = multiply(state.matrix, Array.from(values[0] as ArrayLike<number>) as unknown as Matrix)
    } else if (name === 'paintFormXObjectEnd') restore()
    else if (name === 'beginText') {
      text = IDENTITY
      line = IDENTITY
    } else if (name === 'setTextMatrix') {
      line = Array.from((values.length === 1 ? values[0] : values) as ArrayLike<number>) as unknown as Matrix
      text = line
    } else if (name === 'moveText') move(first, second)
    else if (name === 'setLeadingMoveText') {
      state.leading = -second
      move(first, second)
    } else if (name === 'nextLine') move(0, -state.leading)
    else if (name === 'showText') show(values[0] as ShownItem[])
    else if (name === 'setFont') Object.assign(state, { font: String(values[0]), size: Number(values[1]) })
    else if (name === 'setCharSpacing') state.characterSpacing = first
    else if (name === 'setWordSpacing') state.wordSpacing = first
    else if (name === 'setHScale') state.scale = first / 100
    else if (name === 'setLeading') state.leading = first
    else if (name === 'setTextRise') state.rise = first
    else if (name === 'setTextRenderingMode') state.mode = first
    else if (name === 'setFillRGBColor') state.color = String(values[0])
    else if (name === 'setFillColorN' || name === 'shadingFill') {
      state.color = ''
      if (name === 'shadingFill') painted.push({ left: 0, top: 0, right: width, bottom: height })
    } else if (name === 'setGState') graphics(values[0] as [string, unknown][], state)
    else if (name.startsWith('paintImage')) picture()
    else if (name === 'constructPath' && /fill/i.test(operation.path) && values[2] && !isWhite(state.color))
      painted.push(boxOf(values[2] as Float32Array))
    else if (name === 'beginMarkedContentProps') layers.push(values[0] !== 'OC' || isShown(values[1]))
    else if (name === 'beginMarkedContent') layers.push(true)
    else if (name === 'endMarkedContent') layers.pop()
  })
  return { glyphs, invisible, isPicture }
}

function graphics(settings: [string, unknown][], state: State): void {
  for (const [key, value] of settings) {
    if (key === 'ca') state.alpha = Number(value)
    else if (key === 'Font' && Array.isArray(value))
      Object.assign(state, { font: String(value[0]), size: Number(value[1]) })
  }
}

const isWhite = (color: string) => /^#f[b-f]f[b-f]f[b-f]$/i.test(color)
const transformVector = ([a, b]: Matrix) => [a, b] as const
