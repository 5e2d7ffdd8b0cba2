/** What has been painted on a PDF page, so far as it decides which letters can be seen on it. */
import { type Matrix, type Point, transform } from './matrix.ts'

type Box = { left: number; top: number; right: number; bottom: number }

/** A picture over this part of a page is a picture of the page. */
const PICTURE_SHARE = 0.5

export type Surface = ReturnType<typeof createSurface>

/** A white page of this size, in points. */
export function createSurface(width: number, height: number) {
  const painted: Box[] = []
  let isPicture = false
  const boxOf = (matrix: Matrix, [left = 0, top = 0, right = 1, bottom = 1]: Iterable<number>): Box => {
    const corners = [transform(matrix, left, top), transform(matrix, right, bottom)]
    const xs = corners.map(({ x }) => x)
    const ys = corners.map(({ y }) => y)
    return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
  }
  return {
    /** Something that is not white, within these bounds. */
    paint: (matrix: Matrix, bounds: Iterable<number>) => painted.push(boxOf(matrix, bounds)),
    paintAll: () => painted.push({ left: 0, top: 0, right: width, bottom: height }),
    /** A picture fills the unit square. */
    picture: (matrix: Matrix) => {
      const box = boxOf(matrix, [0, 0, 1, 1])
      painted.push(box)
      const shownWidth = Math.min(box.right, width) - Math.max(box.left, 0)
      const shownHeight = Math.min(box.bottom, height) - Math.max(box.top, 0)
      if (shownWidth > 0 && shownHeight > 0 && shownWidth * shownHeight > PICTURE_SHARE * width * height)
        isPicture = true
    },
    holds: ({ x, y }: Point) => x >= 0 && x <= width && y >= 0 && y <= height,
    isPainted: ({ x, y }: Point) =>
      painted.some(
        ({ left, right, top, bottom }) => x >= left && x <= right && y >= top - 1 && y <= bottom + 1,
      ),
    isPicture: () => isPicture,
  }
}
