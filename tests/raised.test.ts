/** A raised number is never a digit more of the number before it, whatever the format. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTitle } from '../src/feeds/text.ts'
import { readEpub } from '../src/formats/epub/epub.ts'
import { readHtml } from '../src/formats/html/html.ts'
import { readMarkdown } from '../src/formats/markdown/markdown.ts'
import { readDocx } from '../src/formats/office/docx.ts'
import { readOdt } from '../src/formats/office/odt.ts'
import { readPptx } from '../src/formats/office/pptx.ts'
import { readPdf } from '../src/formats/pdf/pdf.ts'
import { readRtf } from '../src/formats/rtf/rtf.ts'
import { settle, shifted } from '../src/text/raised/raised.ts'
import { docxOf, epubOf, odtOf, pdfOf, pptxOf, rtfOf } from './fakes/documents.ts'

const up = (text: string) => shifted(text, 'raised')
const down = (text: string) => shifted(text, 'lowered')

describe('the rule', () => {
  test.each([
    ['after a full number a mark goes', `240${up('1')} million tonnes`, '240 million tonnes'],
    ['after a year', `in 2023${up('2')}, it rose`, 'in 2023, it rose'],
    ['after a decimal', `1,250${up('12')} ships`, '1,250 ships'],
    ['after a word', `the board${up('3')} said`, 'the board said'],
    ['after a full stop', `It rose.${up('4, 5')} It fell.`, 'It rose. It fell.'],
    ['signs of notes', `prices${up('*')} and rates${up('†')}`, 'prices and rates'],
    ['an exponent of ten stays', `10${up('6')} boxes, 1.2 × 10${up('-6')} m`, '10⁶ boxes, 1.2 × 10⁻⁶ m'],
    [
      'an exponent of a unit',
      `5 m${up('2')} of 3 km${up('2')} at 9 m/s${up('2')}`,
      '5 m² of 3 km² at 9 m/s²',
    ],
    ['an exponent of a letter', `x${up('2')} and e${up('10')}`, 'x² and e¹⁰'],
    ['an exponent of a term', `(a+b)${up('2')}`, '(a+b)²'],
    ['a charge', `Ca${up('2+')} ions`, 'Ca²⁺ ions'],
    ['what may be either is never glued', `2${up('10')} cases`, '2^10 cases'],
    ['endings of words stay', `1${up('st')} and M${up('me')} Roy`, '1st and Mme Roy'],
    [
      'a fraction is one',
      `1${up('1')}/${down('2')} hours, ${up('3')}⁄${down('4')} of it`,
      '1½ hours, ¾ of it',
    ],
    ['indices of formulas', `H${down('2')}O and CO${down('2')}`, 'H₂O and CO₂'],
    ['stretches that touch are one', `10${up('1')}${up('2')}`, '10¹²'],
  ])('%s', (_, text, read) => expect(settle(text)).toBe(read))

  test('no number on the line ever gets a digit more', () => {
    const before = fc.constantFrom('240', '2023', '1.5', '10', '5', 'x', 'm', 'ships', '.', ')', ' of ')
    const stretch = fc.tuple(before, fc.stringMatching(/^\d{1,3}$/), fc.boolean())
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 5 }), (stretches) => {
        const marked = stretches.map(([before, digits, isUp]) => before + (isUp ? up(digits) : down(digits)))
        // Words apart, so that only the raised digits could join what stands there.
        const read = settle(marked.join(' and ')).replace(/[\^_]\d+/g, '')
        const allowed = new Set(stretches.flatMap(([before]) => before.match(/\d+/g) ?? []))
        for (const run of read.match(/\d+/g) ?? []) expect(allowed).toContain(run)
      }),
    )
  })
})

const SAID = 'Trade reached 240 million tonnes in 2023, and 10⁶ boxes of 5 m² came.'
const html =
  'Trade reached 240<sup>1</sup> million tonnes in 2023<a href="#n2"><sup>2</sup></a>, and 10<sup>6</sup> boxes of 5 m<sup>2</sup> came.'

describe('in every format', () => {
  test('HTML', async () => {
    const long =
      'The harbour board met on Tuesday evening in the old customs house, and talked about the pier. '
    const page = `<html><body><article><h1>Trade</h1><p>${long.repeat(4)}</p><p>${html}</p><p>${long}</p></article></body></html>`
    expect((await readHtml(new TextEncoder().encode(page), { name: 'a.html' })).text).toContain(SAID)
  })

  test('EPUB, also where a link says that it leads to a note', async () => {
    const noted =
      '<p>It rose to 240<a epub:type="noteref" href="n.xhtml#1">1</a> tonnes in 7<a role="doc-noteref" href="#2">2</a> years.</p>'
    const { text } = await readEpub(epubOf([{ title: 'Trade', body: `<p>${html}</p>${noted}` }]))
    expect(text).toContain(SAID)
    expect(text).toContain('It rose to 240 tonnes in 7 years.')
  })

  test('Word, with styles, positions and formulas', async () => {
    const r = (text: string, properties = '') =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
    const sup = (text: string) => r(text, '<w:vertAlign w:val="superscript"/>')
    const body = `<w:p>${r('Trade reached 240')}${sup('1')}${r(' million tonnes in 2023')}${r('2', '<w:position w:val="8"/>')}${r(', and 10')}${sup('6')}${r(' boxes of 5 m')}${sup('2')}${r(' came.')}</w:p>`
    const m = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`
    const formula = `<w:p>${r('It took 1')}<m:oMath><m:f><m:num>${m('1')}</m:num><m:den>${m('2')}</m:den></m:f></m:oMath>${r(' hours for 10')}<m:oMath><m:sSup><m:e/><m:sup>${m('6')}</m:sup></m:sSup></m:oMath>${r(' boxes.')}</w:p>`
    const { text } = await readDocx(docxOf(body + formula))
    expect(text).toContain(SAID)
    expect(text).toContain('It took 1½ hours for 10⁶ boxes.')
  })

  test('OpenDocument', async () => {
    const styles = `<style:style style:name="U" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>`
    const sup = (text: string) => `<text:span text:style-name="U">${text}</text:span>`
    const body = `<text:p>Trade reached 240${sup('1')} million tonnes in 2023${sup('2')}, and 10${sup('6')} boxes of 5 m${sup('2')} came.</text:p>`
    expect((await readOdt(odtOf(body, styles))).text).toContain(SAID)
  })

  test('RTF', async () => {
    const body = String.raw`Trade reached 240{\super 1} million tonnes in 2023{\up6 2}, and 10\super 6\nosupersub  boxes of 5 m{\super 2} came.\par`
    expect((await readRtf(rtfOf(body))).text).toContain(SAID)
  })

  test('PowerPoint', async () => {
    const r = (text: string, properties = '') => `<a:r><a:rPr ${properties}/><a:t>${text}</a:t></a:r>`
    const sup = (text: string) => r(text, 'baseline="30000"')
    const runs = `${r('Trade reached 240')}${sup('1')}${r(' million tonnes in 2023')}${sup('2')}${r(', and 10')}${sup('6')}${r(' boxes of 5 m')}${sup('2')}${r(' came.')}`
    const shape = `<p:sp><p:txBody><a:p>${runs}</a:p></p:txBody></p:sp>`
    expect((await readPptx(pptxOf([{ shapes: shape }]))).text).toContain(SAID)
  })

  test('Markdown, with tags, notes and carets', () => {
    const text =
      'Trade reached 240[^1] million tonnes in 2023<sup>2</sup>, and 10^6^ boxes of 5 m<sup>2</sup> came. H~2~O.\n\n[^1]: A note.\n'
    expect(readMarkdown(new TextEncoder().encode(text)).text).toContain(`${SAID} H₂O.`)
  })

  test('PDF', async () => {
    const show = (x: number, y: number, size: number, text: string) =>
      `BT /F1 ${size} Tf ${x} ${y} Td (${text}) Tj ET`
    const page = [
      show(72, 700, 12, 'Trade reached 240'),
      show(172, 705, 7, '1'),
      show(179, 700, 12, 'million tonnes, and 10'),
      show(298, 705, 7, '6'),
      show(306, 700, 12, 'boxes came.'),
    ].join('\n')
    const { text } = await readPdf(pdfOf([page]))
    expect(text.replace(/\s+/g, ' ')).toContain('Trade reached 240 million tonnes, and 10⁶ boxes came.')
  })

  test('the titles of feeds', () => {
    expect(readTitle('10<sup>6</sup> boxes in 2023&lt;sup&gt;')).toContain('10⁶ boxes')
    expect(readTitle('H<sub>2</sub>O at 240<sup>1</sup> sites')).toBe('H₂O at 240 sites')
  })
})
