/** Numbers are read as people of each language write them, in quotations and in what is said of them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { missingNumbers } from '../src/brief/verify.ts'
import { languages } from '../src/languages/index.ts'
import { numbersIn } from '../src/text/numbers.ts'

const read = (text: string, language: string) => numbersIn(text, language).map(({ values }) => values)
const missing = (point: string, quote: string, languages: [string, string] = ['und', 'und']) =>
  missingNumbers({ text: point, language: languages[0] }, [{ text: quote, language: languages[1] }])

describe('a number', () => {
  test.each<[string, string, number[]]>([
    ['1,5 Prozent', 'de', [1.5]],
    ['240.000 Tonnen', 'de', [240_000]],
    ['1.234.567,89 Euro', 'de', [1_234_567.89]],
    ['1.5 Liter', 'de', [1.5]],
    ['2,4 Mio. Euro', 'de', [2_400_000]],
    ['7 Mrd. Euro', 'de', [7e9]],
    ['240,000 tonnes', 'en', [240_000]],
    ['240.000 tonnes', 'en', [240]],
    ['240 thousand tonnes', 'en', [240_000]],
    ['0.24 million tonnes', 'en', [240_000]],
    ['2,40,000 rupees', 'en', [240_000]],
    ['240’000 Franken', 'de', [240_000]],
    ['240\u202f000 tonnes', 'fr', [240_000]],
    ['240 000 тонн', 'ru', [240_000]],
    ['1,5 млн тонн', 'ru', [1_500_000]],
    ['3,5 millones', 'es', [3_500_000]],
    ['24万吨', 'zh', [240_000]],
    ['２４０，０００吨', 'zh', [240_000]],
    ['２４０吨', 'zh', [240]],
    ['1½ hours', 'en', [1.5]],
    ['½ of it', 'en', [0.5]],
    ['10⁶ boxes', 'en', [1_000_000]],
    ['10^6 boxes', 'en', [1_000_000]],
    ['10⁻³ of it', 'en', [0.001]],
    ['10^-3 of it', 'en', [0.001]],
    ['10^(−3) of it', 'en', [0.001]],
    ['1,5 mil millones', 'es', [1.5e9]],
    ['1.2万亿元', 'zh', [1.2e12]],
    ['5千万人', 'zh', [50_000_000]],
    ['3亿5000万人', 'zh', [350_000_000]],
    ['1億2000万円', 'ja', [120_000_000]],
    ['5 hundred thousand', 'en', [500_000]],
    ['5 миллионам', 'ru', [5_000_000]],
    ['0.500 Liter', 'de', [0.5]],
    ['.5 litres', 'en', [0.5]],
    ['1.500 ships', 'und', [1500, 1.5]],
    ['12.03.2026', 'de', []],
    ['1.2.3', 'en', []],
  ])('“%s” in %s is %j', (text, language, values) => {
    const [found] = read(text, language)
    if (values.length === 1) expect(found?.[0]).toBeCloseTo(values[0] ?? 0, 6)
    else expect(found ?? []).toEqual(values)
    if (language !== 'und') expect(found?.length ?? 0).toBe(values.length)
  })

  test('stands apart from another beside it', () => {
    expect(read('in 2023 240 ships', 'fr')).toEqual([[2023], [240]])
    expect(read('5-7 ships', 'en')).toEqual([[5], [7]])
    expect(read('between 12 345 and 3 ships', 'fr')).toEqual([[12_345], [3]])
  })

  test('is read back as the language’s own format writes it', () => {
    const codes = Object.keys(languages)
    const number = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((whole) => Math.abs(whole) / 100)
    fc.assert(
      fc.property(number, fc.constantFrom(...codes), (value, code) => {
        const written = new Intl.NumberFormat(code).format(value)
        expect(read(written, code)).toEqual([[value]])
      }),
      { numRuns: 300 },
    )
  })

  test('keeps its place, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        for (const { start, end, text: own } of numbersIn(text, 'und'))
          expect(text.slice(start, end)).toBe(own)
      }),
    )
  })
})

describe('a number of a point', () => {
  test.each<[string, string, [string, string]]>([
    ['240,000 ships', 'Es waren 240.000 Schiffe.', ['en', 'de']],
    ['240 000 navires', 'There were 240,000 ships.', ['fr', 'en']],
    ['Eine Viertelmillion: 0,25 Mio.', 'There were 250 thousand.', ['de', 'en']],
    ['At 10:30', 'Um 10.30 Uhr', ['en', 'de']],
    ['1.500', '1,500', ['und', 'en']],
    ['at 9:05', 'at 09:05', ['en', 'en']],
    ['3 million to 5 million', 'between 3 and 5 million', ['en', 'en']],
    ['$3 to $5 million', '$3 million or $5 million', ['en', 'en']],
    ['5–7 million', '5 Millionen bis 7 Millionen', ['en', 'de']],
    ['COVID-19', 'Covid 19 spread.', ['en', 'en']],
    ['Covid 19', 'COVID-19 spread.', ['en', 'en']],
    ['the MiG-29', 'МиГ-29', ['en', 'ru']],
    ['CO2', 'CO₂ rose.', ['en', 'en']],
    ['USD5m', '5 million dollars', ['en', 'en']],
    ['under-18s', 'those under 18', ['en', 'en']],
    ['COVID-19', 'Covid-19 spread.', ['en', 'en']],
    ['5G', 'The 5G network', ['en', 'en']],
  ])('“%s” stands in “%s”', (point, quote, codes) => expect(missing(point, quote, codes)).toEqual([]))

  test.each<[string, string, [string, string], string]>([
    ['1,5 Prozent', 'Es waren 15 Prozent.', ['de', 'de'], '1,5'],
    ['15 Prozent', 'Es waren 1,5 Prozent.', ['de', 'de'], '15'],
    ['1,500 ships', 'There were 1.5 ships.', ['en', 'en'], '1,500'],
    ['240 people', 'There were 240 thousand people.', ['en', 'en'], '240'],
    ['2401 tonnes', 'There were 240 tonnes.', ['en', 'en'], '2401'],
    ['19 ships', 'COVID-19 spread.', ['en', 'en'], '19'],
    ['5 ships', 'The 5G network', ['en', 'en'], '5'],
    ['2 ships', 'They drank H2O.', ['en', 'en'], '2'],
    ['G7', 'There were 7 states.', ['en', 'en'], '7'],
    ['G7', 'The G77 met.', ['en', 'en'], '7'],
    ['12 thousand', '1.2万亿元', ['en', 'zh'], '12'],
    ['1500 euros', '1,5 mil millones', ['en', 'es'], '1500'],
    ['106 boxes', 'There were 10⁶ boxes.', ['en', 'en'], '106'],
  ])('“%s” does not stand in “%s”', (point, quote, codes, number) =>
    expect(missing(point, quote, codes)).toEqual([number]),
  )
})
