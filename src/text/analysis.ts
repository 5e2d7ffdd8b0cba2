/**
 * Text → index terms: the one analysis for documents and questions alike.
 *
 * Words are found by Unicode properties (by `Intl.Segmenter` in scripts that are written without spaces),
 * lower-cased, rid of stop words, reduced to stems (Snowball, https://snowballstem.org) and of diacritics.
 */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { languages } from '../languages/index.ts'
import type { TermRules } from '../languages/rules.ts'
import { UNSPACED } from './unspaced.ts'

type Language = {
  stem: (word: string) => string
  stopWords: Set<string>
  /** Words that have been analysed lately, and those that were before. */
  known: Map<string, Term>
  before: Map<string, Term>
}

const language = ({ stem, stopWords }: TermRules): Language => ({
  stem,
  stopWords: new Set(stopWords.map((word) => word.toLowerCase())),
  known: new Map(),
  before: new Map(),
})

const LANGUAGES = new Map(Object.entries(languages).map(([code, { terms }]) => [code, language(terms)]))
const UNKNOWN = language({ stem: (word) => word, stopWords: [] })

/**
 * Dotted abbreviations (U.S.), plain words, names such as 5G (a sum such as €5m is none), numbers with their separators
 * (1,200.5), exponents (10⁶, 10^6), fractions (1½), and what marks may begin. An exponent or a fraction is a word of its
 * own: 10⁶ is not 106.
 */
const WORD =
  /(?<!\p{Sc}|[\p{Nd}.,])\p{Nd}{1,3}[\p{Lu}\p{Ll}](?![\p{Lu}\p{Ll}\p{M}\p{N}])|\p{L}(?:(?:\.\p{L})+\.?|[\p{L}\p{M}\p{N}]*(?:\^\p{Nd}{1,3}(?!\p{Nd}))?)|[\p{N}--[⁰¹²³⁴-⁹₀-₉¼-¾⅐-⅞①-⓿❶-➓]]+(?:[.,][\p{N}--[⁰¹²³⁴-⁹₀-₉¼-¾⅐-⅞①-⓿❶-➓]]+)*|(?<=[\p{L}\p{N}])\^(?:[\-\u2212]?\p{Nd}+|\([\-\u2212]?\p{Nd}+\))|⁻?[⁰¹²³⁴-⁹]+|[₀-₉]+|[¼-¾⅐-⅞①-⓿❶-➓]|\p{M}[\p{L}\p{M}\p{N}]*/gv
const EXPONENT = /^[\^⁻⁰¹²³⁴-⁹]+/u
/** Years are none: "mid-2023". */
const NUMBER_OF_A_NAME = /^\p{Nd}{1,3}$/u
const HYPHEN = /[-\u2010\u2011]/
const DIACRITICS = /\p{M}+/gu
/** Longer runs are noise: LanceDB's index would leave them out anyway. */
const MAX_TERM_LENGTH = 100
const SAMPLE_LENGTH = 2000

/** One word of a text: where it stands (UTF-16 code units, end exclusive) and the term that it is indexed as. */
export type Token = { start: number; end: number; word: string; term: string; isStopWord: boolean }

const segmenters = new Map<string, Intl.Segmenter>()
function segmenterFor(code: string): Intl.Segmenter {
  let segmenter = segmenters.get(code)
  if (!segmenter) {
    segmenter = new Intl.Segmenter(code === 'und' ? undefined : code, { granularity: 'word' })
    segmenters.set(code, segmenter)
  }
  return segmenter
}

type Term = Pick<Token, 'term' | 'isStopWord'>

/** What a word is indexed as. */
function termOf(word: string, { stem, stopWords }: Language): Term {
  const plain = word
    .toLowerCase()
    .replaceAll('.', (dot, at: number) => (/\d/.test(word[at - 1] ?? '') ? dot : ''))
  // "US" and "WHO" are names where "us" and "who" are not.
  const isAcronym = word.length > 1 && /^(?:\p{Lu}+|(?:\p{L}\.)+\p{L}?)$/u.test(word)
  const isNumber = /^\p{N}/u.test(plain)
  const stemmed = isNumber ? plain.replaceAll(',', '') : stem(plain)
  const decomposed = stemmed.normalize('NFKD').replace(DIACRITICS, '').normalize('NFC') || plain
  // km^2 is km².
  const term = EXPONENT.test(word)
    ? `^${decomposed.replace(/[\^()]/g, '').replace('\u2212', '-')}`
    : decomposed.replace('^', '')
  return { term, isStopWord: !isAcronym && stopWords.has(plain) }
}

/** A text repeats most of its words: looking a term up takes a sixth of the time that making it takes. */
const MAX_KNOWN = 200_000

/** The same, remembered. */
function knownTermOf(word: string, language: Language): Term {
  const found = language.known.get(word)
  if (found) return found
  // What is in use stays when the rest is forgotten.
  if (language.known.size >= MAX_KNOWN) {
    language.before = language.known
    language.known = new Map()
  }
  // A string cut from a text keeps all of the text in memory: what is remembered is a copy.
  const copy = Buffer.from(word, 'utf16le').toString('utf16le')
  const made = language.before.get(word) ?? termOf(copy, language)
  language.known.set(copy, made)
  return made
}

/** The number of a name that a hyphen joins to it is no number: COVID-19 holds the terms covid and covid19. */
function nameWith(number: string, mark: string | undefined, before: Token | undefined): string | undefined {
  if (!before || !mark || !HYPHEN.test(mark) || !NUMBER_OF_A_NAME.test(number)) return undefined
  const isName = /^\p{L}+$/u.test(before.word) && (!before.isStopWord || /^\p{Lu}$/u.test(before.word))
  return isName ? termOf(before.word + number, UNKNOWN).term : undefined
}

/**
 * All words of a text in order, with offsets into it.
 * `code` is the text's language (ISO 639-1); another value means no stemming and no stop words.
 */
export function tokenise(text: string, code: string): Token[] {
  const language = LANGUAGES.get(code) ?? UNKNOWN
  const isSpaced = !UNSPACED.test(text)
  const tokens: Token[] = []
  const add = (word: string, start: number) => {
    const { term, isStopWord } = knownTermOf(word, language)
    if (term.length <= MAX_TERM_LENGTH)
      tokens.push({ start, end: start + word.length, word, term, isStopWord })
  }
  let end = 0
  for (const word of text.match(WORD) ?? []) {
    // Between two words stands nothing that a word could begin with.
    const start = text.indexOf(word, end)
    const name = start === end + 1 && nameWith(word, text[end], tokens.at(-1))
    end = start + word.length
    if (name) tokens.push({ start, end, word, term: name, isStopWord: false })
    else if (isSpaced || !UNSPACED.test(word)) add(word, start)
    else
      for (const part of segmenterFor(code).segment(word))
        if (part.isWordLike) add(part.segment, start + part.index)
  }
  return tokens
}

/** The index terms of a text in order: its words' stems without the stop words. Never holds white space. */
export function analyse(text: string, code: string): string[] {
  return tokenise(text, code).flatMap((token) => (token.isStopWord ? [] : [token.term]))
}

let detector: typeof import('eld/small').eld | undefined

/**
 * Loads the language detector, which otherwise happens at the first need. Its n-grams take 0.2 s and 100 MB in
 * each thread: one that reads no text does without.
 */
export function loadDetector() {
  detector ??= createRequire(import.meta.url)(fileURLToPath(import.meta.resolve('eld/small')))
    .eld as NonNullable<typeof detector>
  return detector
}

/** Of so few words a likely language is taken when its score is at least this share of the best one's. */
const FEW_WORDS = 5
const NEARLY = 0.8

/**
 * The language of a text, ISO 639-1, by its characters' n-grams (ELD); `und` when there is too little to tell.
 * A few words are often those of several languages: then one of the `likely` ones is taken, the first if need be.
 */
export function detectLanguage(text: string, likely: string[] = []): string {
  const found = loadDetector().detect(text.slice(0, SAMPLE_LENGTH))
  const [first] = likely
  const isShort = text.trim().split(/\s+/, FEW_WORDS + 1).length <= FEW_WORDS
  if (!first || likely.includes(found.language) || (found.isReliable() && !isShort))
    return found.language || 'und'
  const scores = found.getScores()
  const best = scores[found.language] ?? 0
  const scoreOf = (code: string) => scores[code] ?? 0
  const [nearest = first] = likely.toSorted((a, b) => scoreOf(b) - scoreOf(a))
  if (scoreOf(nearest) > 0 && scoreOf(nearest) >= NEARLY * best) return nearest
  return found.isReliable() && found.language ? found.language : first
}
