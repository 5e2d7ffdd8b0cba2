/**
 * Which sentences of a message can be checked: statements of fact with something to look for in them.
 *
 * Told by rules, from what ClaimBuster found to tell claims worth checking from other sentences: numbers, names and
 * length (Hassan, Arslan, Li & Tremayne, "Toward Automated Fact-Checking: Detecting Check-worthy Factual Claims by
 * ClaimBuster", KDD 2017). When there are too many they are ranked, as in the CheckThat! Lab's task (CLEF 2018–).
 */

import type { Span } from '../../document.ts'
import { allWords, anySpaced, anyUnspaced } from '../../languages/all.ts'
import type { LanguageRules } from '../../languages/rules.ts'
import { detectLanguage, type Token, tokenise } from '../../text/analysis.ts'
import { splitSentences } from '../../text/passages.ts'
import { withoutMarkup } from './markup.ts'

export const MAX_CLAIMS = 5
/** The longest message of a chat; what stands behind it is not looked at. UTF-16 code units. */
const MAX_LENGTH = 4000
const ENOUGH_TERMS = 3
/** Longer sentences gain nothing by their length. */
const MAX_COUNTED = 12

/** A sentence of the message that can be checked; the offsets point into the message. */
export type Claim = Span & {
  /** As it stands in the message. */
  text: string
  /** The same without markup, addresses and mentions: what is searched and sent. */
  words: string
}

const QUESTION = /^\s*¿|[?？؟][\s\p{P}\p{S}]{0,20}$/u
const REQUESTS = ({ messages }: LanguageRules) => messages?.requests
const COMMAND = new RegExp(
  `^\\s*(?:[/!$.][a-z]|(?:${anySpaced(REQUESTS)})(?![\\p{L}\\p{M}])|(?:${anyUnspaced(REQUESTS)}))`,
  'iu',
)
const OPINIONS = ({ messages }: LanguageRules) => messages?.opinions
/** What begins so is a greeting or an opinion, unless enough is said after it. */
const SOFT = new RegExp(
  `^\\s*(?:(?:${anySpaced(OPINIONS)})(?![\\p{L}\\p{M}])|(?:${anyUnspaced(OPINIONS)}))`,
  'iu',
)
const CHATTER = allWords(({ messages }) => messages?.chatter)

/**
 * The claims of a message's first 4,000 characters in their order: at most five, those with the most names, numbers
 * and words to look for; `more` counts the others. A claim that is repeated counts once. No two overlap.
 */
export function findClaims(message: string): { claims: Claim[]; more: number } {
  const read = beginning(message)
  const plain = withoutMarkup(read)
  const language = detectLanguage(plain)
  const known = new Set<string>()
  const found = splitSentences(plain, language).flatMap(({ start, end }) => {
    const words = plain.slice(start, end).replace(/\s+/g, ' ')
    const { terms, worth } = weigh(words, language)
    const key = [...terms].sort().join(' ')
    // Half a sentence may say the opposite of the whole.
    const isCut = end === read.length && end < message.length
    if (worth === 0 || isCut || known.has(key)) return []
    known.add(key)
    return [{ start, end, text: message.slice(start, end), words, worth }]
  })
  const claims = found
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, MAX_CLAIMS)
    .toSorted((a, b) => a.start - b.start)
    .map(({ worth: _, ...claim }) => claim)
  return { claims, more: found.length - claims.length }
}

/** Never half a character at the end. */
function beginning(message: string): string {
  const splits = /[\ud800-\udbff]/.test(message[MAX_LENGTH - 1] ?? '')
  return message.slice(0, splits ? MAX_LENGTH - 1 : MAX_LENGTH)
}

/** The terms that a sentence can be searched by, and how much it is worth checking: 0 when it is no claim. */
function weigh(sentence: string, language: string): { terms: Set<string>; worth: number } {
  const soft = SOFT.exec(sentence)?.[0] ?? ''
  const said = sentence.slice(soft.length)
  const tokens = tokenise(said, language)
  const content = tokens.filter(({ isStopWord, word }) => !isStopWord && !CHATTER.has(word.toLowerCase()))
  const terms = new Set(content.map(({ term }) => term))
  const none = { terms, worth: 0 }
  if (QUESTION.test(sentence) || COMMAND.test(sentence)) return none
  const shouted = !/\p{Ll}/u.test(said)
  const named = new Set(
    content.filter((token) => isNameOrNumber(token, token === tokens[0], shouted)).map(({ term }) => term),
  )
  const isSoftOnly = soft !== '' && (named.size === 0 || terms.size < ENOUGH_TERMS)
  if (isSoftOnly || terms.size < (named.size > 0 ? ENOUGH_TERMS - 1 : ENOUGH_TERMS)) return none
  return { terms, worth: 2 * Math.min(named.size, MAX_COUNTED) + Math.min(terms.size, MAX_COUNTED) }
}

/** A number, or a word with a capital that neither the sentence's beginning nor shouting explains. */
function isNameOrNumber({ word }: Token, isFirst: boolean, shouted: boolean): boolean {
  if (/^\p{N}/u.test(word)) return true
  return !shouted && (isFirst ? /^\p{Lu}[\p{Lu}\p{N}.]+$/u : /^\p{Lu}/u).test(word)
}
