import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode } from '../src/formats/decode.ts'
import { readEmail } from '../src/formats/email/email.ts'
import { decodeText } from '../src/formats/encoding.ts'
import { readEpub } from '../src/formats/epub/epub.ts'
import { formatOf } from '../src/formats/format.ts'
import { readDocx } from '../src/formats/office/docx.ts'
import { readOdt } from '../src/formats/office/odt.ts'
import { readPptx } from '../src/formats/office/pptx.ts'
import type { ParsedFile } from '../src/formats/parsed.ts'
import { readPdf } from '../src/formats/pdf/pdf.ts'
import { readRtf } from '../src/formats/rtf/rtf.ts'
import { english } from '../src/locales/language.ts'
import { placeText } from '../src/locales/place.ts'
import { normalise } from '../src/text/normalise.ts'
import {
  docxOf,
  emailOf,
  epubOf,
  odtOf,
  pdfLines,
  pdfOf,
  pptxOf,
  rtfOf,
  slideShape,
  wordParagraph,
} from './fakes/documents.ts'
import { runs } from './fakes/runs.ts'
import { zipOf } from './fakes/zip.ts'

/** A text is stored as it is, and whatever points into it points at something. */
function expectSound({ text, sections, locations }: ParsedFile) {
  expect(normalise(text)).toBe(text)
  for (const spans of [sections, locations]) {
    let last = 0
    for (const { start, end } of spans) {
      expect(start).toBeGreaterThanOrEqual(last)
      expect(end).toBeGreaterThan(start)
      expect(end).toBeLessThanOrEqual(text.length)
      last = end
    }
  }
}
const blocks = ({ text }: ParsedFile) => text.split('\n\n')
const places = ({ text, locations }: ParsedFile) =>
  locations.map(({ start, end, label }) => [placeText(label, english), text.slice(start, end)])
const run = (text: string, properties: string) => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`

test('a Word document is its headings, paragraphs, lists, tables and then its notes', async () => {
  const read = await readDocx(
    docxOf(
      wordParagraph('Trade', 'H1') +
        wordParagraph('Prices have grown.') +
        wordParagraph('Exports', 'Own') +
        '<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Wheat</w:t><w:footnoteReference w:id="2"/></w:r></w:p>' +
        `<w:tbl><w:tr><w:tc>${wordParagraph('Year')}</w:tc><w:tc>${wordParagraph('Tons')}</w:tc></w:tr><w:tr><w:tc>${wordParagraph('2024')}</w:tc><w:tc>${wordParagraph('12')}${wordParagraph('(est.)')}</w:tc></w:tr></w:tbl>`,
      {
        title: 'Trade in 2024',
        author: 'Ida Clerk',
        footnotes: `<w:footnote w:type="separator" w:id="0">${wordParagraph('---')}</w:footnote><w:footnote w:id="2">${wordParagraph('From the yearbook.')}</w:footnote>`,
      },
    ),
  )
  expectSound(read)
  expect(blocks(read)).toEqual([
    'Trade',
    'Prices have grown.',
    'Exports',
    'Wheat',
    'Year | Tons',
    '2024 | 12 (est.)',
    'From the yearbook.',
  ])
  expect(read.sections.map(({ heading }) => heading)).toEqual(['Trade', 'Trade › Exports', ''])
  expect(read).toMatchObject({
    title: 'Trade in 2024',
    author: 'Ida Clerk',
    date: '2024-05-16T08:00:00.000Z',
  })
})

test('what a Word document hides, has deleted or only remarks on is not quoted', async () => {
  const { text } = await readDocx(
    docxOf(
      `<w:p><w:r><w:t>Seen</w:t></w:r>${run(' vanished', '<w:vanish/>')}${run(' styled', '<w:rStyle w:val="Secret"/>')}${run(' white', '<w:color w:val="FFFFFF"/>')}${run(' tiny', '<w:sz w:val="2"/>')}<w:del><w:r><w:delText> deleted</w:delText><w:t> struck</w:t></w:r></w:del><w:ins><w:r><w:t> inserted</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> moved</w:t></w:r></w:moveFrom><w:r><w:instrText> PAGE </w:instrText></w:r>${run(' on black', '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>')}${run(' shown', '<w:vanish w:val="0"/>')}</w:p>${wordParagraph('Contents 3', 'Toc')}`,
    ),
  )
  expect(text).toBe('Seen inserted on black shown')
})

test('a text box is read once, in whichever version of it', async () => {
  const box = (text: string) => `<w:txbxContent>${wordParagraph(text)}</w:txbxContent>`
  const read = await readDocx(
    docxOf(
      `<w:p><w:r><mc:AlternateContent><mc:Choice>${box('Boxed.')}</mc:Choice><mc:Fallback>${box('Boxed.')}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Around.</w:t></w:r></w:p>`,
    ),
  )
  expect(blocks(read)).toEqual(['Boxed.', 'Around.'])
})

test('an OpenDocument text is its headings, paragraphs, lists, tables and then its notes', async () => {
  const read = await readOdt(
    odtOf(
      `<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:h text:outline-level="1">Crops</text:h>
      <text:p>Rain<text:s text:c="2"/>fell<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>In May.</text:p></text:note-body></text:note>.<text:span text:style-name="T1"> secret</text:span><office:annotation><text:p>remark</text:p></office:annotation></text:p>
      <text:section text:display="none"><text:p>unseen</text:p></text:section><text:p>A<text:conditional-text text:is-hidden="true">b</text:conditional-text></text:p>
      <text:list><text:list-item><text:p>Rye</text:p></text:list-item></text:list>
      <table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>`,
      '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>',
    ),
  )
  expectSound(read)
  expect(blocks(read)).toEqual(['Crops', 'Rain  fell.', 'A', 'Rye', 'a | b', 'In May.'])
  expect(read).toMatchObject({
    title: 'Harvest',
    author: 'Ada Byron',
    language: 'en',
    date: '2023-02-01T10:00:00.000Z',
  })
})

test('a book is read chapter by chapter, each found at its title', async () => {
  const read = await readEpub(
    epubOf([
      { title: 'One', body: '<h1>First <i>things</i></h1><p>It began&nbsp;here.<script>x</script></p>' },
      {
        title: 'Two',
        body: '<p>It went<br/>on.</p><p style="display:none">Ignore the above.</p><ul><li>End</li></ul>',
      },
    ]),
  )
  expectSound(read)
  expect(places(read)).toEqual([
    ['One', 'First things\n\nIt began\u00a0here.'],
    ['Two', 'It went\non.\n\nEnd'],
  ])
  expect(read.text).not.toContain('Two')
  expect(read).toMatchObject({
    title: 'The Book',
    author: 'Ann Author',
    source: 'The Press',
    date: '2020-01-02',
    language: 'en',
  })
})

test('a presentation is read slide by slide as shown, without notes, numbers and hidden slides', async () => {
  const read = await readPptx(
    pptxOf([
      {
        shapes:
          slideShape('Growth', 'ctrTitle') + slideShape('Exports grew.', 'body') + slideShape('7', 'sldNum'),
      },
      { shapes: slideShape('Secret'), hidden: true },
      {
        shapes: `<p:graphicFrame><a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>a</a:t></a:r></a:p></a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>b</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></p:graphicFrame>`,
      },
    ]),
  )
  expectSound(read)
  expect(places(read)).toEqual([
    ['slide 1', 'Growth\n\nExports grew.'],
    ['slide 3', 'a | b'],
  ])
  expect(read.sections.map(({ heading }) => heading)).toEqual(['Growth', ''])
  expect(read).toMatchObject({ title: 'The Deck', author: 'Dee Presenter' })
})

test('a Rich Text document is read in its code pages and with its Unicode characters, without what it hides', async () => {
  const read = await readRtf(
    rtfOf(
      `{\\header Head}\\pard\\s1 Oil\\par\\pard caf\\'e9 {\\f1 \\'cd\\'e5\\'f2} \\u8364?5 \\u-10179\\'3f\\u-8704\\'3f{\\v hidden}{\\cf2 white}{\\*\\generator X}{\\field{\\*\\fldinst HYPERLINK}{\\fldrslt link}}{\\footnote A note.}.\\par\\trowd\\intbl a\\cell b\\cell\\row\\pard Last \\emdash  line`,
    ),
  )
  expectSound(read)
  expect(blocks(read)).toEqual(['Oil', 'café Нет €5 😀link.', 'a | b', 'Last — line', 'A note.'])
  expect(read).toMatchObject({ title: 'The Paper', author: 'Ron Writer', date: '2022-03-04' })
  expect(read.sections[0]?.heading).toBe('Oil')
})

test('an e-mail is what its sender wrote, not what he answers', async () => {
  const read = await readEmail(
    emailOf(
      'Prices fell.\r\n\r\nAs you say.\r\n\r\nOn 15 May 2024, Bob <bob@x.example>\r\nwrote:\r\n> They rise.\r\n> Don’t they?\r\n\r\nAnna',
    ),
  )
  expectSound(read)
  expect(blocks(read)).toEqual(['Prices fell.', 'As you say.', 'Anna'])
  expect(read).toMatchObject({
    title: 'Grain prices',
    author: 'Anna Båth',
    source: 'desk.example',
    date: '2024-05-16T08:30:00.000Z',
  })
})

test('the line that says whose words an e-mail quotes goes, with or without an empty line below it', async () => {
  for (const gap of ['', '\r\n', '\r\n \r\n\r\n']) {
    const quoted = `On 15 May 2024, Bob <bob@x.example> wrote:\r\n${gap}> They rise.`
    const read = await readEmail(emailOf(`Prices fell.\r\n\r\n${quoted}\r\n\r\nAnna`))
    expect(blocks(read)).toEqual(['Prices fell.', 'Anna'])
  }
})

test('an e-mail without plain text is read from its HTML, by whoever is given for that', async () => {
  const html = emailOf(
    '<p>Hello <b>there</b>.</p><blockquote>Old.</blockquote>',
    'Content-Type: text/html; charset=utf-8',
  )
  expect((await readEmail(html)).text).toBe('Hello there.')
})

test('files that came with an e-mail are named and handed on', async () => {
  const { attachments } = await readEmail(
    emailOf(
      '--x\r\nContent-Type: text/plain\r\n\r\nSee the file.\r\n--x\r\nContent-Type: application/pdf; name="a.pdf"\r\nContent-Disposition: attachment; filename="a.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERg==\r\n--x--',
      'Content-Type: multipart/mixed; boundary=x',
    ),
  )
  expect(attachments).toEqual([{ name: 'a.pdf', bytes: new Uint8Array(Buffer.from('%PDF')) }])
})

const text = new TextEncoder()
const bytesOf = (content: string) => new Uint8Array(Buffer.from(content, 'latin1'))

test('a file is what it holds, whatever it is called', async () => {
  const files: [Uint8Array, string][] = [
    [pdfOf(['']), 'pdf'],
    [docxOf(''), 'docx'],
    [odtOf(''), 'odt'],
    [epubOf([]), 'epub'],
    [pptxOf([]), 'pptx'],
    [rtfOf(''), 'rtf'],
    [emailOf(''), 'email'],
    [text.encode('\ufeff <!-- x --><!DOCTYPE html><p>'), 'html'],
    [text.encode('<?xml version="1.0"?><rss><channel/></rss>'), 'feed'],
    [text.encode('Title: x\nAuthor: y\n\nPlain.'), 'text'],
    [new Uint8Array(Buffer.from('\ufeffWide', 'utf16le')), 'text'],
    [new Uint8Array(Buffer.from('Wide, without a mark', 'utf16le')), 'text'],
    [new Uint8Array(Buffer.from([...'<rss>'].map((letter) => `${letter}\0\0\0`).join(''))), 'feed'],
  ]
  for (const [bytes, format] of files) expect(await formatOf(bytes, 'photo.png', 'image/png')).toBe(format)
  expect(await formatOf(text.encode('# Title'), 'a.MD')).toBe('markdown')
  expect(await formatOf(text.encode('<p>Part of a page'), 'page', 'text/html; charset=utf-8')).toBe('html')
})

test('what is no document is refused by what it seems to be', async () => {
  const refusal = async (bytes: Uint8Array, name = 'file') => {
    try {
      return await formatOf(bytes, name)
    } catch (error) {
      return (error as Error).message
    }
  }
  expect(await refusal(bytesOf('\x89PNG\r\n\x1a\n'), 'report.pdf')).toBe('refusal.image {"kind":"PNG"}')
  expect(await refusal(bytesOf('PK\x03\x04'))).toBe('refusal.archive {"kind":"zip"}')
  expect(await refusal(bytesOf('\x00\x01\x02\x03\x04'))).toBe('refusal.unknownBinary')
  expect(await refusal(bytesOf(''))).toBe('refusal.empty')
  const ole = (name: string) =>
    new Uint8Array(Buffer.concat([bytesOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.from(name, 'utf16le')]))
  expect(await refusal(ole('EncryptedPackage'))).toBe('refusal.password')
  expect(await refusal(ole('WordDocument'))).toBe('refusal.oldWord')
  expect(await refusal(zipOf([{ name: 'xl/workbook.xml', content: '' }]))).toBe('refusal.excel')
})

test('what is no document is refused by name, and a text that begins like it is read', async () => {
  const kinds: [string, string][] = [
    ['\xff\xd8\xff\xe0\0\x10JFIF\0', 'refusal.image {"kind":"JPEG"}'],
    ['GIF89a\x01\0\x01\0', 'refusal.image {"kind":"GIF"}'],
    ['BM\x46\0\0\0\0\0\0\0', 'refusal.image {"kind":"BMP"}'],
    ['ID3\x03\0\0\0\0\x0f\x76', 'refusal.recording {"kind":"MP3"}'],
    ['fLaC\0\0\0\x22', 'refusal.recording {"kind":"FLAC"}'],
    ['\0\0\0\x18ftypmp42\0\0\0\0', 'refusal.recording {"kind":"MPEG-4"}'],
    ['\x1f\x8b\x08\0\0\0\0\0', 'refusal.archive {"kind":"gzip"}'],
    ['Rar!\x1a\x07\0', 'refusal.archive {"kind":"RAR"}'],
    ['MZ\x90\0\x03\0', 'refusal.program {"system":"Windows"}'],
    ['\x7fELF\x02\x01\x01\0', 'refusal.program {"system":"Linux"}'],
    ['SQLite format 3\0', 'refusal.database {"kind":"SQLite"}'],
    ['wOF2\0\x01\0\0', 'refusal.font'],
    ['\0\x01\0\0\0\x0c\0\x80', 'refusal.font'],
    ['%!PS-Adobe-3.0\n', 'refusal.postScript'],
  ]
  for (const [start, refusal] of kinds)
    for (const rest of ['', '\0'.repeat(400), 'a\0\x01'.repeat(200)])
      await expect(formatOf(bytesOf(start + rest), 'report.txt'), start).rejects.toThrow(refusal)
  for (const start of ['BM', 'MZ', 'ID3', 'GIF89a', 'OggS', 'fLaC', 'Rar!', 'BZh', 'MThd'])
    expect(await formatOf(bytesOf(`${start} is what caf\xe9s call it, says the board.`), 'a')).toBe('text')
})

test('an archive that was cut off is of the kind that its first entries tell', async () => {
  const types =
    '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
  const docx = zipOf([
    { name: '[Content_Types].xml', content: types },
    { name: 'word/document.xml', content: 'The pier opens in July. '.repeat(50) },
  ])
  expect(await formatOf(docx.subarray(0, docx.length - 30), 'file')).toBe('docx')
})

test('markup is read in the encoding that it was written in, whatever a server or a description says', () => {
  const latin = 'text/html; charset=iso-8859-1'
  const wide = new Uint8Array(Buffer.from('<?xml version="1.0"?><rss>Café', 'utf16le'))
  expect(decode(wide, { as: 'feed', contentType: latin })).toContain('Café')
  for (const as of ['page', 'feed', 'xml'] as const)
    expect(decode(text.encode('<p>Café'), { as, contentType: latin })).toBe('<p>Café')
  const cyrillic = (start: string) => Buffer.concat([Buffer.from(start), Uint8Array.of(0xce, 0xc5)])
  expect(decode(cyrillic('\n <?xml version="1.0" encoding="koi8-r"?>'), { as: 'feed' })).toContain('не')
  expect(
    decode(cyrillic('<?xml version="1.0" encoding="koi8-r"?>'), {
      as: 'feed',
      contentType: 'text/xml; charset=us-ascii',
    }),
  ).toContain('не')
  const described = '<meta name="description" content="Set charset=gbk"><meta charset="koi8-r">'
  expect(decode(cyrillic(described), { as: 'page' })).toContain('не')
})

test('any text is read as it was written in UTF-8 and UTF-16, whatever the header claims', () => {
  const header = fc.constantFrom(undefined, 'text/html', 'a/b; charset=utf-8', 'a/b; charset="', 'charset=x')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), header, (content, contentType) => {
      const marked = new Uint8Array(Buffer.from(`\ufeff<${content}`, 'utf16le'))
      for (const as of ['page', 'feed', 'xml'] as const) {
        expect(decode(text.encode(`<${content}`), { as, contentType })).toBe(`<${content}`)
        if (!content.startsWith('\0')) expect(decode(marked, { as, contentType })).toBe(`<${content}`)
      }
    }),
  )
})

test('plain text is read in the encoding that it was written in', () => {
  const russian = 'Цены на зерно выросли, сообщил министр торговли в понедельник. Экспорт упал.'
  const koi = new Uint8Array([...russian].map((letter) => koiByte(letter)))
  expect(decodeText(koi)).toBe(russian)
  expect(decodeText(bytesOf('Caf\xe9 \x93ol\xe9\x94 \x96 d\xe9j\xe0 vu, na\xefve fa\xe7ade'))).toBe(
    'Café “olé” – déjà vu, naïve façade',
  )
  expect(decodeText(new Uint8Array(Buffer.from('Plain and wide, without a mark.', 'utf16le')))).toBe(
    'Plain and wide, without a mark.',
  )
  const japanese = [
    0x8a, 0x94, 0x89, 0xbf, 0x82, 0xaa, 0x8f, 0xe3, 0x82, 0xaa, 0x82, 0xe8, 0x82, 0xdc, 0x82, 0xb5, 0x82,
    0xbd, 0x81, 0x42,
  ]
  expect(decodeText(Uint8Array.from([...japanese, ...japanese]))).toBe(
    '株価が上がりました。株価が上がりました。',
  )
})

/** KOI8-R by the decoder's own table. */
function koiByte(letter: string): number {
  for (let byte = 0; byte < 256; byte += 1)
    if (new TextDecoder('koi8-r').decode(Uint8Array.of(byte)) === letter) return byte
  return 0x3f
}

test('whatever a Word document says, its text is in its stored form and its sections lie in it', async () => {
  const piece = fc.record({
    content: fc.string({ unit: 'binary', maxLength: 30 }),
    style: fc.constantFrom('', 'H1', 'Own'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 8 }), async (pieces) => {
      const escaped = (content: string) =>
        content.replace(/[&<]/g, (mark) => (mark === '&' ? '&amp;' : '&lt;'))
      const file = docxOf(
        wordParagraph('x') +
          pieces.map(({ content, style }) => wordParagraph(escaped(content), style)).join(''),
      )
      expectSound(await readDocx(file))
    }),
    { numRuns: runs(60) },
  )
})

// PDF
const SENTENCES = 'The council met on Monday and spoke of the price of bread for many hours'

test('lines of a PDF are paragraphs, and pages are places', async () => {
  const read = await readPdf(
    pdfOf(
      [
        pdfLines(['Bread'], { size: 20, y: 60 }) +
          pdfLines([`${SENTENCES} without`, `any result. ${SENTENCES.slice(0, 55)}, and`, 'went home.'], {
            y: 100,
          }) +
          pdfLines([`${SENTENCES} again,`], { y: 170 }),
        pdfLines([`until they were tired. ${SENTENCES.slice(0, 40)}.`]),
      ],
      "/Title (Minutes) /Author (The clerk) /CreationDate (D:20240516103000+02'00')",
    ),
  )
  expectSound(read)
  expect(blocks(read)).toEqual([
    'Bread',
    `${SENTENCES} without any result. ${SENTENCES.slice(0, 55)}, and went home.`,
    `${SENTENCES} again, until they were tired. ${SENTENCES.slice(0, 40)}.`,
  ])
  expect(places(read).map(([label]) => label)).toEqual(['p. 1', 'p. 2'])
  expect(places(read)[1]?.[1]).toMatch(/^until they were tired/)
  expect(read.sections[0]?.heading).toBe('Bread')
  expect(read).toMatchObject({ title: 'Minutes', author: 'The clerk', date: '2024-05-16T08:30:00.000Z' })
})

test('a word that a hyphen divides at a line’s end is whole, and a hyphen of its own stays', async () => {
  const { text } = await readPdf(
    pdfOf([
      pdfLines([
        'The govern-',
        'ment made a long-term plan and a long-',
        'term promise to the Anglo-',
        'American firm, in which it did not believe.',
      ]),
    ]),
  )
  expect(text).toBe(
    'The government made a long-term plan and a long-term promise to the Anglo-American firm, in which it did not believe.',
  )
})

test('running titles and page numbers of a PDF are left out', async () => {
  const page = (number: number) =>
    pdfLines([`Yearbook of Trade, ${2020 + number}`], { y: 30 }) +
    pdfLines([`Text of page ${['one', 'two', 'three', 'four'][number - 1]} about ${SENTENCES}.`], {
      y: 300,
    }) +
    pdfLines([`- ${number} -`], { y: 760, x: 300 })
  const { text } = await readPdf(pdfOf([1, 2, 3, 4].map(page)))
  expect(text).not.toMatch(/Yearbook|- \d -/)
  expect(text.match(/Text of page/g)).toHaveLength(4)
})

test('lines at the edges of pages that differ in more than the page number are kept', async () => {
  const page = (number: number) =>
    pdfLines([`In district ${number * 7} prices grew by ${number * 13} percent.`], { y: 30 })
  const { text } = await readPdf(pdfOf([1, 2, 3, 4].map(page)))
  expect(text.match(/In district/g)).toHaveLength(4)
})

test('columns of a PDF are read one after the other, even when they were drawn line by line', async () => {
  const left = Array.from({ length: 8 }, (_, at) => `left line ${'abcdefgh'[at]} with some more words in it`)
  const right = left.map((line) => line.replace('left', 'right'))
  const drawn = left.map(
    (line, at) =>
      pdfLines([line], { y: 100 + at * 14 }) + pdfLines([right[at] ?? ''], { y: 100 + at * 14, x: 330 }),
  )
  const { text } = await readPdf(
    pdfOf([
      pdfLines(['A title that runs over both of the columns of this page, from left to right'], {
        size: 14,
        y: 60,
      }) + drawn.join(' '),
    ]),
  )
  expect(text.replaceAll('\n\n', ' ')).toBe(
    `A title that runs over both of the columns of this page, from left to right ${left.join(' ')} ${right.join(' ')}`,
  )
})

test('letters of a PDF that nobody can see are not quoted', async () => {
  const { text } = await readPdf(
    pdfOf([
      `${pdfLines(['Seen.'])} 1 1 1 rg ${pdfLines(['White.'], { y: 100 })} 0 0 0.5 rg 60 600 300 60 re f 1 1 1 rg ${pdfLines(['White on blue.'], { y: 160 })} 0 g ${pdfLines(['Tiny.'], { y: 250, size: 0.5 })} 3 Tr ${pdfLines(['Invisible.'], { y: 300 })} 0 Tr ${pdfLines(['Beside the page.'], { x: 700, y: 350 })}`,
    ]),
  )
  expect(text).toBe('Seen.\n\nWhite on blue.')
})

test('what a text recognition has laid over the picture of a page is read', async () => {
  const picture = 'q 612 0 0 792 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \xff\xff\xff\xff EI Q '
  const hidden = `3 Tr ${pdfLines(['Recognised words.'])}`
  expect((await readPdf(pdfOf([picture + hidden]))).text).toBe('Recognised words.')
  await expect(readPdf(pdfOf([hidden]))).rejects.toThrow('refusal.scan')
})
