/** What the cards of small entries say, word for word, and what their controls are. */
import { describe, expect, test } from 'vitest'
import type { Briefing, Receipt } from '../src/brief/briefing.ts'
import type { Answer, Checked, CorpusStatus, Quotations, Settings } from '../src/command/context.ts'
import type { Card, View } from '../src/discord/cards/parts.ts'
import { quotationCard } from '../src/discord/cards/quotation.ts'
import { entryCard, replyCard } from '../src/discord/cards/reply.ts'
import { stageCard } from '../src/discord/cards/stages.ts'
import type { DocumentInfo } from '../src/document.ts'
import { languageFor } from '../src/locales/language.ts'
import { dossierOf } from '../src/replies/reply.ts'
import { componentsOf, textOf } from './fakes/discord.ts'

const NOW = new Date('2026-11-24T12:00:00Z')
const viewIn = (locale: string, more: Partial<View> = {}): View => ({
  language: languageFor(locale),
  now: NOW,
  canThread: true,
  isPrivate: false,
  ...more,
})
const ENGLISH = viewIn('en')

const documentOf = (id: string, title: string, source: string, date: string | null): DocumentInfo => ({
  id: `${id}.md`,
  collection: 'shared',
  title,
  source,
  author: null,
  url: null,
  date,
  added: '2026-11-22T00:00:00Z',
  language: 'en',
  topics: [],
  hash: id.repeat(64),
})
const steel = documentOf('a', 'Steel', 'Gazette', '2026-11-21')
const trade = documentOf('b', 'Trade', 'Herald', null)
const quoteOf = ({ id: document, hash }: DocumentInfo, text: string) => ({
  document,
  hash,
  start: 10,
  end: 10 + text.length,
  text,
})
const rose = quoteOf(steel, 'Steel exports rose by 12 percent.')
const fell = quoteOf(trade, 'Steel exports fell by 3 percent.')

const receipt: Receipt = {
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
}
const coverage = { documents: 7, passages: 90, oldest: '2024-01-01', newest: '2026-11-21' }
const asked = {
  id: '0f8fad5b-d9cb-469f-a165-70867728950e',
  asked: '2026-11-24T11:59:00.000Z',
  person: '1',
  server: null,
  channel: '2',
  locale: 'en',
  collections: ['shared'],
  isPrivate: false,
}
const answerOf = (briefing: Partial<Briefing> = {}, more: Partial<Answer> = {}): Answer => ({
  ...asked,
  kind: 'answer',
  scope: {},
  previous: null,
  briefing: {
    question: 'what rose in 2031?',
    status: 'answered',
    points: [
      { text: 'Exports rose', quotes: [0] },
      { text: 'They fell elsewhere', quotes: [1, 0] },
    ],
    disagreements: [],
    unsaid: [],
    quotes: [rose, fell],
    documents: [steel, trade],
    nearest: [],
    coverage,
    confidence: 1,
    receipt,
    ...briefing,
  },
  ...more,
})
const checkOf = (claims: Checked['check']['claims'], moreClaims = 0): Checked => ({
  ...asked,
  kind: 'check',
  check: {
    message: '',
    claims,
    moreClaims,
    quotes: [rose, fell],
    documents: [steel, trade],
    coverage,
    receipt,
  },
})
const claimOf = (text: string, more: Partial<Checked['check']['claims'][number]> = {}) => ({
  ...{ start: 0, end: text.length, text, verdict: null, explanation: null, quotes: [] },
  ...more,
})
const quotationsOf = (count: number): Quotations => ({
  ...asked,
  kind: 'quotations',
  scope: {},
  topic: 'steel',
  quotations: Array.from({ length: count }, (_, at) => {
    const [quote, document] = at % 2 === 0 ? [rose, steel] : [fell, trade]
    return { quote, document, speaker: at % 2 === 0 ? 'Ann Lee' : null }
  }),
})

const linesOf = (card: Card) => textOf(card as never).split('\n')
const controlsOf = (card: Card) =>
  componentsOf(card as never).flatMap(({ custom_id }) =>
    custom_id ? [custom_id.replace(`:${asked.id}`, '')] : [],
  )
const menuOf = (card: Card) => componentsOf(card as never).find(({ type }) => type === 3)?.options

describe('an answer', () => {
  const disputed = answerOf(
    { disagreements: [{ text: 'The Gazette says more.', quotes: [0, 1] }], unsaid: ['2031', 'Mars'] },
    { scope: { source: 'Gazette', since: '2024-05-16' } },
  )

  test('reads as it should in English', () => {
    expect(linesOf(entryCard(disputed, ENGLISH))).toEqual([
      '### what rose in 2031?',
      '-# Only Gazette · since 2024-05-16',
      '**Bottom line:** Exports rose **[1]**',
      '',
      '**1.** They fell elsewhere **[2]** **[1]**',
      '',
      '**Sources disagree** The Gazette says more.',
      '> “Steel exports rose by 12 percent.” — Gazette, 2026-11-21 (3 days ago) **[1]**',
      '> “Steel exports fell by 3 percent.” — Herald, undated **[2]**',
      '-# [1] Steel, Gazette · 2026-11-21 (3 days ago)',
      '-# [2] Trade, Herald · undated',
      'Not in these quotations: 2031, Mars.',
      '-# Searched 7 documents (2024-01-01 – 2026-11-21), quoted 2.',
      '-# Extractive: sentences of the corpus, no model.',
    ])
  })

  test('reads as it should in German', () => {
    expect(linesOf(entryCard(disputed, viewIn('de')))).toEqual([
      '### what rose in 2031?',
      '-# Nur Gazette · seit 2024-05-16',
      '**Kurz gesagt:** Exports rose **[1]**',
      '',
      '**1.** They fell elsewhere **[2]** **[1]**',
      '',
      '**Die Quellen widersprechen sich** The Gazette says more.',
      '> “Steel exports rose by 12 percent.” — Gazette, 2026-11-21 (vor 3 Tagen) **[1]**',
      '> “Steel exports fell by 3 percent.” — Herald, ohne Datum **[2]**',
      '-# [1] Steel, Gazette · 2026-11-21 (vor 3 Tagen)',
      '-# [2] Trade, Herald · ohne Datum',
      'Nicht in diesen Zitaten: 2031, Mars.',
      '-# 7 Dokumente (2024-01-01 – 2026-11-21) durchsucht, 2 zitiert.',
      '-# Sätze aus dem Korpus, ohne Sprachmodell.',
    ])
  })

  test('has a menu of its quotations under the numbers of their documents, and its buttons', () => {
    const card = entryCard(answerOf(), ENGLISH)
    expect(menuOf(card)).toEqual([
      { label: '[1] Steel exports rose by 12 percent.', value: '0', description: 'Steel' },
      { label: '[2] Steel exports fell by 3 percent.', value: '1', description: 'Trade' },
    ])
    expect(controlsOf(card)).toEqual(['1:quote', '1:follow', '1:thread', '1:up', '1:down', '1:dossier'])
    expect(card.files).toEqual([])
  })

  test('can be shared when it is private, and continued in a thread only where others see it', () => {
    const controls = (more: Partial<View>) => controlsOf(entryCard(answerOf(), viewIn('en', more)))
    expect(controls({ isPrivate: true })).toEqual([
      '1:quote',
      '1:follow',
      '1:share',
      '1:up',
      '1:down',
      '1:dossier',
    ])
    expect(controls({ canThread: false })).not.toContain('1:thread')
  })

  test('says what is doubtful, what was left out, and who wrote it', () => {
    const points = [{ text: 'Up 99 percent', quotes: [0], unverifiedNumbers: ['99'] }]
    const made = { ...receipt, droppedPoints: 2, incomplete: true, fallback: 'no credit' as const }
    const shown = linesOf(entryCard(answerOf({ points, receipt: made }), ENGLISH)).join('\n')
    expect(shown).toMatch(/Up 99 percent \*\*\[1\]\*\*\n-# ⚠ a number here/)
    for (const part of ['2 points left out', 'may be incomplete', 'because no credit.'])
      expect(shown).toContain(part)
    const written = { ...receipt, writer: 'claude' as const, model: 'claude-x' }
    expect(linesOf(entryCard(answerOf({ receipt: written }), ENGLISH)).at(-1)).toBe(
      '-# Written by claude-x from these quotations.',
    )
  })

  test('that the corpus does not have offers the nearest passages as such, and names what it does not know', () => {
    const none = { points: [], quotes: [], status: 'partial' as const, nearest: [rose] }
    const card = entryCard(answerOf({ ...none, unsaid: ['Mars'] }), ENGLISH)
    expect(linesOf(card).slice(1, -3)).toEqual([
      '**Not a direct answer; the closest passages:**',
      '',
      '> “Steel exports rose by 12 percent.”',
      '-# — Steel, Gazette · 2026-11-21 (3 days ago)',
    ])
    expect(linesOf(card).at(-3)).toMatch(/corpus.*: Mars\.$/)
    expect(menuOf(card)).toBeUndefined()
  })

  test('that is long keeps the citation beside each point, and its file holds everything', () => {
    const points = Array.from({ length: 30 }, () => ({
      text: 'A long point about steel. '.repeat(60),
      quotes: [0],
    }))
    const card = entryCard(answerOf({ points }), ENGLISH)
    const shown = linesOf(card).join('\n')
    expect(shown.match(/… \*\*\[1\]\*\*/g)).toHaveLength(12)
    expect(shown).toContain('18 more points in the file')
    expect(shown).toContain('Shortened to fit: briefing.md')
    expect(card.files[0]?.text).toContain(points[0]?.text.trim())
    expect(card.files[0]?.text).toContain(`a.md, 10–43, SHA-256 ${'a'.repeat(64)}`)
  })

  test('of which a document has neither title nor publisher, or is not known, still reads', () => {
    const nameless = { ...steel, title: '', source: ' ' }
    const lost = { ...fell, document: 'lost.md' }
    const disagreements = [{ text: null, quotes: [0, 1] }]
    const lines = linesOf(
      entryCard(answerOf({ documents: [nameless], quotes: [rose, lost], disagreements }), ENGLISH),
    )
    expect(lines).toContain('-# [1] Untitled · 2026-11-21 (3 days ago)')
    expect(lines).toContain('> “Steel exports rose by 12 percent.” — 2026-11-21 (3 days ago) **[1]**')
    expect(lines).toContain('> “Steel exports fell by 3 percent.” — lost.md, bbbbbbbbbbbb')
    expect(lines.filter((line) => /\s$|, ,| , |— ,| {2}/.test(line))).toEqual([])
  })
})

describe('a check', () => {
  test('shows each verdict with its reason and its evidence', () => {
    const verdicts = checkOf([
      claimOf('Exports rose.', { verdict: 'supported', explanation: 'The Gazette says so.', quotes: [0] }),
      claimOf('Exports never fell.', { verdict: 'contradicted', quotes: [1] }),
      claimOf('The moon is cheese.', { verdict: 'not_in_corpus' }),
    ])
    const card = entryCard(verdicts, ENGLISH)
    expect(linesOf(card).slice(0, 10)).toEqual([
      '### Checked against the corpus',
      '**1.** Exports rose.',
      '✅ **Supported**: The Gazette says so.',
      '> “Steel exports rose by 12 percent.” — Gazette, 2026-11-21 (3 days ago) **[1]**',
      '',
      '**2.** Exports never fell.',
      '❌ **Contradicted**',
      '> “Steel exports fell by 3 percent.” — Herald, undated **[2]**',
      '',
      '**3.** The moon is cheese.',
    ])
    expect(linesOf(card)[10]).toBe('❔ **Not in the corpus**')
    expect(controlsOf(card)).toEqual(['1:quote', '1:dossier'])
    expect(controlsOf(entryCard(verdicts, viewIn('en', { isPrivate: true })))).toContain('1:share')
  })

  test('without a model shows the closest quotations, and says what was not checked', () => {
    const entry = checkOf([claimOf('Exports rose.', { quotes: [0] }), claimOf('The moon is cheese.')], 2)
    expect(linesOf(entryCard(entry, ENGLISH))).toEqual([
      '### Checked against the corpus',
      '**1.** Exports rose.',
      '**Closest quotations, no verdict**',
      '> “Steel exports rose by 12 percent.” — Gazette, 2026-11-21 (3 days ago) **[1]**',
      '',
      '**2.** The moon is cheese.',
      '**Nothing in the corpus comes near.**',
      '2 more claims were not checked.',
      '-# [1] Steel, Gazette · 2026-11-21 (3 days ago)',
      '-# [2] Trade, Herald · undated',
      '-# Searched 7 documents (2024-01-01 – 2026-11-21), quoted 2.',
      '-# Extractive: sentences of the corpus, no model.',
    ])
  })

  test('of a message without claims says so and has no controls', () => {
    const card = entryCard(checkOf([]), ENGLISH)
    expect(linesOf(card)[1]).toMatch(/holds no claim|no claim/)
    expect(controlsOf(card)).toEqual([])
  })
})

describe('quotations', () => {
  test('are numbered through all pages, and each page leads to its neighbours', () => {
    const card = entryCard(quotationsOf(12), ENGLISH, 1)
    expect(linesOf(card)).toEqual([
      '### Quotations on steel',
      '**6.** “Steel exports fell by 3 percent.” — Herald, undated',
      '',
      '**7.** “Steel exports rose by 12 percent.” — Ann Lee, in Gazette, 2026-11-21 (3 days ago)',
      '',
      '**8.** “Steel exports fell by 3 percent.” — Herald, undated',
      '',
      '**9.** “Steel exports rose by 12 percent.” — Ann Lee, in Gazette, 2026-11-21 (3 days ago)',
      '',
      '**10.** “Steel exports fell by 3 percent.” — Herald, undated',
      '-# Page 2 of 3, 12 quotations in all.',
    ])
    expect(menuOf(card)?.[0]).toEqual({
      label: '[6] Steel exports fell by 3 percent.',
      value: '5',
      description: 'Trade',
    })
    expect(controlsOf(card)).toEqual(['1:quote', '1:page:0', '1:page:2', '1:dossier'])
  })

  test.each([
    [-3, 1, ['1:page:1']],
    [0, 1, ['1:page:1']],
    [2, 3, ['1:page:1']],
    [99, 3, ['1:page:1']],
  ])('page %i is shown as page %i', (page, shown, pages) => {
    const card = entryCard(quotationsOf(12), ENGLISH, page)
    expect(linesOf(card).at(-1)).toContain(`Page ${shown} of 3`)
    expect(controlsOf(card).filter((id) => id.startsWith('1:page'))).toEqual(pages)
  })

  test('say that whoever was asked for is silent where others are not', () => {
    const silent = { ...quotationsOf(0), scope: { speaker: 'Ann *Lee*' }, others: 3 }
    expect(linesOf(entryCard(silent, ENGLISH, 0)).join('\n')).toContain(
      'Ann \\*Lee\\* says nothing about this in the corpus.',
    )
  })

  test('of which there are none say so', () => {
    const card = entryCard(quotationsOf(0), ENGLISH, 0)
    expect(linesOf(card)[0]).toBe('### Quotations on steel')
    expect(linesOf(card)).toHaveLength(2)
    expect(controlsOf(card)).toEqual([])
  })

  test('one by one stand between their neighbours, with their proof', () => {
    const document = { ...steel, author: 'Ann Lee', url: 'https://example.org/steel' }
    const shown = { quote: rose, document, before: 'It was May.', after: '', verified: true }
    const card = quotationCard(shown, ENGLISH)
    expect(linesOf(card)).toEqual([
      '> It was May.',
      '> **“Steel exports rose by 12 percent.”**',
      '-# — Steel, Gazette, Ann Lee · 2026-11-21 (3 days ago)',
      '-# Verified: identical to the stored source aaaaaaaaaaaa',
    ])
    expect(componentsOf(card as never).find(({ type }) => type === 2)?.url).toBe('https://example.org/steel')
    expect(linesOf(quotationCard({ ...shown, verified: false }, ENGLISH)).at(-1)).toContain('⚠ Not verified')
  })
})

describe('a dossier', () => {
  test('holds the scope, every part of the answer and how it was made', () => {
    const points = [{ text: 'Up 99 percent', quotes: [0], unverifiedNumbers: ['99'] }]
    const entry = answerOf({ points, unsaid: ['Mars'] }, { scope: { source: 'Gazette' } })
    expect(dossierOf(entry, ENGLISH.language).split('\n').slice(0, 21)).toEqual([
      '# what rose in 2031?',
      '',
      'Only Gazette',
      '',
      '## Bottom line: Up 99 percent',
      '',
      expect.stringMatching(/none of the quotations: 99\.$/),
      '',
      `**1** \\[1] Steel; a.md, 10–43, SHA-256 ${steel.hash}`,
      '',
      '```text',
      'Steel exports rose by 12 percent.',
      '```',
      '',
      'Not in these quotations: Mars.',
      '',
      '## Sources',
      '',
      `1. Steel, Gazette, 2026-11-21. SHA-256 ${steel.hash}`,
      `2. Trade, Herald. SHA-256 ${trade.hash}`,
      '',
    ])
  })

  test('has a longer fence around a text that holds fences', () => {
    const text = 'a\n````\n# b\n```'
    const file = dossierOf(answerOf({ quotes: [{ ...rose, text }] }), ENGLISH.language)
    expect(file).toContain(`\`\`\`\`\`text\n${text}\n\`\`\`\`\``)
  })
})

describe('other replies', () => {
  const status: CorpusStatus = {
    coverage,
    sources: [{ source: 'Gazette', documents: 6 }],
    refused: [{ name: 'x.md', reason: { key: 'refusal.empty' } }],
    busy: true,
    filling: { done: 3, total: 7 },
    votes: { up: 3, down: 1 },
  }

  test('the status names sources, refused files and votes', () => {
    expect(linesOf(replyCard({ kind: 'status', status }, ENGLISH))).toEqual([
      '### Corpus',
      '7 documents, 90 passages (2024-01-01 – 2026-11-21).',
      'Votes here: 👍 3, 👎 1.',
      'Documents are being read in now; the numbers will grow.',
      'The search index is being rebuilt: 42 % done.',
      '- Gazette: 6',
      '**1 file could not be read**',
      '- x.md: The file is empty; choose one that holds text.',
    ])
  })

  test('a long status names ten of each, and its file all of them', () => {
    const sources = Array.from({ length: 12 }, (_, at) => ({ source: `Paper ${at}`, documents: 1 }))
    const card = replyCard({ kind: 'status', status: { ...status, sources } }, ENGLISH)
    expect(linesOf(card)).toContain('-# … and 2 more.')
    expect(linesOf(card)).not.toContain('- Paper 11: 1')
    expect(card.files[0]?.text).toContain('- Paper 11: 1')
  })

  const settings: Settings = { private: false, channels: [], person: null, server: null, topics: [] }

  test('the settings say what holds in this server', () => {
    expect(linesOf(replyCard({ kind: 'settings', settings, hiddenChannels: 0 }, ENGLISH))).toEqual([
      '### Settings of this server',
      '- Everybody sees an answer, unless the person asks in private.',
      '- Questions are answered in every channel.',
      '- No limit of Claude answers for each person.',
      '- No limit of Claude answers for the server.',
      '- No topic comes first in briefings.',
    ])
    const chosen = {
      private: true,
      channels: ['12', '34', 'nonsense'],
      person: 1,
      server: 0,
      topics: ['sea'],
    }
    expect(
      linesOf(replyCard({ kind: 'settings', settings: chosen, hiddenChannels: 0 }, ENGLISH)).slice(1),
    ).toEqual([
      '- Only the person who asks sees an answer, unless they say otherwise.',
      '- Questions are answered in <#12>, <#34> only.',
      '- 1 answer by Claude a day for each person.',
      '- 0 answers by Claude a day for the server.',
      '- Stories on these topics come first in briefings: sea.',
    ])
  })

  test('the stages show what is done and what is under way', () => {
    expect(linesOf(stageCard('read', ENGLISH.language))).toEqual([
      '-# ✓ Searching the corpus',
      '**Reading the best passages…**',
    ])
  })
})
