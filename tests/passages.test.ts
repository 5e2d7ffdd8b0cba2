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

/** Each text with the marks `|` between its sentences. */
const SPLIT: [language: string, kind: string, text: string][] = [
  ['de', 'ordinals', 'Der Anleger öffnet am 14. Mai um zwölf.|Die 3. Bauphase begann im 2. Halbjahr.'],
  ['de', 'ordinals', 'Zum 60. Geburtstag kam der 1. FC Köln.|Am 1. Advent und am 14. 5. 2024 war frei.'],
  ['de', 'numbers at an end', 'Der Rat tagt am 14.|Anna Berg leitet ihn.|Er kommt am 3.|Danach geht er.'],
  ['de', 'numbers at an end', 'Das war im Jahr 2014.|Berlin schwieg.|Er zählte bis 14.|Die Fähre fuhr.'],
  [
    'de',
    'abbreviations',
    'Er kostet 14 Mio. Euro, laut Art. 5 Abs. 2 Nr. 3 der Satzung.|Es waren 3 Mrd.|Das reicht.',
  ],
  ['de', 'abbreviations', 'Häfen, z. B. Hamburg, d. h. große, usw.|Alle sind vgl. Tab. 4 voll.'],
  [
    'en',
    'ordinals',
    'Sens. Ford and Cole wrote Sec. 3 on the 23rd. May.|It passed on the 24th.|Nobody spoke.',
  ],
  ['en', 'file names', 'Copy .env and server.ts.|It runs on .NET 8 and Node.js 24, on a .5 core.|Done.'],
  ['en', 'numbers', 'See No. 5, p. 3 and Vol. II of it.|He said no.|We left.|That is Fig. 2.|It is late.'],
  [
    'en',
    'capitals behind',
    'It was the U.S. Army in the U.S.|The L. A. Times of Washington, D.C.|From there we went.',
  ],
  ['en', 'hours', 'At 5 p.m. Monday he left.|At 6 p.m.|Anna came, at 7 p.m. EST she ate etc.|Nobody saw.'],
  ['en', 'list numbers', '1. Open the door.|2. Close it.'],
  ['en', 'quotation marks', 'He said so.|“Look at it.”|“No,” she said.'],
  ['es', 'abbreviations', 'La Sra. López vive en EE. UU.|Trabaja en la Avda. Mayor, núm. 5, p. ej. Hoy no.'],
  ['es', 'abbreviations', 'El presidente de EE. UU., el Sr. Ruiz, citó el art. 3.|Luego calló.'],
  ['fr', 'abbreviations', 'M. Roux et MM. Petit et J.-P. Sartre citent l’art. 5, p. 3, etc.|Elle rit.'],
  [
    'ru',
    'abbreviations',
    'Он купил хлеб и т. д.|Потом ушёл на ул. Ленина, д. 5, в г. Москве.|Это сделал я.|Анна ушла.',
  ],
  ['ru', 'years', 'Это было в 2014 г.|Москва росла, см. рис. 3, до XX в.|Затем нет.'],
  ['it', 'abbreviations', 'Vedi art. 5 e pag. 3, per es. qui, ecc.|Poi basta.'],
  ['und', 'abbreviations', 'Dr. Smith met Sra. López of No. 5.|The end.'],
]

test.each(SPLIT)('%s: a sentence is not cut at a stop that ends none: %s', (language, _, marked) => {
  // A mark before an opening quotation mark stands where no blank is: "so.“Look".
  const text = marked.replaceAll('|“', '“').replaceAll('|', ' ')
  expect(sentences(text, language)).toEqual(marked.split('|'))
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
