/** Whatever is in an entry, its card is a message that Discord takes, in which nothing from outside is live. */

import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, test } from 'vitest'
import { commandsOf } from '../commands/index.ts'
import type { Briefing, Quote, QuoteInContext, Receipt } from '../src/brief/briefing.ts'
import type { Check } from '../src/brief/check/checked.ts'
import type {
  Answer,
  Checked,
  CorpusStatus,
  Daily,
  Quotations,
  Settings,
  Stage,
  Subscription,
} from '../src/command/context.ts'
import { type Card, sentenceCard, type View } from '../src/discord/cards/parts.ts'
import { quotationCard } from '../src/discord/cards/quotation.ts'
import { entryCard, replyCard } from '../src/discord/cards/reply.ts'
import { stageCard } from '../src/discord/cards/stages.ts'
import { controlId, readControl } from '../src/discord/controls.ts'
import { messageOptions, privately } from '../src/discord/surface.ts'
import type { Coverage, DocumentInfo } from '../src/document.ts'
import { catalogues, type Key, type LanguageCode, languageFor } from '../src/locales/language.ts'
import type { RefusalReason } from '../src/refusal.ts'
import { dossierOf } from '../src/replies/reply.ts'
import { oneLine } from '../src/text/one-line.ts'
import { componentsOf, textOf } from './fakes/discord.ts'
import { checkRequest } from './fakes/discord-contract.ts'
import { runs } from './fakes/runs.ts'

const NOW = new Date('2026-11-24T12:00:00Z')
const CODES = Object.keys(catalogues) as LanguageCode[]

const live = ['@everyone', '<@123>', '[x](https://evil.example)', '```', '**', '# ', '||', '- ', '> ', ':x:']
const odd = ['\u202e', 'z\u0301\u0302', '\ud800', '\n', 'عربى ', 'discord.gg/x ', '1. ', 'steel ', 'š', '🏭']
/** Without its own size fast-check would make short lists and texts only, far from every limit. */
const size = 'max'
const hostile = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'grapheme', maxLength: 200, size }),
  fc.array(fc.constantFrom(...live, ...odd), { maxLength: 250, size }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 60, size }),
  fc.constantFrom('', ' ', 'x'.repeat(4000), '*'.repeat(900), `z${'\u0301'.repeat(400)}`),
)
/** Large entries take minutes to shrink. */
const RUNS = { numRuns: runs(40, 4), interruptAfterTimeLimit: 15_000 }
const hash = fc.stringMatching(/^[0-9a-f]{64}$/)
const date = fc.option(fc.oneof(fc.constantFrom('2024-05-16', '2026-11-24T01:00:00.000Z'), hostile))
const document: fc.Arbitrary<DocumentInfo> = fc.record({
  id: fc.constantFrom('a.md', 'b.md', 'c.md'),
  collection: fc.constant('shared'),
  title: hostile,
  source: hostile,
  author: fc.option(hostile),
  url: fc.option(fc.oneof(fc.webUrl(), hostile, fc.constantFrom('javascript:alert(1)', 'discord://-/'))),
  date,
  added: fc.constant('2026-11-01T00:00:00.000Z'),
  language: fc.constant('en'),
  topics: fc.constant([]),
  hash,
})
const quote: fc.Arbitrary<Quote> = fc.record({
  document: fc.oneof(fc.constantFrom('a.md', 'b.md'), hostile),
  hash,
  start: fc.nat(),
  end: fc.nat(),
  text: fc.oneof(
    hostile,
    hostile.map((text) => text.repeat(3)),
  ),
})
const receipt: fc.Arbitrary<Receipt> = fc.record({
  writer: fc.constantFrom('extract' as const, 'claude' as const),
  model: fc.option(hostile),
  promptVersion: fc.option(hostile),
  inputTokens: fc.nat(),
  outputTokens: fc.nat(),
  milliseconds: fc.double({ min: 0, max: 1e6, noNaN: true }),
  droppedCitations: fc.nat(),
  droppedPoints: fc.nat(),
  fallback: fc.option(fc.oneof(fc.constantFrom('allowance', 'overloaded'), hostile)),
  incomplete: fc.boolean(),
})
/** Of documents, as each plural of a language has its own form. */
const COUNTS = [0, 1, 2, 16, 21, 1_000_000]
const coverage: fc.Arbitrary<Coverage> = fc.record({
  documents: fc.constantFrom(...COUNTS),
  passages: fc.nat(),
  oldest: date,
  newest: date,
})
const cited = (least: number, maxLength: number) =>
  fc.array(fc.nat(45), { minLength: least, maxLength, size })
const point = fc.record(
  {
    text: hostile,
    quotes: cited(1, 20),
    unverifiedNumbers: fc.array(hostile),
    label: fc.oneof(hostile, fc.constantFrom('for', 'against')),
    date: fc.constantFrom('2024-05-16', '2024-05', '2024'),
    speaker: hostile,
  },
  { requiredKeys: ['text', 'quotes'] },
)
const disagreement = fc.record(
  { kind: fc.constant('versions' as const), text: fc.option(hostile), quotes: cited(2, 4) },
  { requiredKeys: ['text', 'quotes'] },
)
const briefing: fc.Arbitrary<Briefing> = fc.record({
  question: hostile,
  kind: fc.constantFrom('lookup' as const, 'timeline' as const),
  status: fc.oneof(
    fc.constant('answered' as const),
    fc.constantFrom('not_in_corpus' as const, 'partial' as const, 'help' as const),
  ),
  next: fc.array(hostile, { maxLength: 3, size }),
  points: fc.array(point, { maxLength: 25, size }),
  disagreements: fc.array(disagreement, { maxLength: 4, size }),
  unsaid: fc.array(hostile, { maxLength: 5, size }),
  quotes: fc.array(quote, { maxLength: 40, size }),
  documents: fc.array(document, { maxLength: 20, size }),
  nearest: fc.array(quote, { maxLength: 3 }),
  coverage,
  confidence: fc.double({ min: 0, max: 1 }),
  receipt,
})
const scope = fc.record(
  { source: hostile, topic: hostile, speaker: hostile, since: fc.constant('2024-05-16') },
  { requiredKeys: [] },
)
const asked = {
  id: fc.uuid(),
  asked: fc.constant('2026-11-24T11:59:00.000Z'),
  person: fc.constant('1'),
  server: fc.constant(null),
  channel: fc.constant('2'),
  locale: fc.constant('en'),
  isPrivate: fc.boolean(),
  collections: fc.array(fc.constant('shared'), { maxLength: 1 }),
}
const answer: fc.Arbitrary<Answer> = fc.record({
  ...asked,
  kind: fc.constant('answer' as const),
  scope,
  previous: fc.constant(null),
  briefing,
})
const story = fc.record({
  headline: hostile,
  changed: fc.option(point),
  points: fc.array(point, { maxLength: 3, size }),
  quote: fc.nat(45),
  articles: fc.nat(),
  independent: fc.nat(),
  began: date,
  documents: fc.array(fc.nat(20), { maxLength: 10, size }),
  days: fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
})
const names = fc.array(hostile, { maxLength: 4, size })
const instant = fc.date({ noInvalidDate: true, min: new Date(0), max: NOW }).map((time) => time.toISOString())
const daily: fc.Arbitrary<Daily> = fc.record({
  ...asked,
  kind: fc.constant('daily' as const),
  scope: fc.record({ topics: names, sources: names }),
  digest: fc.record({
    window: fc.record({ since: instant, until: fc.oneof(instant, fc.constant(NOW.toISOString())) }),
    stories: fc.array(story, { maxLength: 10, size }),
    quotes: fc.array(quote, { maxLength: 40, size }),
    documents: fc.array(document, { maxLength: 20, size }),
    articles: fc.nat(),
    leftOut: fc.record({ stories: fc.nat(), unchanged: fc.nat(), documents: fc.nat() }),
    days: fc.array(fc.oneof(fc.constant('2026-11-24'), hostile), { maxLength: 7, size }),
    coverage,
    receipt,
  }),
})
const subscription: fc.Arbitrary<Subscription> = fc.record({
  id: fc.uuid(),
  person: fc.constant('1'),
  server: fc.constant('2'),
  channel: fc.option(fc.oneof(fc.constant('9'.repeat(19)), hostile)),
  time: fc.constant('07:30'),
  zone: fc.constantFrom('Europe/Berlin', 'America/Argentina/Buenos_Aires', 'UTC'),
  days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  scope: fc.record({ topics: names, sources: names }),
  locale: fc.constantFrom('de', 'en-GB', 'zh-CN', 'es-419'),
  collections: fc.constant(['shared']),
  next: instant,
  last: fc.option(instant),
  paused: fc.option(
    fc.constantFrom('channel_gone' as const, 'no_permission' as const, 'direct_closed' as const),
  ),
})
const quotation = fc.record({ quote, document, speaker: fc.option(hostile) })
const quotations: fc.Arbitrary<Quotations> = fc.record({
  ...asked,
  kind: fc.constant('quotations' as const),
  scope,
  topic: hostile,
  quotations: fc.array(quotation, { maxLength: 40, size }),
})
const claim = fc.record({
  start: fc.nat(),
  end: fc.nat(),
  text: hostile,
  verdict: fc.option(
    fc.constantFrom('supported' as const, 'contradicted' as const, 'not_in_corpus' as const),
  ),
  explanation: fc.option(hostile),
  quotes: cited(0, 3),
})
const checked: fc.Arbitrary<Checked> = fc.record({
  ...asked,
  kind: fc.constant('check' as const),
  check: fc.record({
    message: hostile,
    claims: fc.array(claim, { maxLength: 5, size }),
    moreClaims: fc.nat(),
    quotes: fc.array(quote, { maxLength: 40, size }),
    documents: fc.array(document, { maxLength: 20, size }),
    coverage,
    receipt,
  }),
})
const context: fc.Arbitrary<QuoteInContext> = fc.record({
  quote,
  document,
  before: hostile,
  after: hostile,
  verified: fc.boolean(),
})
const reason: fc.Arbitrary<RefusalReason> = fc.oneof(
  fc.constant<RefusalReason>({ key: 'refusal.damagedContents' }),
  hostile.map((clause): RefusalReason => ({ key: 'refusal.earlier', values: { clause } })),
  hostile.map((cause): RefusalReason => ({ key: 'refusal.unreadable', values: { cause } })),
)
const status: fc.Arbitrary<CorpusStatus> = fc.record({
  coverage,
  sources: fc.array(fc.record({ source: hostile, documents: fc.nat() }), { maxLength: 15, size }),
  refused: fc.array(fc.record({ name: hostile, reason }), { maxLength: 15, size }),
  busy: fc.boolean(),
  filling: fc.option(fc.record({ done: fc.nat(), total: fc.nat() })),
  votes: fc.record({ up: fc.nat(), down: fc.nat() }),
})
const settings: fc.Arbitrary<Settings> = fc.record({
  private: fc.boolean(),
  channels: fc.array(fc.oneof(fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map(String), hostile), {
    maxLength: 80,
    size,
  }),
  person: fc.option(fc.nat()),
  server: fc.option(fc.nat()),
  topics: fc.array(hostile, { maxLength: 20, size }),
})
const view = (code: LanguageCode): fc.Arbitrary<View> =>
  fc.record({
    language: fc.constant(languageFor(code)),
    now: fc.constant(NOW),
    canThread: fc.boolean(),
    isPrivate: fc.boolean(),
    chart: fc.option(fc.constant(new Uint8Array(10)), { nil: undefined }),
    note: fc.option(fc.constant('Due at 08:00, posted at 09:10.'), { nil: undefined }),
  })

type Sent = { components: unknown; flags: number; files: { name?: string | null; attachment: unknown }[] }

/** What Discord would refuse of this card: as an edited reply, as a channel message and as a reply for one person. */
function faultsOf(card: Card): string[] {
  const [open, own]: Sent[] = [messageOptions(card), privately(card)]
  return [
    ...refused('PATCH', '/webhooks/800000000000000001/token/messages/@original', open),
    ...refused('POST', '/channels/900000000000000002/messages', open),
    ...refused('POST', '/interactions/900000000000000003/token/callback', own, (data) => ({ type: 4, data })),
  ]
}

function refused(
  method: string,
  path: string,
  sent: Sent | undefined,
  wrap = (body: object): object => body,
) {
  const files = (sent?.files ?? []).map(({ name, attachment }, index) => {
    const bytes = new Uint8Array(attachment as Buffer)
    return { field: `files[${index}]`, name: name ?? '', type: 'text/markdown', size: bytes.length, bytes }
  })
  const body = { flags: sent?.flags, components: sent?.components, allowed_mentions: { parse: [] } }
  return checkRequest(method, path, JSON.parse(JSON.stringify(wrap(body))), files, { creates: true })
}

const shownOf = (card: Card) => textOf(card as never)
/** What a reader sees: on one line, as texts from outside are shown. */
const seen = (shown: string) => oneLine(shown.replace(/\\([^0-9A-Za-z\s])/g, '$1'))
/** What a reader of a Markdown file sees. */
const wordsOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(wordsOf).join(' ') : ''
/** The same of a card, or of the file that holds all of it. */
const seenIn = (card: Card) => {
  const text = card.files[0]?.text
  return text === undefined ? seen(shownOf(card)) : oneLine(wordsOf(fromMarkdown(text)))
}

/** Our own words in bold, in every language: the only emphasis that a card may have. */
const LABELS = CODES.flatMap((code) => {
  const { say } = languageFor(code)
  const keys = [
    'card.bottomLine',
    'card.disagree',
    'card.versions',
    'card.notInCorpus',
    'card.partial',
    'check.supported',
    'check.contradicted',
  ]
  const more = [
    'check.notInCorpus',
    'check.absentNear',
    'check.closest',
    'check.nothing',
    'daily.changed',
    'daily.quiet',
    'daily.direct',
  ]
  return [...keys, ...more].map((key) => `**${say(key as Key)}**`)
})
const REFUSED = CODES.flatMap((code) =>
  Array.from({ length: 16 }, (_, count) => `**${languageFor(code).say('status.refused', { count })}**`),
)
const ABOUT = CODES.flatMap((code) =>
  COUNTS.map((count) => `**${languageFor(code).say('card.about', { count })}**`),
)
const BOTTOM_LINES = CODES.map((code) => languageFor(code).say('card.bottomLine')).join('|')
/** The number of a point, and its day, side or speaker. */
const MARKED = new RegExp(`^\\*\\*(?:\\d+\\.|${BOTTOM_LINES}) ([^*]*)\\*\\*`, 'gm')

/** What stays of a card without its escaped characters and our own markup. */
const foreign = (shown: string) =>
  [...LABELS, ...REFUSED, ...ABOUT]
    .reduce((text, label) => text.replaceAll(label, ''), shown.replace(/\\[^0-9A-Za-z\s]/g, ''))
    .replace(/\*\*(?:\[\d+\]|\d+\.)\*\*/g, '')
    .replace(/<t:-?\d+:f>/g, '')
    .replace(MARKED, '$1')
    .replace(/^\*\*(\d+\. .*)\*\*$/gm, '$1')
    .replace(/^\*\*(<#\d+>|…)\*\*(?=, \d\d:\d\d)/gm, '')
    .replace(/^(\d\d:\d\d|, \d\d:\d\d) [\w/]+(?=, )/gm, '')
    // The quotation itself, among the sentences around it.
    .replace(/^> \*\*(.*)\*\*$/gm, '> $1')
    .replace(/^(?:### |-# |> |- )+(?:\[\d+\] )?/gm, '')
    .replace(/<#\d{1,20}>/g, '')

/** What no card may ever be, whatever it shows. */
function expectSound(card: Card): void {
  const shown = shownOf(card)
  expect(faultsOf(card)).toEqual([])
  expect(foreign(shown)).not.toMatch(/[\\*_~|`[\]<>#@]/)
  expect(shown).not.toMatch(/\w:\/\/|discord(?:app)?\.\w/i)
  expect(shown.isWellFormed()).toBe(true)
  for (const { custom_id, style, url } of componentsOf(card as never)) {
    if (custom_id !== undefined) expect(readControl(custom_id)).toBeDefined()
    if (style === 5) expect(url).toMatch(/^https?:\/\//)
  }
}

const at = <T>(list: T[], indices: number[]) => indices.flatMap((index) => list[index] ?? [])

/** Everything from outside that an answer shows. */
function textsOf({ scope, briefing }: Answer): string[] {
  const { question, points, disagreements, nearest, next = [], quotes, documents, unsaid } = briefing
  const names = [question, ...unsaid, scope.source, scope.topic, scope.speaker]
  const body =
    briefing.status === 'answered'
      ? [
          ...points.flatMap(({ text, label, speaker }) => [
            text,
            label === 'for' || label === 'against' ? '' : label || speaker,
          ]),
          ...disagreements.flatMap((one) => [one.text, ...at(quotes, one.quotes).map(({ text }) => text)]),
          ...documents.flatMap(({ title, source }) => [title, source]),
        ]
      : [...nearest.map(({ text }) => text), ...next]
  return [...names, ...body].map((text) => text ?? '')
}

/** Everything from outside that a daily briefing shows. */
function textsOfDaily({ scope, digest }: Daily): string[] {
  const { stories, quotes } = digest
  return [
    ...[...scope.sources, ...scope.topics],
    ...stories.flatMap(({ headline, changed, points, quote }) => [
      headline,
      changed?.text ?? '',
      ...points.map(({ text }) => text),
      quotes[quote]?.text ?? '',
    ]),
  ]
}

const textsOfCheck = ({ claims, quotes, documents }: Check) =>
  [
    ...claims.flatMap((one) => [
      one.text,
      one.explanation,
      ...at(quotes, one.quotes).map(({ text }) => text),
    ]),
    ...(claims.length > 0 ? documents.flatMap(({ title, source }) => [title, source]) : []),
  ].map((text) => text ?? '')

/** Holds in each language: what a card leaves out, its file says. */
function expectWhole(card: Card, texts: string[], dossier: string): void {
  const [file] = card.files
  if (file) expect(file.text).toBe(dossier)
  else for (const text of texts) expect(seen(shownOf(card))).toContain(oneLine(text))
}

describe.each(CODES)(
  'a card in %s is within every limit of Discord, inert, and whole or with its file',
  (code) => {
    const language = languageFor(code)

    test('for any answer', () => {
      fc.assert(
        fc.property(answer, view(code), (entry, view) => {
          const card = entryCard(entry, view)
          expectSound(card)
          expectWhole(card, textsOf(entry), dossierOf(entry, language))
          if (entry.briefing.quotes.length > 25) expect(card.files).toHaveLength(1)
        }),
        RUNS,
      )
    })

    test('for any page of any quotations', () => {
      fc.assert(
        fc.property(quotations, fc.oneof(fc.nat(8), fc.integer()), view(code), (entry, page, view) => {
          const card = entryCard(entry, view, page)
          expectSound(card)
          const first = 5 * Math.max(0, Math.min(page, Math.ceil(entry.quotations.length / 5) - 1))
          const shown = entry.quotations.slice(first, first + 5)
          const texts = shown.flatMap(({ quote, document, speaker }) => [
            quote.text,
            document.source,
            speaker ?? '',
          ])
          expectWhole(card, [entry.topic, ...texts], dossierOf(entry, language))
        }),
        RUNS,
      )
    })

    test('for any check', () => {
      fc.assert(
        fc.property(checked, view(code), (entry, view) => {
          const card = entryCard(entry, view)
          expectSound(card)
          expectWhole(card, textsOfCheck(entry.check), dossierOf(entry, language))
        }),
        RUNS,
      )
    })

    test('for any daily briefing', () => {
      fc.assert(
        fc.property(daily, view(code), (entry, view) => {
          const card = entryCard(entry, view)
          expectSound(card)
          const { stories, quotes } = entry.digest
          const file = card.files.find(({ name }) => name === 'daily.md')
          if (file) expect(file.text).toBe(dossierOf(entry, language))
          else for (const text of textsOfDaily(entry)) expect(seen(shownOf(card))).toContain(oneLine(text))
          if (quotes.length > 25 || stories.length > 8) expect(file).toBeDefined()
          for (const [at, { headline }] of stories.slice(0, 8).entries()) {
            const begins = oneLine(headline).slice(0, 20)
            const line = seen(shownOf(card)).indexOf(`**${at + 1}. ${begins}`)
            if (begins.isWellFormed() && !/[\\*]/.test(begins)) expect(line).toBeGreaterThanOrEqual(0)
          }
          const gallery = componentsOf(card as never).filter(({ type }) => type === 12)
          expect(gallery).toHaveLength(view.chart ? 1 : 0)
        }),
        RUNS,
      )
    })

    test('for any subscriptions', () => {
      fc.assert(
        fc.property(fc.array(subscription, { maxLength: 30, size }), view(code), (subscriptions, view) => {
          const card = replyCard({ kind: 'subscriptions', subscriptions }, view)
          expectSound(card)
          const read = seenIn(card)
          for (const { time, zone, scope } of subscriptions)
            for (const text of [`${time} ${zone}`, ...scope.topics]) expect(read).toContain(oneLine(text))
          for (const one of subscriptions)
            expectSound(replyCard({ kind: 'subscribed', subscription: one }, view))
        }),
        RUNS,
      )
    })

    test('for any quotation in its context', () => {
      fc.assert(
        fc.property(context, view(code), (shown, view) => {
          const card = quotationCard(shown, view)
          expectSound(card)
          const { before, quote, after, document } = shown
          const file = card.files[0]?.text
          const lines = shownOf(card).replace(/^> (?:\*\*(.*)\*\*|(.*))$/gm, '$1$2')
          const read = file === undefined ? seen(lines) : seenIn(card)
          for (const part of [before, quote.text, after])
            if (file === undefined) expect(read).toContain(oneLine(part))
            else expect(file).toContain(part)
          for (const fact of [document.title, document.source, document.author ?? ''])
            expect(read).toContain(oneLine(fact))
        }),
        RUNS,
      )
    })

    test('for any status, settings, sentence and stage, and for the help', () => {
      fc.assert(
        fc.property(status, settings, hostile, view(code), (status, settings, sentence, view) => {
          const card = replyCard({ kind: 'status', status }, view)
          expectSound(card)
          const names = [
            ...status.sources.map(({ source }) => source),
            ...status.refused.map(({ name }) => name),
          ]
          for (const name of names) expect(seenIn(card)).toContain(oneLine(name))
          expectSound(replyCard({ kind: 'settings', settings, hiddenChannels: 60 }, view))
          expectSound(sentenceCard(sentence))
        }),
        RUNS,
      )
      const stages: Stage[] = ['search', 'read', 'write', 'verify']
      for (const stage of stages) expect(faultsOf(stageCard(stage, language))).toEqual([])
      const own = { language, now: NOW, canThread: false, isPrivate: true }
      expect(faultsOf(replyCard({ kind: 'help', commands: commandsOf('chat') }, own))).toEqual([])
    })
  },
)

/** The texts of a Markdown file's fences, as a Markdown reader finds them. */
const fencesOf = (file: string) =>
  fromMarkdown(file).children.flatMap((node) => (node.type === 'code' ? [read(node.value)] : []))
/** Markdown knows one line break and no NUL, and its readers differ on empty lines at the ends of a fence. */
const read = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\ufffd')
    .replace(/^\n+|\n+$/g, '')

describe.each(CODES)('the dossier in %s holds every quotation in a fence that it cannot close', (code) => {
  test.each([
    [
      'an answer',
      answer.map((entry) => {
        const { status, disagreements, quotes, nearest } = entry.briefing
        const points = entry.briefing.points
          .slice(0, 3)
          .map((one) => ({ ...one, quotes: one.quotes.slice(0, 3) }))
        const shown = [...points, ...disagreements].flatMap((one) => at(quotes, one.quotes))
        const short = { ...entry, briefing: { ...entry.briefing, points } }
        return { entry: short, shown: status === 'answered' ? shown : nearest, receipts: 1 }
      }),
    ],
    [
      'a check',
      checked.map((entry) => {
        const shown = entry.check.claims.flatMap((one) => at(entry.check.quotes, one.quotes))
        return { entry, shown, receipts: 1 }
      }),
    ],
    [
      'a daily briefing',
      daily.map((entry) => {
        const stories = entry.digest.stories.slice(0, 3)
        const shown = stories.flatMap(({ quote, changed, points }) => {
          const told = [...(changed ? [changed] : []), ...points].flatMap(({ quotes }) => quotes)
          return at(entry.digest.quotes, [...new Set([quote, ...told])])
        })
        return { entry: { ...entry, digest: { ...entry.digest, stories } }, shown, receipts: 1 }
      }),
    ],
    [
      'quotations',
      quotations.map((entry) => ({ entry, shown: entry.quotations.map(({ quote }) => quote), receipts: 0 })),
    ],
  ])('of %s, with its place and hash', (_, dossiers) => {
    fc.assert(
      fc.property(dossiers as fc.Arbitrary<Dossier>, ({ entry, shown, receipts }) => {
        const file = dossierOf(entry, languageFor(code))
        const fences = fencesOf(file)
        expect(fences.slice(0, fences.length - receipts)).toEqual(shown.map(({ text }) => read(text)))
        for (const { text, hash, start, end } of shown) {
          expect(file).toContain(text)
          expect(file).toContain(`, ${start}–${end}, SHA-256 ${hash}`)
        }
      }),
      { ...RUNS, numRuns: runs(15, 3) },
    )
  })
})
type Dossier = { entry: Answer | Checked | Daily | Quotations; shown: Quote[]; receipts: number }

describe('the id of a control', () => {
  const acts = [
    'quote',
    'follow',
    'thread',
    'up',
    'down',
    'why',
    'dossier',
    'share',
    'show',
    'stories',
  ] as const
  const id = fc.oneof(fc.uuid(), fc.stringMatching(/^[\w-]{1,80}$/))
  const control = fc.oneof(
    fc.record({ act: fc.constantFrom(...acts), id }),
    fc.record({ act: fc.constant('page' as const), id, page: fc.nat(9999) }),
    fc.record({ act: fc.constant('story' as const), id, story: fc.nat(9999) }),
  )

  test('is at most 100 characters and gives the control back', () => {
    fc.assert(
      fc.property(control, (wanted) => {
        const made = controlId(wanted)
        expect(made?.length).toBeLessThanOrEqual(100)
        expect(readControl(made ?? '')).toEqual(wanted)
      }),
    )
  })

  test('is refused for what cannot stand in one', () => {
    const bad = fc.oneof(
      fc.constantFrom('', 'a:b', 'a b', 'x'.repeat(81)),
      hostile.filter((text) => /[^\w-]/.test(text)),
    )
    fc.assert(fc.property(fc.constantFrom(...acts), bad, (act, id) => controlId({ act, id }) === undefined))
    for (const page of [-1, 0.5, 10_000, Number.NaN])
      expect(controlId({ act: 'page', id: 'a', page })).toBeUndefined()
  })

  test('of anything else is no control', () => {
    fc.assert(fc.property(hostile, (text) => readControl(text) === undefined))
    for (const text of [
      '0:up:a',
      '2:up:a',
      '1:nope:a',
      '1:up:',
      '1:up:a:1',
      '1:page:a',
      '1:page:a:x',
      ' 1:up:a',
      '1:up:a\n',
    ])
      expect(readControl(text), text).toBeUndefined()
  })
})
