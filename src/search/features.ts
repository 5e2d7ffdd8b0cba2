/**
 * What speaks for a sentence as evidence for a question, as named figures of about 0 to 1.
 *
 * A term's weight is its inverse document frequency, so that most figures are shares of the question's weight.
 */
import { holdsAnswer, holdsNewYear, newNames } from './answer-type.ts'
import type { Question } from './question.ts'
import { holdsPhrase, type ReadPassage, type Sentence } from './reading.ts'

/** Of a sentence; the shares are of the question's weight. */
export type SentenceFeatures = {
  /** Held by the sentence itself. */
  own: number
  /** Held by title or headings: all of it, and what the sentence lacks. */
  topic: number
  title: number
  /** Held by the sentence before, else the one after, else elsewhere in the passage, and by nothing nearer. */
  before: number
  after: number
  elsewhere: number
  /** Missing terms that have a near form in the sentence, such as "defence" for "defend", or another word for the same. */
  nearForms: number
  /** The passage's score as a share of the best passage's. */
  rank: number
  /** The share of the question's neighbouring words, and of its character trigrams, that the sentence has too. */
  wordPairs: number
  trigrams: number
  /** The share of the names' weight that the sentence holds, and that only title or passage hold. */
  names: number
  namesAround: number
  /** Own share when a term counts less the more sentences of the passage hold it. */
  distinct: number
  /** The share of the weight of neighbouring terms that stand together in the passage. */
  phrases: number
  /** What an answer of the expected type would look like. */
  newNames: number
  newYear: number
  noTime: number
  noNumber: number
  supported: number
  isQuestion: number
}

const MIN_NEAR_FORM = 4
const NEAR_FORM_SHARE = 0.6
const MAX_NAMES = 4

/**
 * How alike (0–1) two terms are by their beginning, 0 below four letters or 60 % in common: what stemming leaves
 * apart is mostly told apart by its ending.
 */
export function nearness(term: string, other: string): number {
  const longest = Math.max(term.length, other.length)
  let common = 0
  while (common < term.length && term[common] === other[common]) common += 1
  return common >= MIN_NEAR_FORM && common >= NEAR_FORM_SHARE * longest ? common / longest : 0
}

const nearestForm = (term: string, terms: ReadonlySet<string>) =>
  term.length < MIN_NEAR_FORM
    ? 0
    : terms.values().reduce((best, other) => Math.max(best, nearness(term, other)), 0)

/** How much (0–1) the best of what a term may be called instead counts, of what stands in a sentence. */
function relatedForm({ related }: Question, term: string, { terms }: Sentence): number {
  let best = 0
  for (const [other, weight] of related.get(term) ?? []) if (weight > best && terms.has(other)) best = weight
  return best
}

/** The share of a question's neighbouring terms, by weight, that stand together in a sequence of terms. */
function phraseShare({ phrases }: Question, sequence: string[]): number {
  const total = phrases.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return 0
  return (
    phrases.reduce(
      (sum, { first, second, weight }) => (holdsPhrase(sequence, first, second) ? sum + weight : sum),
      0,
    ) / total
  )
}

/** Where a term stands, seen from a sentence: the nearest place only. */
function placeOf(term: string, { terms, titleTerms, sentences }: ReadPassage, at: number) {
  if (sentences[at]?.terms.has(term)) return 'own'
  if (titleTerms.has(term)) return 'title'
  if (sentences[at - 1]?.terms.has(term)) return 'before'
  if (sentences[at + 1]?.terms.has(term)) return 'after'
  return terms.has(term) ? 'elsewhere' : undefined
}

/**
 * The figures of each sentence of a passage.
 * @param rank the passage's score as a share of the best passage's
 */
export function sentenceFeatures(question: Question, read: ReadPassage, rank: number): SentenceFeatures[] {
  const asked: ReadonlySet<string> = new Set(question.terms)
  const phrases = phraseShare(question, read.sequence)
  const weightOf = (term: string) => question.weights.get(term) ?? 0
  const total = question.totalWeight || 1
  const namesWeight = [...question.names].reduce((sum, name) => sum + weightOf(name), 0) || 1
  const topic = question.terms.reduce(
    (sum, term) => sum + (read.titleTerms.has(term) ? weightOf(term) : 0),
    0,
  )
  const distinctWeights = new Map(
    question.terms.map((term) => {
      const holders = read.sentences.filter(({ terms }) => terms.has(term)).length
      return [term, holders > 0 ? weightOf(term) / holders : 0]
    }),
  )
  const distinctTotal = distinctWeights.values().reduce((sum, weight) => sum + weight, 0) || 1

  return read.sentences.map((sentence, at) => {
    const shares = { own: 0, title: 0, before: 0, after: 0, elsewhere: 0 }
    let nearForms = 0
    let names = 0
    let namesAround = 0
    let distinct = 0
    for (const term of question.terms) {
      const share = weightOf(term) / total
      const place = placeOf(term, read, at)
      if (place) shares[place] += share
      if (place === 'own') distinct += distinctWeights.get(term) ?? 0
      else
        nearForms +=
          share * Math.max(nearestForm(term, sentence.terms), relatedForm(question, term, sentence))
      if (question.names.has(term)) {
        if (place === 'own') names += weightOf(term)
        else if (place) namesAround += weightOf(term)
      }
    }
    return {
      ...shares,
      topic: topic / total,
      nearForms,
      rank,
      ...likeness(question, sentence),
      names: names / namesWeight,
      namesAround: namesAround / namesWeight,
      distinct: distinct / distinctTotal,
      phrases,
      ...answerFeatures(
        question,
        sentence,
        asked,
        read.passage.language,
        shares.own + shares.title + shares.before + shares.after,
      ),
      isQuestion: /[?？]\s*["”»’]*$/u.test(sentence.text) ? 1 : 0,
    }
  })
}

const spaced = (words: string[]) => ` ${words.join(' ')} `

/** Looks for the question's few pairs and trigrams in the sentence, which is faster than making all of the sentence's. */
function likeness({ wordPairs, trigrams }: Question, { tokens }: Sentence) {
  const terms = spaced(tokens.map(({ term }) => term))
  const words = spaced(tokens.flatMap(({ word, isStopWord }) => (isStopWord ? [] : [word.toLowerCase()])))
  return {
    wordPairs: wordPairs.filter((pair) => terms.includes(` ${pair} `)).length / (wordPairs.length || 1),
    trigrams: trigrams.filter((trigram) => words.includes(trigram)).length / (trigrams.length || 1),
  }
}

function answerFeatures(
  { answer }: Question,
  sentence: Sentence,
  asked: ReadonlySet<string>,
  language: string,
  support: number,
) {
  const held = answer ? holdsAnswer(answer, sentence, asked, language) : 0
  return {
    newNames: answer === 'name' ? Math.min(newNames(sentence, asked).length, MAX_NAMES) / MAX_NAMES : 0,
    newYear: answer === 'time' && holdsNewYear(sentence, asked) ? 1 : 0,
    noTime: answer === 'time' && held === 0 ? 1 : 0,
    noNumber: answer === 'number' && held === 0 ? 1 : 0,
    supported: held * support,
  }
}
