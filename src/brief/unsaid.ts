/** The words of a question that stand in none of the quotations: what the answer does not speak of. */

import type { DocumentInfo, Span } from '../document.ts'
import { anyOf } from '../languages/all.ts'
import { rulesOf } from '../languages/index.ts'
import { nearness } from '../search/features.ts'
import type { Question } from '../search/question.ts'
import type { ReadPassage } from '../search/reading.ts'
import { analyse, type Token, tokenise } from '../text/analysis.ts'
import type { Quote } from './briefing.ts'

const MAX_UNSAID = 5
/** A plain word is rare when it has this share of the weight of one that stands in a single passage … */
const RARE = 0.7
/** … and counts when it holds so much of the question's weight: most others only word the question differently. */
const SHARE = 0.25

const WITHIN = new RegExp(
  anyOf(({ questions }) => questions?.within),
  'u',
)
/** Between two words of one name. */
const LINK = new RegExp(`^\\s+(?:(?:${anyOf(({ names }) => names?.links)})\\s+)?$|^[-–\\s]+$`, 'u')

const lightTerms = new Map<string, Set<string>>()
function lightTermsOf(language: string): Set<string> {
  const known = lightTerms.get(language)
  if (known) return known
  const made = new Set(analyse(rulesOf(language)?.questions?.light ?? '', language))
  lightTerms.set(language, made)
  return made
}

/** Whether a term is one of words that name nothing in a question. */
export const isLight = (term: string, language: string) => lightTermsOf(language).has(term)

const CHOICE = new RegExp(`^(?:${anyOf(({ questions }) => questions?.choices)})$`, 'iu')

const isNumber = ({ word }: Token) => /^\p{N}/u.test(word)
const isPlain = (token: Token) => !isNumber(token) && !isCapital(token)
const isCapital = ({ word }: Token) => /^\p{Lu}/u.test(word)

/** Whether a term or a near form of it stands among others. */
const isAmong = (term: string, others: ReadonlySet<string>) =>
  others.has(term) || others.values().some((other) => nearness(term, other) > 0)

/** The names, numbers and rare words of a question: rare as its corpus has it, where it has them. */
function meaningful(
  tokens: Token[],
  { weights, totalWeight, passages }: Question,
  language: string,
): Token[] {
  const light = lightTermsOf(language)
  const highest = Math.log(1 + (passages - 0.5) / 1.5)
  return tokens.filter((token, at) => {
    if (token.isStopWord || WITHIN.test(token.word)) return false
    if (isNumber(token) || (at > 0 && !rulesOf(language)?.hasCapitalNouns && isCapital(token))) return true
    // "Which party": the word says what is looked for.
    if (light.has(token.term) || CHOICE.test(tokens[at - 1]?.word ?? '')) return false
    const weight = weights.get(token.term) ?? 0
    return weight >= RARE * highest && weight >= SHARE * totalWeight
  })
}

/** Neighbouring words as one entry, as they were typed, each entry once; a name whose last word it is, as a whole. */
function joined(text: string, tokens: Token[], unsaid: Token[]): string[] {
  const words = tokens.filter(({ isStopWord }) => !isStopWord)
  const isLinked = (before: Span, after: Span) => LINK.test(text.slice(before.end, after.start))
  const spans: (Span & { isPlain: boolean })[] = []
  // "India buy" are two.
  const isNext = (token: Token, last: (typeof spans)[number] | undefined) =>
    last !== undefined && last.isPlain === isPlain(token) && isLinked(last, token)
  for (const token of unsaid) {
    let first = words.indexOf(token)
    for (let before = words[first - 1]; isCapital(token) && before; before = words[first - 1]) {
      if (!isCapital(before) || !isLinked(before, words[first] ?? token)) break
      first -= 1
    }
    const start = words[first]?.start ?? token.start
    const last = spans.at(-1)
    const isOne = isNext(token, last) || (last && start < last.end)
    if (last && isOne) last.end = token.end
    else spans.push({ start, end: token.end, isPlain: isPlain(token) })
  }
  return [...new Set(spans.map(({ start, end }) => text.slice(start, end)))].slice(0, MAX_UNSAID)
}

/**
 * The names, numbers and rare words of a question, as typed, that stand in no quotation, no heading above one and no
 * title of a document quoted, at most five. Empty when the documents are in another language than the question: words
 * cannot be compared.
 * @param read the passages that were read, for the headings above the quotations
 */
export function unsaidIn(
  question: Question,
  quotes: Quote[],
  documents: DocumentInfo[],
  read: ReadPassage[] = [],
): string[] {
  const { language, translation } = question
  if (translation || documents.length === 0 || documents.some((document) => document.language !== language))
    return []
  const said = new Set(
    [
      ...quotes.map(({ text }) => text),
      ...documents.map(({ title }) => title),
      ...headingsAbove(quotes, read),
    ].flatMap((text) => analyse(text, language)),
  )
  const tokens = tokenise(question.text, language)
  const unsaid = meaningful(tokens, question, language).filter(({ term }) => !isAmong(term, said))
  return joined(question.text, tokens, unsaid)
}

const headingsAbove = (quotes: Quote[], read: ReadPassage[]) =>
  read.flatMap(({ passage }) =>
    quotes.some(
      ({ document, start }) => document === passage.document && start >= passage.start && start < passage.end,
    )
      ? [passage.heading]
      : [],
  )

/**
 * The same of a question that the corpus does not answer: what stands in no passage of the collections.
 * @param near the passages that came nearest
 */
export function unknownIn(question: Question, near: ReadPassage[]): string[] {
  const { language, translation } = question
  if (translation || !near.some(({ passage }) => passage.language === language)) return []
  const held = new Set(near.flatMap(({ terms, titleTerms }) => [...terms, ...titleTerms]))
  const tokens = tokenise(question.text, language)
  const isUnknown = ({ term }: Token) => (question.frequencies.get(term) ?? 0) === 0 && !isAmong(term, held)
  return joined(question.text, tokens, meaningful(tokens, question, language).filter(isUnknown))
}
