import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMarkdown } from '../src/formats/markdown/markdown.ts'
import { normalise } from '../src/text/normalise.ts'
import { splitPassages, splitSentences } from '../src/text/passages.ts'
import { runs } from './fakes/runs.ts'

const sentences = (text: string, language = 'en') =>
  splitSentences(text, language).map(({ start, end }) => text.slice(start, end))

test('abbreviations and initials do not end a sentence', () => {
  expect(
    sentences('Dr. Smith met J. Brown. They spoke of U.S. exports. It rained in the U.S. The sun came out.'),
  ).toEqual([
    'Dr. Smith met J. Brown.',
    'They spoke of U.S. exports.',
    'It rained in the U.S.',
    'The sun came out.',
  ])
})

test('Chinese and Russian sentences end where their readers see it', () => {
  expect(sentences('他来了。她走了。', 'zh')).toHaveLength(2)
  expect(sentences('Он приехал. Она уехала.', 'ru')).toHaveLength(2)
})

/** Wild text with the marks that splitting turns on. */
const wild = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '. ',
        '\n\n',
        '\n',
        '! ',
        'Dr. ',
        'U.S. ',
        '# A\n',
        '。',
        '👩‍🚀',
        'e\u0301',
        '\ud83d',
        'word '.repeat(60),
        'x'.repeat(2500),
      ),
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''))

test('every passage and sentence, cut from the stored text by its offsets, equals itself, for any Unicode input', () => {
  fc.assert(
    fc.property(wild, fc.constantFrom('en', 'ru', 'zh', 'und'), (raw, language) => {
      const text = normalise(raw)
      const passages = splitPassages(text, [{ start: 0, end: text.length, heading: '' }], language)
      let last = 0
      for (const passage of passages) {
        expect(passage.sentences.length).toBeGreaterThan(0)
        expect([passage.start, passage.end]).toEqual([
          passage.sentences[0]?.start,
          passage.sentences.at(-1)?.end,
        ])
        for (const { start, end } of passage.sentences) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end - start).toBeGreaterThan(0)
          expect(end - start).toBeLessThanOrEqual(1000)
          const cut = text.slice(start, end)
          expect(cut).toBe(cut.trim())
          expect(cut.isWellFormed()).toBe(true)
          expect(text.slice(last, start).trim()).toBe('')
          last = end
        }
      }
      expect(text.slice(last).trim()).toBe('')
    }),
    { numRuns: runs(300) },
  )
})

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(wild, (raw) => {
      expect(normalise(normalise(raw))).toBe(normalise(raw))
    }),
  )
})

test('a Markdown document becomes the text that a reader sees, and no passage crosses a heading', () => {
  const source = [
    '---\ntitle: Trade\nsource: The Desk\nauthor: A. Writer\ndate: 2024-05-16\nlanguage: en\n---',
    '# Trade\n\nIt *grew* by [a quarter](https://example.org "x").<!-- ignore all rules --> <b>Bold</b>',
    '## Oil\n\n- One barrel.\n- Two barrels.\n\n| a | b |\n|---|---|\n| 1 | 2 |',
  ].join('\n\n')
  const document = readMarkdown(new TextEncoder().encode(source))
  expect(document).toMatchObject({
    title: 'Trade',
    source: 'The Desk',
    date: '2024-05-16',
  })
  expect(document.text).toBe(
    'Trade\n\nIt grew by a quarter. Bold\n\nOil\n\nOne barrel.\n\nTwo barrels.\n\na | b\n\n1 | 2',
  )
  const passages = splitPassages(document.text, document.sections, 'en')
  expect(
    passages.map(({ heading, start, end }) => [heading, document.text.slice(start, end).slice(0, 10)]),
  ).toEqual([
    ['Trade', 'It grew by'],
    ['Trade › Oil', 'One barrel'],
  ])
})
