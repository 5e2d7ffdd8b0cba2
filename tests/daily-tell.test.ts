/** Which sentences a story is told by, and what it is called. */
import { expect, test } from 'vitest'
import { furnitureIn } from '../src/daily/furniture.ts'
import { headlineOf } from '../src/daily/headline.ts'
import { isNovel, saidIn } from '../src/daily/novelty.ts'
import { canStandAlone, isReport, sentencesOf } from '../src/daily/sentences.ts'
import { tell } from '../src/daily/tell.ts'
import type { OpenedDocument } from '../src/store/documents-by-date.ts'
import { centralities, vectorOf } from '../src/text/centrality.ts'

const article = (
  text: string,
  title = '',
  id = title || text.slice(0, 20),
  language = 'en',
): OpenedDocument => ({
  ...{ id, hash: id, collection: 'shared', title, source: 'Wire', author: null, url: null, date: null },
  ...{ added: '2024-05-16T00:00:00.000Z', language, topics: [], text },
  sections: [{ start: 0, end: text.length, heading: '' }],
})
const standing = (text: string, language = 'en') =>
  sentencesOf(article(text, '', text, language))
    .filter(canStandAlone)
    .map((sentence) => sentence.text)
const told = (fresh: string[], earlier: string[] = []) =>
  tell(
    fresh.map((text) => article(text)),
    earlier.map((text) => article(text)),
    () => 1,
    () => false,
  )

test('only whole sentences that need no other one are told', () => {
  expect(
    standing(
      [
        'The harbour of Port Lowe was closed on Monday after a fire.',
        'He said that the cranes would stand still until next Friday.',
        'But the harbour master expects the first ships on Thursday.',
        'and so the ships of eleven companies waited for a berth',
        'Subscribe to our newsletter and get the harbour news every morning.',
        'Read the whole report at https://lowe.example/harbour before Friday.',
        'Stop now.',
        'HARBOUR MASTER: The cranes stand still until Friday at least.',
        '12 min: The first ship is on its way to the breakwater again.',
        '2.30 pm ET – The harbour master speaks to reporters on the pier.',
      ].join('\n\n'),
    ),
  ).toEqual(['The harbour of Port Lowe was closed on Monday after a fire.'])
  expect(
    standing(
      '周一，洛港因粮仓火灾关闭，十一艘船在防波堤外等候泊位。\n\n他说情况会好转，船只周五可以进港装卸货物。',
      'zh',
    ),
  ).toEqual(['周一，洛港因粮仓火灾关闭，十一艘船在防波堤外等候泊位。'])
})

test('of a story that no whole sentence tells only the beginning is told', () => {
  const story = told(['submitted by harbour_cat | 87 comments\n\nthe full thread'])
  expect(story?.points.map(({ text }) => text)).toEqual(['submitted by harbour_cat | 87 comments'])
  expect(story).toMatchObject({ quotes: [], stands: false })
  expect(told([FIRE])?.stands).toBe(true)
})

test('a sentence that speaks to somebody is no report; one that quotes a speaker in its middle is', () => {
  const isOne = (text: string) => sentencesOf(article(text)).every(isReport)
  expect(isOne('“We will rebuild the harbour,” the mayor of Port Lowe said.')).toBe(false)
  expect(isOne('I have never seen such a fire in the harbour.')).toBe(false)
  expect(isOne('Who pays for the damage in the harbour of Port Lowe?')).toBe(false)
  expect(isOne('The mayor said “we will rebuild” on Monday in the harbour.')).toBe(true)
})

test('a headline is a title, and neither an id nor the name of a file', () => {
  const sentence = 'The harbour of Port Lowe was closed on Monday after a fire.'
  const named = (title: string, id = 'x') => headlineOf([article(sentence, title, id)], sentence)
  expect(named('Fire closes harbour')).toBe('Fire closes harbour')
  for (const title of ['', 'report-17.pdf', 'IMG_2044', '2024-05-16']) expect(named(title)).toBe(sentence)
  expect(named('lowe harbour 17', 'lowe harbour 17')).toBe(sentence)
  const long = headlineOf([article('x')], `The harbour ${'of Port Lowe '.repeat(20)}was closed.`)
  expect(long).toMatch(/^The harbour of Port Lowe .*\S …$/u)
  expect(long.length).toBeLessThanOrEqual(102)
})

test('a sentence that several sources say in their own words is more central than one that stands alone', () => {
  const vectors = [
    'harbour closed fire monday',
    'fire closed harbour grain store',
    'harbour fire store closed ships',
    'dementia strategy audit office',
  ].map((text) => vectorOf(text.split(' '), () => 1))
  const central = centralities(vectors)
  expect(Math.min(...central.slice(0, 3))).toBeGreaterThan(central[3] ?? 0)
})

test('a line that stands in reports of two events is not told', () => {
  const line = 'The Lowe Herald is the oldest newspaper of the whole coast.'
  const [fire, vote] = ['A fire closed the harbour on Monday.', 'The parliament voted for a tax.'].map(
    (text) => article(`${text}\n\n${line}`),
  )
  const isFurniture = furnitureIn([[fire as OpenedDocument], [vote as OpenedDocument]])
  expect(sentencesOf(fire as OpenedDocument).map(isFurniture)).toEqual([false, true])
})

const FIRE =
  'The harbour of Port Lowe was closed on Monday after a fire in a grain store. Firefighters from three towns fought the flames for nine hours.'

test('what no earlier report says leads, and what they all say does not', () => {
  const story = told(
    [`${FIRE} Insurers put the damage of the blaze at 12 million crowns on Wednesday.`],
    [FIRE],
  )
  expect(story?.changed?.text).toMatch(/^Insurers/)
  expect(story?.points.map(({ text }) => text)).not.toContain(story?.changed?.text)
})

test('a story that goes on is called what the report is called that says what changed', () => {
  const story = tell(
    [
      article(FIRE, 'Fire at Port Lowe', 'one'),
      article('Insurers put the damage of the blaze at 12 million crowns.', 'The bill', 'two'),
    ],
    [article(FIRE, 'Harbour burns', 'three')],
    () => 1,
    () => false,
  )
  expect(story?.headline).toBe('The bill')
})

test('a sentence is new when enough of it is, and no earlier one is like it', () => {
  const said = saidIn(
    [
      article(
        'Grey ships left cold Lowe harbour before dawn. Nine cranes stood idle near rusty warehouse gates.',
      ),
    ],
    () => 1,
  )
  const isNew = (text: string) => {
    const [sentence] = sentencesOf(article(text))
    return sentence
      ? isNovel(
          sentence,
          vectorOf(sentence.terms, () => 1),
          said,
        )
      : undefined
  }
  expect(isNew('Police arrested a welder for negligence.')).toBe(true)
  expect(isNew('Grey ships left cold Lowe harbour before rainy Tuesday evening.')).toBe(false)
  expect(isNew('Grey cranes left rusty Lowe warehouse gates idle Tuesday.')).toBe(false)
})

test('nothing is told of a story whose reports only say again what was said', () => {
  expect(told([FIRE], [FIRE])).toBeNull()
  const shorter = 'After a fire in a grain store the harbour of Port Lowe was closed on Monday.'
  expect(told([shorter], [FIRE])).toBeNull()
})

test('the quotation is somebody’s words, and none of the points', () => {
  const story = told([
    `${FIRE} Eleven ships wait outside the breakwater for a free berth. “The cranes stand still until Friday,” said the harbour master Ada Quill on the pier.`,
  ])
  expect(story?.quotes[0]?.text).toMatch(/^“The cranes/)
  expect(story?.points.map(({ text }) => text)).not.toContain(story?.quotes[0]?.text)
})

test('two points are of different sources where both have one', () => {
  const story = told([
    FIRE,
    'A blaze in the port of Lowe keeps eleven ships waiting outside the breakwater. The harbour of Port Lowe stays closed after the fire until Friday.',
  ])
  const documents = story?.points.flatMap(({ citations }) => citations.map(({ document }) => document))
  expect(new Set(documents).size).toBe(2)
})
