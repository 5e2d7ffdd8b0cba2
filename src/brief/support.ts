/**
 * How far a sentence in its context holds what a question asks, concept by concept.
 *
 * A concept is a word of the question together with what else it may be called, which count less (the structured
 * queries of Pirkola, "The effects of query structure and dictionary setups in dictionary-based cross-language
 * information retrieval", SIGIR 1998). What a sentence lacks may stand where its reader has it from: the title, the
 * headings, the sentence before.
 */
import { type Expected, expectedOf, holdsExpected } from '../question/expected.ts'
import type { Related } from '../question/related.ts'
import { nearness } from '../search/features.ts'
import type { Question } from '../search/question.ts'
import { tokenise } from '../text/analysis.ts'
import type { Evidence } from './evidence.ts'
import { isLight } from './unsaid.ts'

export type Concept = {
  term: string
  /** As it was typed. */
  word: string
  /** How much of the question it is; compares within one question. */
  weight: number
  isName: boolean
  related: Related
}

export type Asked = {
  concepts: Concept[]
  /** All terms of the question, also those of words that only ask. */
  terms: ReadonlySet<string>
  expected: Expected | null
  related: Map<string, Related>
}

/** What a sentence holds of a question. */
export type Support = {
  /** The share (0–1) of the question that it holds in its context, and by itself. */
  whole: number
  own: number
  /** The share that it holds in its context in the question's own words, or their translations. */
  exact: number
  /** The same of what is no name; 1 where the question has nothing else. */
  plain: number
  /** The share of the names that it holds in its context; 1 where there is none. */
  names: number
  /** How surely (0–1) it holds what is expected; 1 where nothing is. */
  expected: number
}

/** Where a reader has it from counts so much of what the sentence itself would. */
const FROM = { title: 0.65, before: 0.6, after: 0.3, passage: 0.35 }
const NEAR_FORM = 0.85
/** From here on another word is the same: a translation, a people for its country, a repaired one. */
const EXACT = 0.85
/** Words that carry little in a question: "happen", "year". */
const LIGHT = 0.3
/** A term that the corpus does not have: what is not named may be called otherwise. */
const UNKNOWN = 0.7
/** A word of another language than the documents' for which there is none in theirs. */
const UNTRANSLATED = 0.5
const NAME = 1.3
/** The corpus is looked at as part of one of at least so many passages, in each of which a term stands by this chance. */
const [BACKGROUND, CHANCE] = [2000, 0.004]

/** The inverse document frequency of a term, smoothed so that a corpus of one document weighs as a large one does. */
function weightOf(frequency: number, passages: number): number {
  const others = Math.max(0, BACKGROUND - passages)
  const all = passages + others
  return Math.log(1 + (all + 0.5) / (frequency + CHANCE * others + 0.5))
}

/** What a question asks, as concepts. */
export function askedIn(question: Question): Asked {
  const { text, language, frequencies, passages, related, translation } = question
  const isShouted = text === text.toUpperCase()
  const tokens = tokenise(isShouted ? text.toLowerCase() : text, language)
  const seen = new Set<string>()
  const concepts: Concept[] = []
  for (const [at, { word, term, isStopWord }] of tokens.entries()) {
    if (isStopWord || seen.has(term)) continue
    seen.add(term)
    const isName = !isShouted && at > 0 && /^[\p{Lu}\p{N}]/u.test(word)
    const own = related.get(term) ?? new Map()
    const frequency = frequencies.get(term) ?? 0
    const light = isLight(term, language) ? LIGHT : 1
    const isUntranslated = translation?.untranslated.has(term) && own.size === 0
    const known = frequency > 0 || isName ? 1 : isUntranslated ? UNTRANSLATED : UNKNOWN
    const weight = weightOf(frequency, passages) * light * known * (isName ? NAME : 1)
    concepts.push({ term, word, weight, isName, related: own })
  }
  return {
    concepts,
    terms: new Set(tokens.map(({ term }) => term)),
    expected: expectedOf(translation?.asks ?? text),
    related,
  }
}

/** How much (0–1) some terms hold of a concept. */
export function heldOf({ term, related }: Concept, terms: ReadonlySet<string>): number {
  if (terms.has(term)) return 1
  let best = 0
  for (const [other, weight] of related) if (weight > best && terms.has(other)) best = weight
  if (best < NEAR_FORM)
    for (const other of terms) {
      const near = nearness(term, other)
      if (near > 0.7) best = Math.max(best, NEAR_FORM * near)
    }
  return best
}

/** What a sentence holds of a question, by itself and in its context. */
export function supportOf(asked: Asked, sentence: Evidence): Support {
  const { reading, at } = sentence
  const { sentences, titleTerms, terms } = reading
  const [before, after] = [sentences[at - 1], sentences[at + 1]]
  const sums = { whole: 0, own: 0, exact: 0, plain: 0, names: 0, all: 0, allPlain: 0, allNames: 0 }
  for (const concept of asked.concepts) {
    const own = heldOf(concept, sentence.terms)
    const inContext = Math.max(
      own,
      FROM.title * heldOf(concept, titleTerms),
      before ? FROM.before * heldOf(concept, before.terms) : 0,
      after ? FROM.after * heldOf(concept, after.terms) : 0,
      FROM.passage * heldOf(concept, terms),
    )
    const { weight, isName } = concept
    sums.all += weight
    sums.whole += weight * inContext
    sums.own += weight * own
    const isExact = (terms: ReadonlySet<string>) =>
      terms.has(concept.term) ||
      [...concept.related].some(([other, share]) => share >= EXACT && terms.has(other))
    if (isExact(sentence.terms)) sums.exact += weight
    else if (isExact(titleTerms)) sums.exact += FROM.title * weight
    else if (before && isExact(before.terms)) sums.exact += FROM.before * weight
    if (isName) {
      sums.allNames += weight
      sums.names += weight * inContext
    } else {
      sums.allPlain += weight
      sums.plain += weight * Math.max(own, before ? FROM.before * heldOf(concept, before.terms) : 0)
    }
  }
  const share = (part: number, all: number) => (all > 0 ? part / all : 1)
  return {
    whole: share(sums.whole, sums.all),
    own: share(sums.own, sums.all),
    exact: share(sums.exact, sums.all),
    plain: share(sums.plain, sums.allPlain),
    names: share(sums.names, sums.allNames),
    expected: expectedIn(asked, sentence.leans && before ? [sentence, before] : [sentence]),
  }
}

/** What is expected may stand in the sentence that another one leans on: "The mayor was Ann Brook. She opened it." */
const expectedIn = (
  { expected, terms, related }: Asked,
  sentences: Pick<Evidence, 'text' | 'tokens'>[],
): number =>
  expected ? Math.max(...sentences.map((sentence) => holdsExpected(expected, sentence, terms, related))) : 1
