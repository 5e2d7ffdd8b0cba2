/** What a question takes over from the one before it in a conversation. */
import { tokenise } from '../text/analysis.ts'
import { agentPhrase, rolesIn } from './roles.ts'

const SWAP =
  /^\s{0,9}(?:(?:and|but|or|so|ok,?|now)\s{1,9})?(?:(?:what|how) about\s{1,9}|(?:and|same|the same)(?: (?:for|with|question for|of))?\s{1,9}|for\s{1,9}|with\s{1,9})(?<other>(?:(?:the|its|their|his|her|an?)\s{1,9})?[^?]{1,60}?)\s{0,9}[?!.]{0,9}$/iu
const VERBS =
  /\b(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|what|why|how|when|where|who)\b/iu
const WHY =
  /^\s{0,9}(?:and |but |so )?(?<word>why|how come|how so|since when|when|where|how)(?: (?:is|was) that| not| so)?\s{0,9}\?*\s{0,9}$/iu
const AGAIN =
  /^\s{0,9}(?:(?:can you |could you |please )?(?:summari[sz]e|sum up|recap|shorten)(?: (?:that|this|it|the answer))?|(?:that|this) in (?:short|brief))\W{0,9}$/iu
const MORE =
  /^\s{0,9}(?:more|go on|continue|next|(?:tell|show|give) me more|more (?:please|of (?:that|it|them|those)|points|details|about (?:that|it|this))|what else|anything else|and (?:what )?else|others?)\W{0,9}$/iu
const WHO_SAID =
  /^\s{0,9}(?:and )?(?:who|which source|where)(?: (?:said|says|claims?|wrote|told|reported|is|was)) (?:that|this|so|it)\W{0,9}$/iu
const SINCE =
  /^\s{0,9}(?:and |but |only |just )*(?:since|in|from|until|before|after|on|between)\s.{2,40}?(?: only)?\W{0,9}$/iu
const PERSONS = /\b(?:he|she|him|her|his|hers)\b/iu
const THINGS = /\b(?:it|its|they|them|their|theirs)\b/iu
const NAME = /\p{Lu}[\p{L}’'-]{1,40}(?: \p{Lu}[\p{L}’'-]{1,40})*/gu
const ACCORDING = /\baccording to (?<who>[^?,]+?)(?=[?,]|$)/iu
const PHRASE =
  /(?<whole>(?:(?:the|its|their|his|her|an?)\s)(?!(?:the|an?|its|their|his|her)\s)\p{Ll}[\p{L}’'-]{0,40}(?:\s(?!(?:the|an?|its|their|his|her)\s)\p{Ll}[\p{L}’'-]{0,40}){0,3})(?=[?.,]|$)/gu

/** A question as it is to be answered, and what else of the answer before it counts. */
export type Followed = {
  text: string
  /** `more`: points that the answer before had are left out; `who`, `summary`: it is about that answer. */
  of?: 'more' | 'who' | 'summary'
}

/**
 * A question in the words that it would have by itself. One that goes on from nothing, or that says all it needs, is
 * what it is.
 * @param before the question before it, as it was answered
 */
export function followUp(text: string, before: string | undefined): Followed {
  if (!before) return { text }
  const plain = before.replace(/[\s?!.]{1,9}$/u, '')
  if (MORE.test(text)) return { text: before, of: 'more' }
  if (AGAIN.test(text)) return { text: before, of: 'summary' }
  if (WHO_SAID.test(text)) return { text: before, of: 'who' }
  const asks = WHY.exec(text)?.groups?.word
  if (asks) return { text: `${asks} ${asStatement(plain)}?` }
  if (SINCE.test(text) && !VERBS.test(text))
    return {
      text: `${plain} ${text.replace(/^\s{0,9}(?:and |but |only |just )*/iu, '').replace(/\s{0,9}only\W{0,9}$/iu, '')}?`,
    }
  const other = SWAP.exec(text)?.groups?.other
  if (other && !VERBS.test(other)) return { text: `${swapped(plain, other.trim())}?` }
  return { text: withNames(text, plain) }
}

/** `did the vote fail` of `when did the vote fail`. */
const asStatement = (question: string) =>
  question.replace(
    /^\s{0,9}(?:and |but )?(?:what|when|where|who|why|how(?: \p{L}{1,30})?|which \p{L}{1,30})\s{1,9}(?=(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)\b)/iu,
    '',
  )

/** The question before with another actor where one of the same kind stood. */
function swapped(before: string, other: string): string {
  const according = ACCORDING.exec(before)?.groups?.who
  if (according) return before.replace(according, other)
  const isName = /^\p{Lu}/u.test(other)
  const roles = rolesIn(before)
  const names = [...before.matchAll(NAME)].filter(({ index }) => index > 0)
  if (isName && names[0]) {
    const agent = names.find(({ 0: name }) =>
      tokenise(name, 'en').some(({ term }) => roles?.agent.includes(term)),
    )
    const [name] = agent ?? names[0]
    const own = name.replace(/['’]s$/u, '')
    const swappedOnce = before.replace(own, '\u0000').replaceAll(other, own)
    return swappedOnce.replace('\u0000', other)
  }
  const phrases = [...before.matchAll(PHRASE)]
  const last = phrases.at(-1)?.groups?.whole
  if (last) return before.replace(last.trim(), other)
  const [name] = names.at(-1) ?? []
  return name ? before.replace(name, other) : `${before} ${other}`
}

/** The question with what its pronouns stand for, where it has nothing of its own that they may stand for. */
function withNames(text: string, before: string): string {
  const isOwn = [...text.matchAll(NAME)].some(({ index }) => index > 0)
  const names = [...before.matchAll(NAME)]
    .filter(({ index }) => index > 0)
    .map(([name]) => name.replace(/['’]s$/u, ''))
  if (PERSONS.test(text) && !isOwn) {
    const name = names[0]
    return name ? replaceFirst(text, PERSONS, name) : text
  }
  if (!THINGS.test(text) || isOwn) return text
  const phrase = subjectOf(before) ?? names[0]
  return phrase ? replaceFirst(text, THINGS, phrase) : text
}

const replaceFirst = (text: string, pattern: RegExp, name: string) =>
  text.replace(pattern, (word) =>
    /^(?:his|hers?|its|theirs?)$/iu.test(word) && !/^her\b(?!\s\p{L})/iu.test(word) ? `${name}'s` : name,
  )

/** Who or what a question is about: what stands before its verb, else its last phrase. */
const subjectOf = (question: string): string | undefined =>
  agentPhrase(question) ?? [...question.matchAll(PHRASE)].at(-1)?.groups?.whole?.trim()
