/** Pages and books that raise text by their style sheets, or mark notes by links alone. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEpub } from '../src/formats/epub/epub.ts'
import { readHtml } from '../src/formats/html/html.ts'
import { shiftsOfPage, shiftsOfSheet } from '../src/formats/html/raised-sheet.ts'
import { readMarkdown as readMarkdownFile } from '../src/formats/markdown/markdown.ts'
import { readFormat } from '../src/formats/registry.ts'
import { epubOf } from './fakes/documents.ts'

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
const readItem = async (html: string) => (await readFormat('fragment', bytesOf(html), { name: 'item' })).text
const readMarkdown = (text: string) => readMarkdownFile(bytesOf(text)).text

const PROSE =
  'The harbour board said on Monday after a long meeting in the town hall that the pier will open in July, and that ferries will use it.'
const STYLED =
  'Trade reached 240<span class="c5">1</span> million tonnes, and 10<span class="c5">6</span> boxes with CO<span class="low">2</span>.'
const READ = 'Trade reached 240 million tonnes, and 10⁶ boxes with CO₂.'
const SHEET = '/* .c5 {} */ .c1, span.C5 { color: red; vertical-align: super } .low{vertical-align:sub}'

test('numbers that a style sheet raises stay apart: HTML, items of feeds', async () => {
  for (const sheet of [SHEET, `<!-- ${SHEET} -->`, `@media screen { ${SHEET} }`]) {
    const style = `<style type="text/css">${sheet}</style>`
    const page = `<!doctype html><head><title>The pier</title>${style}</head><article><h1>The pier</h1><p>${PROSE}</p><p>${STYLED}</p></article>`
    expect((await readHtml(bytesOf(page), { name: 'a.html' })).text).toContain(READ)
    expect(await readItem(`${style}<p>${STYLED}</p>`)).toBe(READ)
  }
})

test('numbers that a style sheet raises stay apart: books', async () => {
  const sheet = { name: 'style.css', content: SHEET }
  const { text } = await readEpub(epubOf([{ title: 'A', body: `<p>${STYLED}</p>` }], { sheet }))
  expect(text).toContain(READ)
})

test.each([
  ['vertical-align: 30%', 'raised'],
  ['vertical-align: text-top; color: red', 'raised'],
  ['position: relative; top: -0.5em; font-size: 70%', 'raised'],
  ['position: relative; bottom: 4px; font-size: 9px', 'raised'],
  ['vertical-align: -0.3em', 'lowered'],
  ['vertical-align: baseline', undefined],
  ['vertical-align: 1px', undefined],
  ['position: relative; top: -5px', undefined],
  ['vertical-align: middle; font-size: 70%', undefined],
])('the style “%s” makes text %s', (style, shift) => {
  expect(shiftsOfSheet(`.x { ${style} }`).get('x')).toBe(shift)
})

test('a sheet may be anything', () => {
  fc.assert(fc.property(fc.string(), (css) => shiftsOfSheet(css) instanceof Map))
  const piece = fc.constantFrom(
    '<style>',
    '</style>',
    '<STYLE media="x">',
    '.a{vertical-align:super}',
    'İ',
    '<',
  )
  fc.assert(fc.property(fc.array(piece), (pieces) => shiftsOfPage(pieces.join('')) instanceof Map))
  expect(shiftsOfPage('İİİ<STYLE>.a{vertical-align:super}</STYLE>').get('a')).toBe('raised')
})

test.each([
  ['240<a href="#x1">1</a> million in 2023<a href="#x2">2</a>.', '240 million in 2023.'],
  ['240<a href="#x1">1</a>,<a href="#x2">2</a> million', '240 million'],
  ['240<a class="footnote" href="/n">1</a> and 2023<span class="footnote">2</span> or', '240 and 2023 or'],
  ['section <a href="#s4">4</a>, Fig.<a href="#s5">5</a>', 'section 4, Fig.5'],
  ['<a href="#s4">10<sup>6</sup> boxes</a> and 24<a href="#h">hours</a>', '10⁶ boxes and 24hours'],
  ['10<sup>6<a href="#n1">1</a></sup> boxes', '10⁶ boxes'],
  ['5 m<sup>2</sup><sup>[<a href="#n3">3</a>]</sup> each', '5 m² each'],
])('a link within its page, right behind a number, is a note’s mark: %s', async (html, read) => {
  expect(await readItem(`<p>${html}</p>`)).toBe(read)
})

test('the same links of Markdown', () => {
  const written = '240[1](#fn1) of 15<sup>[2](#fn2)</sup> or 16[<sup>3</sup>](#fn3), see [4](#s4).'
  expect(readMarkdown(written)).toBe('240 of 15 or 16, see 4.')
})

test('a number behind a power or a fraction of a formula stays apart', async () => {
  const half = '<mfrac><mn>1</mn><mn>2</mn></mfrac>'
  expect(await readItem(`<p><math>${half}<mn>3</mn></math> of all</p>`)).toBe('1/2 3 of all')
  const power = '<msup><mn>10</mn><mrow><mn>6</mn></mrow></msup>'
  expect(await readItem(`<p><math>${power}<mn>5</mn><mi>x</mi></math></p>`)).toBe('10^(6) 5x')
})
