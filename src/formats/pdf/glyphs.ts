/** The characters of a PDF page that a reader would see, each with its place. */

import { type Matrix, multiply, transform } from './matrix.ts'
import type { PdfFont } from './operation.ts'
import type { State } from './state.ts'
import type { Surface } from './surface.ts'

/** One character, in points from the page's top left corner; `angle` in quarter turns. */
export type Glyph = { text: string; x: number; y: number; width: number; size: number; angle: number }

/** A character with its width in the font's units, or a move back in thousandths of the letters' size. */
export type ShownItem = { unicode: string; width: number; isSpace: boolean } | number

/** What is being drawn: the page so far, and how the next letters are written on it. */
export type Drawing = {
  state: State
  stack: State[]
  /** Whether each of the layers that are open is shown. */
  layers: boolean[]
  /** Where the next letter goes, and where its line began. */
  text: Matrix
  line: Matrix
  surface: Surface
  /** Characters at places where they already are. */
  seen: Set<string>
  glyphs: Glyph[]
  /** Drawn in the mode that shows nothing, as text recognition lays its text over a picture of the page. */
  invisible: Glyph[]
}

/** Smaller letters and fainter ones cannot be seen: in points, and from 0 to 1. */
const MIN_SIZE = 1
const MIN_ALPHA = 0.05
const INVISIBLE_MODES = new Set([3, 7])

export const isWhite = (color: string) => /^#f[b-f]f[b-f]f[b-f]$/i.test(color)

/** Writes characters one after the other. */
export function show(drawing: Drawing, font: PdfFont | undefined, items: ShownItem[]): void {
  const { state } = drawing
  const unit = font?.fontMatrix?.[0] ?? 0.001
  for (const item of items) {
    const isMove = typeof item === 'number'
    let advance = isMove ? (-item / 1000) * state.size : item.width * unit * state.size
    if (!isMove) {
      put(drawing, item.unicode, advance * state.scale)
      advance += state.characterSpacing + (item.isSpace ? state.wordSpacing : 0)
    }
    const step: Matrix = font?.vertical
      ? [1, 0, 0, 1, 0, isMove ? 0 : -state.size]
      : [1, 0, 0, 1, advance * state.scale, 0]
    drawing.text = multiply(drawing.text, step)
  }
}

/** Puts one character where the next letter goes, if it can be seen there. */
function put(drawing: Drawing, content: string, advance: number): void {
  const { state } = drawing
  const base = multiply(state.matrix, drawing.text)
  const placed = multiply(base, [state.size * state.scale, 0, 0, state.size, 0, state.rise])
  const glyph: Glyph = {
    text: content,
    ...transform(placed, 0, 0),
    width: Math.abs(advance) * Math.hypot(base[0], base[1]),
    size: Math.hypot(placed[2], placed[3]),
    angle: Math.round(Math.atan2(placed[1], placed[0]) / (Math.PI / 2)) & 3,
  }
  if (!isSeen(drawing, glyph) || isDrawnTwice(drawing, glyph)) return
  if (INVISIBLE_MODES.has(state.mode)) drawing.invisible.push(glyph)
  else drawing.glyphs.push(glyph)
}

/** White letters are seen only on something that was painted before them. */
function isSeen({ state, layers, surface }: Drawing, glyph: Glyph): boolean {
  if (glyph.size < MIN_SIZE || state.alpha < MIN_ALPHA || layers.includes(false)) return false
  return surface.holds(glyph) && (!isWhite(state.color) || surface.isPainted(glyph))
}

/** Bold letters are sometimes made by drawing them twice. */
function isDrawnTwice({ seen }: Drawing, { text, x, y }: Glyph): boolean {
  const key = `${text} ${Math.round(x * 2)} ${Math.round(y * 2)}`
  if (seen.has(key)) return true
  seen.add(key)
  return false
}
