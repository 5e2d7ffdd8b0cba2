/** What the card and the file of a daily briefing say, word for word, on an ordinary day and on the fullest one. */
import { describe, expect, test } from 'vitest'
import type { Daily, Subscription } from '../src/command/context.ts'
import type { Story } from '../src/daily/digest.ts'
import type { Card, View } from '../src/discord/cards/parts.ts'
import { entryCard, replyCard } from '../src/discord/cards/reply.ts'
import type { DocumentInfo } from '../src/document.ts'
import { catalogues, type LanguageCode, languageFor } from '../src/locales/language.ts'
import { dossierOf } from '../src/replies/reply.ts'
import { componentsOf, textOf } from './fakes/discord.ts'

const NOW = new Date('2026-11-25T08:01:00Z')
const viewIn = (locale: string, more: Partial<View> = {}): View => ({
  ...{ language: languageFor(locale), now: NOW, canThread: false, isPrivate: false },
  ...more,
})
const stampOf = (time: string) => `<t:${Date.parse(time) / 1000}:f>`
const documentOf = (id: string, source: string, date: string | null, url: string | null): DocumentInfo => ({
  ...{ id, collection: 'shared', title: `About ${id}`, source, author: null, url, date },
  ...{ added: '2026-11-25T00:00:00Z', language: 'en', topics: [], hash: id.repeat(64).slice(0, 64) },
})
const quoteOf = ({ id: document, hash }: DocumentInfo, text: string) => ({
  ...{ document, hash, start: 10, end: 10 + text.length, text },
})
const ferry = documentOf('a', 'Coast News', '2026-11-25T06:30:00.000Z', 'https://coast.example/ferry')
const bank = documentOf('b', 'Valley Post', '2026-11-24', 'javascript:alert(1)')
const quotes = [
  quoteOf(ferry, 'The Aurora ran aground at dawn.'),
  quoteOf(ferry, 'All forty passengers are ashore.'),
  quoteOf(bank, 'The bank kept its rate.'),
]
const story = (more: Partial<Story>): Story => ({
  ...{ headline: 'Ferry runs aground', changed: null, points: [], quote: 0, articles: 1, independent: 1 },
  ...{ began: null, documents: [0], days: [0, 1], ...more },
})
const dailyOf = (digest: Partial<Daily['digest']> = {}, more: Partial<Daily> = {}): Daily => ({
  ...{ id: '0f8fad5b-d9cb-469f-a165-70867728950e', asked: '2026-11-25T08:00:00.000Z', person: '1' },
  ...{ server: null, channel: null, locale: 'en', collections: ['shared'], isPrivate: false, kind: 'daily' },
  scope: { topics: [], sources: [] },
  digest: {
    window: { since: '2026-11-24T08:00:00.000Z', until: '2026-11-25T08:00:00.000Z' },
    stories: [
      story({
        changed: { text: 'The passengers are ashore.', quotes: [1] },
        points: [{ text: 'The Aurora ran aground at dawn.', quotes: [0] }],
        ...{ articles: 5, independent: 3, began: '2026-11-23' },
      }),
      story({
        headline: 'Rate [kept] at **4**',
        points: [{ text: 'The bank did not move', quotes: [2], unverifiedNumbers: ['4'] }],
        ...{ quote: 2, documents: [1] },
      }),
    ],
    ...{ quotes, documents: [ferry, bank], articles: 9 },
    leftOut: { stories: 1, unchanged: 2, documents: 4 },
    days: ['2026-11-24', '2026-11-25'],
    coverage: { documents: 40, passages: 90, oldest: '2024-01-01', newest: '2026-11-25' },
    receipt: {
      ...{ writer: 'extract', model: null, promptVersion: null, inputTokens: 0, outputTokens: 0 },
      ...{ milliseconds: 5, droppedCitations: 0, droppedPoints: 0, fallback: null, incomplete: false },
    },
    ...digest,
  },
  ...more,
})
const linesOf = (card: Card) => textOf(card as never).split('\n')
const since = stampOf('2026-11-24T08:00:00Z')
const until = stampOf('2026-11-25T08:00:00Z')

describe('a daily briefing', () => {
  test('reads as it should in English, what changed first', () => {
    const entry = dailyOf({}, { scope: { topics: ['sea'], sources: ['Coast News', 'Valley Post'] } })
    expect(linesOf(entryCard(entry, viewIn('en', { note: 'Due at 08:00, posted at 08:01.' })))).toEqual([
      `### What is new since ${since}`,
      '-# Only Coast News, Valley Post · about sea',
      '-# Due at 08:00, posted at 08:01.',
      '**1. Ferry runs aground**',
      '-# 3 independent sources, 5 articles · since 2026-11-23',
      '**What changed:** The passengers are ashore. **[1]**',
      `> “The Aurora ran aground at dawn.” — Coast News, ${stampOf('2026-11-25T06:30:00Z')} **[1]**`,
      '**2. Rate \\[kept\\] at \\*\\*4\\*\\***',
      '-# 1 source, 1 article',
      'The bank did not move **[2]** (⚠ a number here is in none of the quotations)',
      '> “The bank kept its rate.” — Valley Post, 2026-11-24 (1 day ago) **[2]**',
      '-# **[1]** Coast News · **[2]** Valley Post',
      '-# Left out: 1 further story, 2 earlier stories without news (4 documents).',
      '-# 9 new documents of 40 in all (2024-01-01 – 2026-11-25); quoted: 2.',
      '-# Extractive: sentences of the corpus, no model.',
    ])
  })

  test('reads as it should in German and Russian', () => {
    const german = linesOf(entryCard(dailyOf(), viewIn('de')))
    expect(german[0]).toBe(`### Was es seit ${since} Neues gibt`)
    expect(german).toContain('-# 3 unabhängige Quellen, 5 Artikel · seit 2026-11-23')
    expect(german).toContain('**Was sich geändert hat:** The passengers are ashore. **[1]**')
    expect(german).toContain(
      '-# Nicht dabei: 1 weitere Geschichte, 2 frühere Geschichten ohne Neuigkeiten (4 Dokumente).',
    )
    const russian = linesOf(entryCard(dailyOf(), viewIn('ru')))
    expect(russian).toContain('-# 3 независимых источника, 5 статей · с 2026-11-23')
    expect(russian).toContain('-# Не вошло: ещё 1 сюжет, 2 прежних сюжета без новостей (4 документа).')
  })

  test('of another time says from when to when', () => {
    const later = viewIn('en', { now: new Date('2026-11-27T08:00:00Z') })
    expect(linesOf(entryCard(dailyOf(), later))[0]).toBe(`### What was new from ${since} to ${until}`)
  })

  test('opens the source of a story only where its address is one of the web', () => {
    const links = componentsOf(entryCard(dailyOf(), viewIn('en')) as never).filter(({ style }) => style === 5)
    expect(links.map(({ label, url }) => [label, url])).toEqual([
      ['Coast News', 'https://coast.example/ferry'],
    ])
  })

  test('of a quiet day says so', () => {
    const quiet = { stories: [], quotes: [], documents: [], articles: 0 }
    const leftOut = { stories: 0, unchanged: 0, documents: 0 }
    expect(linesOf(entryCard(dailyOf({ ...quiet, leftOut }), viewIn('en')))).toEqual([
      `### What is new since ${since}`,
      '**All is quiet: there is nothing new to tell.**',
      'The newest document here: 2026-11-25 (today).',
      '-# 0 new documents of 40 in all (2024-01-01 – 2026-11-25); quoted: 0.',
      '-# Extractive: sentences of the corpus, no model.',
    ])
  })

  test('has a chart that says in words what it shows', () => {
    const view = viewIn('en', { chart: new Uint8Array([1]) })
    const card = entryCard(dailyOf(), view)
    const gallery = componentsOf(card as never).find(({ type }) => type === 12)
    expect(gallery?.items).toEqual([
      {
        media: { url: 'attachment://stories.png' },
        description:
          'Articles a day for each story, 2026-11-24 to 2026-11-25.\n1. Ferry runs aground: 0, 1\n2. Rate [kept] at **4**: 0, 1',
      },
    ])
    expect(card.files).toEqual([{ name: 'stories.png', bytes: new Uint8Array([1]) }])
  })

  test('stands whole in its file: every quotation with its place and hash, and the receipt', () => {
    const file = dossierOf(dailyOf(), languageFor('en'))
    expect(file.split('\n').slice(0, 9)).toEqual([
      '# What was new from November 24, 2026 at 8:00 AM UTC to November 25, 2026 at 8:00 AM UTC',
      '',
      '## 1. Ferry runs aground',
      '',
      '3 independent sources, 5 articles · since 2026-11-23',
      '',
      '**What changed:** The passengers are ashore. **2**',
      '',
      `**1** \\[1] About a; a, 10–${10 + 'The Aurora ran aground at dawn.'.length}, SHA-256 ${ferry.hash}`,
    ])
    for (const { text } of quotes) expect(file).toContain(`\`\`\`text\n${text}\n\`\`\``)
    expect(file).toContain(`a, 10–${10 + 'The Aurora ran aground at dawn.'.length}, SHA-256 ${ferry.hash}`)
    expect(file).toContain('A number here is in none of the quotations: 4.')
    expect(file).toContain('"writer": "extract"')
  })
})

describe('the fullest briefing', () => {
  const long = 'The central bank kept its main rate at four percent, because prices rise faster than it wants'
  const full = (words: string, count: number): Daily => {
    const documents = Array.from({ length: 24 }, (_, at) =>
      documentOf(
        `d${at}`,
        `Paper ${at} ${words}`.slice(0, 900),
        '2026-11-25T06:30:00.000Z',
        `https://e.example/${at}`,
      ),
    )
    const quotes = Array.from({ length: 32 }, (_, at) =>
      quoteOf(documents[at % 24] as DocumentInfo, `${words} ${at}`),
    )
    const stories = Array.from({ length: count }, (_, at) =>
      story({
        headline: `Story ${at + 1}: ${words}`,
        changed: { text: `Changed ${at + 1}: ${words}`, quotes: [at], unverifiedNumbers: ['5'] },
        points: [
          { text: `One ${words}`, quotes: [at + 8] },
          { text: `Two ${words}`, quotes: [at + 16] },
        ],
        ...{ quote: at + 16, documents: [at], independent: 12, articles: 2345, began: '2026-11-20' },
        days: [1, 2, 3, 4, 5, 6, 700_000],
      }),
    )
    const names = Array.from({ length: 10 }, () => words)
    const entry = dailyOf({ stories, quotes, documents }, { scope: { topics: names, sources: names } })
    const fallback = words.slice(0, 500)
    entry.digest.receipt = { ...entry.digest.receipt, droppedPoints: 4, incomplete: true, fallback }
    return entry
  }
  const codes = Object.keys(catalogues) as LanguageCode[]
  const cases = codes.flatMap((code) =>
    [long, '*_'.repeat(2000), '[x](https://evil.example) '.repeat(60), '漢'.repeat(3000)].flatMap((words) =>
      [8, 12].map((count) => [code, count, words] as const),
    ),
  )

  test.each(cases)('in %s with %i stories is one message that names each story', (code, count, words) => {
    const view = viewIn(code, { isPrivate: true, chart: new Uint8Array([1]), note: 'x'.repeat(150) })
    const card = entryCard(full(words, count), view)
    const shown = textOf(card as never)
    expect([...shown].length).toBeLessThanOrEqual(4000)
    expect(componentsOf(card as never).length).toBeLessThanOrEqual(40)
    for (let number = 1; number <= 8; number += 1) expect(shown).toContain(`**${number}. Story ${number}: `)
    const pictures = componentsOf(card as never).flatMap(
      ({ items }) => (items ?? []) as { description: string }[],
    )
    const description = pictures[0]?.description ?? ''
    expect(description.length).toBeLessThanOrEqual(1024)
    for (let number = 1; number <= 8; number += 1)
      expect(description).toMatch(new RegExp(`^${number}\\. .*: 1, 2, 3, 4, 5, 6, 700000$`, 'm'))
    expect(card.files.map(({ name }) => name)).toEqual(['stories.png', 'daily.md'])
  })

  test('says what changed before anything else of a story', () => {
    const shown = textOf(entryCard(full(long, 8), viewIn('en')) as never)
    for (let number = 1; number <= 8; number += 1)
      expect(shown).toMatch(
        new RegExp(`\\*\\*${number}\\. .*\\n-# .*\\n\\*\\*What changed:\\*\\* Changed ${number}`),
      )
  })
})

describe('the list of briefings', () => {
  const order: Subscription = {
    ...{ id: 'x', person: '1', server: '2', channel: '7', time: '08:00', zone: 'Europe/Berlin' },
    ...{ days: [1, 2, 3, 4, 5, 6, 7], scope: { topics: ['sea'], sources: [] }, locale: 'de' },
    ...{
      collections: ['shared'],
      next: '2026-11-26T07:00:00.000Z',
      last: '2026-11-25T07:00:00.000Z',
      paused: null,
    },
  }
  const listed = (subscriptions: Subscription[], locale = 'en') =>
    linesOf(replyCard({ kind: 'subscriptions', subscriptions }, viewIn(locale)))

  test('tells where, when, about what, in which language, and when next', () => {
    expect(listed([order, { ...order, channel: null, days: [1, 4], last: null }])).toEqual([
      '### Briefings',
      '**<#7>**, 08:00 Europe/Berlin, every day',
      '-# Only about sea · Deutsch',
      `-# next: ${stampOf('2026-11-26T07:00:00Z')} · last: ${stampOf('2026-11-25T07:00:00Z')}`,
      '**direct message**, 08:00 Europe/Berlin, Monday and Thursday',
      '-# Only about sea · Deutsch',
      `-# next: ${stampOf('2026-11-26T07:00:00Z')}`,
    ])
    expect(listed([{ ...order, days: [1, 2, 3, 4, 5] }], 'fr')[1]).toBe(
      '**<#7>**, 08:00 Europe/Berlin, du lundi au vendredi',
    )
  })

  test.each([
    ['channel_gone', 'the channel is gone, or I am no longer in the server'],
    ['no_permission', 'I may not see the channel or not write in it'],
    ['direct_closed', 'you take no direct messages from me'],
  ] as const)('says of one that is paused that %s', (paused, why) => {
    const lines = listed([{ ...order, paused }])
    expect(lines.at(-1)).toBe(`⚠ Paused: ${why}; /daily resume posts it again.`)
    expect(lines.join()).not.toContain('next:')
  })
})
