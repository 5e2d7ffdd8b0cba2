/** Columns of a PDF are read one after the other; tables and formulas, row by row. */
import { expect, test } from 'vitest'
import { readPdf } from '../src/formats/pdf/pdf.ts'
import { pdfLines, pdfOf } from './fakes/documents.ts'

const WORDS = 'harbour pier ferry council storm vessel grain timber winter bridge market quay'.split(' ')
const wordsOf = (count: number, seed: number) =>
  Array.from({ length: count }, (_, at) => WORDS[(seed * 5 + at * 7) % 12]).join(' ')
const SENTENCE =
  'The board said that the new pier of the harbour will open in July and that ferries will use it.'
const NAMES = 'Anna Brook, Tom Hill and Jane Rook, Harbour University, Department of Piers and Quays'

/** Where a line of the body stands, in points. */
const placeOf = (line: number) => ({ y: 150 + line * 12, size: 9 })

type Column = { name: string; x: number; size?: number; lines?: number; words?: (line: number) => number }

/** A column whose lines begin with its name and their number. */
const columnOf = ({ name, x, size = 9, lines = 40, words = () => 6 }: Column) =>
  Array.from({ length: lines }, (_, line) =>
    pdfLines([`${name}${line} ${wordsOf(words(line), line)}`], { ...placeOf(line), x, size }),
  ).join('\n')

/** The labels of a drawing, where the lines of a column would stand. */
const labelsOf = (from: number, to: number, places: number[]) =>
  Array.from({ length: to - from }, (_, at) =>
    places.map((x) => pdfLines(['node'], { ...placeOf(from + at), x, size: 7 })).join('\n'),
  ).join('\n')

const headOf = (authors: number) =>
  [
    pdfLines(['A Title Over the Columns of the Page'], { x: 120, y: 40, size: 16 }),
    pdfLines(Array(authors).fill(NAMES), { x: 150, y: 60, size: 6, leading: 7 }),
  ].join('\n')

const textOf = async (...parts: string[]) => (await readPdf(pdfOf([parts.join('\n')]))).text

/** How often the reading goes from one column to another; words that are not of a column's lines do not count. */
function switches(text: string): number {
  const sides = [...text.matchAll(/\b(first|second|third|fourth)\d+/g)].map(([, side]) => side)
  return sides.filter((side, at) => at > 0 && side !== sides[at - 1]).length
}

const first = (column: Partial<Column> = {}) => columnOf({ name: 'first', x: 54, ...column })
const second = (column: Partial<Column> = {}) => columnOf({ name: 'second', x: 318, ...column })
const narrow = (name: string, x: number, lines = 40) =>
  columnOf({ name, x, lines, words: (line) => 3 + (line % 2) })

test.each<[string, string[]]>([
  ['two columns under many lines of authors', [headOf(10), first(), second()]],
  ['a long and a short column under many lines of authors', [headOf(10), first(), second({ lines: 5 })]],
  [
    'two columns of which a few lines reach far towards the other',
    [headOf(1), first({ words: (line) => ([15, 25, 35].includes(line) ? 7 : 4) }), second()],
  ],
  ['three columns', [headOf(1), narrow('first', 40), narrow('second', 225), narrow('third', 410)]],
  [
    'four columns',
    ['first', 'second', 'third', 'fourth'].map((name, at) =>
      columnOf({ name, x: 30 + at * 140, size: 7, words: () => 4 }),
    ),
  ],
  [
    'three columns and a drawing with many labels in one of them',
    [
      headOf(2),
      narrow('first', 40, 28),
      labelsOf(29, 38, [40, 80, 120, 160]),
      narrow('second', 225),
      narrow('third', 410),
    ],
  ],
])('%s are read one after the other', async (_, parts) => {
  const text = await textOf(...parts)
  const columns = new Set(text.match(/\b(?:first|second|third|fourth)(?=0 )/g))
  expect(columns.size).toBeGreaterThan(1)
  expect(switches(text)).toBe(columns.size - 1)
})

test('two columns with a drawing of many labels in one of them are read one after the other', async () => {
  const above = first({ lines: 13 })
  const below = Array.from({ length: 18 }, (_, at) =>
    pdfLines([`first${22 + at} ${wordsOf(6, at)}`], { ...placeOf(22 + at), x: 54 }),
  )
  const labels = labelsOf(13, 22, [60, 100, 140, 180, 220, 260])
  const text = await textOf(headOf(1), above, labels, ...below, second())
  expect(text).toMatch(/first39 .*second39 /s)
  expect(switches(text)).toBe(1)
})

test('formulas side by side and a running title are no columns of a page', async () => {
  const prose = pdfLines(Array(20).fill(SENTENCE), { y: 100 })
  const formulas = Array.from({ length: 8 }, (_, line) => [
    pdfLines([`f(x${line}) = a + b x + c`], { y: 400 + line * 14 }),
    pdfLines([`g(y${line}) = d + e y + f`], { y: 400 + line * 14, x: 330 }),
  ])
  const title = pdfLines(['12'], { y: 40 }) + pdfLines(['THE PIERS'], { y: 40, x: 400 })
  const text = await textOf(title, prose, ...formulas.flat())
  expect(text).toMatch(/^12 (?:\| )?THE PIERS/)
  expect(text).toMatch(/f\(x0\).{5,20}g\(y0\).*f\(x7\).{5,20}g\(y7\)/s)
})

test('the rows of a table under a text stay together', async () => {
  const prose = pdfLines(Array(18).fill(SENTENCE), { y: 60 })
  const rows = Array.from({ length: 25 }, (_, row) => [
    pdfLines([`Office${row} of the ${wordsOf(2, row)}`], { y: 340 + row * 14 }),
    pdfLines([`Task${row} is the ${wordsOf(3, row)}`], { y: 340 + row * 14, x: 330 }),
  ])
  const text = await textOf(prose, ...rows.flat())
  for (const row of rows.keys()) expect(text).toMatch(new RegExp(`Office${row} .{10,40}Task${row} `))
})
