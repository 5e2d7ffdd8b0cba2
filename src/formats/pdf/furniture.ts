/** What repeats at the edges of a document's pages: running titles, footers, page numbers. */
import { anyOf } from '../../languages/all.ts'
import type { Line } from './lines.ts'

/** Lines at the top and at the bottom of a page that may be furniture. */
const EDGE = 3
/** What repeats does so within so many pages, also where left and right pages differ. */
const NEIGHBOURS = 4
const PAGE_NUMBER = new RegExp(
  `^[\\W_]{0,20}(?:${anyOf(({ pages }) => pages?.label)})?[\\s.]{0,5}(\\d{1,5}|[ivxlc]{1,7})(?:\\s*(?:\\/|${anyOf(({ pages }) => pages?.of)})\\s*\\d{1,5})?[\\W_]{0,20}$`,
  'iu',
)

/** Tables of contents lead to their numbers with dots. */
const CONTENTS = /(?<![.·…]\s?)(?:\s?[.·…]){5,}\s*[\divxlc]{1,9}$/i

/** The pages' lines without what repeats at their edges, page numbers, and tables of contents. */
export function withoutFurniture(pages: Line[][]): Line[][] {
  const edges = pages.map(edgesOf)
  const keys = edges.map((lines, at) => new Set(lines.flatMap((line) => keysOf(line, at))))
  const often = Math.min(3, Math.max(2, pages.length))
  return pages.map((lines, at) => {
    const edge = new Set(edges[at])
    const around = keys.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1)
    const repeats = (line: Line, times: number) =>
      keysOf(line, at).some((key) => around.filter((page) => page.has(key)).length >= times)
    return lines.filter((line) => {
      if (CONTENTS.test(line.text)) return false
      if (!edge.has(line)) return true
      const number = PAGE_NUMBER.exec(line.text)?.[1]
      return number !== String(at + 1) && !repeats(line, number === undefined ? often : 2)
    })
  })
}

function edgesOf(lines: Line[]): Line[] {
  const sorted = [...lines].sort((one, other) => one.y - other.y)
  return sorted.length > 2 * EDGE ? [...sorted.slice(0, EDGE), ...sorted.slice(-EDGE)] : sorted
}

/**
 * Equal for lines that are the same on several pages, at one height: all of their words, or all but a first or a
 * last number that grows with the pages. Roman numbers are not counted.
 */
function keysOf({ text, y }: Line, page: number): string[] {
  const height = Math.round(y / 2)
  const folded = text.toLowerCase()
  const counted = (number: string) => `#${Number(number) - page}`
  const keys = [folded, folded.replace(/\d+/, counted), folded.replace(/(?<!\d)\d+(?=\D*$)/, counted)]
  if (PAGE_NUMBER.test(text) && !/\d/.test(text)) keys.push('#')
  return keys.map((key) => `${height} ${key}`)
}
