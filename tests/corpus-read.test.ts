import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openCorpus } from '../src/corpus/corpus.ts'
import { readMarkdown } from '../src/formats/markdown/markdown.ts'
import { readJsonLine } from '../src/formats/plain/json-line.ts'
import { readFolderFile, readItem } from '../src/ingest/read-item.ts'
import { Refusal } from '../src/refusal.ts'
import { createSearch } from '../src/search/retrieve.ts'
import { feedItem } from '../src/services/feed-item.ts'
import { readDate } from '../src/text/date.ts'
import { decode, normalise } from '../src/text/normalise.ts'
import { splitPassages } from '../src/text/passages.ts'
import { processorMs } from './fakes/processor.ts'
import { runs } from './fakes/runs.ts'

const markdown = (text: string) => readMarkdown(new TextEncoder().encode(text))
const inFolder = (text: string, path = 'desk/note.md') => readFolderFile(path, new TextEncoder().encode(text))

test('a publication date is the same on every machine, and an impossible one is none', () => {
  const zone = process.env.TZ
  process.env.TZ = 'Asia/Tokyo'
  try {
    expect(
      ['2024-05-16', '16 May 2024', '2024-05-16 09:30', '2024-05-16T09:30:00+02:00', 2024].map(readDate),
    ).toEqual([
      '2024-05-16',
      '2024-05-16',
      '2024-05-16T09:30:00.000Z',
      '2024-05-16T07:30:00.000Z',
      '2024-01-01',
    ])
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
  expect(['2024-02-30', 'someday', '2024-13-01'].map(readDate)).toEqual([undefined, undefined, undefined])
  expect(readDate(1_715_817_600)).toBe(readDate(1_715_817_600_000))
})

test('UTF-16 with its mark and UTF-8 with its mark are read as what they say', () => {
  expect(decode(Buffer.from('\ufeffна всё', 'utf16le'))).toBe('на всё')
  expect(decode(Buffer.from('\ufeffна всё', 'utf8'))).toBe('на всё')
})

test('an accent that a control character kept from its letter is composed with it', () => {
  expect(normalise('e\u0000\u0301')).toBe('é')
})

test('ten megabytes of spaces are normalised in no time', () => {
  const started = processorMs()
  expect(normalise(`a${' '.repeat(5_000_000)}b${' '.repeat(5_000_000)}`)).toHaveLength(5_000_002)
  expect(processorMs() - started).toBeLessThan(2000)
})

test('a sentence without an end of several megabytes is cut in no time', () => {
  const text = 'x'.repeat(5_000_000)
  const started = processorMs()
  const passages = splitPassages(text, [{ start: 0, end: text.length, heading: '' }], 'en')
  expect(processorMs() - started).toBeLessThan(3000)
  expect(passages.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
})

test.each([
  ['Japanese', '探査機が木星へ向かうと発表した'],
  ['Thai', 'ยานสำรวจจะเดินทางไปดาวพฤหัสบดี'],
  ['Khmer', 'យានរុករកនឹងធ្វើដំណើរទៅភពព្រហស្បតិ៍'],
  ['Lao', 'ຍານສຳຫຼວດຈະເດີນທາງໄປດາວພະຫັດ'],
  ['Burmese', 'စူးစမ်းယာဉ်သည်ဂျူပီတာသို့သွားမည်'],
])('passages of %s, without blanks between words, are not longer than others', (_, phrase) => {
  const text = Array.from({ length: 200 }, () => `${phrase}.`).join(' ')
  const passages = splitPassages(text, [{ start: 0, end: text.length, heading: '' }], 'und')
  for (const { start, end } of passages) expect(end - start).toBeLessThanOrEqual(400)
})

test('a Chinese name in an English paragraph does not make its passages long', () => {
  const text = 'The minister of trade 王文濤 spoke for a long time about the prices of oil and of gas. '
    .repeat(30)
    .trim()
  const passages = splitPassages(text, [{ start: 0, end: text.length, heading: '' }], 'en')
  for (const { start, end } of passages)
    expect(text.slice(start, end).split(' ').length).toBeLessThanOrEqual(150)
})

test('what the front matter leaves out comes from the text and the place of the file', async () => {
  expect(await inFolder('# Oil\n\nThe price of oil has grown.')).toMatchObject({
    id: 'desk/note.md',
    title: 'Oil',
    source: 'desk',
    date: null,
    language: 'en',
  })
  expect(await inFolder('The price of oil.', 'note.md')).toMatchObject({
    title: 'note',
    source: 'Unknown source',
  })
})

test('a title alone is a document, whose text it is', async () => {
  const headline = 'Ferry pier opens in May'
  const ofFeed = feedItem(
    {
      title: headline,
      link: null,
      date: null,
      author: null,
      categories: [],
      html: '<p><img src="pier.png"></p>',
    },
    { name: headline, id: 'feed-1', source: 'Gazette' },
  )
  const read = [
    await inFolder(`---\ntitle: ${headline}\n---\n`),
    await inFolder(`# ${headline}`),
    await inFolder(`<title>x</title><h1>${headline}</h1>`, 'note.html'),
    readJsonLine(JSON.stringify({ _id: 7, title: headline, text: ' ' })),
    (await readItem(ofFeed)).document,
  ]
  for (const { text, sections } of read) {
    expect(text).toBe(headline)
    expect(splitPassages(text, sections, 'en')).toHaveLength(1)
  }
  await expect(inFolder('---\ntopics: [a]\n---\n')).rejects.toThrow(Refusal)
  expect(() => readJsonLine(JSON.stringify({ _id: 7, title: ' ', text: '' }))).toThrow(Refusal)
})

test('a language is its two-letter code however it is written, and one without a code is detected', async () => {
  const of = async (language: string) =>
    (await inFolder(`---\nlanguage: ${language}\n---\nThe price of oil has grown.`)).language
  const written = ['en-GB', 'deu', 'spa', 'of-the-English!']
  expect(await Promise.all(written.map(of))).toEqual(['en', 'de', 'es', 'en'])
})

test('one bad field of a line does not spoil the others', () => {
  const json = JSON.stringify({
    _id: 7,
    title: 'A\nB',
    text: 'Text.',
    metadata: { date: 'someday', source: 'Desk' },
  })
  expect(readJsonLine(json)).toMatchObject({ id: '7', title: 'A B', source: 'Desk', date: null })
})

test('topics come from the document itself and from its folders, each once in any case', async () => {
  const of = async (fields: string, path = 'Energy/Gas/note.md') =>
    (await inFolder(`---\n${fields}\n---\nText.`, path)).topics
  expect(await of('topics: [Trade, energy]')).toEqual(['Trade', 'energy', 'Gas'])
  expect(await of('topic: trade, " central\n  asia "')).toEqual([
    'trade',
    '" central asia "',
    'Energy',
    'Gas',
  ])
  expect(await of('tags: [2024, {a: 1}, null]\nkeywords: 能源，贸易', 'note.md')).toEqual([
    '2024',
    '能源',
    '贸易',
  ])
  expect(await of('title: T', 'note.md')).toEqual([])
  const line = (metadata: object, path?: string) =>
    readJsonLine(JSON.stringify({ _id: 'a', text: 'Text.', metadata }), path).topics
  expect(line({ topics: 'oil, gas,,Oil' })).toEqual(['oil', 'gas'])
  expect(line({ topics: ['oil, and gas'], date: 'someday' }, 'wire/all.jsonl')).toEqual([
    'oil, and gas',
    'wire',
  ])
})

test('a document has at most twenty topics of at most a hundred characters', () => {
  const many = Array.from({ length: 30 }, (_, at) => `t${at}${'x'.repeat(at * 10)}`)
  const { topics } = readJsonLine(JSON.stringify({ _id: 'a', text: 'Text.', metadata: { topics: many } }))
  expect(topics).toHaveLength(20)
  expect(Math.max(...topics.map((topic) => topic.length))).toBe(100)
})

const block = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '# One',
    '## Two',
    '',
    '- item. Other',
    '> said',
    '| a | b |',
    '|---|---|',
    '```',
    '<p>x</p>',
    '\ud83d',
    '[a](b "c")',
  ),
)

test('in any Markdown, nothing but headings and white space lies outside the passages, and none holds a heading', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 20 }), (blocks) => {
      let document: ReturnType<typeof markdown>
      try {
        document = markdown(`Start.\n\n${blocks.join('\n\n')}`)
      } catch {
        return
      }
      const { text, sections } = document
      const passages = splitPassages(text, sections, 'en')
      let last = 0
      for (const section of sections) {
        expect(section.start).toBeGreaterThanOrEqual(last)
        const inside = passages.filter(({ start, end }) => start >= section.start && end <= section.end)
        const cut = inside.flatMap(({ sentences }) =>
          sentences.map(({ start, end }) => text.slice(start, end)),
        )
        expect(cut.join('').replace(/\s/g, '')).toBe(
          text.slice(section.start, section.end).replace(/\s/g, ''),
        )
        last = section.end
      }
      expect(
        passages.every(({ start, end }) => sections.some((one) => start >= one.start && end <= one.end)),
      ).toBe(true)
    }),
    { numRuns: runs(300) },
  )
})

test('text files in the encodings of older systems are read from the corpus folder as what they say', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'encodings-'))
  const russian = 'Паром в Занзибар отправляется на рассвете от старого причала, и билеты продают с вечера.'
  const bytes = [...russian].map((letter) => {
    const code = letter.charCodeAt(0)
    return code < 128 ? code : code - 0x0410 + 0xc0
  })
  await writeFile(join(folder, 'windows-1251.txt'), new Uint8Array(bytes))
  await writeFile(
    join(folder, 'latin.txt'),
    Buffer.from('Das Café öffnet früh, und die Fähre fährt spät über den See.', 'latin1'),
  )
  const corpus = await openCorpus({ dataDir: join(folder, '.data') })
  expect(await corpus.synchronise(folder)).toMatchObject({ added: 2, refused: [] })
  const texts = await Promise.all(
    (await corpus.list(['shared'], 0, 10)).map(async ({ id }) => {
      const { hits } = await createSearch(corpus)(
        id === 'latin.txt' ? 'Fähre' : 'паром',
        { collections: ['shared'] },
        1,
      )
      return hits[0]?.passage.text
    }),
  )
  expect(texts.toSorted()).toEqual(['Das Café öffnet früh, und die Fähre fährt spät über den See.', russian])
  await corpus.close()
  await rm(folder, { recursive: true, force: true })
})
