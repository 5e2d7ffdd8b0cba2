import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plain, readTitle } from '../src/feeds/text.ts'
import { formatOf } from '../src/formats/format.ts'
import { equationOf } from '../src/formats/office/equation-field.ts'
import { type Format, readFormat } from '../src/formats/registry.ts'
import { normalise } from '../src/text/normalise.ts'
import { endShift, type Shift, settle, shifted, startShift } from '../src/text/raised/raised.ts'
import { docxOf, epubOf, odtOf, pdfOf, pptxOf, rtfOf, slideShape } from './fakes/documents.ts'

const bytesOf = (content: string) => new Uint8Array(Buffer.from(content))
const read = async (bytes: Uint8Array, name: string, format?: Format) =>
  readFormat(format ?? (await formatOf(bytes, name)), bytes, { name })

/** `^{…}` is raised, `_{…}` lowered, `!{…}` a note's mark by its markup, `@{…}` a link. */
const SHIFTS: Record<string, Shift> = { '^': 'raised', _: 'lowered', '!': 'note', '@': 'linked' }
const PART = /([_^!@])\{([^{}]*)\}/g
const marked = (text: string) => text.replace(PART, (_, sign, inner) => shifted(inner, SHIFTS[sign]))

test.each([
  // Marks of notes
  ['240^{1} million tonnes in 2023^{2}, the board said.^{3}', '240 million tonnes in 2023, the board said.'],
  ['1,250^{12} ships of 3.5%^{4} and G20^{1}, COVID-19^{3}', '1,250 ships of 3.5% and G20, COVID-19'],
  ['the pier ^{1} opens ^{2}.', 'the pier opens.'],
  ['the pier^{1,2} opens^{1}^{,}^{2} at^{[3]}^{[4]} noon^{*}', 'the pier opens at noon'],
  ['the pier^{1}, ^{2} opens^{a} for Smith^{1,*}', 'the pier opens for Smith'],
  ['240!{1} million, 10^{6}!{4} boxes, 5 m^{2}!{3} each', '240 million, 10⁶ boxes, 5 m² each'],
  ['15@{2} ships of 12 km@{2} length', '15 ships of 12 km² length'],
  ['It grew!{[3]}!{:p. 234}!{[5]} (NZST^{[n 5]}) here^{[citation needed]}. It', 'It grew (NZST) here. It'],
  ['^{1} From the yearbook.', 'From the yearbook.'],
  ['5 km^{12} away in 2023^{2}5', '5 km away in 2023 5'],
  ['人口240^{1}万 平方公里^{2}的', '人口240万 平方公里的'],
  ['in the 1990s^{2}, by then', 'in the 1990s, by then'],
  // Exponents and indexes
  ['300 Mm^{3}, 5 Nm^{3}, 4 Meter^{2}, 8 per in^{2}', '300 Mm³, 5 Nm³, 4 Meter², 8 per in²'],
  ['10^{\u20113}, 10^{\u20106}, 5 m^{2}^{[3]}, 5 m^{2,3}', '10⁻³, 10⁻⁶, 5 m², 5 m^(2,3)'],
  ['2^{2}/n, 5^{3}/L, 3^{5}/4 of 10^{9}/L', '2^2/n, 5^3/L, 3^5/4 of 10⁹/L'],
  ['10^{6} boxes, 10^{−3}, 5x10^{9}, 4.2·10^{12}', '10⁶ boxes, 10⁻³, 5x10⁹, 4.2·10¹²'],
  ['5 m^{2}, 3 km^{3}, kg/m^{3}, m s^{-1}, E=mc^{2}', '5 m², 3 km³, kg/m³, m s⁻¹, E=mc²'],
  ['x^{2}, R^{2}, (a+b)^{2}, 2^{n}, x^{n+1}, 16^{2} = 256', 'x², R², (a+b)², 2ⁿ, x^(n+1), 16² = 256'],
  ['e^{2πi}, L^{A}TEX, Q_{>0}, x_{n+1}, x_{a1}', 'e^(2πi), LATEX, Q_(>0), x_(n+1), xa₁'],
  ['CO_{2}, H_{2}O, x_{1}^{2}, SO_{4}^{2−}, PM_{2.5}, x_{i}', 'CO₂, H₂O, x₁², SO₄²⁻, PM2.5, x_i'],
  ['^{14}C and ^{235}U, Na^{+}, 20^{o}C', '¹⁴C and ²³⁵U, Na⁺, 20°C'],
  ['the 15^{2} members, 15^{2}30, $19^{99}', 'the 15^2 members, 15^(2)30, $19^99'],
  // Fractions
  ['1^{1}/_{2} cups, ^{3}/_{4} inch, 1^{3}⁄_{16}, 1^{1}⁄2', '1½ cups, ¾ inch, 1 3/16, 1½'],
  ['1½ and 10⁶ and 1/2', '1½ and 10⁶ and 1/2'],
  ['of ^{1}/n, 1 − ^{3}/k, 1^{1}/2 and 2023^{2}/2024', 'of 1/n, 1 − 3/k, 1 1/2 and 2023/2024'],
  // Words
  ['1^{st}, 3^{rd}, 2^{e}, XIX^{e}, 1^{er}, 1.^{a}', '1st, 3rd, 2e, XIXe, 1er, 1.a'],
  ['M^{me} Roux, D^{r} Roux, n^{o} 5, Brand^{TM}', 'Mme Roux, Dr Roux, no 5, Brand™'],
  ['Prices ^{from today on, for members only}', 'Prices from today on, for members only'],
])('raised text stays what it says: %s', (written, expected) => {
  expect(settle(marked(written))).toBe(expected)
})

test('a raised or lowered number never becomes part of the number beside it', () => {
  const number = fc.integer({ min: 0, max: 99_999 }).map(String)
  const shift = fc.constantFrom<Shift>('raised', 'lowered', 'note', 'linked', 'power', 'fraction')
  const after = fc.constantFrom('', '7', ' ships', '.', '/2')
  fc.assert(
    fc.property(number, number, shift, after, (base, text, kind, end) => {
      const settled = settle(`It is ${base}${shifted(text, kind)}${end}`)
      expect(/\d+/.exec(settled)?.[0]).toBe(base)
    }),
  )
})

test('any marks, in any order, are gone when a text is settled, and what is not marked stays', () => {
  const mark = fc.constantFrom(...Object.values(SHIFTS).map(startShift), startShift('power'), endShift)
  const pieces = fc.array(
    fc.oneof(mark, fc.string({ unit: 'binary', maxLength: 4 }), fc.constantFrom('1', 'a', '/', ' ')),
  )
  fc.assert(
    fc.property(pieces, (texts) => {
      expect(settle(texts.join(''))).not.toMatch(/[\ufdd4-\ufddb]/)
    }),
  )
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => settle(text) === text))
})

// Every format
const PROSE =
  'The harbour board said on Monday after a long meeting in the town hall that the pier will open in July, and that ferries will use it.'
const WRITTEN =
  'Trade reached 240!{1} million tonnes in 2023^{2}, and 10^{6} boxes of 1^{1}/_{2} m^{2} on the 3^{rd} day with CO_{2}.'
const WANTED = 'Trade reached 240 million tonnes in 2023, and 10⁶ boxes of 1½ m² on the 3rd day with CO₂.'
const withTags = (name: (sign: string) => [string, string]) =>
  WRITTEN.replace(PART, (_, sign, text) => name(sign).join(text))
const inHtml = (note: [string, string]) =>
  withTags((sign) => (sign === '!' ? note : sign === '^' ? ['<sup>', '</sup>'] : ['<sub>', '</sub>']))
const page = (body: string) =>
  bytesOf(
    `<!doctype html><title>The pier</title><article><h1>The pier</h1><p>${PROSE}</p><p>${body}</p></article>`,
  )
const PLAIN_NOTE: [string, string] = ['<sup>', '</sup>']
const wordRuns = (properties: Record<string, string>) =>
  `<w:p>${`^{}${WRITTEN}`
    .split(/([_^!]\{[^{}]*\})/)
    .map((part) => {
      const [, sign = '', inner] = /^([_^!])\{(.*)\}$/.exec(part) ?? []
      return `<w:r><w:rPr>${properties[sign] ?? ''}</w:rPr><w:t xml:space="preserve">${inner ?? part}</w:t></w:r>`
    })
    .join('')}</w:p>`
const SUPERSCRIPT = '<w:vertAlign w:val="superscript"/>'
const SUBSCRIPT = '<w:vertAlign w:val="subscript"/>'
const WORD_STYLES = `<w:styles xmlns:w="w"><w:style w:styleId="Base"><w:name w:val="Base"/><w:rPr>${SUPERSCRIPT}</w:rPr></w:style><w:style w:styleId="Up"><w:basedOn w:val="Base"/></w:style><w:style w:styleId="Mark"><w:name w:val="footnote reference"/></w:style></w:styles>`
const spans = (up: string, down: string) =>
  withTags((sign) => [`<text:span text:style-name="${sign === '_' ? down : up}">`, '</text:span>'])
const odtStyle = (name: string, position: string, base = '') =>
  `<style:style style:name="${name}" style:family="text"${base && ` style:parent-style-name="${base}"`}>${position && `<style:text-properties style:text-position="${position}"/>`}</style:style>`
const slideRuns = `<p:sp><p:txBody><a:p>${withTags((sign) => [
  `</a:t></a:r><a:r><a:rPr baseline="${sign === '_' ? -25000 : 30000}"><a:latin/></a:rPr><a:t>`,
  '</a:t></a:r><a:r><a:rPr/><a:t>',
]).replace(/^(.*)$/, '<a:r><a:rPr/><a:t>$1</a:t></a:r>')}</a:p></p:txBody></p:sp>`
const rtf = (up: string, down: string, note: string) =>
  rtfOf(withTags((sign) => [`{${sign === '_' ? down : up} `, `}${sign === '!' ? note : ''}`]))
const title = (body: string) => ({ title: 'A', body: `<p>${body}</p>` })
const withSuffix = (name: string, bytes: Uint8Array) => [name, bytes] as const

test.each([
  ['HTML', ...withSuffix('a.html', page(inHtml(PLAIN_NOTE)))],
  [
    'HTML, linked',
    ...withSuffix(
      'a.html',
      page(inHtml(['<a href="#fn1" class="footnote-ref" role="doc-noteref"><sup>', '</sup></a>'])),
    ),
  ],
  ['HTML, by role', ...withSuffix('a.html', page(inHtml(['<a href="#x" role="doc-noteref">', '</a>'])))],
  [
    'HTML, of an encyclopaedia',
    ...withSuffix(
      'a.html',
      page(inHtml(['<sup class="reference" id="cite_ref-1"><a href="#cite_note-1">[', ']</a></sup>'])),
    ),
  ],
  ['HTML, of Word', ...withSuffix('a.html', page(inHtml(['<a href="#_ftn1" name="_ftnref1">[', ']</a>'])))],
  [
    'HTML, by style',
    ...withSuffix(
      'a.html',
      page(
        inHtml(PLAIN_NOTE)
          .replaceAll('<sup>', '<span style="vertical-align: super; font-size: 70%">')
          .replaceAll('</sup>', '</span>'),
      ),
    ),
  ],
  [
    'EPUB',
    ...withSuffix(
      'a.epub',
      epubOf([title(inHtml(['<a epub:type="noteref" href="#n1"><sup>', '</sup></a>']))]),
    ),
  ],
  [
    'EPUB, raised outside the link',
    ...withSuffix(
      'a.epub',
      epubOf([title(inHtml(['<sup><a epub:type="noteref" href="n.xhtml#n1">', '</a></sup>']))]),
    ),
  ],
  [
    'EPUB, by role',
    ...withSuffix('a.epub', epubOf([title(inHtml(['<a role="doc-noteref" href="n.xhtml#n1">', '</a>']))])),
  ],
  ['DOCX', ...withSuffix('a.docx', docxOf(wordRuns({ '!': SUPERSCRIPT, '^': SUPERSCRIPT, _: SUBSCRIPT })))],
  [
    'DOCX, by position',
    ...withSuffix(
      'a.docx',
      docxOf(
        wordRuns({
          '!': '<w:position w:val="8"/>',
          '^': '<w:position w:val="6"/><w:sz w:val="14"/>',
          _: '<w:position w:val="-4"/>',
        }),
      ),
    ),
  ],
  [
    'DOCX, by style',
    ...withSuffix(
      'a.docx',
      docxOf(wordRuns({ '!': '<w:rStyle w:val="Mark"/>', '^': '<w:rStyle w:val="Up"/>', _: SUBSCRIPT }), {
        styles: WORD_STYLES,
      }),
    ),
  ],
  [
    'ODT',
    ...withSuffix(
      'a.odt',
      odtOf(`<text:p>${spans('T1', 'T2')}</text:p>`, odtStyle('T1', 'super 58%') + odtStyle('T2', 'sub 58%')),
    ),
  ],
  [
    'ODT, by a base style and heights',
    ...withSuffix(
      'a.odt',
      odtOf(
        `<text:p>${spans('T3', 'T4')}</text:p>`,
        odtStyle('T3', '', 'T5') + odtStyle('T4', '-8% 58%') + odtStyle('T5', '33% 58%'),
      ),
    ),
  ],
  ['PPTX', ...withSuffix('a.pptx', pptxOf([{ shapes: slideRuns }]))],
  ['RTF', ...withSuffix('a.rtf', rtf('\\super', '\\sub', ''))],
  [
    'RTF, by height',
    ...withSuffix(
      'a.rtf',
      rtf('\\up6\\fs16', '\\dn4', '{\\super\\chftn{\\footnote\\pard The yearbook of 2022.}}'),
    ),
  ],
  ['Markdown', ...withSuffix('a.md', bytesOf(`${inHtml(['[^', ']'])}\n\n[^1]: The yearbook.`))],
  [
    'Markdown of Pandoc',
    ...withSuffix(
      'a.md',
      bytesOf(
        WRITTEN.replace(PART, (_, sign, text) =>
          sign === '!' ? '[^1]' : sign === '_' ? `~${text}~` : `^${text}^`,
        ).concat('\n\n[^1]: It.'),
      ),
    ),
  ],
])('numbers stay what they are: %s', async (_, name, bytes) => {
  const { text, sections } = await read(bytes, name)
  expect(text).toContain(WANTED)
  expect(normalise(text)).toBe(text)
  for (const { start, end } of sections) expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
})

test('numbers stay what they are in the items and titles of feeds', async () => {
  const { text } = await read(bytesOf(`<p>${inHtml(PLAIN_NOTE)}</p>`), 'item', 'fragment')
  expect(text).toBe(WANTED)
  const written = 'CO<sub>2</sub> of 10<sup>6</sup> cars in 2023<sup>1</sup>'
  expect(readTitle(written)).toBe('CO₂ of 10⁶ cars in 2023')
  expect(plain(`<b>${written}</b>`)).toBe('CO₂ of 10⁶ cars in 2023')
})

test('numbers stay what they are in titles and headings', async () => {
  const [written, wanted] = [
    'A plan for 10<sup>6</sup> boxes<sup>1</sup> of grain',
    'A plan for 10⁶ boxes of grain',
  ]
  const { title } = await read(
    bytesOf(`<!doctype html><article><h1>${written}</h1><p>${PROSE}</p></article>`),
    'a.html',
  )
  expect(title).toBe(wanted)
  expect((await read(bytesOf(`# ${written}\n\nText.`), 'a.md')).title).toBe(wanted)
  const { locations } = await read(epubOf([{ title: written, body: '<p>It.</p>' }]), 'a.epub')
  expect(locations[0]?.label).toEqual({ chapter: wanted })
})

// PDF: text at places, as LibreOffice (58 %, raised by a third), WeasyPrint (83 %) and LaTeX (70 %) write it
test.each([
  ['LibreOffice', 0.58, 0.33],
  ['WeasyPrint', 0.83, 0.4],
  ['LaTeX', 0.7, 0.36],
])('numbers stay what they are in a PDF of %s', async (_, scale, rise) => {
  const width = (text: string, size: number) =>
    [...text].reduce(
      (sum, letter) =>
        sum +
        size *
          (/[,. /ijlft]/.test(letter)
            ? 0.278
            : /m/.test(letter)
              ? 0.833
              : /[rI]/.test(letter)
                ? 0.333
                : /[ckxsyJvz]/.test(letter)
                  ? 0.5
                  : /[CH]/.test(letter)
                    ? 0.722
                    : /[OQ]/.test(letter)
                      ? 0.778
                      : /T/.test(letter)
                        ? 0.611
                        : 0.556),
      0,
    )
  let x = 72
  const shown = 'Trade reached 240^{1} million tonnes in 2023^{12}, and 10^{6} boxes of 5 m^{2} with CO_{2}.'
    .split(/([_^]\{[^{}]*\})/)
    .map((part) => {
      const [, sign, inner] = /^([_^])\{(.*)\}$/.exec(part) ?? []
      const size = sign ? 11 * scale : 11
      const height = 700 + (sign === '^' ? 11 * rise : sign === '_' ? -11 * 0.15 : 0)
      const shownAt = `BT /F1 ${size} Tf ${x} ${height} Td (${inner ?? part}) Tj ET`
      x += width(inner ?? part, size)
      return shownAt
    })
  const { text } = await read(pdfOf([shown.join('\n')]), 'a.pdf')
  expect(text).toBe('Trade reached 240 million tonnes in 2023, and 10⁶ boxes of 5 m² with CO₂.')
})

// Formulas
const M = 'xmlns:m="m"'
const value = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`
const half = `<m:f><m:fPr><m:ctrlPr/></m:fPr><m:num>${value('1')}</m:num><m:den>${value('2')}</m:den></m:f>`
const square = `<m:sSup><m:e>${value('c')}</m:e><m:sup>${value('2')}</m:sup></m:sSup>`

test.each([
  [half, '½'],
  [square, 'c²'],
  [`<m:sSup><m:e>${value('240')}</m:e><m:sup>${value('2')}</m:sup></m:sSup>`, '240²'],
  [
    `<m:sSup><m:e>${value('2')}</m:e><m:sup><m:sSup><m:e>${value('2')}</m:e><m:sup>${value('3')}</m:sup></m:sSup></m:sup></m:sSup>`,
    '2^(2³)',
  ],
  [`<m:sSub><m:e>${value('x')}</m:e><m:sub>${value('1')}</m:sub></m:sSub>`, 'x₁'],
  [`<m:f><m:num>${value('a+b')}</m:num><m:den>${square}</m:den></m:f>`, '(a+b)/(c²)'],
  [`<m:rad><m:radPr/><m:deg/><m:e>${value('2')}</m:e></m:rad>`, '√(2)'],
  [`<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>${value('1')}</m:e></m:d>`, '[1]'],
])('the formula %s of Word and PowerPoint is %s', async (formula, expected) => {
  const body = `<w:p><w:r><w:t xml:space="preserve">It is </w:t></w:r><m:oMath ${M}>${formula}</m:oMath><w:r><w:t xml:space="preserve"> of all.</w:t></w:r></w:p>`
  expect((await read(docxOf(body), 'a.docx')).text).toBe(`It is ${expected} of all.`)
  const shape = slideShape('It is ').replace(
    '</a:r>',
    `</a:r><a14:m><m:oMath ${M}>${formula}</m:oMath></a14:m>`,
  )
  expect((await read(pptxOf([{ shapes: shape }]), 'a.pptx')).text).toBe(`It is ${expected}`)
})

test('a fraction after a number is a part of its own', async () => {
  const body = `<w:p><w:r><w:t>1</w:t></w:r><m:oMath ${M}>${half}</m:oMath><w:r><w:t xml:space="preserve"> cups</w:t></w:r></w:p>`
  expect((await read(docxOf(body), 'a.docx')).text).toBe('1½ cups')
  const formula =
    '{\\mmath{\\*\\moMath{\\mf{\\*\\mfPr{\\mctrlPr x}}{\\mnum{\\mr\\mscr0 1}}{\\mden{\\mr 2}}}}}'
  expect((await read(rtfOf(`1${formula} cups\\par`), 'a.rtf')).text).toBe('1½ cups')
})

const field = (instruction: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

test('the older formulas of Word and RTF are read from their fields, and other fields are not', async () => {
  const body = `<w:p><w:r><w:t>1</w:t></w:r>${field(' EQ \\f(1,2) ')}<w:r><w:t xml:space="preserve"> cups</w:t></w:r>${field(' PAGE ')}</w:p>`
  expect((await read(docxOf(body), 'a.docx')).text).toBe('1½ cups')
  expect(
    (
      await read(
        rtfOf('1{\\field{\\*\\fldinst EQ \\\\f(1,2)}{\\fldrslt }} cups{\\field{\\*\\fldinst PAGE}}\\par'),
        'a.rtf',
      )
    ).text,
  ).toBe('1½ cups')
  expect(settle(`10${equationOf('EQ \\s\\up8(6)')}`)).toBe('10⁶')
  expect(settle(`1${equationOf('EQ \\f(3;16)')}`)).toBe('1 3/16')
  fc.assert(fc.property(fc.string(), (text) => typeof equationOf(`EQ ${text}`) === 'string'))
})

test('HTML writes fractions in several ways', async () => {
  const frac = '1<span class="frac"><span class="num">1</span><span class="den">2</span></span> cups'
  expect((await read(bytesOf(`<p>${frac}</p>`), 'item', 'fragment')).text).toBe('1½ cups')
  const wiki = '<span class="frac">1<span class="num">3</span>&frasl;<span class="den">16</span></span> in'
  expect((await read(bytesOf(`<p>${wiki}</p>`), 'item', 'fragment')).text).toBe('1 3/16 in')
})
