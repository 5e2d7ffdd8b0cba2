/** Words of one language with what they are in another, looked up by whatever form a question has them in. */
import { dictionaryForms } from '../languages/forms.ts'
import { type Entry, glossaryOf, verbsOf } from '../languages/glossary/index.ts'
import { peoples } from '../languages/peoples.ts'
import { analyse, type Token, tokenise } from '../text/analysis.ts'

export type Dictionary = {
  language: string
  /** By the word in lower case, and by its term; the words for it in the other language, best first. */
  words: Map<string, string[]>
  terms: Map<string, string[]>
  /** The same of verbs alone. */
  verbs: Pick<Dictionary, 'language' | 'words' | 'terms'>
  /** Of several words, by their terms, the longest first. */
  phrases: { text: string; terms: string[]; others: string[] }[]
  /** Written without blanks, the longest first. */
  unspaced: { word: string; others: string[] }[]
}
const dictionaries = new Map<string, Dictionary>()

/** Regions as both languages call them, by CLDR. */
function countries(from: string, to: string): Entry[] {
  const [own, other] = [from, to].map(
    (language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
  )
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      const [word, name] = [own?.of(code), other?.of(code)]
      return word && name && code !== 'ZZ' ? [{ words: [word], others: [name] }] : []
    })
}

/** Every word of the entries with what it is; one that an entry has first is best told by that entry. */
function pairsOf(entries: Entry[]): [word: string, others: string[]][] {
  const pairs = entries.flatMap(({ words, others }) => words.map((word, at) => ({ word, others, at })))
  return pairs
    .toSorted((a, b) => Math.min(a.at, 1) - Math.min(b.at, 1))
    .map(({ word, others }) => [word, others])
}

/** The dictionary of two languages (ISO 639-1). One that the glossary lacks has the names of countries only. */
export function dictionaryOf(from: string, to: string): Dictionary {
  const key = `${from} ${to}`
  const known = dictionaries.get(key)
  if (known) return known
  const empty = () => ({ language: from, words: new Map(), terms: new Map() })
  const made: Dictionary = { ...empty(), verbs: empty(), phrases: [], unspaced: [] }
  const add = (map: Map<string, string[]>, word: string, others: string[]) =>
    map.set(word, [...new Set([...(map.get(word) ?? []), ...others])])
  const unspaced = new Map<string, string[]>()
  const phrases = new Map<string, string[]>()
  for (const [word, others] of pairsOf(verbsOf(from, to))) {
    add(made.verbs.words, word.toLowerCase(), others)
    const [term, second] = analyse(word, from)
    if (term && !second) add(made.verbs.terms, term, others)
  }
  for (const [word, others] of pairsOf([...glossaryOf(from, to), ...countries(from, to)])) {
    const tokens = tokenise(word, from)
    if (/\p{Script=Han}/u.test(word)) add(unspaced, word, others)
    else if (tokens.length > 1) add(phrases, word.toLowerCase(), others)
    else if (tokens[0]) {
      add(made.words, word.toLowerCase(), others)
      add(made.terms, tokens[0].term, others)
    }
  }
  made.phrases = [...phrases]
    .map(([text, others]) => ({ text, terms: tokenise(text, from).map(({ term }) => term), others }))
    .toSorted((a, b) => b.terms.length - a.terms.length)
  made.unspaced = [...unspaced]
    .map(([word, others]) => ({ word, others }))
    .toSorted((a, b) => b.word.length - a.word.length)
  dictionaries.set(key, made)
  return made
}

/** Forms that a stemmer leaves apart: as much of both words is the same. */
const LIKE = 0.7
const FEWEST_LETTERS = 5

/** The term of the dictionary that a term is most likely another form of; '' when there is none. */
function nearestOf(term: string, terms: Map<string, unknown>): string {
  let best = { term: '', share: LIKE }
  for (const other of term.length < FEWEST_LETTERS ? [] : terms.keys()) {
    let common = 0
    while (common < term.length && term[common] === other[common]) common += 1
    const share = common / Math.max(term.length, other.length)
    if (common >= 4 && share > best.share) best = { term: other, share }
  }
  return best.term
}

/** What a word is by itself or by a form of it that the dictionary has. */
export function wordsFor(
  word: string,
  { language, words, terms }: Pick<Dictionary, 'language' | 'words' | 'terms'>,
): string[] | undefined {
  const exact = words.get(word.toLowerCase())
  if (exact) return exact
  const forms = dictionaryForms(word, language)
  for (const form of forms) {
    const found = words.get(form.toLowerCase())
    if (found) return found
  }
  const [term = ''] = analyse(word, language)
  return terms.get(term)
}

/** The same of a word whose form is not known, by the word that is most like it. */
export const wordsLike = ({ term }: Token, { terms }: Dictionary) => terms.get(nearestOf(term, terms))

/** What stands between the parts of a compound: Arbeit-s-platz. */
const JOINTS = ['', 's', 'es', 'n', 'en', 'e']
const SHORTEST_PART = 3

/** The parts of a German compound with what they are, the longest first part first; undefined where it is none. */
export function partsOf(word: string, dictionary: Dictionary): string[][] | undefined {
  if (dictionary.language !== 'de') return undefined
  const lower = word.toLowerCase()
  for (let end = lower.length - SHORTEST_PART; end >= SHORTEST_PART; end--)
    for (const joint of JOINTS) {
      if (!lower.slice(0, end).endsWith(joint) || end - joint.length < SHORTEST_PART) continue
      const stem = lower.slice(0, end - joint.length)
      const first =
        dictionary.words.get(stem) ?? dictionary.words.get(`${stem}en`) ?? dictionary.words.get(`${stem}e`)
      if (!first) continue
      const rest = lower.slice(end)
      const second = wordsFor(rest, dictionary)
      const others = second ? [second] : partsOf(rest, dictionary)
      if (others) return [first, ...others]
    }
  return undefined
}

/** Whether a word of the other language is the name of a country or people. */
export const isOfCountry = (word: string) => peoples.has(word.toLowerCase())
