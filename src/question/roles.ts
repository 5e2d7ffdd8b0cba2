/**
 * Who does what to whom, in a question and in a sentence: read from the order of words, the voice of the verb and the
 * prepositions, as far as they tell.
 */
import type { Token } from '../text/analysis.ts'
import { tokenise } from '../text/analysis.ts'
import { isVerb } from '../text/wordnet.ts'

/** A question's predicate and who stands on which side of it; undefined is what is asked. */
export type Roles = {
  /** Terms of the verb, and of its converse, with the sides swapped: sell and buy. */
  verb: string
  /** Words of who does it, and of whom it is done to. */
  agent: string[]
  patient: string[]
  asks: 'agent' | 'patient'
}

const NOT_VERBS = new Set(['be', 'have', 'do', 'happen'])
const BY =
  /^by (?:whom|what|which \w{1,30}) (?:is|are|was|were|has|have|had) (?<patient>.{1,300}?) (?:been )?(?<verb>[\p{L}-]{1,40})$/iu
const PATIENT_ASKED =
  /^(?:(?:from|to|for|with|on|about|against|of|in) )?(?:what|whom|who|which [\p{L} ]{1,40}?|how much(?: \p{L}{1,30})?|how many [\p{L}]{1,40}|when|where|why|how|since when|by when|how long)(?: all| exactly| else)? (?:do|does|did|can|could|will|would|shall|should|may|might|must|has|have|had) (?<rest>.{1,300})$/iu
/** "When was she elected?": done to somebody, by nobody who is named. */
const DONE_TO =
  /^(?:when|where|why|how|since when|by when|how often|in which \p{L}{1,30})(?: exactly)? (?:is|are|was|were) (?<patient>(?:the |an? )?(?:[\p{L}’'-]{1,40} ){1,5}?)(?:last |first |ever |being )?(?<verb>\p{Ll}{1,30}(?:ed|en|wn|nt|lt|pt|ld|ad|ut))(?: .{0,300})?$/iu
const AGENT_ASKED =
  /^(?:who|what|which [\p{L}]{1,40})(?: all| else| has| have| had| will| would| can| could| must| should){0,3} (?<verb>[\p{L}-]{1,40})(?<patient> .{1,300})?$/iu
const DETERMINER =
  /^(?:the|an?|its|his|her|their|our|your|my|this|that|these|those|each|every|any|all|some|no|s)$/iu
const PREPOSITION =
  /^(?:of|on|in|at|by|for|from|to|with|about|against|over|under|into|after|before|between|during|through|up|down|off|out|away|back|around|round|than|as|and|or|when|while|if|because)$/iu
const PRONOUN = /^(?:it|him|her|them|us|me|you|itself|himself|herself|themselves)$/iu
const HAVE_TO = /\b(?:have|has|had|need|needs|want|wants|get|gets) to (?=\p{L})/iu

/** The roles that a question in English speaks of; null where its words do not tell. */
export function rolesIn(question: string): Roles | null {
  const plain = question
    .replace(/[\s?!.]{1,9}$/u, '')
    .replace(/^\s{0,9}(?:and|but|so)\s{1,9}/iu, '')
    .replace(HAVE_TO, '')
    .trim()
  const by = BY.exec(plain)?.groups
  if (by) return rolesOf('', by.verb ?? '', by.patient ?? '', 'agent')
  const done = DONE_TO.exec(plain)?.groups
  if (done && isVerb(done.verb ?? '')) return rolesOf('', done.verb ?? '', done.patient ?? '', 'agent')
  const rest = PATIENT_ASKED.exec(plain)?.groups?.rest
  const verb = rest && predicateOf(rest)
  if (verb) return rolesOf(rest.slice(0, verb.start), verb.word, rest.slice(verb.end), 'patient')
  const who = AGENT_ASKED.exec(plain)?.groups
  return who && isVerb(who.verb ?? '') ? rolesOf('', who.verb ?? '', who.patient ?? '', 'agent') : null
}

function predicateOf(rest: string): Token | undefined {
  const words = tokenise(rest, 'en')
  return words.find((_, place) => isPredicate(place, words))
}

/** Who does what a question asks about, in its own words; undefined where it does not say. */
export function agentPhrase(question: string): string | undefined {
  const found =
    /\b(?:do|does|did|can|could|will|would|shall|should|may|might|must|has|have|had|is|are|was|were) (?<rest>[^?]+)/iu.exec(
      question,
    )
  const rest = found?.groups?.rest
  const verb = rest && predicateOf(rest)
  return verb ? rest.slice(0, verb.start).trim() || undefined : undefined
}

/** Whether a word between an auxiliary and the end is the verb: it may be one, and what follows begins another phrase. */
function isPredicate(at: number, words: Token[]): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]]
  if (!word || !before || !/^\p{Ll}/u.test(word.word) || DETERMINER.test(word.word)) return false
  if (DETERMINER.test(before.word) || PREPOSITION.test(before.word) || PREPOSITION.test(word.word))
    return false
  const isLast =
    !after ||
    [DETERMINER, PREPOSITION, PRONOUN].some((kind) => kind.test(after.word)) ||
    /^[\p{Lu}\p{N}]/u.test(after.word)
  return isLast && isVerb(word.word)
}

function rolesOf(agent: string, verb: string, patient: string, asks: Roles['asks']): Roles | null {
  const [term] = termsOf(verb)
  return term && !NOT_VERBS.has(term)
    ? { verb: term, agent: termsOf(agent), patient: termsOf(patient), asks }
    : null
}

const termsOf = (text: string) =>
  tokenise(text, 'en').flatMap(({ term, isStopWord }) => (isStopWord ? [] : [term]))

const PASSIVE = /^(?:is|are|was|were|be|been|being|gets?|got)$/iu
/** A clause begins anew behind these. */
const CLAUSE = /^(?:that|which|who|because|while|although|but|whereas|since|if|when|after|before|unless)$/iu

/** How terms match: 0–1. */
export type Match = (term: string, token: Token) => number

/**
 * How well (0–1) a sentence has the question's actors on the sides that the question has them: 1 where it does, 0 where
 * another stands there, a half where it does not tell.
 */
export function rolesHeld(roles: Roles, text: string, tokens: Token[], match: Match): number {
  const verbs = tokens.flatMap((token, at) => (match(roles.verb, token) >= 0.6 ? [at] : []))
  if (verbs.length === 0) return 0.4
  return Math.max(...verbs.map((at) => heldAt(at, roles, text, tokens, match)))
}

function heldAt(
  at: number,
  { agent, patient, asks }: Roles,
  text: string,
  tokens: Token[],
  match: Match,
): number {
  /** Whether a clause ends between a word and the next: at quotation marks and semicolons. */
  const ends = (place: number) => {
    const [one, next] = [tokens[place], tokens[place + 1]]
    return !one || !next || (next.start > one.end && /[;:"“”]/u.test(text.slice(one.end, next.start)))
  }
  let start = at
  while (start > 0 && !CLAUSE.test(tokens[start - 1]?.word ?? '') && !ends(start - 1)) start -= 1
  let end = at + 1
  while (
    end < tokens.length &&
    !/^(?:but|while|whereas|although)$/iu.test(tokens[end]?.word ?? '') &&
    !ends(end - 1)
  )
    end += 1
  const isPassive = tokens.slice(Math.max(0, at - 3), at).some(({ word }) => PASSIVE.test(word))
  const by = tokens.findIndex(({ word }, place) => place > at && word.toLowerCase() === 'by')
  const before = tokens.slice(start, at)
  const after = tokens.slice(at + 1, end)
  const agents = isPassive ? (by < 0 ? [] : tokens.slice(by + 1, end)) : before
  const patients = isPassive ? before : after
  const share = (wanted: string[], side: Token[]) =>
    wanted.length === 0
      ? 1
      : wanted.filter((term) => side.some((token) => match(term, token) >= 0.6)).length / wanted.length
  const sides =
    asks === 'agent'
      ? 0.3 + 0.7 * Math.max(share(patient, patients), 0.5 * share(patient, [...before, ...after]))
      : share(agent, agents) * 0.75 + share(patient, [...before, ...after]) * 0.25
  const isReferred = agent.length > 0 && agents.some(({ word }) => /^(?:it|they|he|she)$/iu.test(word))
  if (isReferred && share(agent, agents) === 0) return 0.6
  return share(agent, agents) === 0 ? 0.1 : sides
}
