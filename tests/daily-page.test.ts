/** A daily briefing as a file: whatever documents hold, it stays text, and quotations stay theirs. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Digest } from '../src/daily/digest.ts'
import { english } from '../src/locales/language.ts'
import { dossierOf } from '../src/replies/reply.ts'
import { replyJson } from '../src/terminal/json.ts'
import { htmlPage, openPage } from '../src/terminal/page/page.ts'
import { renderReply } from '../src/terminal/render.ts'
import { normalise } from '../src/text/normalise.ts'
import { webAddress } from '../src/text/web-address.ts'
import { runs } from './fakes/runs.ts'

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'page-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

type Wild = {
  title: string
  source: string
  author: string
  url: string
  quote: string
  said: string
  place: string
}

/** A digest all of whose texts from outside are these. */
function digestOf({ title, source, author, url, quote, said, place }: Wild): Digest {
  const document = {
    ...{ id: 'a.md', collection: 'shared', title, source, author, url, date: '2024-05-20T09:30:00.000Z' },
    ...{ added: '2024-05-20T10:00:00.000Z', language: 'en', topics: [], hash: 'a'.repeat(64) },
  }
  return {
    window: { since: '2024-05-20T00:00:00.000Z', until: '2024-05-21T00:00:00.000Z' },
    stories: [
      {
        ...{
          headline: title,
          changed: { text: said, quotes: [0] },
          points: [{ text: said, quotes: [0] }],
          quote: 0,
        },
        ...{ articles: 3, independent: 2, began: '2024-05-18', documents: [0, 1], days: [1, 0, 2] },
      },
    ],
    quotes: [
      {
        document: 'a.md',
        hash: document.hash,
        start: 5,
        end: 5 + quote.length,
        text: quote,
        location: place,
      },
    ],
    documents: [document, { ...document, id: 'b.md' }],
    ...{ articles: 7, leftOut: { stories: 2, unchanged: 1, documents: 4 } },
    days: ['2024-05-18', '2024-05-19', '2024-05-20'],
    coverage: { documents: 16, passages: 51, oldest: '2024-05-15', newest: '2024-06-05' },
    receipt: {
      ...{
        writer: 'extract',
        model: null,
        promptVersion: null,
        inputTokens: 0,
        outputTokens: 0,
        milliseconds: 1,
      },
      ...{ droppedCitations: 0, droppedPoints: 0, fallback: null, incomplete: false },
    },
  }
}
const TAME: Wild = {
  ...{ title: 'A title', source: 'A source', author: 'An author', url: 'https://news.example/a' },
  ...{ quote: 'A sentence.', said: 'What is said.', place: 'page 3' },
}
const quiet: Digest = { ...digestOf(TAME), stories: [], quotes: [], documents: [], articles: 0, days: [] }

const entryOf = (digest: Digest) => ({
  kind: 'entry' as const,
  entry: {
    ...{
      kind: 'daily' as const,
      id: 'x',
      asked: '',
      person: 'terminal',
      server: null,
      channel: null,
      locale: 'en',
    },
    ...{ collections: [], isPrivate: false, scope: { topics: [], sources: [] }, digest },
  },
})

const NASTY = [
  ...[
    '<script>alert(1)</script>',
    '</style>',
    '</title>',
    '<img src=x onerror=alert(1)>',
    '"',
    "'",
    '&lt;b&gt;',
    '&#10;',
  ],
  ...[
    '-->',
    '<!--',
    '<![CDATA[',
    ']]>',
    '` `` ```',
    '~~gone~~',
    '~~~',
    '[a](https://evil.example)',
    '![a](https://evil.example/x.png)',
  ],
  ...[
    '[^1]',
    '[^1]: note',
    '[x]: https://evil.example',
    '<https://evil.example>',
    'https://evil.example',
    'www.evil.example',
  ],
  ...[
    'me@evil.example',
    'mailto:me@evil.example',
    'xmpp:me@evil.example/x',
    '# head',
    '- item',
    '1. item',
    '> quote',
    '---',
    '===',
    '| a | b |\n| - | - |',
    'a | b\n| - | ---',
    'a | b\n- | -',
    'a\n:-',
  ],
  ...[
    '\n',
    '\n\n',
    '    ',
    '\\',
    '*a*',
    '_a_',
    '$x$',
    'javascript:alert(1)',
    '\u202e',
    '<a href="javascript:alert(1)">x</a>',
    '</blockquote>',
  ],
]
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
)
const wildText = fc
  .array(piece, { minLength: 1, maxLength: 6 })
  .map((parts) => `x${normalise(parts.join(' '))}`)
const url = fc.oneof(
  wildText,
  fc.constantFrom(
    'javascript:alert(1)',
    'data:text/html,x',
    'https://news.example/?a="onload=x&b=<',
    'http://news.example/(a)[b] c\n',
    'JaVaScRiPt:x',
    '//evil.example',
  ),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
)
const wild: fc.Arbitrary<Wild> = fc.record({
  ...{
    title: wildText,
    source: wildText,
    author: wildText,
    url,
    quote: wildText,
    // Else it would be told by the quotation alone, and the page has another shape.
    said: wildText.map((text) => `said: ${text}`),
    place: wildText,
  },
})

type Element = DefaultTreeAdapterTypes.Element
const elementsOf = (node: DefaultTreeAdapterTypes.Node): Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : []),
]
const textOf = (node: DefaultTreeAdapterTypes.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value
/** Elements with the names of their attributes, in order. */
const shapeOf = (html: string) =>
  elementsOf(parse(html)).map(({ tagName, attrs }) => `${tagName} ${attrs.map(({ name }) => name).join(' ')}`)

test('no text from outside becomes an element, attribute or link of the page, and quotations stay verbatim', async () => {
  await fc.assert(
    fc.asyncProperty(wild, async (texts) => {
      const html = await htmlPage(entryOf(digestOf(texts)).entry)
      const address = webAddress(texts.url)
      expect(shapeOf(html)).toEqual(
        shapeOf(await htmlPage(entryOf(digestOf({ ...TAME, url: texts.url })).entry)),
      )
      const elements = elementsOf(parse(html))
      const links = elements.flatMap((one) => ['href', 'cite'].flatMap((name) => attribute(one, name) ?? []))
      for (const link of links.filter((link) => link !== '#quote-1')) expect(link).toBe(address)
      const quoted = elements.filter(({ tagName }) => tagName === 'blockquote').map(textOf)
      expect(quoted).toEqual([texts.quote, texts.quote])
    }),
    { numRuns: runs(150) },
  )
})

test('only addresses of the web are linked to', () => {
  for (const url of [
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    ' javascript:x',
    'data:text/html,x',
    'file:///x',
    '//x',
    'x',
    '',
    null,
  ])
    expect(webAddress(url), String(url)).toBeUndefined()
  expect(webAddress('https://news.example/?a="b"')).toBe('https://news.example/?a=%22b%22')
})

const nodesOf = (node: Nodes): Nodes[] => [
  node,
  ...('children' in node ? node.children.flatMap(nodesOf) : []),
]
const wordsOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(wordsOf).join('') : ''
/** As the standard reads it; without the addresses that this library looks for in text once more, escaped or not. */
const asWritten = gfmFromMarkdown().map(({ transforms: _, ...rest }) => rest)
const read = (markdown: string) =>
  nodesOf(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: asWritten }))

test('no text from outside becomes Markdown or a link of its own, and quotations stay verbatim', () => {
  fc.assert(
    fc.property(wild, (texts) => {
      const nodes = read(dossierOf(entryOf(digestOf(texts)).entry, english))
      const tame = read(dossierOf(entryOf(digestOf({ ...TAME, url: texts.url })).entry, english))
      expect(nodes.map(({ type }) => type)).toEqual(tame.map(({ type }) => type))
      for (const node of nodes) if (node.type === 'link') expect(node.url).toBe(webAddress(texts.url))
      const fences = nodes.filter((node) => node.type === 'code' && node.lang === 'text')
      expect(fences.map(wordsOf)).toEqual([texts.quote])
    }),
    { numRuns: runs(500) },
  )
})

test('the page holds no script and loads nothing, and its policy says so', async () => {
  const html = await htmlPage(entryOf(digestOf(TAME)).entry)
  const elements = elementsOf(parse(html))
  expect(elements.filter(({ tagName }) => /^(?:script|link|iframe|object|form|base)$/.test(tagName))).toEqual(
    [],
  )
  const sources = elements.flatMap((one) => attribute(one, 'src') ?? [])
  expect(sources).toEqual([expect.stringMatching(/^data:image\/png;base64,[\w+/=]+$/)])
  const policy = elements.flatMap((one) => (attribute(one, 'http-equiv') ? [attribute(one, 'content')] : []))
  expect(policy).toEqual([
    expect.stringMatching(/^default-src 'none'; style-src 'sha256-[^']+'; img-src data:;/),
  ])
  expect(attribute(elements.find(({ tagName }) => tagName === 'html') as Element, 'lang')).toBe('en')
  const image = elements.find(({ tagName }) => tagName === 'img') as Element
  expect(attribute(image, 'alt')).toContain('1. A title: 1, 0, 2')
})

test('every page names the window, what changed, what was left out, and the offsets and hash of each quotation', async () => {
  const page = await htmlPage(entryOf(digestOf(TAME)).entry)
  for (const text of [
    textOf(parse(page)),
    read(dossierOf(entryOf(digestOf(TAME)).entry, english))
      .filter(({ type }) => type === 'text')
      .map(wordsOf)
      .join(' '),
  ])
    for (const part of [
      'from May 20, 2024 at 12:00 AM UTC to May 21, 2024 at 12:00 AM UTC',
      'What changed:',
      '2 independent sources, 3 articles · since 2024-05-18',
      'Left out: 2 further stories, 1 earlier story without news (4 documents).',
      `a.md, page 3, 5–16, SHA-256 ${'a'.repeat(64)}`,
      '2024-05-20 09:30 UTC',
      '7 new documents of 16 in all (2024-05-15 – 2024-06-05); quoted: 1.',
      'Extractive: sentences of the corpus, no model.',
    ])
      expect(text).toContain(part)
})

test('a quiet day says so, how old the newest document is, and how to look further back', async () => {
  const shown = renderReply(entryOf(quiet), { colour: false, width: 200 })
  for (const text of [
    shown,
    textOf(parse(await htmlPage(entryOf(quiet).entry))),
    dossierOf(entryOf(quiet).entry, english),
  ]) {
    expect(text).toContain('All is quiet: there is nothing new to tell.')
    expect(text).toContain('The newest document here: 2024-06-05.')
    expect(text).toContain('To look further back, write --since 2024-05-15.')
  }
  expect(await htmlPage(entryOf(quiet).entry)).not.toContain('<img')
  const later = { ...quiet, window: { since: '2024-06-10T00:00:00.000Z', until: '2024-06-11T00:00:00.000Z' } }
  expect(renderReply(entryOf(later), { colour: false, width: 200 })).toContain('--since 2024-05-30.')
  const empty = { ...quiet, coverage: { documents: 0, passages: 0, oldest: null, newest: null } }
  expect(renderReply(entryOf(empty), { colour: false, width: 200 })).not.toContain('--since')
})

test('in the terminal no text from outside moves the cursor or breaks a line too wide', () => {
  fc.assert(
    fc.property(wild, (texts) => {
      const shown = renderReply(entryOf(digestOf({ ...texts, title: `\u001b[2J${texts.title}\u202e` })), {
        colour: false,
        width: 60,
      })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is what is tested
      expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/)
    }),
  )
})

test('the JSON has the names that other programs rely on', () => {
  const json = JSON.parse(JSON.stringify(replyJson(entryOf(digestOf(TAME)))))
  expect(Object.keys(json)).toEqual(
    'window status writer stories quotes documents articles leftOut coverage receipt'.split(' '),
  )
  expect(json.stories).toEqual([
    {
      ...{
        headline: 'A title',
        changed: { text: 'What is said.', quotes: [0] },
        points: [{ text: 'What is said.', quotes: [0] }],
      },
      ...{ quote: 0, articles: 3, independent: 2, began: '2024-05-18', documents: ['a.md', 'b.md'] },
      days: [
        { day: '2024-05-18', count: 1 },
        { day: '2024-05-19', count: 0 },
        { day: '2024-05-20', count: 2 },
      ],
    },
  ])
  expect(json.quotes[0]).toMatchObject({
    text: 'A sentence.',
    document: 'a.md',
    start: 5,
    end: 16,
    hash: 'a'.repeat(64),
  })
  expect(JSON.parse(JSON.stringify(replyJson(entryOf(quiet))))).toMatchObject({
    status: 'quiet',
    stories: [],
  })
})

test('a file is put in place whole, over an older one, and nothing else is left', async () => {
  const path = join(home, 'today.html')
  await writeFile(path, 'old')
  const page = await openPage(path)
  expect(await readFile(path, 'utf8')).toBe('old')
  expect(await page.write(entryOf(digestOf(TAME)).entry)).toBe(`Wrote ${path}: 1 story, 1 quotation.\n`)
  expect(await readFile(path, 'utf8')).toBe(await htmlPage(entryOf(digestOf(TAME)).entry))
  expect(await readdir(home)).toEqual(['today.html'])
})

test.each([
  ['today.pdf', /ends in \.html or \.md/],
  ['', /\(empty\) .* ends in \.html or \.md/],
  ['nowhere/today.html', /is in no folder; make .*nowhere first/],
  ['folder.md', /is a folder; write the name of a file/],
])('--out %s is refused before any work, with what to do', async (name, sentence) => {
  await mkdir(join(home, 'folder.md'), { recursive: true })
  await expect(openPage(name && join(home, name))).rejects.toThrow(sentence)
})
