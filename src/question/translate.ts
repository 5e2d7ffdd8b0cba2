/** A question in the language of the documents: word by word, with how English asks it and who does what. */
import transliterate from '@sindresorhus/transliterate'
import { peoples } from '../languages/peoples.ts'
import { askedInEnglish, questionWordPlace } from '../languages/questions/index.ts'
import { thesaurus } from '../languages/thesaurus.ts'
import { analyse } from '../text/analysis.ts'
import { isOfCountry } from './dictionary.ts'
import { type Englished, rolesAcross } from './foreign-roles.ts'
import type { Gloss } from './gloss.ts'
import type { Related } from './related.ts'
import type { Roles } from './roles.ts'

export type Translation = {
  /** Languages, ISO 639-1. */
  from: string
  to: string
  text: string
  /** How English asks it: what an answer has to hold is told from that. */
  asks: string
  /** Of the terms of its words: what else they may be called. */
  related: Map<string, Related>
  /** Terms of words that stand as they were typed. */
  untranslated: Set<string>
  roles: Roles | null
}

/** What a translation counts beside the chosen one, the first and each further one. */
const TRANSLATED = [0.95, 0.9, 0.85]
const PEOPLE = 0.9
/** Another word for a translation. */
const ALIKE = 0.65
/** There is a lot of them or little, never many: "how much water". */
const MASS =
  /^(?:water|electricity|power|energy|money|oil|gas|coal|grain|time|steel|food|land|rain|snow|dust|blood|damage|waste|trade|debt|aid|help|support)$/iu

/** The words for a part that the documents have, those first; as the dictionary has them where they have none. */
const heldFirst = (others: string[], to: string, isHeld: (term: string) => boolean) => {
  const held = others.filter((other) => analyse(other, to).every(isHeld))
  return [...new Set([...held, ...others])]
}

const withCapital = (word: string) => word.replace(/^\p{L}/u, (letter) => letter.toUpperCase())

/** A word that stands as it was typed, in Latin letters; what is no name has no capital. */
function asTyped({ word, isName }: Gloss, isKnown: boolean): string {
  const typed = /^[\p{Script=Latin}\p{N}\p{Script=Han}]/u.test(word) ? word : transliterate(word)
  return isName || isKnown ? typed : typed.toLowerCase()
}

/** What stands for a word in the translation: a name of the documents is no other word. */
function wordFor(gloss: Gloss, to: string, isHeld: (term: string) => boolean): string {
  const { word, parts, isName } = gloss
  const isKnown = analyse(word, to).every(isHeld)
  const isOwn = isName && isKnown && !parts.flat().some((other) => analyse(other, to).every(isHeld))
  if (parts.length === 0 || isOwn) return asTyped(gloss, isKnown)
  return parts
    .map((others) => heldFirst(others, to, isHeld)[0] ?? '')
    .map((other) => (isOfCountry(other) ? withCapital(other) : other))
    .join(' ')
}

function addRelated(related: Map<string, Related>, others: string[], to: string) {
  const [best = '', ...rest] = others
  const [term] = analyse(best, to)
  if (term === undefined) return
  const known: Related = related.get(term) ?? new Map()
  const add = (name: string, weight: number) => {
    for (const one of analyse(name, to))
      if (one !== term && weight > (known.get(one) ?? 0)) known.set(one, weight)
  }
  for (const [at, other] of rest.entries()) add(other, TRANSLATED[Math.min(at, TRANSLATED.length - 1)] ?? 0)
  for (const other of others) {
    for (const name of peoples.get(other.toLowerCase()) ?? []) add(name, PEOPLE)
    for (const name of to === 'en' ? (thesaurus.get(other) ?? []) : []) add(name, ALIKE)
  }
  if (known.size > 0) related.set(term, known)
}

/** "How many" with what is counted, or "how much" of what cannot be. */
function asksOf(asks: string, place: number, words: Englished[]): string {
  if (!asks.startsWith('how many')) return asks
  const counted = words.find(({ start }) => start > place)?.english
  return counted === undefined || MASS.test(counted)
    ? `how much ${counted ?? ''}`.trim()
    : `how many ${counted}`
}

/**
 * Puts a question together again in another language.
 * @param glosses its words with what they may be called
 * @param isHeld whether the documents have a term: of several words for one the first that they have is taken
 */
export function translate(
  text: string,
  glosses: Gloss[],
  { from, to, isHeld }: { from: string; to: string; isHeld: (term: string) => boolean },
): Translation {
  const related = new Map<string, Related>()
  for (const { parts } of glosses)
    for (const others of parts) addRelated(related, heldFirst(others, to, isHeld), to)
  const words = glosses.map((gloss) => ({ ...gloss, english: wordFor(gloss, to, isHeld) }))
  const place = questionWordPlace(text, from)
  const asks = asksOf(askedInEnglish(text, from) ?? '', place, words)
  const questionWord =
    to === 'en' ? /^(?:how (?:many|much|long|old|far|often|big)|\p{L}+)/u.exec(asks)?.[0] : undefined
  const said = [questionWord ?? '', ...words.map(({ english }) => english)].filter(Boolean).join(' ')
  return {
    from,
    to,
    text: /[?？]\s*$/u.test(text) ? `${said}?` : said,
    asks,
    related,
    untranslated: new Set(
      words
        .filter(({ parts, isName }) => parts.length === 0 && !isName)
        .flatMap(({ english }) => analyse(english, to)),
    ),
    roles: to === 'en' ? rolesAcross(words, asks, place) : null,
  }
}
