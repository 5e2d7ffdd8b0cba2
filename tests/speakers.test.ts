/** Who says a sentence, where only the text around it tells. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitSentences } from '../src/text/passages.ts'
import { speakerOf } from '../src/text/speakers/speaker.ts'
import { speakersIn } from '../src/text/speakers/speakers.ts'
import { runs } from './fakes/runs.ts'

const speakers = (text: string, language = 'en') => {
  const sentences = splitSentences(text, language)
  const found = speakersIn(text, sentences, language)
  return sentences.map(({ start, end }, at) => [text.slice(start, end), found[at]])
}
/** Each of the sentences of a text, one a line with its speaker before it. */
const told = (marked: string) => {
  const lines = marked
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' | '))
  return lines.map(([speaker = '', text = '']) => [text, speaker === '-' ? null : speaker])
}
const joined = (marked: string, between = ' ') =>
  told(marked)
    .map(([text]) => text)
    .join(between)

test.each([
  [
    'the sentences of a quotation are of whoever one of them is of',
    'en',
    `Ann Brook | “It is late.
    Ann Brook | We cannot wait,” said Ann Brook.
    Ann Brook | “Nobody came.
    Ann Brook | Bob Hill told us so.”
    - | The bridge was shut.`,
  ],
  [
    'a question that is told in the next sentence is of whoever that names',
    'en',
    `Tom Reed | “Why so late?”
    Tom Reed | Tom Reed asked.`,
  ],
  [
    'a pronoun is the last speaker who is named',
    'en',
    `Ann Brook | Ann Brook said the pier was safe.
    - | It opened in May.
    Ann Brook | On Monday she added that it was paid for.
    Ann Brook | The deck, she says, is of steel.`,
  ],
  [
    'a pronoun is nobody once somebody else is named, or speaks without a name',
    'en',
    `Ann Brook | Ann Brook said the pier was safe.
    - | US Secretary of State Mia Roth went home.
    - | She said it was late.
    Tom Reed | Tom Reed said it was early.
    - | His mother said: “It is cold.”
    - | He said no.`,
  ],
  [
    'somebody unnamed ends what the one before says',
    'en',
    `Ann Brook | “We wait,” said Ann Brook.
    - | “He was sad,” his mother said.
    - | “He went home.”`,
  ],
  [
    'German',
    'de',
    `Anna Berg | „Wir warten.
    Anna Berg | Es ist spät“, sagte Anna Berg.
    Anna Berg | Sie forderte mehr Geld.
    - | Es regnete.`,
  ],
  [
    'Russian',
    'ru',
    `Мария Захарова | «Мы ждём.
    Мария Захарова | Мы готовы», — сказала Мария Захарова.
    Мария Захарова | Она призвала к миру.`,
  ],
  [
    'Spanish',
    'es',
    `Pedro Sánchez | Pedro Sánchez exigió una respuesta.
    Pedro Sánchez | «Esperamos.
    Pedro Sánchez | Es tarde», dijo él.`,
  ],
  [
    'French',
    'fr',
    `Anne Roux | Anne Roux a accusé le conseil.
    Anne Roux | Elle a déclaré que la loi passerait.`,
  ],
])('%s', (_, language, marked) => {
  expect(speakers(joined(marked), language)).toEqual(told(marked))
})

test('Chinese: a quotation goes on, and a pronoun is the last speaker', () => {
  const marked = `王毅 | 王毅表示，双方将继续合作。
  王毅 | 他说：“我们反对制裁。
  王毅 | 谈判会继续。”`
  expect(speakers(joined(marked, ''), 'zh')).toEqual(told(marked))
})

test('a mark within a sentence that nothing closes makes no quotation of what follows', () => {
  const text =
    'Ann Brook said it was a “key part of the plan, the council wrote. The pier opened. It is of steel.'
  expect(speakers(text).map(([, speaker]) => speaker)).toEqual(['Ann Brook', null, null])
})

test('a paragraph of a long quotation that opens with a mark and closes with none is part of it', () => {
  const text = 'Ann Brook said: “We begin.\n\n“It is cold. We go on.\n\n“Then we end.”'
  expect(speakers(text).map(([, speaker]) => speaker)).toEqual(Array(4).fill('Ann Brook'))
})

test.each([
  ['Ann Brook accused the council of sleeping.', 'en', 'Ann Brook'],
  ['Ann Brook called for a vote on Monday.', 'en', 'Ann Brook'],
  ['Ann Brook pledges to pay for it.', 'en', 'Ann Brook'],
  ['Ann Brook asked whether the pier was safe.', 'en', 'Ann Brook'],
  ['Ann Brook resigned on Monday, saying she was tired.', 'en', 'Ann Brook'],
  ['Ann Brook said,“Look at the pier.”', 'en', 'Ann Brook'],
  ['US Secretary of State Ann Brook said it was late.', 'en', 'Ann Brook'],
  ['Am Montag verlangte Anna Berg mehr.', 'de', null],
  ['Anna Berg verlangte mehr Geld.', 'de', 'Anna Berg'],
  ['Ana Ruiz acusó al consejo de dormir.', 'es', 'Ana Ruiz'],
  ['Anne Roux est partie lundi, ajoutant que tout irait bien.', 'fr', 'Anne Roux'],
  ['Мария Захарова призвала к миру.', 'ru', 'Мария Захарова'],
  ['Ann Brook accused of murder is in court.', 'en', null],
  ['The plan criticized by Ann Brook failed.', 'en', null],
  ['Ann Brook pledged $5 million.', 'en', null],
  ['He accused Ann Brook.', 'en', null],
  ['Er kritisierte Anna Berg.', 'de', null],
])('asking, promising and blaming is speech of its subject: %s', (sentence, language, speaker) => {
  expect(speakerOf(sentence, language)).toBe(speaker)
})

test('each speaker stands in the text, and there is one entry for each sentence, whatever is written', () => {
  const parts = fc.oneof(
    fc.constantFrom(
      '“',
      '”',
      '"',
      '„',
      '«',
      '. ',
      '\n\n',
      ' said ',
      'Ann Brook ',
      'he ',
      ', saying ',
      '说：',
      '他',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  )
  fc.assert(
    fc.property(
      fc.array(parts, { maxLength: 40 }),
      fc.constantFrom('en', 'de', 'fr', 'ru', 'zh', 'und'),
      (all, language) => {
        const text = all.join('')
        const sentences = splitSentences(text, language)
        const found = speakersIn(text, sentences, language)
        expect(found).toHaveLength(sentences.length)
        for (const speaker of found)
          expect(speaker === null || (speaker && text.includes(speaker))).toBeTruthy()
      },
    ),
    { numRuns: runs(200) },
  )
})
