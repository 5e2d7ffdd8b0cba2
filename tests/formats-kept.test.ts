import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEpub } from '../src/formats/epub/epub.ts'
import { formatOf } from '../src/formats/format.ts'
import { readHtml } from '../src/formats/html/html.ts'
import { readMarkdown } from '../src/formats/markdown/markdown.ts'
import { readDocx } from '../src/formats/office/docx.ts'
import { linesOf } from '../src/formats/pdf/lines.ts'
import { readFormat } from '../src/formats/registry.ts'
import { readRtf } from '../src/formats/rtf/rtf.ts'
import { tokensOf } from '../src/formats/rtf/tokens.ts'
import { Refusal } from '../src/refusal.ts'
import { checkText } from '../src/services/scope.ts'
import { normalise } from '../src/text/normalise.ts'
import {
  docxOf,
  epubOf,
  odtOf,
  pdfLines,
  pdfOf,
  pptxOf,
  rtfOf,
  slideShape,
  wordParagraph,
} from './fakes/documents.ts'

const bytesOf = (content: string) => new Uint8Array(Buffer.from(content))
const joined = (...parts: (Uint8Array | string)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))))
const read = async (bytes: Uint8Array, name: string, contentType = '') =>
  readFormat(await formatOf(bytes, name, contentType), bytes, { name })

// Soft hyphens
const SOFT = 'Der neu\u00ade Hafen er\u00adöff\u00adnet im Ju\u00adli.'
const HARD = 'Der neue Hafen eröffnet im Juli.'
const PROSE =
  'The harbour board said on Monday after a long meeting in the town hall that the pier will open in July, and that ferries will use it.'
const page = (body: string) =>
  bytesOf(
    `<!doctype html><title>The pier</title><article><h1>The pier</h1><p>${PROSE}</p>${body}<p>${PROSE.replace('July', 'May')}</p></article>`,
  )

test.each([
  ['a.html', page(`<p>${SOFT} ${PROSE}</p>`)],
  ['a.txt', bytesOf(SOFT)],
  ['a.md', bytesOf(SOFT)],
  ['a.docx', docxOf(wordParagraph(SOFT))],
  ['a.odt', odtOf(`<text:p>${SOFT}</text:p>`)],
  ['a.epub', epubOf([{ title: 'A', body: `<p>${SOFT}</p>` }])],
  ['a.pptx', pptxOf([{ shapes: slideShape(SOFT) }])],
  ['a.rtf', rtfOf(SOFT.replaceAll('\u00ad', '\\u173-').replaceAll('ö', "\\'f6"))],
])('soft hyphens go from %s', async (name, bytes) => {
  expect((await read(bytes, name)).text).toContain(HARD)
})

test('soft hyphens go from titles, front matter and questions', () => {
  const file = readMarkdown(bytesOf('---\ntitle: Ha\u00adfen\nsource: Am\u00adt\n---\nText.'))
  expect(file).toMatchObject({ title: 'Hafen', source: 'Amt' })
  expect(readMarkdown(bytesOf('# Ha\u00adfen\n\nText.')).title).toBe('Hafen')
  expect(checkText(' Wann er\u00adöffnet er? ', 'question')).toBe('Wann eröffnet er?')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => !normalise(`a\u00ad${text}`).includes('\u00ad')),
  )
})

test('a hyphen that a PDF draws is a hyphen, whatever its font calls it, and one without width is none', () => {
  const glyphs = [...'It grew 10\u00ad20 per cent in the long\u00adterm'].map((text, at) => ({
    ...{ text, x: at * 5, y: 10, width: 5, size: 10, angle: 0 },
  }))
  const unseen = { text: '\u00ad', x: 5, y: 10, width: 0, size: 10, angle: 0 }
  expect(linesOf(glyphs)[0]?.text).toBe('It grew 10-20 per cent in the long-term')
  expect(linesOf(glyphs.toSpliced(1, 0, unseen))[0]?.text).toBe('It grew 10-20 per cent in the long-term')
})

// What stands around a document
test.each([
  ['a.docx', docxOf(wordParagraph('It opens.'))],
  ['a.pptx', pptxOf([{ shapes: slideShape('It opens.') }])],
  ['a.odt', odtOf('<text:p>It opens.</text:p>')],
  ['a.epub', epubOf([{ title: 'A', body: '<p>It opens.</p>' }])],
])('bytes after the archive of %s do no harm', async (name, bytes) => {
  const tails = ['\n', '\0'.repeat(100_000), `PK\x05\x06${'\xff'.repeat(18)}`, 'PK\x05\x06']
  for (const tail of tails) expect((await read(joined(bytes, tail), name)).text).toBe('It opens.')
})

test('an archive that is damaged is still refused', async () => {
  const bytes = docxOf(wordParagraph('It opens.'))
  await expect(readDocx(bytes.subarray(0, bytes.length - 30))).rejects.toThrow('refusal.damagedContents')
  await expect(readDocx(bytes.subarray(0, 10))).rejects.toThrow('refusal.damagedContents')
})

test('blanks and a byte order mark before a Rich Text document do no harm', async () => {
  for (const before of ['\n', ' \r\n\t', '\ufeff', '\ufeff\n'])
    expect((await read(joined(before, rtfOf('It opens.')), 'a.txt')).text).toBe('It opens.')
})

test('a PDF may begin anywhere in its first thousand bytes, and a text may speak of its mark', async () => {
  const pdf = pdfOf([pdfLines(['It opens.'])])
  for (const before of ['\n', '\ufeff', 'junk of a server\r\n'.repeat(20)])
    expect(await formatOf(joined(before, pdf), 'a.pdf')).toBe('pdf')
  expect(await formatOf(joined('junk\n', pdf), 'a', 'application/pdf')).toBe('pdf')
  expect(await formatOf(bytesOf('A PDF begins with %PDF-1.7, says the standard.'), 'a.md')).toBe('markdown')
})

test.each(['a.pdf', 'a.PDF', 'a.rtf', 'a.docx', 'a.odt', 'a.epub', 'a.pptx'])(
  'a file named %s without its mark is never taken as text',
  async (name) => {
    const inside = bytesOf('%PDX-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n')
    const extension = name.slice(1).toLowerCase()
    await expect(formatOf(inside, name)).rejects.toThrow(
      new Refusal({ key: 'refusal.wrongStart', values: { name: extension } }),
    )
    expect(await formatOf(bytesOf('<!doctype html><p>Sign in'), name)).toBe('html')
  },
)

test('what a server calls a PDF is not taken as text without its mark', async () => {
  await expect(formatOf(bytesOf('1 0 obj'), 'paper', 'application/pdf')).rejects.toThrow(
    new Refusal({ key: 'refusal.wrongStart', values: { name: 'application/pdf' } }),
  )
})

// Formulas
const math = (inside: string) =>
  `<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="ALT">${inside}</math>`
const FORMULAS: [string, string][] = [
  ['<semantics><mi>A</mi><annotation encoding="application/x-tex">\\TeX</annotation></semantics>', 'A'],
  ['<msup><mn>10</mn><mn>6</mn></msup>', '10^6'],
  ['<msup>\n <mn>10</mn>\n <mrow><mo>−</mo><mn>6</mn></mrow>\n</msup>', '10^(−6)'],
  ['<msub><mi>x</mi><mn>1</mn></msub>', 'x_1'],
  ['<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>', 'x_1^2'],
  ['<mn>2</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>', '2 1/2'],
  ['<mfrac><mn>1</mn><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></mfrac>', '1/(a+b)'],
  ['<msqrt><mn>2</mn><mi>n</mi></msqrt>', '√(2n)'],
  ['<mroot><mn>8</mn><mn>3</mn></mroot>', '8^(1/3)'],
  ['<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable>', '1 2'],
]

test.each(FORMULAS)('the formula %s leaves its text in books and pages', async (formula, expected) => {
  const sentence = (inside: string) => `<p>Suppose that ${inside} is the size of it.</p>`
  const prefixed = math(formula).replace(/<(\/?)(?=\w)/g, '<$1m:')
  const pages = [
    await readEpub(epubOf([{ title: 'A', body: sentence(math(formula)) }])),
    await readEpub(epubOf([{ title: 'A', body: sentence(prefixed) }])),
    readHtml(page(sentence(math(formula.replaceAll(/\n */g, '')))), { name: 'a.html' }),
  ]
  for (const { text } of pages)
    expect(text.replace(/ +/g, ' ')).toContain(`Suppose that ${expected} is the size of it.`)
})

// Rich Text
const unicode = (text: string) => [...text].map((letter) => `\\u${letter.charCodeAt(0)}?`).join('')

test('of a Rich Text that is there twice, the version in Unicode is read, once', async () => {
  const both = (before: string, text: string) =>
    `{\\upr{${before}${'?'.repeat(text.length)}}{\\*\\ud{${before}${unicode(text)}}}}`
  const info = `{\\info${both('\\title ', 'Пирс')}{\\author {\\upr{????}{\\*\\ud{${unicode('Анна')}}}}}}`
  const file = await readRtf(
    bytesOf(
      `{\\rtf1\\ansi${info}${both('', 'Пирс')} opens.{\\footnote A ${both('\\b ', 'сноска')} here.}\\par The {\\upr{\\par ??}{\\*\\ud end}}.}`,
    ),
  )
  expect(file).toMatchObject({
    title: 'Пирс',
    author: 'Анна',
    text: 'Пирс opens.\n\nThe end.\n\nA сноска here.',
  })
})

test('a picture in a Rich Text document is passed over without a copy, line by line', async () => {
  const hex = `${'0123456789abcdef'.repeat(8)}\n`
  const file = (lines: number) =>
    bytesOf(`{\\rtf1 A text.\\par{\\pict\\pngblip ${hex.repeat(lines)}}\\par The end.}`)
  const bytes = file(1000)
  const tokens = [...tokensOf(bytes)]
  expect(tokens.length).toBeLessThan(1020)
  for (const token of tokens) if (token.kind === 'text') expect(token.data.buffer).toBe(bytes.buffer)
  expect((await readRtf(file(24_000))).text).toBe('A text.\n\nThe end.')
})

test('binary data in a Rich Text document is passed over, whatever it holds or claims to hold', async () => {
  expect((await readRtf(bytesOf('{\\rtf1 A{\\pict\\bin5 }}{\\x} text.}'))).text).toBe('A text.')
  expect((await readRtf(bytesOf("{\\rtf1 A t\\'zzext.\\par{\\pict\\bin999999999999 x}"))).text).toBe(
    'A tzzext.',
  )
})
