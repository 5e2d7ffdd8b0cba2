/** What else a word of a question may be called in the corpus: weak evidence beside the word itself. */
import { otherForms } from '../languages/irregular.ts'
import { peoples } from '../languages/peoples.ts'
import { thesaurus } from '../languages/thesaurus.ts'
import { analyse, type Token } from '../text/analysis.ts'
import { meaningsOf, type Relation, relatedWords } from '../text/wordnet.ts'

/** Index terms, each with how much (0–1) it counts for the word; never the word's own term. */
export type Related = Map<string, number>

const WEIGHTS: Record<Relation, number> = {
  synonym: 0.8,
  derivation: 0.8,
  similar: 0.5,
  hypernym: 0.5,
  hyponym: 0.5,
}
/** What each rarer meaning of the word counts less. */
const SENSE_DECAY = 0.8
const OTHER_FORM = 0.97
const PEOPLE = 0.9
const SAME_MEANING = 0.8
/** Words with so many meanings that they stand for nothing in particular. */
const GENERAL = new Set(
  'take make get give put set go come run hold keep turn stand bring call pass leave open close move change act find pay have be do say see know think look use work play show let cut break draw lead point place line part way thing side end head hand state case form order matter group time time body piece kind person people man place area region object whole event action activity'.split(
    ' ',
  ),
)
const FEW_MEANINGS = 4

/** A word of many meanings mostly means another one. */
const plainness = (word: string) => Math.sqrt(Math.min(1, FEW_MEANINGS / Math.max(1, meaningsOf(word))))

let byTerm: Map<string, string[]> | undefined
/** The thesaurus by index terms; made when it is first wanted. */
function sameMeaning(): Map<string, string[]> {
  if (byTerm) return byTerm
  byTerm = new Map()
  for (const [word, others] of thesaurus)
    for (const term of analyse(word, 'en')) byTerm.set(term, [...(byTerm.get(term) ?? []), ...others])
  return byTerm
}

const PARTICLE =
  /^(?:down|up|off|out|over|away|on|in|back|through|apart|aside|by|along|forward|around|round|into|after|for)$/iu
/** A word of two, such as "step down", counts less by its first. */
const FIRST_OF_TWO = 0.7

/** The related terms of a word in English; `particle` is the word after it where that may belong to it. */
function relatedInEnglish({ word, term }: Token, particle: string | undefined, isVerb: boolean): Related {
  const related: Related = new Map()
  const add = (name: string, weight: number) => {
    const [only, ...others] = analyse(name, 'en')
    if (only === undefined || others.length > 0 || only === term) return
    if ((related.get(only) ?? 0) < weight) related.set(only, weight)
  }
  for (const form of otherForms(word)) add(form, OTHER_FORM)
  for (const name of peoples.get(word.toLowerCase()) ?? []) add(name, PEOPLE)
  if (!/^\p{Ll}{2,}$/u.test(word)) return related
  for (const name of sameMeaning().get(term) ?? []) add(name, SAME_MEANING)
  const phrase = particle ? relatedWords(`${word} ${particle}`) : []
  for (const { word: name, relation, sense } of phrase.length > 0
    ? phrase
    : relatedWords(word, isVerb ? 'verb' : undefined)) {
    const [first = '', second] = name.split(' ')
    if (GENERAL.has(name) || (second && (GENERAL.has(first) || !PARTICLE.test(second)))) continue
    add(name, WEIGHTS[relation] * SENSE_DECAY ** sense * (second ? FIRST_OF_TWO : plainness(name)))
  }
  return related
}

/**
 * The related terms of each of a question's terms, those of stop words left out; empty in other languages than English.
 * @param verb the term of the question's verb, where it is known: as other parts of speech it means other things
 */
export function relatedTerms(tokens: Token[], language: string, verb?: string): Map<string, Related> {
  if (language !== 'en') return new Map()
  const isShouted = tokens.every(({ word }) => word === word.toUpperCase())
  const read = isShouted ? tokens.map((token) => ({ ...token, word: token.word.toLowerCase() })) : tokens
  return new Map(
    read.flatMap((token, at) => {
      if (token.isStopWord) return []
      const next = read[at + 1]?.word
      const particle = next && PARTICLE.test(next) ? next : undefined
      return [[token.term, relatedInEnglish(token, particle, token.term === verb)] as const]
    }),
  )
}
