/** Which words of a question are said to stand in none of the quotations. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Quote } from '../src/brief/briefing.ts'
import { unknownIn, unsaidIn } from '../src/brief/unsaid.ts'
import type { DocumentInfo, Passage } from '../src/document.ts'
import { readQuestion } from '../src/search/question.ts'
import { readPassage } from '../src/search/reading.ts'
import { questionTerms } from '../src/search/terms.ts'

const TEXT = 'Russian leaders defended the trade in steel with Norway, which grew every year.'

/** A question in a corpus of 1,000 passages, where the terms named are common. */
const asked = (text: string, common: string[] = [], earlier: string[] = []) =>
  readQuestion(text, questionTerms(text, earlier), 1000, new Map(common.map((term) => [term, 300])))
const document = (title: string, language = 'en') => ({ title, language }) as DocumentInfo
const unsaid = (
  question: string,
  { common = [] as string[], title = 'Steel', language = 'en', text = TEXT } = {},
) => unsaidIn(asked(question, common), [{ text } as Quote], [document(title, language)])

test('names and numbers that stand in no quotation are named as they were typed', () => {
  expect(unsaid('What does India buy from Norway in 2025?')).toEqual(['India', '2025'])
})

test('neighbouring words are one entry, and a name is whole though a word of it is said', () => {
  expect(unsaid('Does the Central Bank of Kenya buy steel?')).toEqual(['Central Bank of Kenya'])
  expect(
    unsaid('Does Leading Bank of Kenya and Peru buy steel?', { text: `${TEXT} The bank leads.` }),
  ).toEqual(['Leading Bank of Kenya', 'Peru'])
})

test('a rare word is named, a common one and one that names nothing are not', () => {
  expect(unsaid('what does norway gain from soybeans')).toEqual(['soybeans'])
  expect(unsaid('what does norway gain from soybeans', { common: ['soybean'] })).toEqual([])
  expect(unsaid('what will happen to norway?')).toEqual([])
  expect(unsaid('which entity buys steel?')).toEqual([])
})

test('near forms and the titles of the documents count as said', () => {
  expect(unsaid('How is the defence of Russia?', { title: 'Peru' })).toEqual([])
  expect(unsaid('What does Peru buy?', { title: 'Norway and Peru' })).toEqual([])
})

test('the heading above a quotation counts as said, that of another passage does not', () => {
  const quote = { document: 'd', text: TEXT, start: 0, end: TEXT.length } as Quote
  const under = (heading: string, start: number) => {
    const span = { start, end: start + TEXT.length }
    const passage = { document: 'd', title: 'Steel', heading, text: TEXT, language: 'en', ...span }
    return readPassage({ ...passage, sentences: [span] } as unknown as Passage)
  }
  const about = (start: number) =>
    unsaidIn(asked('What does Peru buy?'), [quote], [document('Steel')], [under('Trade with Peru', start)])
  expect(about(0)).toEqual([])
  expect(about(5000)).toEqual(['Peru'])
})

test('quotations in another language than the question say nothing of its words', () => {
  expect(unsaid('Was kauft Indien 2025 in Norwegen?')).toEqual([])
  expect(unsaid('What does India buy from Norway in 2025?', { language: 'de' })).toEqual([])
})

test('words of earlier questions do not count', () => {
  const question = asked('What does Peru buy?', [], ['What does India buy in 2025?'])
  expect(unsaidIn(question, [{ text: TEXT } as Quote], [document('Steel')])).toEqual(['Peru'])
})

test('of an unanswered question, the words that stand in no passage', () => {
  const passage = { title: 'Steel', heading: '', text: TEXT, start: 0, language: 'en' }
  const near = [
    readPassage({ ...passage, sentences: [{ start: 0, end: TEXT.length }] } as unknown as Passage),
  ]
  expect(unknownIn(asked('What does Peru buy in Chile?', ['peru']), near)).toEqual(['Chile'])
  expect(unknownIn(asked('Was kauft Chile in Norwegen ein?'), near)).toEqual([])
})

test('every entry is cut from the question, whatever it is, and five are the most', () => {
  const word = fc.constantFrom(
    'India',
    'Peru',
    '2025',
    'of',
    'and',
    'Bank',
    'steel',
    'soybeans',
    '的',
    'Öl',
    '🦉',
    '…',
  )
  const wild = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(word).map((words) => words.join(' ')),
  )
  fc.assert(
    fc.property(wild, (question) => {
      const entries = unsaid(`What does Norway buy ${question}`)
      expect(entries.length).toBeLessThanOrEqual(5)
      for (const entry of entries) expect(`What does Norway buy ${question}`).toContain(entry)
    }),
  )
})
