/** Whatever a command returns reads on every surface, in the person's language. */
import { expect, test } from 'vitest'
import type { Briefing, Quote } from '../src/brief/briefing.ts'
import type { Reply } from '../src/command/command.ts'
import type { Answer, Quotations, Subscription } from '../src/command/context.ts'
import { quotationCard } from '../src/discord/cards/quotation.ts'
import { entryCard, replyCard } from '../src/discord/cards/reply.ts'
import { type DocumentInfo, type Passage, type StoredPlace, UNKNOWN_SOURCE } from '../src/document.ts'
import type { Kind } from '../src/languages/questions/kind.ts'
import { insteadOfPoints } from '../src/locales/answer.ts'
import { catalogues, english, languageFor } from '../src/locales/language.ts'
import { placeText } from '../src/locales/place.ts'
import { answerReply } from '../src/replies/answer.ts'
import { dossierOf } from '../src/replies/reply.ts'
import { replyJson } from '../src/terminal/json.ts'
import { renderReply } from '../src/terminal/render.ts'
import { textOf } from './fakes/discord.ts'

const LOOK = { colour: false, width: 100 }
const viewIn = (locale: string) => ({
  language: languageFor(locale),
  now: new Date('2026-11-24T12:00:00Z'),
  canThread: false,
  isPrivate: false,
})
const document: DocumentInfo = {
  ...{ id: 'pier.pdf', hash: 'a'.repeat(64), collection: 'shared', title: 'Pier', source: UNKNOWN_SOURCE },
  ...{ author: null, url: null, date: null, language: 'en', topics: [], added: '2024-05-16T00:00:00.000Z' },
}
const quoteAt = (location: StoredPlace): Quote => ({
  ...{ document: 'pier.pdf', hash: document.hash, start: 0, end: 9, text: 'It opens.', location },
})
const asked = {
  ...{ id: 'q', asked: '2024-05-16T00:00:00.000Z', person: '1', server: null, channel: null, locale: 'en' },
  ...{ collections: ['shared'], isPrivate: false, scope: {} },
}
const quotationsAt = (location: StoredPlace): Quotations => ({
  ...asked,
  kind: 'quotations',
  topic: 'pier',
  quotations: [{ quote: quoteAt(location), document, speaker: null }],
})
const coverage = { documents: 1, passages: 1, oldest: null, newest: null }
const receipt = {
  ...{ writer: 'extract' as const, model: null, promptVersion: null, inputTokens: 0, outputTokens: 0 },
  ...{ milliseconds: 5, droppedCitations: 0, droppedPoints: 0, fallback: null, incomplete: false },
}
const answer: Answer = {
  ...asked,
  kind: 'answer',
  previous: null,
  briefing: {
    ...{ question: 'when?', status: 'answered', points: [{ text: 'Soon.', quotes: [0] }], disagreements: [] },
    ...{ unsaid: [], quotes: [quoteAt({ page: 3 })], documents: [document], nearest: [], coverage },
    ...{ confidence: 1, receipt },
  },
}
const subscription: Subscription = {
  ...{ id: 'x', person: '1', server: null, channel: null, time: '08:00', zone: 'UTC', days: [1] },
  ...{ scope: { topics: [], sources: [] }, locale: 'en', collections: ['shared'] },
  ...{ next: '2026-11-26T08:00:00.000Z', last: null, paused: null },
}
const listed = {
  ...{ id: 'pier.pdf', title: 'Pier', source: UNKNOWN_SOURCE, date: null },
  ...{ added: '2024-05-16T00:00:00.000Z', collection: 'shared' },
}

test.each([
  ['en', 'The sources are in English.'],
  ['de', 'Die Quellen sind auf Englisch;'],
  ['fr', 'Les sources sont en anglais'],
])('an answer says in the language of its person that the sources are in another (%s)', (locale, line) => {
  const briefing: Briefing = { ...answer.briefing, translated: 'en' }
  const { foot } = answerReply({ ...answer, briefing }, languageFor(locale))
  expect(JSON.stringify(foot)).toContain(line)
  expect(JSON.stringify(answerReply(answer, languageFor(locale)).foot)).not.toContain(line)
})

/** One of each kind; the compiler says which is missing. */
const REPLIES: { [Kind in Reply['kind']]: Extract<Reply, { kind: Kind }> } = {
  entry: { kind: 'entry', entry: answer },
  status: {
    kind: 'status',
    status: {
      ...{ coverage, sources: [{ source: UNKNOWN_SOURCE, documents: 1 }], refused: [], busy: false },
      ...{ filling: null, votes: { up: 0, down: 0 } },
    },
  },
  settings: {
    kind: 'settings',
    settings: { private: false, channels: [], person: null, server: null, topics: ['Pier'] },
    hiddenChannels: 0,
  },
  help: { kind: 'help', commands: [] },
  outcomes: {
    kind: 'outcomes',
    outcomes: [
      { name: 'pier.pdf', kind: 'added', format: 'pdf', id: 'pier.pdf', title: 'Pier', reason: null },
    ],
  },
  documents: { kind: 'documents', page: { documents: [listed], total: 1, page: 0, pages: 1 } },
  removal: { kind: 'removal', id: 'r', document: listed },
  feeds: {
    kind: 'feeds',
    feeds: [{ url: 'https://pier.example', title: 'Pier', interval: 60, last_error: null, paused: 0 }],
  },
  subscriptions: { kind: 'subscriptions', subscriptions: [subscription] },
  subscribed: { kind: 'subscribed', subscription },
  said: { kind: 'said', text: 'feeds.known', values: { title: 'Pier' } },
  passages: { kind: 'passages', question: 'pier?', hits: [] },
  imported: {
    kind: 'imported',
    result: { added: 1, updated: 0, unchanged: 0, refused: [], duplicates: [] } as never,
  },
  opml: { kind: 'opml', text: '<opml/>' },
}

test.each(Object.values(REPLIES))('a reply of the kind $kind shows something on every surface', (reply) => {
  const card = replyCard(reply, viewIn('de'))
  expect(textOf(card as never).trim()).not.toBe('')
  if (reply.kind !== 'help') expect(renderReply(reply, LOOK).trim()).not.toBe('')
  expect(Object.keys(replyJson(reply))).not.toEqual([])
})

test('a page or slide is named in the language, also where an earlier version stored the words', () => {
  const german = languageFor('de')
  for (const [place, shown] of [
    [{ page: 3 }, 'S. 3'],
    ['p. 3', 'S. 3'],
    [{ slide: 2 }, 'Folie 2'],
    ['slide 2', 'Folie 2'],
    [{ chapter: 'p. 3' }, 'p. 3'],
    ['The pier', 'The pier'],
  ] as const) {
    expect(placeText(place, german)).toBe(shown)
    expect(textOf(entryCard(quotationsAt(place), viewIn('de')) as never)).toContain(`, ${shown}, ohne Datum`)
    expect(dossierOf(quotationsAt(place), german)).toContain(`pier.pdf, ${shown}, 0–9`)
    const context = { quote: quoteAt(place), document, before: '', after: '', verified: true }
    expect(textOf(quotationCard(context, viewIn('de')) as never)).toContain(`Unbekannte Quelle, ${shown}`)
  }
})

/** As a reader sees it, on one line. */
const read = (shown: string) => shown.replaceAll('\\', '').replace(/\s+/g, ' ')
/** The answer with another briefing. */
const answerOf = (briefing: Partial<Briefing>): Answer => ({
  ...answer,
  briefing: { ...answer.briefing, ...briefing },
})

test('the day, side or speaker of a point stands before it, on a card, in the file and in the terminal', () => {
  const german = languageFor('de')
  const points = [
    { text: 'It opened.', quotes: [0], date: '2024-05-16' },
    { text: 'It pays.', quotes: [0], label: 'against' },
    { text: 'It holds.', quotes: [0], speaker: 'Ann Lee' },
  ]
  const entry = answerOf({ kind: 'timeline', points })
  const card = read(textOf(entryCard(entry, viewIn('de')) as never))
  const file = read(dossierOf(entry, german))
  for (const [number, mark, text] of [
    ['1.', '16. Mai 2024', 'It opened.'],
    ['2.', 'Dagegen', 'It pays.'],
    ['3.', 'Ann Lee', 'It holds.'],
  ]) {
    expect(card).toContain(`**${number} ${mark}** ${text}`)
    expect(file).toContain(`## ${number} ${mark}: ${text}`)
  }
  const shown = renderReply({ kind: 'entry', entry }, LOOK)
  expect(shown).toContain(
    '1. May 16, 2024: It opened. [1]\n2. Against: It pays. [1]\n3. Ann Lee: It holds. [1]',
  )
})

test('the first point is called the bottom line, unless the points are items of one rank', () => {
  const points = ['It opened.', 'It pays.'].map((text) => ({ text, quotes: [0] }))
  const card = (kind: Kind) => textOf(entryCard(answerOf({ kind, points }), viewIn('en')) as never)
  expect(card('lookup')).toMatch(/\*\*Bottom line:\*\* It opened\..*\s+\*\*1\.\*\* It pays/)
  expect(card('list')).toMatch(/\*\*1\.\*\* It opened\..*\s+\*\*2\.\*\* It pays/)
})

test('whoever gets no answer is told what could be asked, after the closest passages', () => {
  const next = ['timeline of trade', 'who opened it?']
  for (const status of ['partial', 'help', 'not_in_corpus'] as const) {
    const nearest = status === 'partial' ? [quoteAt({ page: 3 })] : []
    const entry = answerOf({ status, points: [], quotes: [], nearest, next })
    const said = insteadOfPoints(entry.briefing, english)
    for (const shown of [
      textOf(entryCard(entry, viewIn('en')) as never),
      dossierOf(entry, english),
      renderReply({ kind: 'entry', entry }, LOOK),
    ]) {
      const inOrder = [
        said,
        ...nearest.map(({ text }) => text),
        'You could ask:',
        ...next.map((one) => `- ${one}`),
      ]
      const places = inOrder.map((part) => read(shown).indexOf(part))
      expect(places.every((at) => at >= 0)).toBe(true)
      expect(places).toEqual(places.toSorted((one, other) => one - other))
    }
  }
})

test('no line of a list is wider than the terminal, whatever the titles', () => {
  const title = 'Steel exports rose again '.repeat(12).trim()
  const outcome = { name: 'a.md', kind: 'added' as const, format: 'text', id: 'a.md', title, reason: null }
  const { subscription } = REPLIES.subscribed
  const passage: Passage = {
    ...{ document: 'a.md', hash: document.hash, collection: 'shared', source: UNKNOWN_SOURCE, date: null },
    ...{ title, text: title, language: 'en', heading: '', start: 0, end: title.length, sentences: [] },
  }
  const scores = { score: 1, bm25: 1, reading: null }
  const replies: Reply[] = [
    { kind: 'documents', page: { documents: [{ ...listed, title }], total: 1, page: 0, pages: 1 } },
    {
      kind: 'passages',
      question: 'steel',
      hits: [{ passage: { ...passage, title, text: title }, ...scores }],
    },
    { kind: 'outcomes', outcomes: [outcome] },
    { kind: 'removal', id: 'r', document: { ...listed, title } },
    {
      kind: 'feeds',
      feeds: [{ url: 'https://pier.example', title, interval: 60, last_error: null, paused: 0 }],
    },
    { kind: 'subscriptions', subscriptions: [{ ...subscription, scope: { topics: [title], sources: [] } }] },
    { kind: 'entry', entry: answerOf({ points: [{ text: title, quotes: [0] }], question: title }) },
  ]
  for (const reply of replies)
    for (const width of [40, 100])
      for (const line of renderReply(reply, { colour: false, width }).split('\n'))
        expect(line.length, reply.kind).toBeLessThanOrEqual(width)
})

test('in the terminal a quotation tells its speaker, title, publisher, place and date', () => {
  const entry = quotationsAt({ page: 3 })
  const [only] = entry.quotations
  const spoken = { ...entry, quotations: [{ ...only, speaker: 'Ann Lee' }] } as Quotations
  const shown = renderReply({ kind: 'entry', entry: spoken }, LOOK)
  expect(shown).toContain('1. “It opens.”\n   — Ann Lee, in Pier, Unknown source, p. 3, undated')
})

test('in the terminal and its JSON a page is what it was', () => {
  const reply = { kind: 'entry' as const, entry: answer }
  expect(renderReply(reply, LOOK)).toContain('— Pier, Unknown source, p. 3, undated')
  expect(replyJson(reply)).toMatchObject({ quotes: [{ location: 'p. 3' }] })
})

test('that a publisher is not known is said in the language, on every card that names one', () => {
  for (const [code, catalogue] of Object.entries(catalogues)) {
    const unknown = catalogue['source.unknown']
    const { entry, status, documents } = REPLIES
    for (const reply of [entry, status, documents])
      expect(textOf(replyCard(reply, viewIn(code)) as never)).toContain(unknown)
    expect(dossierOf(answer, languageFor(code))).toContain(unknown)
  }
  expect(dossierOf(answer, english)).toContain('Pier, Unknown source')
})
