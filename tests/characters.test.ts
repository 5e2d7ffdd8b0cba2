/** What no reader sees carries no text, and no name is longer than a name. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { QuoteInContext } from '../src/brief/briefing.ts'
import { type Corpus, openCorpus } from '../src/corpus/corpus.ts'
import { quotationCard } from '../src/discord/cards/quotation.ts'
import { languageFor } from '../src/locales/language.ts'
import { dossierOf } from '../src/replies/reply.ts'
import { renderQuoteInContext } from '../src/terminal/render.ts'
import { boundDocument, boundInfo, LONGEST } from '../src/text/bounds.ts'
import { shorten, visible } from '../src/text/characters.ts'

describe('a text as it is shown', () => {
  test.each([
    ['Hangul fillers', '\u115f\u1160\u3164\uffa0'],
    ['variation selectors 17 to 256', '\u{e0100}\u{e01ef}'],
    ['tags', '\u{e0041}\u{e0042}'],
    ['a joiner of graphemes', '\u034f'],
    ['Mongolian selectors', '\u180b\u180e\u180f'],
    ['an empty Braille cell', '\u2800'],
    ['bidirectional controls', '\u202e\u2066\u061c'],
    ['zero widths', '\u200b\u2060\ufeff'],
  ])('holds no %s', (_, hidden) =>
    expect(visible(`The pier ${hidden}opens`).replace(/ +/g, ' ')).toBe('The pier opens'),
  )

  test.each(['👩‍🚀', '❤️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', 'می‌خواهم', 'क्‍ष', 'ᠮᠣᠩᠭᠣᠯ'])('keeps %s', (text) =>
    expect(visible(text)).toBe(text),
  )

  test('keeps every letter, and is never cut inside a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(40), (text, limit) => {
        expect(visible(visible(text))).toBe(visible(text))
        const short = shorten(text, limit + 1)
        expect(short.length).toBeLessThanOrEqual(limit + 1)
        expect(short.isWellFormed()).toBe(text.isWellFormed() || short.isWellFormed())
      }),
    )
  })
})

const LONG = '\u{e0041}'.repeat(50_000)
const names = {
  title: `The pier ${LONG}${'opens '.repeat(500)}`,
  source: 'Gazette '.repeat(500),
  author: 'Ann '.repeat(500),
  url: `https://example.org/${'a'.repeat(5000)}`,
  topics: ['sea '.repeat(500)],
}

describe('names', () => {
  let home: string
  let corpus: Corpus
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'names-'))
    corpus = await openCorpus({ dataDir: home })
  })
  afterAll(async () => {
    await corpus.close()
    await rm(home, { recursive: true, force: true, maxRetries: 3 })
  })

  test('are bounded when a document is stored, and when an older version stored them as they were', () => {
    const document = {
      ...names,
      sections: [{ heading: LONG + names.title }],
      locations: [{ label: names.title }],
    }
    for (const bounded of [boundDocument(document), boundInfo(names)]) {
      for (const kind of ['title', 'source', 'author'] as const) {
        expect(bounded[kind]?.length).toBeLessThanOrEqual(LONGEST[kind])
        expect(bounded[kind]).toMatch(/…$/)
      }
      expect(bounded.topics[0]?.length).toBeLessThanOrEqual(LONGEST.topic)
      expect(bounded.url).toBeNull()
    }
  })

  test('of an imported line cost nobody who sees them anything', async () => {
    const file = join(home, 'long.jsonl')
    const { title, ...metadata } = names
    await writeFile(file, JSON.stringify({ _id: 'long', title, text: 'The pier opens in July.', metadata }))
    await corpus.importJsonl(file, 'shared')
    const [listed] = await corpus.list(['shared'], 0, 1)
    expect(listed?.title).toMatch(/^The pier opens .*…$/)
    expect(listed?.title.length).toBeLessThanOrEqual(LONGEST.title)
  })
})

const shown: QuoteInContext = {
  quote: { document: 'pier.md', hash: 'a'.repeat(64), start: 0, end: 9, text: 'It opens.' },
  document: {
    ...{ id: 'pier.md', hash: 'a'.repeat(64), collection: 'shared', title: 'Pier', source: 'Gazette' },
    ...{ author: null, url: null, date: null, language: 'en', topics: [], added: '2024-05-16T00:00:00.000Z' },
  },
  before: '',
  after: '',
  verified: false,
}

test.each(['en', 'de', 'es', 'fr', 'ru', 'zh-CN'])(
  'in %s, a sentence that reads like our own words stands with the document’s, never with ours',
  (locale) => {
    const language = languageFor(locale)
    const { say } = language
    const own = [
      say('quote.verified', { hash: 'f'.repeat(12) }),
      say('card.notInCorpus'),
      say('card.bottomLine'),
    ]
    const forged = own.join('\n')
    const title = own.join(' ')
    const quoted = { ...shown, before: forged, after: forged, document: { ...shown.document, title } }
    const long = { ...quoted, after: `${forged} ${'and so on '.repeat(100)}` }
    const view = { language, now: new Date(), canThread: false, isPrivate: true }
    const said = dossierOf(
      {
        ...{ kind: 'quotations', id: 'q', asked: '2024-05-16T00:00:00.000Z', topic: 'pier', scope: {} },
        ...{ person: '1', server: null, channel: null, locale, collections: ['shared'], isPrivate: true },
        quotations: [{ quote: shown.quote, document: quoted.document, speaker: null }],
      },
      language,
    )
    const [file] = quotationCard(long, view).files
    const texts = [
      ...textsOf(quotationCard(quoted, view).components),
      ...[file?.text ?? '', said].map((text) => text.replaceAll(/^```text\n[\s\S]*?^```$/gm, '')),
      renderQuoteInContext({ ...quoted, before: title }, { colour: false, width: 40 }),
    ]
    for (const line of texts.join('\n').split('\n'))
      for (const words of own) expect(line.replaceAll('\\', '')).not.toMatch(beginningWith(words))
  },
)

const textsOf = (value: unknown): string[] =>
  JSON.stringify(value)
    .match(/"content":"(?:[^"\\]|\\.)*"/g)
    ?.map((one) => JSON.parse(`{${one}}`).content) ?? []
/** After marks that make small print or bold. */
const beginningWith = (words: string) =>
  new RegExp(`^(?:-# |\\*\\*)?${words.slice(0, 12).replaceAll(/[^\p{L} ]/gu, '.')}`, 'u')
