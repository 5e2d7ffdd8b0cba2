/** A PDF page's drawing operations, followed in order. */

import { type Drawing, type Glyph, isWhite, type ShownItem, show } from './glyphs.ts'
import { type Matrix, multiply } from './matrix.ts'
import type { Operation, Operators, PdfFont } from './operation.ts'
import { START, setState } from './state.ts'
import { createSurface } from './surface.ts'

export type PageGlyphs = Pick<Drawing, 'invisible'> & {
  glyphs: Glyph[]
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
/** `next` is the name of the operation after this one. */
type Handler = (drawing: Drawing, operation: Operation, page: Page, next: string) => void

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

const HANDLERS = new Map<string, Handler>([
  ['save', save],
  ['restore', restore],
  ['beginGroup', save],
  ['endGroup', restore],
  ['paintFormXObjectBegin', beginForm],
  ['paintFormXObjectEnd', restore],
  ['beginText', (drawing) => place(drawing, IDENTITY)],
  [
    'setTextMatrix',
    (drawing, { values }) => place(drawing, matrixOf(values.length === 1 ? values[0] : values)),
  ],
  ['moveText', (drawing, { numbers: [x = 0, y = 0] }) => move(drawing, x, y)],
  ['setLeadingMoveText', setLeadingAndMove],
  ['nextLine', (drawing) => move(drawing, 0, -drawing.state.leading)],
  ['showText', showText],
  ['shadingFill', ({ surface }) => surface.paintAll()],
  ['constructPath', paintPath],
  ['transform', change],
  ['beginMarkedContent', ({ layers }) => layers.push(true)],
  ['beginMarkedContentProps', beginLayer],
  ['endMarkedContent', ({ layers }) => layers.pop()],
])

/** The characters that a page's operations draw where they can be seen. */
export function glyphsOf(page: Page): PageGlyphs {
  const drawing: Drawing = {
    state: { ...START, matrix: page.view },
    stack: [],
    layers: [],
    text: IDENTITY,
    line: IDENTITY,
    surface: createSurface(page.width, page.height),
    seen: new Set(),
    glyphs: [],
    invisible: [],
  }
  page.operators((operation, next) => {
    if (setState(drawing.state, operation)) return
    if (operation.name.startsWith('paintImage')) paintPicture(drawing)
    else HANDLERS.get(operation.name)?.(drawing, operation, page, next)
  })
  const { glyphs, invisible, surface } = drawing
  return { glyphs, invisible, isPicture: surface.isPicture() }
}

function save({ stack, state }: Drawing): void {
  stack.push({ ...state })
}

/** More ends than beginnings change nothing. */
function restore(drawing: Drawing): void {
  drawing.state = drawing.stack.pop() ?? drawing.state
}

function beginForm(drawing: Drawing, { values: [matrix] }: Operation): void {
  save(drawing)
  if (matrix) turn(drawing, matrixOf(matrix))
}

/** Begins a line at a place. */
function place(drawing: Drawing, matrix: Matrix): void {
  drawing.line = matrix
  drawing.text = matrix
}

/** Begins another line, so far from the beginning of the last one. */
function move(drawing: Drawing, x: number, y: number): void {
  place(drawing, multiply(drawing.line, [1, 0, 0, 1, x, y]))
}

function setLeadingAndMove(drawing: Drawing, { numbers: [x = 0, y = 0] }: Operation): void {
  drawing.state.leading = -y
  move(drawing, x, y)
}

function showText(drawing: Drawing, { values }: Operation, { fontOf }: Page): void {
  show(drawing, fontOf(drawing.state.font), values[0] as ShownItem[])
}

function change(drawing: Drawing, { numbers }: Operation, _: Page, next: string): void {
  turn(drawing, matrixOf(numbers))
  // Pictures are not unpacked: what is left of one is the place that was made for it.
  if (next === 'restore' || next === 'transform') paintPicture(drawing)
}

function turn({ state }: Drawing, matrix: Matrix): void {
  state.matrix = multiply(state.matrix, matrix)
}

function paintPicture({ surface, state }: Drawing): void {
  surface.picture(state.matrix)
}

function paintPath({ surface, state }: Drawing, { values, path }: Operation): void {
  if (/fill/i.test(path) && values[2] && !isWhite(state.color))
    surface.paint(state.matrix, values[2] as Float32Array)
}

function beginLayer({ layers }: Drawing, { values: [kind, layer] }: Operation, { isShown }: Page): void {
  layers.push(kind !== 'OC' || isShown(layer))
}

function matrixOf(values: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(values as ArrayLike<number>)
  return [a, b, c, d, e, f]
}
