import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { closeSandbox, parseFile } from '../src/formats/sandbox.ts'
import { openZip } from '../src/formats/zip.ts'
import {
  docxOf,
  emailOf,
  epubOf,
  odtOf,
  pdfFile,
  pdfLines,
  pdfOf,
  pptxOf,
  rtfOf,
  slideShape,
  wordParagraph,
} from './fakes/documents.ts'
import { longTest, runs } from './fakes/runs.ts'
import { zipOf } from './fakes/zip.ts'

afterAll(closeSandbox)

const rejections: unknown[] = []
process.on('unhandledRejection', (reason) => rejections.push(reason))
afterAll(() => expect(rejections).toEqual([]))

/** What is said of a file; `null` when it is read. Fails when it is not said as a refusal. */
async function refusal(bytes: Uint8Array, name: string): Promise<string | null> {
  try {
    await parseFile(bytes, { name })
    return null
  } catch (error) {
    expect(error).toMatchObject({ name: 'Refusal' })
    return (error as Error).message
  }
}

const SAMPLES: [string, Uint8Array][] = [
  ['a.docx', docxOf(wordParagraph('Heading', 'H1') + wordParagraph('Text.'))],
  ['a.odt', odtOf('<text:p>Text.</text:p>')],
  ['a.epub', epubOf([{ title: 'One', body: '<p>Text.</p>' }])],
  ['a.pptx', pptxOf([{ shapes: slideShape('Text.') }])],
  ['a.rtf', rtfOf('Text.\\par')],
  ['a.eml', emailOf('Text.')],
  ['a.pdf', pdfOf([pdfLines(['Text.'])])],
]

test('every format is read by way of its own thread', async () => {
  for (const [name, bytes] of SAMPLES)
    expect((await parseFile(bytes, { name })).text, name).toContain('Text.')
})

test('the file that was given is still there afterwards', async () => {
  const [, bytes] = SAMPLES[0] ?? ['', new Uint8Array()]
  const pooled = Buffer.from(bytes)
  await parseFile(pooled, { name: 'a.docx' })
  expect(new Uint8Array(pooled)).toEqual(bytes)
})

const BOMB = 'refusal.bomb'
/** Ten megabytes of zeros, packed into ten kilobytes. */
const zeros = deflateRawSync(Buffer.alloc(10_000_000))

test('an archive that declares ten gigabytes is refused before anything is unpacked', async () => {
  const bomb = zipOf([{ name: 'word/document.xml', content: '', packed: zeros, declaredSize: 4_294_967_294 }])
  expect(await refusal(bomb, 'a.docx')).toBe(BOMB)
})

test('an archive that unpacks to more than it declares is cut off', async () => {
  const bomb = zipOf([{ name: 'word/document.xml', content: '', packed: zeros, declaredSize: 1000 }])
  expect(await refusal(bomb, 'a.docx')).toBe(BOMB)
  const honest = zipOf([{ name: 'word/document.xml', content: Buffer.alloc(10_000_000) }])
  expect(await refusal(honest, 'a.docx')).toBe(BOMB)
})

test('many parts that are each bearable are not unpacked together', async () => {
  const chapter = Buffer.alloc(60_000_000, 'Words and more words, never the same. ')
  for (let at = 0; at < chapter.length; at += 997) chapter[at] = 97 + ((at * 7919) % 26)
  const packed = deflateRawSync(chapter, { level: 1 })
  const { crc32 } = await import('node:zlib')
  const crc = crc32(chapter)
  const entries = ['a', 'b', 'c', 'd'].map((name) => ({
    name,
    content: '',
    packed,
    declaredSize: chapter.length,
    crc,
  }))
  const zip = await openZip(zipOf(entries))
  for (const name of ['a', 'b', 'c']) expect((await zip.read(name))?.length).toBe(60_000_000)
  await expect(zip.read('d')).rejects.toThrow(BOMB)
})

test('an archive within an archive is not unpacked, and one with too many files is refused', async () => {
  let nested = zipOf([{ name: 'word/document.xml', content: 'x' }])
  for (let depth = 0; depth < 50; depth += 1) nested = zipOf([{ name: 'a.zip', content: nested }])
  expect(await refusal(nested, 'a.docx')).toBe('refusal.archive {"kind":"zip"}')
  const within = docxOf(wordParagraph('Text.'), { extra: [{ name: 'a.zip', content: nested }] })
  expect(await refusal(within, 'a.docx')).toBeNull()
  const many = Array.from({ length: 20_001 }, (_, at) => ({ name: `${at}`, content: '', isStored: true }))
  const crowded = zipOf([{ name: 'word/document.xml', content: '' }, ...many])
  expect(await refusal(crowded, 'a.docx')).toMatch(/^refusal\.archiveFiles .*20002/)
})

test('an archive whose names lead out of it is refused', async () => {
  const file = docxOf(wordParagraph('Text.'), { extra: [{ name: '../../etc/passwd', content: 'x' }] })
  expect(await refusal(file, 'a.docx')).toBe('refusal.damagedContents')
})

test('XML that defines entities is refused, and none is ever expanded', async () => {
  const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
    '',
  )
  const laughs = `<!DOCTYPE x [<!ENTITY l0 "lol">${levels}<!ENTITY file SYSTEM "file:///etc/passwd">]>`
  const file = zipOf([
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0"?>${laughs}<w:document><w:p><w:r><w:t>&l9;&file;</w:t></w:r></w:p></w:document>`,
    },
  ])
  expect(await refusal(file, 'a.docx')).toBe('refusal.entities')
  const book = epubOf([{ title: 'One', body: `<p>Text &l9; &file;</p>` }])
  expect((await parseFile(book, { name: 'a.epub' })).text).toBe('Text &l9; &file;')
})

test('a Word document of very many paragraphs is read, or refused', async () => {
  const paragraphs = runs(1_000_000, 50_000)
  let body = ''
  for (let at = 0; at < paragraphs; at += 1) body += `<w:p><w:r><w:t>${(at * 7919) % 1009}</w:t></w:r></w:p>`
  expect(await refusal(docxOf(body), 'a.docx')).toBeOneOf([null, 'refusal.tooSlow'])
})

test('elements nested without end are refused', async () => {
  expect(await refusal(docxOf('<w:sdt>'.repeat(100_000)), 'a.docx')).toBe('refusal.nesting')
  expect(await refusal(rtfOf('{'.repeat(100_000)), 'a.rtf')).toBe('refusal.nesting')
})

test('a PDF whose pages contain one another, or count without end, is refused', async () => {
  const catalogue = '<< /Type /Catalog /Pages 2 0 R >>'
  const circle = pdfFile([
    catalogue,
    '<< /Type /Pages /Kids [3 0 R] /Count 100 >>',
    '<< /Type /Pages /Kids [2 0 R] /Count 100 >>',
    'null',
    '<< >>',
  ])
  const endless = pdfFile([
    catalogue,
    '<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>',
    'null',
    '<< >>',
  ])
  const itself = pdfOf(['/X Do'])
  for (const file of [circle, endless, itself]) expect(await refusal(file, 'a.pdf')).not.toBeNull()
})

longTest('a PDF whose content unpacks to gigabytes costs its own refusal', async () => {
  const { deflateSync } = await import('node:zlib')
  let content: Uint8Array = Buffer.alloc(200_000_000, ' 1 0 0 1 0 0 cm')
  for (let round = 0; round < 2; round += 1) content = deflateSync(content)
  const stream = `<< /Length ${content.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n${Buffer.from(content).toString('latin1')}\nendstream`
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << >> /Contents 4 0 R >>'
  const file = pdfFile([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    page,
    stream,
    '<< >>',
  ])
  expect(file.length).toBeLessThan(1_000_000)
  expect(await refusal(file, 'a.pdf')).toMatch(/^refusal\.(?:tooSlow|tooMuchMemory)$/)
  expect(await refusal(SAMPLES[0]?.[1] ?? new Uint8Array(), 'a.docx')).toBeNull()
})

longTest('files that wait behind one that takes too long are read all the same', async () => {
  const slow = pdfOf(
    Array.from({ length: 4000 }, () =>
      Array.from({ length: 100 }, (_, at) => pdfLines([`line ${at}`], { y: at * 7 })).join(' '),
    ),
  )
  const [first, ...others] = await Promise.all([
    refusal(slow, 'a.pdf'),
    ...SAMPLES.map(([name, bytes]) => refusal(bytes, name)),
  ])
  expect(first).toBe('refusal.tooSlow')
  expect(others).toEqual(SAMPLES.map(() => null))
})

describe('damage', () => {
  test('a file cut off anywhere is read or refused, whatever its format', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SAMPLES),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async ([name, bytes], part) => {
          await refusal(bytes.subarray(0, Math.floor(bytes.length * part)), name)
        },
      ),
      { numRuns: runs(150) },
    )
  })

  test('a file with a few changed bytes is read or refused, whatever its format', {
    timeout: 120_000,
  }, async () => {
    const change = fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 255 }))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SAMPLES),
        fc.array(change, { minLength: 1, maxLength: 10 }),
        async ([name, bytes], changes) => {
          const changed = bytes.slice()
          for (const [place, byte] of changes) changed[Math.floor(place * bytes.length)] = byte
          await refusal(changed, name)
        },
      ),
      { numRuns: runs(150) },
    )
  })

  test('noise behind a format’s first bytes is read or refused', { timeout: 120_000 }, async () => {
    const marks = [
      '%PDF-1.7\n',
      'PK\x03\x04',
      '{\\rtf1',
      'From: a@b\r\nSubject: x\r\n\r\n',
      '<html>',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '\xff\xfe',
      '',
    ]
    const name = fc.constantFrom(
      'a.pdf',
      'a.docx',
      'a.odt',
      'a.epub',
      'a.pptx',
      'a.rtf',
      'a.eml',
      'a.html',
      'a.md',
      'a.txt',
      'a',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...marks),
        fc.uint8Array({ maxLength: 400 }),
        name,
        async (mark, noise, name) => {
          await refusal(new Uint8Array([...Buffer.from(mark, 'latin1'), ...noise]), name)
        },
      ),
      { numRuns: runs(200) },
    )
  })
})

/** A folder of real files, where there is one. */
const FOLDER = process.env.SAMPLES_DIR ?? ''
test.skipIf(!existsSync(FOLDER))(
  'every file of the folder that SAMPLES_DIR names is read or refused (skipped when it names none)',
  { timeout: 300_000 },
  async () => {
    const entries = await readdir(FOLDER, { recursive: true, withFileTypes: true })
    let read = 0
    for (const entry of entries.filter((entry) => entry.isFile())) {
      const path = join(entry.parentPath, entry.name)
      if ((await refusal(await readFile(path), path)) === null) read += 1
    }
    expect(read).toBeGreaterThan(0)
  },
)
