/** How well sentences, alone or with the one beside them, answer a question. */
import { converseVerbs, likeVerbs } from '../../languages/questions/converse.ts'
import { type Roles, rolesHeld, rolesIn } from '../../question/roles.ts'
import { nearness } from '../../search/features.ts'
import type { Question } from '../../search/question.ts'
import { analyse, type Token } from '../../text/analysis.ts'
import type { Evidence } from '../evidence.ts'
import { type Asked, askedIn, heldOf, type Support, supportOf } from '../support.ts'

export type Weighed = {
  sentence: Evidence
  support: Support
  value: number
  roles: number
  /** How much (0–1) of what the question says is done it holds, itself or the sentence before it; 1 where it says nothing. */
  predicate: number
}

/** What a question is weighed by. */
export type Scale = Asked & {
  roles: Roles | null
  /** Sentences that hold a cause weigh more. */
  wantsCause: boolean
  /** Asks who did something: sentences that say it was done. */
  wantsDoer: boolean
  /** "Who gains more?": sentences that say of whom it is more. */
  comparesMore: boolean
  /** How much a term of the question is that of a token, 0–1; as the verb also by what means the same. */
  match: (term: string, token: Token) => number
}

/** Two sentences answer a little less plainly than one. */
const PAIR = 0.9
const LEARNED = 0.12
const WORDED = 1
/** A sentence with fewer words that the question does not have says nothing new. */
const NEW_WORDS = 3
const MORE_THAN = /\b(?:more|less|fewer|better|worse|stronger|\p{L}{1,30}er)\b.{0,300}\bthan\b/iu
const WHO = /^\s{0,9}(?:and |but |so )?(?:who|whom|which|what \p{L}{1,30} )\b/iu
const CAUSE =
  /\b(?:because|since|as (?:a result|the)|due to|owing to|thanks to|on account of|in order (?:to|that)|so that|so as to|reasons?|therefore|thus|hence|that is why|which is why|after|causes?d?|explain(?:s|ed|ing)?|led to|leads? to|for fear|fears?|afraid|stem|result(?:s|ed|ing)? (?:from|in)|blame[ds]?|argue[ds]?|could not|cannot|in (?:return|exchange)|by \w{1,30}ing|through|with the help)\b/iu
const STRONG_CAUSE =
  /\b(?:because|due to|owing to|thanks to|on account of|in order to|so that|reasons?|therefore|that is why|caused?|led to|blame[ds]?|since (?:they|it|he|she|the)|could not)\b/iu

export function scaleOf(question: Question, wantsCause = false): Scale {
  const asked = askedIn(question)
  const { language, text, translation } = question
  const roles = translation ? translation.roles : language === 'en' ? rolesIn(text) : null
  const match = (term: string, token: Token) => {
    if (token.term === term) return 1
    const weight = asked.related.get(term)?.get(token.term) ?? 0
    return Math.max(weight, nearness(term, token.term) > 0.75 ? 0.85 : 0)
  }
  const comparesMore = /\b(?:more|less|most|least|better|worse|stronger|bigger)\b/iu.test(text)
  const wantsDoer = roles?.asks === 'agent' && WHO.test(text)
  return { ...asked, roles, wantsCause, wantsDoer, comparesMore, match }
}

const termsOf = new Map<string, Set<string>>()
/** The terms of verbs that stand for one, by a table of its dictionary form. */
function verbTerms(verb: string, table: ReadonlyMap<string, string[]>, name: string): Set<string> {
  const key = `${name} ${verb}`
  const known = termsOf.get(key)
  if (known) return known
  const made = new Set<string>()
  for (const [form, others] of table)
    if (analyse(form, 'en')[0] === verb)
      for (const other of others) made.add(analyse(other, 'en')[0] ?? other)
  if (termsOf.size > 2000) termsOf.clear()
  termsOf.set(key, made)
  return made
}

/** How well (0–1) a sentence has the actors on their sides; 1 where the question has none. */
function rolesOf(scale: Scale, { text, tokens }: Evidence): number {
  const { roles, match } = scale
  if (!roles || (roles.agent.length === 0 && roles.patient.length === 0)) return 1
  const like = verbTerms(roles.verb, likeVerbs, 'like')
  const straight = rolesHeld(roles, text, tokens, (term, token) =>
    term === roles.verb && like.has(token.term) ? 0.75 : match(term, token),
  )
  const others = verbTerms(roles.verb, converseVerbs, 'converse')
  if (others.size === 0) return straight
  const swapped: Roles = { ...roles, agent: roles.patient, patient: roles.agent }
  const turned = rolesHeld(swapped, text, tokens, (term, token) =>
    term === roles.verb ? (others.has(token.term) ? 0.8 : 0) : match(term, token),
  )
  return Math.max(straight, turned > 0.5 ? turned : 0)
}

/** What a question of who did something says was done, unless that is said of many things. */
function predicateHeld({ roles, concepts, wantsDoer }: Scale, { terms, reading, at }: Evidence): number {
  const concept = wantsDoer && concepts.find(({ term }) => term === roles?.verb)
  if (!concept) return 1
  const before = reading.sentences[at - 1]
  return Math.max(heldOf(concept, terms), before ? 0.6 * heldOf(concept, before.terms) : 0)
}

const isTogether = ({ passage }: Evidence, first: { end: number }, second: { start: number }) =>
  !passage.text.slice(first.end - passage.start, second.start - passage.start).includes('\n')

const shifted = (tokens: Token[], by: number) =>
  tokens.map((token) => ({ ...token, start: token.start + by, end: token.end + by }))

/** A sentence read together with the one after it. */
function withNext(sentence: Evidence): Evidence | null {
  const { reading, at, passage } = sentence
  const next = reading.sentences[at + 1]
  if (!next || !isTogether(sentence, sentence, next)) return null
  return {
    ...sentence,
    end: next.end,
    text: passage.text.slice(sentence.start - passage.start, next.end - passage.start),
    tokens: [...sentence.tokens, ...shifted(next.tokens, next.start - sentence.start)],
    terms: sentence.terms.union(next.terms),
  }
}

/** Sentences and pairs of neighbours, best first. */
export function weighAll(scale: Scale, evidence: Evidence[]): Weighed[] {
  const best = Math.max(...evidence.map(({ score }) => score))
  const supports = new Map(evidence.map((sentence) => [sentence, supportOf(scale, sentence)]))
  const fullest = Math.max(0, ...supports.values().map(({ exact }) => exact))
  // What was learned tells well between sentences that hold the question's own words.
  const trust = LEARNED + WORDED * Math.max(0, fullest - 0.5)
  const weigh = (sentence: Evidence, share: number, main = sentence): Weighed => {
    const support = supports.get(sentence) ?? supportOf(scale, sentence)
    const roles = rolesOf(scale, main)
    const fresh = main.tokens.filter(({ term, isStopWord }) => !isStopWord && !scale.terms.has(term)).length
    const adds = Math.min(1, 0.5 + (0.5 * fresh) / NEW_WORDS)
    const learned = trust * Math.exp((main.score - best) / 2.5)
    const cause = scale.wantsCause
      ? STRONG_CAUSE.test(sentence.text)
        ? 1.5
        : CAUSE.test(sentence.text)
          ? 1.1
          : 0.7
      : 1
    const isMore = scale.comparesMore && MORE_THAN.test(sentence.text) ? 1.3 : 1
    const isQuestion = /[?？]\s{0,9}["”»’]*$/u.test(sentence.text)
    const base = (0.7 * support.whole + 0.3 * support.own) * (0.4 + 0.6 * support.expected)
    const value =
      (base * (0.45 + 0.55 * roles) * adds * cause * isMore + learned) * share - (isQuestion ? 0.3 : 0)
    return { sentence, support, value, roles, predicate: predicateHeld(scale, sentence) }
  }
  return evidence
    .flatMap((sentence) => {
      const pair = withNext(sentence)
      return [weigh(sentence, 1), ...(pair ? [weigh(pair, PAIR, sentence)] : [])]
    })
    .toSorted((a, b) => b.value - a.value)
}
