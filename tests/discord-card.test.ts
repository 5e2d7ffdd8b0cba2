/** Any text in any briefing becomes a message that Discord takes and in which nothing is live. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Briefing } from '../src/brief/briefing.ts'
import type { Reply } from '../src/command.ts'
import type { DocumentInfo } from '../src/corpus/document.ts'
import { answerCard } from '../src/discord/card.ts'
import { messageOptions } from '../src/discord/deliver.ts'
import { bounded, cleanText, escapeText, oneLine, shorten } from '../src/discord/escape.ts'
import { age, type Card } from '../src/discord/parts.ts'
import { quoteCard, replyCard } from '../src/discord/replies.ts'
import { componentsOf, textOf } from './fakes/discord.ts'
import { checkRequest } from './fakes/discord-contract.ts'

const NOW = new Date('2026-11-24T12:00:00Z')
const ID = '01JDABCDEFGHJKMNPQRSTVWXYZ'

const words = [
  '@everyone',
  '[x](https://evil.example)',
  '```',
  '**',
  '# ',
  '||',
  '\u202e',
  'z\u0301\u0302',
  '\n',
]
/** Without its own size fast-check would make short lists and texts only, far from every limit. */
const size = 'max'
const hostile = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'grapheme', maxLength: 200, size }),
  fc
    .array(fc.constantFrom('steel ', 'a', 'š', '🏭', ...words), { maxLength: 250, size })
    .map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 60, size }),
)
const hash = fc.stringMatching(/^[0-9a-f]{64}$/)
const date = fc.option(fc.oneof(fc.constantFrom('2024-05-16', '2026-11-24T01:00:00.000Z'), hostile))
const url = fc.option(fc.oneof(fc.webUrl(), hostile))
const document: fc.Arbitrary<DocumentInfo> = fc.record({
  id: fc.constantFrom('a.md', 'b.md', 'c.md'),
  collection: fc.constant('shared'),
  title: hostile,
  source: hostile,
  author: fc.option(hostile),
  url,
  date,
  added: fc.constant('2026-11-01T00:00:00.000Z'),
  language: fc.constant('en'),
  topics: fc.constant([]),
  hash,
})
const quote = fc.record({
  document: fc.oneof(fc.constantFrom('a.md', 'b.md'), hostile),
  hash,
  start: fc.nat(),
  end: fc.nat(),
  text: fc.oneof(
    hostile,
    hostile.map((text) => text.repeat(9)),
  ),
})
const briefing: fc.Arbitrary<Briefing> = fc.record({
  question: hostile,
  status: fc.constantFrom('answered' as const, 'not_in_corpus' as const),
  points: fc.array(
    fc.record(
      {
        text: hostile,
        quotes: fc.array(fc.nat(40), { minLength: 1, maxLength: 20, size }),
        unverifiedNumbers: fc.array(hostile),
      },
      { requiredKeys: ['text', 'quotes'] },
    ),
    { maxLength: 25, size },
  ),
  disagreements: fc.array(
    fc.record({
      text: fc.option(hostile),
      quotes: fc.array(fc.nat(40), { minLength: 2, maxLength: 4, size }),
    }),
    { maxLength: 3, size },
  ),
  unsaid: fc.array(hostile, { maxLength: 5, size }),
  quotes: fc.array(quote, { maxLength: 40, size }),
  documents: fc.array(document, { maxLength: 20, size }),
  nearest: fc.array(quote, { maxLength: 3 }),
  coverage: fc.record({ documents: fc.nat(), passages: fc.nat(), oldest: date, newest: date }),
  confidence: fc.double({ min: 0, max: 1 }),
  receipt: fc.record({
    writer: fc.constantFrom('extract' as const, 'claude' as const),
    model: fc.option(hostile),
    promptVersion: fc.option(hostile),
    inputTokens: fc.nat(),
    outputTokens: fc.nat(),
    milliseconds: fc.double({ min: 0, max: 1e6, noNaN: true }),
    droppedCitations: fc.nat(),
    droppedPoints: fc.nat(),
    fallback: fc.option(hostile),
    incomplete: fc.boolean(),
  }),
})

/** What Discord would refuse of this card as an edited reply. */
function faults(card: Card): string[] {
  const { files, components } = messageOptions(card)
  const sent = files.map((file, index) => ({
    field: `files[${index}]`,
    name: file.name ?? '',
    type: 'text/markdown',
    size: (file.attachment as Buffer).length,
    bytes: new Uint8Array(file.attachment as Buffer),
  }))
  const body = { flags: 32768, components, allowed_mentions: { parse: [] } }
  const path = '/webhooks/800000000000000001/token/messages/@original'
  return checkRequest('PATCH', path, JSON.parse(JSON.stringify(body)), sent, { creates: true })
}

describe('a message is within every limit of Discord', () => {
  test('for any briefing, and nothing is cut without the file that holds it', () => {
    fc.assert(
      fc.property(briefing, (made) => {
        const card = answerCard({ id: ID, briefing: made }, NOW)
        expect(faults(card)).toEqual([])
        const shown = textOf(card as never)
        if (card.files.length === 0) {
          expect(shown).not.toContain('in the file')
          if (made.status === 'answered')
            for (const point of made.points) expect(shown).toContain(escapeText(oneLine(point.text)))
        } else
          for (const { text } of made.status === 'answered' ? cited(made) : made.nearest)
            expect(card.files[0]?.text).toContain(text)
      }),
      { numRuns: 150 },
    )
  })

  test('for any quotation, list of quotations and status', () => {
    const found = fc.record({ quote, document, speaker: fc.option(hostile) })
    fc.assert(
      fc.property(
        fc.array(found, { maxLength: 25, size }),
        hostile,
        fc.boolean(),
        (quotations, around, verified) => {
          const reply: Reply = { kind: 'quotations', topic: around, quotations, private: false }
          expect(faults(replyCard(reply, NOW))).toEqual([])
          for (const { quote, document } of quotations.slice(0, 3))
            expect(faults(quoteCard({ quote, document, before: around, after: around, verified }))).toEqual(
              [],
            )
          const refused = quotations.map(({ document }) => ({ name: document.title, reason: around }))
          const sources = quotations.map(({ document }) => ({ source: document.source, documents: 2 }))
          const coverage = { documents: 1, passages: 1, oldest: around, newest: null }
          const status = { coverage, sources, refused, busy: verified }
          expect(faults(replyCard({ kind: 'status', status, private: true }, NOW))).toEqual([])
        },
      ),
      { numRuns: 80 },
    )
  })
})

const cited = (made: Briefing) =>
  made.points.flatMap((point) => point.quotes.flatMap((index) => made.quotes[index] ?? []))

const simple = (more: Partial<Briefing>): Briefing => {
  const text = 'Steel exports rose by 12 percent.'
  const info = {
    id: 'a.md',
    collection: 'shared',
    title: 'Steel',
    source: 'Gazette',
    author: null,
    url: null,
  }
  return {
    question: 'what rose?',
    status: 'answered',
    points: [{ text: 'Exports rose', quotes: [0] }],
    disagreements: [],
    unsaid: [],
    quotes: [{ document: 'a.md', hash: 'f'.repeat(64), start: 10, end: 10 + text.length, text }],
    documents: [
      {
        ...info,
        date: '2026-11-21',
        added: '2026-11-22T00:00:00Z',
        language: 'en',
        topics: [],
        hash: 'f'.repeat(64),
      },
    ],
    nearest: [],
    coverage: { documents: 7, passages: 90, oldest: '2024-01-01', newest: '2026-11-21' },
    confidence: 1,
    receipt: {
      writer: 'extract',
      model: null,
      promptVersion: null,
      inputTokens: 0,
      outputTokens: 0,
      milliseconds: 5,
      droppedCitations: 0,
      droppedPoints: 0,
      fallback: null,
      incomplete: false,
    },
    ...more,
  }
}
const shownOf = (more: Partial<Briefing>) => {
  const card = answerCard({ id: ID, briefing: simple(more) }, NOW)
  return { card, shown: textOf(card as never) }
}

describe('a briefing reads as it should', () => {
  test('points, citations, sources with their age, coverage and writer', () => {
    const { card, shown } = shownOf({})
    expect(shown).toBe(
      [
        '### what rose?',
        '**1.** Exports rose **[1]**',
        '-# [1] Steel, Gazette · 2026-11-21 (3 days ago)',
        '-# Searched 7 documents (2024-01-01 – 2026-11-21), quoted 1.',
        '-# Extractive: sentences of the corpus, no model.',
      ].join('\n'),
    )
    expect(card.files).toEqual([])
    const menu = componentsOf(card as never).find(({ type }) => type === 3)
    expect(menu?.custom_id).toBe(`1:quote:${ID}`)
    expect(menu?.options).toEqual([
      { label: '[1] Steel exports rose by 12 percent.', value: '0', description: 'Steel' },
    ])
  })

  test('a number without a quotation, a fallback and an incomplete answer are said', () => {
    const receipt = { ...simple({}).receipt, fallback: 'no credit', incomplete: true, droppedPoints: 2 }
    const points = [{ text: 'Up 99 percent', quotes: [0], unverifiedNumbers: ['99'] }]
    const { shown } = shownOf({ receipt, points })
    expect(shown).toContain('⚠ a number here stands in none of the quotations')
    expect(shown).toContain('Claude did not write it: no credit')
    expect(shown).toContain('may be incomplete')
    expect(shown).toContain('2 points left out')
  })

  test('when the corpus does not answer, that is said and the nearest passages are offered, quoted', () => {
    const nearest = simple({}).quotes
    const { shown } = shownOf({ status: 'not_in_corpus', points: [], quotes: [], documents: [], nearest })
    expect(shown).toContain('**The corpus does not answer this.**')
    expect(shown).toContain('> “Steel exports rose by 12 percent.”')
  })

  test('a long answer keeps every citation beside its point, and the file holds it whole', () => {
    const points = Array.from({ length: 8 }, () => ({
      text: 'A long point about steel. '.repeat(60),
      quotes: [0],
    }))
    const { card, shown } = shownOf({ points })
    expect(shown.match(/… \*\*\[1\]\*\*/g)).toHaveLength(8)
    expect(shown).toContain('Shortened to fit: briefing.md')
    expect(card.files[0]?.text).toContain(points[0]?.text.trim())
    expect(card.files[0]?.text).toContain(`characters 10–43 of a.md, SHA-256 ${'f'.repeat(64)}`)
  })

  test.each(['plain words ', '*', '@_', '\n1. ', '🏭'])(
    'the fullest message of %j is within the limits',
    (unit) => {
      const text = unit.repeat(2000)
      const [quote, document] = [simple({}).quotes[0], simple({}).documents[0]]
      const more = {
        question: text,
        points: Array.from({ length: 30 }, () => ({ text, quotes: [0, 30, 59], unverifiedNumbers: ['1'] })),
        quotes: Array.from({ length: 60 }, (_, n) => ({ ...quote, document: `${n}`, text })),
        documents: Array.from({ length: 60 }, (_, n) => ({
          ...document,
          id: `${n}`,
          title: text,
          source: text,
        })),
        receipt: { ...simple({}).receipt, fallback: text, incomplete: true, droppedPoints: 5 },
      } as Partial<Briefing>
      const { card, shown } = shownOf(more)
      expect(faults(card)).toEqual([])
      expect(shown).toContain('**[1]** **[31]** **[60]**')
      expect(shown).toContain('18 more points in the file')
      const nearest = (more.quotes ?? []).slice(0, 3)
      expect(faults(shownOf({ ...more, status: 'not_in_corpus', points: [], nearest }).card)).toEqual([])
    },
  )

  test.each([
    ['2026-11-24', 'today'],
    ['2026-11-23', '1 day ago'],
    ['2026-05-24', '6 months ago'],
    ['2023-11-01', '3 years ago'],
    ['2027-01-01', ''],
    ['soon', ''],
  ])('a source of %s is of age "%s"', (date, expected) => expect(age(date, NOW)).toBe(expected))
})

const SPECIAL = /[*_~|`[\]()<>#@]/

/** The characters that stand without a backslash, one by one with what precedes them. */
const live = (escaped: string) => escaped.replace(/\\[^0-9A-Za-z\s]/g, '')

describe('text from outside is inert', () => {
  test('no special character stays live, and a reader sees the same characters', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeText(text)
        expect(live(escaped)).not.toMatch(SPECIAL)
        expect(live(escaped)).not.toContain('\\')
        expect(escaped).not.toMatch(/^\s*(?:[-+]|\d+\.)/m)
        expect(escaped.replace(/\\([^0-9A-Za-z\s])/g, '$1')).toBe(cleanText(text))
      }),
    )
  })

  test('shortening never leaves half an escape or half a character', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 200 }), (text, limit) => {
        const { text: short, cut } = bounded(text, limit)
        expect(short.length).toBeLessThanOrEqual(limit)
        expect(live(short)).not.toMatch(/[\\*_~|`[\]()<>#@]/)
        expect(short.isWellFormed()).toBe(true)
        if (!cut) expect(short).toBe(escapeText(text))
        expect(shorten(text, limit).length).toBeLessThanOrEqual(limit)
      }),
    )
  })

  test.each([
    ['@everyone <@123> <@&1> <#5> </ask:1> <:x:1> <t:1:R> <id:home>', /(?<!\\)[@<]/],
    ['[click](https://evil.example)', /(?<!\\)\[|https?:\/\//],
    ['see https://evil.example and steam://run/1', /\w:\/\//],
    ['join discord.gg/abc or DISCORDAPP.com/invite/x', /discord(app)?\.\w/i],
    ['# big\n-# small\n- item\n1. one\n> said\n>>> all', /^(?:#|-|\d+\.|>)/m],
    ['```js\ncode``` `x` ||secret|| ~~no~~ __u__ *e*', /(?<!\\)[`|~_*]/],
    ['abc\u202edcba\u2066\u200b\u0007', /[^a-d]/],
    [`z${'\u0301'.repeat(40)}`, /\u0301{4}/],
  ])('%j', (text, forbidden) => expect(escapeText(text)).not.toMatch(forbidden))

  test('emoji, flags and other scripts stay as they are', () => {
    const text = '👩‍🔬 🏴󠁧󠁢󠁥󠁮󠁧󠁿 हिन्दी می‌خواهم 中国 İstanbul café'
    expect(escapeText(text)).toBe(text)
  })

  test('a file fence cannot be closed by the text inside it', () => {
    const text = 'a\n````\n# b\n```'
    const quotes = [{ ...simple({}).quotes[0], text }] as Briefing['quotes']
    const points = [{ text: 'x'.repeat(5000), quotes: [0] }]
    expect(shownOf({ quotes, points }).card.files[0]?.text).toContain(`\`\`\`\`\`text\n${text}\n\`\`\`\`\``)
  })
})
