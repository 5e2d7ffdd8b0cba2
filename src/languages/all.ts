/** One list or pattern out of those of all languages, for texts whose language is unknown or does not matter. */
import { languages } from './index.ts'
import type { LanguageRules } from './rules.ts'
import { type Phrases, phrasesOf, type Words, wordsOf } from './words.ts'

type Picked<T> = (rules: LanguageRules) => T | null | undefined

/** What the languages have of something, those that have none left out. */
export const allOf = <T>(pick: Picked<T>): T[] =>
  Object.values<LanguageRules>(languages)
    .map(pick)
    .filter((found) => found !== null && found !== undefined)

/** The words of all languages. */
export const allWords = (pick: Picked<Words>): Set<string> => new Set(allOf(pick).flatMap(wordsOf))

/** The entries of several words of all languages. */
export const allPhrases = (pick: Picked<Phrases>): Set<string> => new Set(allOf(pick).flatMap(phrasesOf))

/** The source of a regular expression that is one of theirs; it matches nothing when there is none. */
export const anyOf = (pick: Picked<RegExp>): string =>
  allOf(pick)
    .map(({ source }) => source)
    .join('|') || '(?!)'

/** The same of the languages that have blanks between words, which need something around them. */
export const anySpaced = (pick: Picked<RegExp>): string =>
  anyOf((rules) => (rules.isUnspaced ? null : pick(rules)))

/** The same of those that have none. */
export const anyUnspaced = (pick: Picked<RegExp>): string =>
  anyOf((rules) => (rules.isUnspaced ? pick(rules) : null))
