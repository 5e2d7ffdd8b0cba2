/** Whatever is in an entry, its card is a message that Discord takes, in which nothing from outside is live. */
import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, test } from 'vitest'
import { commands } from '../commands/index.ts'
import type { Briefing, Quote, QuoteInContext, Receipt } from '../src/brief/briefing.ts'
import type { Check } from '../src/brief/check/checked.ts'
import type { Answer, Checked, CorpusStatus, Quotations, Settings, Stage } from '../src/command.ts'
import type { Coverage, DocumentInfo } from '../src/corpus/document.ts'
import { answerCard } from '../src/discord/cards/answer.ts'
import { checkCard } from '../src/discord/cards/check.ts'
import { dossierOf } from '../src/discord/cards/dossier.ts'
import { oneLine } from '../src/discord/cards/escape.ts'
import { type Card, sentenceCard, type View } from '../src/discord/cards/parts.ts'
import { quotationCard } from '../src/discord/cards/quotation.ts'
import { quotationsCard } from '../src/discord/cards/quotations.ts'
import { replyCard } from '../src/discord/cards/reply.ts'
import { stageCard } from '../src/discord/cards/stages.ts'
import { controlId, readControl } from '../src/discord/controls.ts'
import { messageOptions, privately } from '../src/discord/responder.ts'
import { catalogues, type Key, type LanguageCode, languageFor } from '../src/language/language.ts'
import { componentsOf, textOf } from './fakes/discord.ts'
import { checkRequest } from './fakes/discord-contract.ts'

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
const RUNS = { numRuns: 40, interruptAfterTimeLimit: 15_000 }
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
const coverage: fc.Arbitrary<Coverage> = fc.record({
  documents: fc.nat(),
  passages: fc.nat(),
  oldest: date,
  newest: date,
})
const cited = (least: number, maxLength: number) =>
  fc.array(fc.nat(45), { minLength: least, maxLength, size })
const point = fc.record(
  { text: hostile, quotes: cited(1, 20), unverifiedNumbers: fc.array(hostile) },
  { requiredKeys: ['text', 'quotes'] },
)
const disagreement = fc.record({ text: fc.option(hostile), quotes: cited(2, 4) })
const briefing: fc.Arbitrary<Briefing> = fc.record({
  question: hostile,
  status: fc.constantFrom('answered' as const, 'answered' as const, 'not_in_corpus' as const),
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
  collections: fc.array(fc.constant('shared'), { maxLength: 1 }),
}
const answer: fc.Arbitrary<Answer> = fc.record({
  ...asked,
  kind: fc.constant('answer' as const),
  scope,
  previous: fc.constant(null),
  briefing,
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
const status: fc.Arbitrary<CorpusStatus> = fc.record({
  coverage,
  sources: fc.array(fc.record({ source: hostile, documents: fc.nat() }), { maxLength: 15, size }),
  refused: fc.array(fc.record({ name: hostile, reason: hostile }), { maxLength: 15, size }),
  busy: fc.boolean(),
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

/** Our own words in bold, in every language: the only emphasis that a card may have. */
const LABELS = CODES.flatMap((code) => {
  const { say } = languageFor(code)
  const keys = [
    'card.bottomLine',
    'card.disagree',
    'card.notInCorpus',
    'check.supported',
    'check.contradicted',
  ]
  const more = ['check.notInCorpus', 'check.closest', 'check.nothing']
  return [...keys, ...more].map((key) => `**${say(key as Key)}**`)
})
const REFUSED = CODES.flatMap((code) =>
  Array.from({ length: 16 }, (_, count) => `**${languageFor(code).say('status.refused', { count })}**`),
)

/** What stays of a card without its escaped characters and our own markup. */
const foreign = (shown: string) =>
  [...LABELS, ...REFUSED]
    .reduce((text, label) => text.replaceAll(label, ''), shown.replace(/\\[^0-9A-Za-z\s]/g, ''))
    .replace(/\*\*(?:\[\d+\]|\d+\.)\*\*/g, '')
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
  const { question, points, disagreements, nearest, quotes, documents, unsaid } = briefing
  const names = [question, ...unsaid, scope.source, scope.topic, scope.speaker]
  const body =
    briefing.status === 'answered'
      ? [
          ...points.map(({ text }) => text),
          ...disagreements.flatMap((one) => [one.text, ...at(quotes, one.quotes).map(({ text }) => text)]),
          ...documents.flatMap(({ title, source }) => [title, source]),
        ]
      : nearest.map(({ text }) => text)
  return [...names, ...body].map((text) => text ?? '')
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
          const card = answerCard(entry, view)
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
          const card = quotationsCard(entry, page, view)
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
          const card = checkCard(entry, view)
          expectSound(card)
          expectWhole(card, textsOfCheck(entry.check), dossierOf(entry, language))
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
          const read = seen(file ?? shownOf(card).replaceAll('\n> ', '\n'))
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
          for (const name of names)
            expect(seen(card.files[0]?.text ?? shownOf(card))).toContain(oneLine(name))
          expectSound(replyCard({ kind: 'settings', settings }, view))
          expectSound(sentenceCard(sentence))
        }),
        RUNS,
      )
      const stages: Stage[] = ['search', 'read', 'write', 'verify']
      for (const stage of stages) expect(faultsOf(stageCard(stage, language))).toEqual([])
      const own = { language, now: NOW, canThread: false, isPrivate: true }
      expect(faultsOf(replyCard({ kind: 'help', commands }, own))).toEqual([])
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
      { ...RUNS, numRuns: 15 },
    )
  })
})
type Dossier = { entry: Answer | Checked | Quotations; shown: Quote[]; receipts: number }

describe('the id of a control', () => {
  const acts = ['quote', 'follow', 'thread', 'up', 'down', 'why', 'dossier', 'share', 'show'] as const
  const id = fc.oneof(fc.uuid(), fc.stringMatching(/^[\w-]{1,80}$/))
  const control = fc.oneof(
    fc.record({ act: fc.constantFrom(...acts), id }),
    fc.record({ act: fc.constant('page' as const), id, page: fc.nat(9999) }),
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
