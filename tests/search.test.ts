import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Passage } from '../src/document.ts'
import { sentenceFeatures } from '../src/search/features.ts'
import { readQuestion } from '../src/search/question.ts'
import { PASSAGES_READ, rank } from '../src/search/rank.ts'
import { readPassage } from '../src/search/reading.ts'
import { questionTerms } from '../src/search/terms.ts'
import { splitPassages } from '../src/text/passages.ts'

/** A document of one passage. */
function passageOf(document: string, text: string, title = ''): Passage {
  const [span] = splitPassages(text, [{ start: 0, end: text.length, heading: '' }], 'en')
  if (!span) throw new Error('no passage')
  const origin = { hash: document, collection: 'shared', source: 'Times', date: null, language: 'en' }
  return { document, ...origin, ...span, title, text: text.slice(span.start, span.end) }
}

/** A question asked of a corpus of a hundred passages, in which each of its terms stands five times. */
function ask(text: string, earlier: string[] = []) {
  const terms = questionTerms(text, earlier)
  return readQuestion(text, terms, 100, new Map([...terms.keys()].map((term) => [term, 5])))
}

const features = (question: string, passage: Passage) =>
  sentenceFeatures(ask(question), readPassage(passage), 1)

test('the passage whose sentence answers stands before one that only repeats the words', () => {
  const scattered = passageOf('a', 'The lighthouse is tall. Keepers came. It was built of stone. Ships pass.')
  const answering = passageOf('b', 'The lighthouse was built in 1884 by Ann Brook. Ships pass.')
  const hits = rank(ask('When was the lighthouse built?'), [
    { passage: scattered, bm25: 5 },
    { passage: answering, bm25: 4.9 },
  ])
  expect(hits.map(({ passage }) => passage.document)).toEqual(['b', 'a'])
})

test('scores fall from the first hit to the last, also where reading ends', () => {
  fc.assert(
    fc.property(
      fc.array(fc.float({ min: Math.fround(0.1), max: 30, noNaN: true }), { maxLength: 60, size: 'max' }),
      (scores) => {
        const matches = scores
          .toSorted((a, b) => b - a)
          .map((bm25, at) => ({
            passage: passageOf(`d${at}`, `Ships pass number ${at}. They are ships.`),
            bm25,
          }))
        const hits = rank(ask('Which ships pass?'), matches)
        expect(hits).toHaveLength(matches.length)
        expect(hits.filter(({ reading }) => reading).length).toBe(Math.min(PASSAGES_READ, matches.length))
        for (const [at, hit] of hits.entries())
          expect(hit.score).toBeLessThanOrEqual(hits[at - 1]?.score ?? Number.POSITIVE_INFINITY)
      },
    ),
  )
})

test.each([
  ['Which harbour moved 240 thousand tonnes?', '240,000', '250,000'],
  ['Which harbour moved 240,000 tonnes?', '0.24 million', '0.25 million'],
  ['Which harbour moved 0.5 tonnes?', '½', '¾'],
])('a number finds itself written otherwise: %s', (question, same, other) => {
  const passages = [other, same].map((number, at) =>
    passageOf(`d${at}`, `The harbour of Town ${at} moved ${number} tonnes. Ships pass.`),
  )
  const hits = rank(
    ask(question),
    passages.map((passage) => ({ passage, bm25: 5 })),
  )
  expect(hits[0]?.passage.document).toBe('d1')
  expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? Infinity)
})

test('the terms of an earlier question count, but less than those of the question itself', () => {
  const terms = questionTerms('and Russia?', ['What does China gain from coal?', 'And from oil?'])
  expect(terms.get('russia')).toBe(1)
  expect(terms.get('oil')).toBe(0.5)
  expect(terms.get('coal')).toBeCloseTo(0.35, 9)
})

test('a term counts at its nearest place only, so that the shares of a sentence never exceed the question', () => {
  const passage = passageOf('a', 'Brook built it. The lighthouse stands. Storms came.', 'Lighthouse storms')
  for (const { own, title, before, after, elsewhere } of features(
    'Did Brook build the lighthouse in storms?',
    passage,
  ))
    expect(own + title + before + after + elsewhere).toBeCloseTo(1, 9)
})

test('every figure of a sentence is a finite number between 0 and 1, for any text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string({ unit: 'grapheme' }),
      (text, question) => {
        fc.pre(text.trim() !== '' && !/[\n\u2028\u2029]/.test(text))
        for (const figures of features(question, passageOf('a', text)))
          for (const value of Object.values(figures)) {
            expect(value).toBeGreaterThanOrEqual(0)
            expect(value).toBeLessThanOrEqual(1 + 1e-9)
          }
      },
    ),
  )
})

test('a question for a time is told apart from one for a number and one for a name', () => {
  const answer = (text: string) => ask(text).answer
  expect(['When did it end?', 'How many ships?', 'Who built it?', 'What is a ship?'].map(answer)).toEqual([
    'time',
    'number',
    'name',
    null,
  ])
  expect(['¿Cuándo terminó?', 'Сколько кораблей?', '谁建造了它？'].map(answer)).toEqual([
    'time',
    'number',
    'name',
  ])
})

test('a capitalised stop word within a sentence is no new name', () => {
  const newNames = (text: string) =>
    features('Who built the lighthouse?', passageOf('a', text)).map((figures) => figures.newNames)
  expect(newNames('The headline was: They And We Did So Before The Lighthouse.')).toEqual([0])
  const named = newNames('The headline was: Brook built the lighthouse.')
  expect(named[0]).toBeGreaterThan(0)
  expect(newNames('The headline was: They And Brook built the lighthouse.')).toEqual(named)
})
