/** What repeats at the edges of a document's pages: running titles, footers, page numbers. */
import type { Line } from './pdf-lines.ts'

/** Lines at the top and at the bottom of a page that may be furniture. */
const EDGE = 3
const PAGE_NUMBER =
  /^[\W_]*(?:page|pages|p|pg|seite|стр|página|pagina)?[\s.]*(\d{1,5}|[ivxlc]{1,7})(?:\s*(?:of|\/|von|из|sur|de|di)\s*\d{1,5})?[\W_]*$/iu

/** Tables of contents lead to their numbers with dots. */
const CONTENTS = /(?:\s?[.·…]){5,}\s*[\divxlc]+$/i

/** The pages' lines without what repeats at their edges, page numbers, and tables of contents. */
export function withoutFurniture(pages: Line[][]): Line[][] {
  const edges = pages.map(edgesOf)
  const counts = new Map<string, number>()
  for (const page of edges)
    for (const key of new Set(page.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1)
  const often = Math.min(3, Math.max(2, pages.length))
  return pages.map((lines, at) => {
    const edge = new Set(edges[at])
    return lines.filter((line) => {
      if (CONTENTS.test(line.text)) return false
      if (!edge.has(line)) return true
      const isNumber = PAGE_NUMBER.test(line.text)
      if ((counts.get(keyOf(line)) ?? 0) >= (isNumber ? 2 : often)) return false
      return PAGE_NUMBER.exec(line.text)?.[1] !== String(at + 1)
    })
  })
}

function edgesOf(lines: Line[]): Line[] {
  const sorted = [...lines].sort((one, other) => one.y - other.y)
  return sorted.length > 2 * EDGE ? [...sorted.slice(0, EDGE), ...sorted.slice(-EDGE)] : sorted
}

/** The same on each page: the words, whatever the numbers, at the same height. */
const keyOf = ({ text, y }: Line) =>
  `${Math.round(y / 2)} ${PAGE_NUMBER.test(text) ? '#' : text.toLowerCase().replace(/\d+/g, '#')}`
