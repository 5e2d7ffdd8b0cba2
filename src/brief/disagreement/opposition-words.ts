/** What turns a statement round, by language: negation, denial, condition, opposites, ready to be looked up. */

import { rulesOf } from '../../languages/index.ts'
import { phrasesOf, wordsOf } from '../../languages/words.ts'
import { tokenise } from '../../text/analysis.ts'

export type Lexicon = {
  /** Words in lower case. */
  negations: Set<string>
  partial: Set<string>
  ended: Set<string>
  conditions: Set<string>
  shades: Set<string>
  joints: Set<string>
  months: Set<string>
  purposes: Set<string>
  /** Of a modal verb, which group it is in; those of one mean the same. */
  modals: Map<string, number>
  numberWords: Map<string, number>
  /** Index terms. */
  denials: Set<string>
  claims: Set<string>
  /** Of a term, those that it cannot be true with. */
  opposites: Map<string, Set<string>>
}

const lexicons = new Map<string, Lexicon>()

/** The lists of a language, ISO 639-1; undefined when there are none. */
export function lexiconOf(language: string): Lexicon | undefined {
  const known = lexicons.get(language)
  const words = rulesOf(language)?.statements
  if (known || !words) return known
  const plain = (list: string) => new Set(wordsOf(list))
  const terms = (list: string) => new Set(wordsOf(list).map((word) => termOf(word, language)))
  const opposites = new Map<string, Set<string>>()
  for (const pair of phrasesOf(words.opposites)) {
    const [one = new Set<string>(), other = new Set<string>()] = pair.split('/').map(terms)
    for (const term of one) opposites.set(term, (opposites.get(term) ?? new Set()).union(other))
    for (const term of other) opposites.set(term, (opposites.get(term) ?? new Set()).union(one))
  }
  const lexicon: Lexicon = {
    negations: plain(words.negations),
    partial: plain(words.partial),
    ended: plain(words.ended ?? ''),
    conditions: plain(words.conditions),
    shades: plain(words.shades),
    joints: plain(words.joints),
    months: plain(words.months ?? ''),
    purposes: plain(words.purposes ?? ''),
    modals: new Map(
      phrasesOf(words.modals ?? '').flatMap((group, at) => wordsOf(group).map((word) => [word, at] as const)),
    ),
    numberWords: new Map(
      phrasesOf(words.numbers ?? '').flatMap((entry) => {
        const [value, ...forms] = wordsOf(entry)
        return forms.map((form) => [form, Number(value)] as const)
      }),
    ),
    denials: terms(words.denials),
    claims: terms(words.claims),
    opposites,
  }
  lexicons.set(language, lexicon)
  return lexicon
}

const termOf = (word: string, language: string) => tokenise(word, language)[0]?.term ?? word
