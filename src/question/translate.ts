/** A question's words in the language of the documents. */
import transliterate from '@sindresorhus/transliterate'
import { type Entry, glossaryOf } from '../languages/glossary.ts'
import { peoples } from '../languages/peoples.ts'
import { thesaurus } from '../languages/thesaurus.ts'
import { analyse, type Token } from '../text/analysis.ts'
import type { Related } from './related.ts'

/** What a translation counts beside the word itself, the best one and each further one. */
const TRANSLATED = [0.95, 0.9, 0.85]
const TRANSLITERATED = 0.9
const PEOPLE = 0.9
/** Another word for a translation. */
const ALIKE = 0.65

type Dictionary = {
  byTerm: Map<string, string[]>
  phrases: { terms: string[]; others: string[] }[]
  han: Entry[]
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

function dictionaryOf(from: string, to: string): Dictionary {
  const key = `${from} ${to}`
  const known = dictionaries.get(key)
  if (known) return known
  const made: Dictionary = { byTerm: new Map(), phrases: [], han: [] }
  for (const { words, others } of [...glossaryOf(from, to), ...countries(from, to)])
    for (const word of words) {
      const terms = analyse(word, from)
      const [term] = terms
      if (/\p{Script=Han}/u.test(word)) made.han.push({ words: [word], others })
      else if (terms.length > 1) made.phrases.push({ terms, others })
      else if (term) made.byTerm.set(term, [...(made.byTerm.get(term) ?? []), ...others])
    }
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

/**
 * For each term of a question what it is in the language of the documents: by the glossary and the names of countries,
 * else, where it is written in other letters, as those would be. Terms of the other language, with weights 0–1.
 */
export function translations(text: string, tokens: Token[], from: string, to: string): Map<string, Related> {
  const { byTerm, phrases, han } = dictionaryOf(from, to)
  const translated = new Map<string, Related>()
  const add = (term: string, others: string[]) => {
    const related: Related = translated.get(term) ?? new Map()
    for (const [at, other] of others.entries()) {
      const weight = TRANSLATED[Math.min(at, TRANSLATED.length - 1)] ?? 0
      for (const one of analyse(other, to)) related.set(one, Math.max(weight, related.get(one) ?? 0))
      for (const name of peoples.get(other.toLowerCase()) ?? [])
        for (const one of analyse(name, to)) if (!related.has(one)) related.set(one, PEOPLE)
      const like = to === 'en' ? (thesaurus.get(other) ?? []) : []
      for (const name of like)
        for (const one of analyse(name, to)) if (!related.has(one)) related.set(one, ALIKE)
    }
    translated.set(term, related)
  }
  const terms = new Set(tokens.map(({ term }) => term))
  for (const { terms: phrase, others } of phrases)
    if (phrase[0] !== undefined && phrase.every((term) => terms.has(term))) add(phrase[0], others)
  const longest = han.toSorted((a, b) => (b.words[0]?.length ?? 0) - (a.words[0]?.length ?? 0))
  let left = text
  for (const { words, others } of longest) {
    const word = words[0] ?? ''
    const at = left.indexOf(word)
    if (at < 0) continue
    const token = tokens.findLast((one) => one.start <= at) ?? tokens[0]
    if (token) add(token.term, others)
    left = left.replaceAll(word, ' '.repeat(word.length))
  }
  for (const { term, word, isStopWord } of tokens) {
    if (isStopWord || translated.has(term)) continue
    const others = byTerm.get(term) ?? byTerm.get(nearestOf(term, byTerm))
    if (others) add(term, others)
    else if (/^\p{Lu}/u.test(word) && !/^\p{Script=Latin}+$/u.test(word))
      for (const one of analyse(transliterate(word), to))
        translated.set(term, new Map([[one, TRANSLITERATED]]))
  }
  return translated
}
