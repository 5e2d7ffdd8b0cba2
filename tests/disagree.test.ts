/** What counts as a contradiction between sentences of two publishers, and what does not. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readStatement } from '../src/brief/disagreement/clause.ts'
import { disagreementsIn, isPolar } from '../src/brief/disagreement/disagree.ts'
import type { Evidence } from '../src/brief/evidence.ts'
import type { Passage } from '../src/document.ts'
import { readQuestion } from '../src/search/question.ts'
import { readPassage } from '../src/search/reading.ts'
import { questionTerms } from '../src/search/terms.ts'
import { tokenise } from '../src/text/analysis.ts'

type Told = { text: string; source?: string; date?: string | null; title?: string }

function evidenceFor(
  { text, source = '', date = null, title = '' }: Told,
  at: number,
  language: string,
): Evidence {
  const passage: Passage = {
    document: `${at}.md`,
    hash: `hash-${at}`,
    collection: 'shared',
    title,
    source: source || `Publisher ${at}`,
    date,
    language,
    heading: '',
    text,
    start: 0,
    end: text.length,
    sentences: [{ start: 0, end: text.length }],
  }
  const tokens = tokenise(text, language)
  const terms = new Set(tokens.map(({ term }) => term))
  const titleTerms = new Set(tokenise(title, language).map(({ term }) => term))
  const judged = { score: 10 - at, coverage: 1, around: [], leans: false }
  const reading = { ...readPassage(passage), features: [], scores: [] }
  return { passage, reading, at: 0, start: 0, end: text.length, text, tokens, terms, titleTerms, ...judged }
}

const disagreements = (told: Told[], question = 'what happened?', language = 'en') =>
  disagreementsIn(
    told.map((one, at) => evidenceFor(one, at, language)),
    readQuestion(question, questionTerms(question), 100, new Map()),
    [],
  )
const opposed = (a: string, b: string, question?: string, language?: string) =>
  disagreements([{ text: a }, { text: b }], question, language).length > 0

describe('a contradiction is shown', () => {
  test.each([
    ['en', 'Iran attacked the tanker in the strait.', 'Iran did not attack the tanker in the strait.'],
    [
      'de',
      'Der Minister kannte den Bericht über die Brücke.',
      'Der Minister kannte nicht den Bericht über die Brücke.',
    ],
    ['es', 'El ministro conocía el informe del puente.', 'El ministro no conocía el informe del puente.'],
    ['ru', 'Министр подписал договор о мосте.', 'Министр не подписал договор о мосте.'],
    ['zh', '部长签署了大桥协议', '部长没有签署大桥协议'],
  ])('%s: stated and negated', (language, a, b) => {
    expect(opposed(a, b, 'x', language)).toBe(true)
    expect(opposed(b, a, 'x', language)).toBe(true)
  })

  test.each([
    ['en', 'Steel exports to Norway rose sharply.', 'Steel exports to Norway fell sharply.'],
    ['en', 'The court convicted the mayor of Arle.', 'The court acquitted the mayor of Arle.'],
    ['de', 'Die Stahlpreise in Norwegen steigen deutlich.', 'Die Stahlpreise in Norwegen sinken deutlich.'],
    ['es', 'El precio del acero noruego sube deprisa.', 'El precio del acero noruego baja deprisa.'],
    ['fr', 'Le prix de l’acier norvégien augmente vite.', 'Le prix de l’acier norvégien baisse vite.'],
    ['ru', 'Цена норвежской стали растёт быстро.', 'Цена норвежской стали падает быстро.'],
    ['zh', '挪威钢铁价格上涨', '挪威钢铁价格下跌'],
  ])('%s: opposites', (language, a, b) => {
    expect(opposed(a, b, 'x', language)).toBe(true)
  })

  test('the same quantity with another number', () => {
    expect(opposed('The flood in Arle killed 49 villagers.', 'The flood in Arle killed 117 villagers.')).toBe(
      true,
    )
    expect(
      opposed('The bridge in Arle cost 240 million crowns.', 'The bridge in Arle cost 1,300 million crowns.'),
    ).toBe(true)
  })

  test('sums of one currency, and a contraction however its apostrophe is set', () => {
    expect(opposed('The bridge in Arle cost $103 million.', 'The bridge in Arle cost $300m.')).toBe(true)
    expect(
      opposed('About 40 villagers died in the flood in Arle.', '90 villagers died in the flood in Arle.'),
    ).toBe(true)
    for (const negated of ["didn't", 'didn’t', 'didn ’ t'])
      expect(
        opposed(
          'Iran attacked the tanker in the strait.',
          `Iran ${negated} attack the tanker in the strait.`,
        ),
      ).toBe(true)
  })

  test('a denial against what somebody else says', () => {
    expect(
      opposed(
        'Yesterday China denied supplying weapons.',
        'Washington says that Chinese firms supply machines.',
      ),
    ).toBe(true)
  })

  test('yes and no to what is asked, where only the title says of whom', () => {
    const told = [
      { text: 'Norway and Denmark have built an alliance in all but name.' },
      { text: 'Analysts stop short of calling it an alliance.', title: 'Norway and Denmark' },
    ]
    expect(disagreements(told, 'Do Norway and Denmark have an alliance?')).toHaveLength(1)
    expect(disagreements(told, 'Who calls Norway and Denmark an alliance?')).toEqual([])
  })
})

describe('what may both be true is no contradiction', () => {
  test.each([
    [
      'who does it',
      'Iran attacked the tanker in the strait.',
      'Oman did not attack the tanker in the strait.',
    ],
    ['who does it to whom', 'Norway sued Denmark over fish.', 'Denmark did not sue Norway over fish.'],
    ['where', 'Steel exports to Norway rose sharply.', 'Steel exports to Denmark fell sharply.'],
    ['another year', 'Steel exports rose sharply in 2022.', 'Steel exports fell sharply in 2023.'],
    ['only one year', 'Steel exports rose sharply in 2022.', 'Steel exports fell sharply.'],
    ['a condition', 'If steel exports to Norway rose sharply.', 'Steel exports to Norway fell sharply.'],
    [
      'a wish',
      'Iran wants to attack the tanker in the strait.',
      'Iran did not attack the tanker in the strait.',
    ],
    [
      'a question',
      'Iran attacked the tanker in the strait?',
      'Iran did not attack the tanker in the strait.',
    ],
    [
      'in part',
      'Iran attacked the tanker in the strait.',
      'Iran did not only attack the tanker in the strait.',
    ],
    ['both negated', 'Iran never attacked the tanker.', 'Iran did not attack the tanker.'],
    ['rounding', 'The flood in Arle killed 49 villagers.', 'The flood in Arle killed about 50 villagers.'],
    [
      'a lower bound',
      'The flood in Arle killed at least 49 villagers.',
      'The flood in Arle killed 117 villagers.',
    ],
    [
      'an upper bound',
      'The flood in Arle killed up to 150 villagers.',
      'The flood in Arle killed 117 villagers.',
    ],
    ['a share', 'The flood in Arle killed 5% villagers.', 'The flood in Arle killed 117 villagers.'],
    ['a day', 'The council of Arle met May 16 envoys.', 'The council of Arle met May 28 envoys.'],
    ['an age', 'The mayor of Arle is 49 years old.', 'The mayor of Arle is 71 years old.'],
    ['a hyphenated age', 'The 49-year-old mayor of Arle won.', 'The 71-year-old mayor of Arle won.'],
    [
      'a first person',
      'Iran attacked the tanker in the strait.',
      'I say Iran did not attack the tanker in the strait.',
    ],
    ['another currency', 'The bridge in Arle cost €103 million.', 'The bridge in Arle cost £88m.'],
    [
      'a label',
      'Article 102 of the treaty prohibits cartels.',
      'Article 85 of the treaty prohibits cartels.',
    ],
    ['a rank', 'The Colts of Arle lock up a 5 seed.', 'The Colts of Arle lock up No. 5 seed.'],
    ['another unit', 'The flood in Arle killed 49 villagers.', 'The flood in Arle killed 900 sheep.'],
    ['a year', 'The flood in Arle came in 1954.', 'The flood in Arle came in 1962.'],
    [
      'a denier who says it',
      'Yesterday China denied supplying weapons.',
      'Then China says that China supplies machines.',
    ],
  ])('%s', (_, a, b) => {
    expect(opposed(a, b)).toBe(false)
  })

  test('figures that were published weeks apart: things change', () => {
    const told = (date: string) => [
      { text: 'The flood in Arle killed 49 villagers.', date: '2024-05-01' },
      { text: 'The flood in Arle killed 117 villagers.', date },
    ]
    expect(disagreements(told('2024-05-04'))).toHaveLength(1)
    expect(disagreements(told('2024-06-04'))).toEqual([])
  })

  test('what one publisher says twice', () => {
    const told = ['rose', 'fell'].map((verb) => ({
      text: `Steel exports to Norway ${verb} sharply.`,
      source: 'Gazette',
    }))
    expect(disagreements(told)).toEqual([])
  })
})

test('a sentence of evidence is shown in one disagreement only, and two are the most', () => {
  const told = ['Steel', 'Timber', 'Grain'].flatMap((goods) => [
    { text: `${goods} exports to Norway rose sharply.` },
    { text: `${goods} exports to Norway fell sharply.` },
    { text: `${goods} exports to Norway fell very sharply.` },
  ])
  const drafts = disagreements(told)
  expect(drafts).toHaveLength(2)
  const shown = drafts.flatMap(({ citations }) => citations.map(({ document }) => document))
  expect(new Set(shown).size).toBe(4)
})

test('yes and no are answers to some questions only', () => {
  for (const question of [
    'Do Russia and China have an alliance?',
    'is it an alliance or not',
    'Hat China ein Bündnis mit Russland?',
    'Является ли это союзом?',
    '这是联盟吗？',
  ])
    expect(isPolar(question), question).toBe(true)
  for (const question of [
    'What does China gain?',
    'Was sagt China?',
    'what china gains',
    'Is it gas or oil?',
    '谁获益？',
  ])
    expect(isPolar(question), question).toBe(false)
})

test('whatever a document holds is read without a fault', () => {
  const word = fc.constantFrom(
    'Iran',
    'not',
    'never',
    'no',
    '49',
    '1,000',
    'million',
    'rose',
    'fell',
    'denies',
    'says',
  )
  const wild = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(word).map((words) => words.join(' ')),
  )
  fc.assert(
    fc.property(wild, fc.constantFrom('en', 'de', 'es', 'fr', 'ru', 'zh', 'xx'), (text, language) => {
      const { passage, tokens } = evidenceFor({ text }, 0, language)
      expect(() => readStatement(text, tokens, passage)).not.toThrow()
      expect(() => opposed(text, `${text} It rained.`, 'Is it?', language)).not.toThrow()
    }),
  )
})
