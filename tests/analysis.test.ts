import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse, detectLanguage, tokenise } from '../src/text/analysis.ts'

test('a question and a document meet in the same terms, whatever their inflection', () => {
  expect(analyse('What does China gain?', 'en')).toEqual(analyse('China gains', 'en'))
  expect(analyse('Где родился Путин?', 'ru')).toContain(analyse('Путина', 'ru')[0])
})

test('the acronym US is a name where the pronoun us is a stop word', () => {
  expect(analyse('the US and the U.S. told us', 'en')).toEqual(['us', 'us', 'tell'])
})

test('a number is one term, with or without its thousands separator', () => {
  expect(analyse('1,200.50', 'en')).toEqual(analyse('1200.50', 'en'))
})

test('an exponent is found however it is written, and is no part of the number before it', () => {
  for (const text of ['10⁶ boxes', '10^6 boxes']) expect(analyse(text, 'en')).toEqual(['10', '^6', 'box'])
  for (const text of ['10⁻³', '10^-3', '10^\u22123', '10^(−3)'])
    expect(analyse(text, 'en')).toEqual(['10', '^-3'])
  expect(analyse('1½ cups', 'en')).toEqual([...analyse('1', 'en'), ...analyse('½ cups', 'en')])
  for (const [sign, plain] of [
    ['5 m²', '5 m2'],
    ['CO₂', 'CO2'],
    ['H₂O', 'H2O'],
    ['5 km²', '5 km^2'],
  ] as const)
    expect(analyse(sign, 'en')).toEqual(analyse(plain, 'en'))
})

test('an index or a sign with a number in it is no digit of the number before it', () => {
  for (const text of ['240₁', '240①']) expect(analyse(text, 'en')).toEqual(['240', '1'])
})

test('a name with digits is one term, however it is joined', () => {
  expect(analyse('3M, 5G, 4K', 'en')).toEqual(['3m', '5g', '4k'])
  expect(analyse('5G网络', 'zh')[0]).toBe('5g')
  expect(analyse('the A-320', 'en')).toEqual([...analyse('A320', 'en')])
  for (const text of ['COVID-19', 'covid-19', 'Covid\u201119'])
    expect(analyse(text, 'en')).toEqual(['covid', 'covid19'])
  expect(analyse('MiG-29', 'en')).toContain(analyse('MiG29', 'en')[0])
})

test('a number that only stands beside a letter or a hyphen stays a number', () => {
  for (const text of ['€5m', '$5 m', '5 metres']) expect(analyse(text, 'en')[0], text).toBe('5')
  expect(analyse('mid-2023 under-18', 'en')).toEqual(['mid', '2023', '18'])
  expect(analyse('5 m²', 'en')).toEqual(analyse('5m²', 'en'))
  expect(analyse('3.5G', 'en')[0]).toBe('3.5')
})

test('Chinese is cut into words, not taken as one long one', () => {
  expect(analyse('谁赢得了超级碗？', 'zh').length).toBeGreaterThan(1)
})

test('the language of a question is recognised', () => {
  const texts = ['what does China gain?', 'Где родился Путин?', '谁赢得了超级碗？']
  expect(texts.map((text) => detectLanguage(text))).toEqual(['en', 'ru', 'zh'])
})

test('a word that several languages know is one of the corpus’s language; another language stays one', () => {
  for (const word of ['trade', 'tides', 'sanctions', 'Arctic', 'inflation'])
    expect(detectLanguage(word, ['en', 'ru']), word).toBe('en')
  expect(detectLanguage('Handel', ['de'])).toBe('de')
  expect(detectLanguage('Где родился Путин?', ['en'])).toBe('ru')
  expect(detectLanguage('Quelle est la position de la Chine ?', ['en'])).toBe('fr')
  expect(detectLanguage('what does China gain?', ['ru', 'en'])).toBe('en')
})

test('every token, cut from the text by its offsets, is its word, for any Unicode text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('en', 'zh', 'ru', 'und'), (text, code) => {
      for (const { start, end, word, term } of tokenise(text, code)) {
        expect(text.slice(start, end)).toBe(word)
        expect(term).not.toMatch(/\s/)
      }
    }),
  )
})
