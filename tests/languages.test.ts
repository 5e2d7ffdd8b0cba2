/** Everything that is known of a language stands in its own file: adding one is that file, its line and a catalogue. */
import { glob, readdir, readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { anyOf } from '../src/languages/all.ts'
import { languages } from '../src/languages/index.ts'
import { catalogues, languageFor } from '../src/locales/language.ts'

const spoken = Object.keys(catalogues).map((code) => [code, languageFor(code).rules] as const)

/** Every value inside an object, by its path. */
function* valuesIn(value: unknown, path: string): Generator<[path: string, value: unknown]> {
  if (typeof value !== 'object' || value === null || value instanceof RegExp || Array.isArray(value))
    yield [path, value]
  else for (const [key, inner] of Object.entries(value)) yield* valuesIn(inner, path ? `${path}.${key}` : key)
}

test.each(spoken)('no list and no pattern of %s is left empty', (_, rules) => {
  for (const [path, value] of valuesIn(rules, '')) {
    if (typeof value === 'string') expect(value.trim(), path).not.toBe('')
    if (Array.isArray(value)) expect(value, path).not.toHaveLength(0)
    // What matches nothing at all would match everywhere, in every language.
    if (value instanceof RegExp) expect(new RegExp(`^(?:${value.source})$`, 'u').test(''), path).toBe(false)
  }
})

test.each(Object.entries(languages))('%s has a name, numbers and terms', (code, { numbers, terms }) => {
  expect(new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(code)).toBeDefined()
  expect(numbers.decimalMarks.filter((mark) => numbers.groupMarks.includes(mark))).toEqual([])
  expect(terms.stopWords.length).toBeGreaterThan(10)
})

test('each file of a language is in the list of languages', async () => {
  const files = await readdir(new URL('../src/languages/', import.meta.url))
  const codes = files.filter((name) => /^[a-z]{2}\.ts$/.test(name)).map((name) => name.slice(0, 2))
  expect(codes.toSorted()).toEqual(Object.keys(languages).toSorted())
})

describe('the pattern of all languages', () => {
  test('holds that of each', () => {
    const all = new RegExp(`^(?:${anyOf(({ schedule }) => schedule?.leads)})$`, 'iu')
    for (const word of ['every', 'jeden', 'cada', 'chaque', 'каждый', '每']) expect(word).toMatch(all)
  })

  test('matches nothing when no language has one', () => {
    expect('').not.toMatch(new RegExp(anyOf(() => null)))
  })
})

test('no other file holds words of two languages', async () => {
  /** Words that no other language has: where two of them meet, a list over all languages has begun. */
  const SIGNS: Record<string, RegExp> = {
    de: /(?<!\p{L})(?:und|nicht|jeden|montag|dass)(?!\p{L})/iu,
    es: /(?<!\p{L})(?:según|también|cuándo|pero)(?!\p{L})/iu,
    fr: /(?<!\p{L})(?:selon|aussi|jamais|combien)(?!\p{L})/iu,
    ru: /\p{Script=Cyrillic}{3}/u,
  }
  for await (const path of glob('{src,commands}/**/*.ts', { exclude: ['src/languages/**'] })) {
    const text = (await readFile(path, 'utf8')).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    const found = Object.keys(SIGNS).filter((language) => SIGNS[language]?.test(text))
    expect(found.length, `${path}: ${found.join()}`).toBeLessThan(2)
  }
})
