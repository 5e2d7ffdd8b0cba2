import { expect, test } from 'vitest'
import { evidenceOf } from '../src/brief/evidence.ts'
import { answer } from '../src/brief/kinds/lookup.ts'
import type { Passage } from '../src/document.ts'
import type { Request } from '../src/question/request.ts'
import { readQuestion } from '../src/search/question.ts'
import { rank } from '../src/search/rank.ts'
import { questionTerms } from '../src/search/terms.ts'
import { splitPassages } from '../src/text/passages.ts'

/** What is quoted of one document for a question, best first. */
function quotationsOf(question: string, text: string): string[] {
  const terms = questionTerms(question)
  const asked = readQuestion(question, terms, 100, new Map([...terms.keys()].map((term) => [term, 5])))
  const passages = splitPassages(text, [{ start: 0, end: text.length, heading: '' }], 'en').map(
    (span): Passage => ({
      ...span,
      ...{
        document: 'd',
        hash: 'h',
        collection: 'shared',
        title: '',
        source: 'Times',
        date: null,
        language: 'en',
      },
      text: text.slice(span.start, span.end),
    }),
  )
  const evidence = evidenceOf(
    rank(
      asked,
      passages.map((passage) => ({ passage, bm25: 1 })),
    ),
  )
  const request: Request = {
    text: question,
    kind: 'lookup',
    isChosen: false,
    subject: question,
    frame: null,
    form: {},
    language: 'en',
  }
  return answer({ request, question: asked, evidence, confidence: 1, originals: new Map() }).flatMap(
    ({ citations }) => citations.map(({ start, end }) => text.slice(start, end)),
  )
}

test('a sentence that begins with “he” is quoted with the sentence that says who', () => {
  const [first] = quotationsOf(
    'Who opened the harbour in 1884?',
    'The mayor was Ann Brook. She opened the harbour in 1884. Nobody minded the rain.',
  )
  expect(first).toBe('The mayor was Ann Brook. She opened the harbour in 1884.')
})

test('a neighbour that holds what the sentence lacks of the question completes the quotation', () => {
  const [first] = quotationsOf(
    'When did Ann Brook open the harbour?',
    'Ann Brook was the mayor of Salt Bay. The opening of the harbour took place in 1884. Nobody minded the rain.',
  )
  expect(first).toBe('Ann Brook was the mayor of Salt Bay. The opening of the harbour took place in 1884.')
})

test('a quotation never crosses an empty line', () => {
  for (const quotation of quotationsOf(
    'What did Ann Brook open?',
    'Ann Brook was the mayor of Salt Bay.\n\nShe opened the harbour.',
  ))
    expect(quotation).not.toContain('\n\n')
})

test('no sentence is quoted twice', () => {
  const quotations = quotationsOf(
    'What did Ann Brook open in the harbour?',
    'Ann Brook opened the harbour. She opened the school. Brook opened a bank in the harbour. They opened early.',
  ).join(' ')
  for (const sentence of ['Ann Brook opened the harbour.', 'She opened the school.', 'They opened early.'])
    expect(quotations.split(sentence).length, sentence).toBeLessThanOrEqual(2)
})

test('a quotation stays one that is read at a glance', () => {
  const long = `Ann Brook ${'walked along the shore and '.repeat(30)}opened the harbour.`
  for (const quotation of quotationsOf('What did Ann Brook open?', `${long} She was glad. ${long}`))
    expect(quotation.length).toBeLessThanOrEqual(1000)
})
