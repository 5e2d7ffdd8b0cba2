/** What is known of how a language reports what somebody says. */
import type { Alternatives, Phrases, Words } from './words.ts'

/** How speech is reported: what is needed to find the speaker. Singular only: "critics say" names nobody. */
export type SpeechRules = {
  verbs: Words
  /** Report speech only next to a quotation, a colon or a "that". */
  weak: Words
  /** Ask, promise or blame: report speech behind their subject, unless a passive's "by" or "of" follows. */
  judging?: { verbs: Words; passives: Words | null }
  /** The same of verbs that need a second word: "called for". */
  phrasal?: Phrases
  /** Go on from what the sentence's subject does: ", saying". */
  participles?: Words
  /** Stand for one person who was named before. */
  pronouns: Words
  that: Words
  /** Stand between the speaker and the verb. */
  between: Words
  /** Lead to the speaker: "according to". */
  before: Phrases
  /** Follow the speaker: "zufolge". */
  after?: Words
  articles: Words | null
  prepositions: Words
  /** Follow a name that is one; any other word in lower case makes it an adjective. */
  function: Words
  /** Join the words of a body's name: "Ministry of Trade". */
  joints: Words
  and: Words
  /** Begin with a capital at the start of a sentence, or always, and are no names. */
  commons: Words
  /** Are no name alone, but may be part of one: "State Department". */
  nouns?: Words
  /** Stand before a person's name and are no part of it, in lower case. */
  titles: Words
  /** Those that stay with the name. */
  keptTitles?: Words
  /** A title ends so. */
  titleEnds?: RegExp
  /** A body's name holds one of these, in lower case. */
  bodies: Words
  /** What is said after these is not what the sentence says: "a day after X said …". */
  subordinates: Words
  /** Begin what tells where and when, not who. */
  circumstances: Words
  /** True where the verb comes before its subject also without a quotation before it. */
  isVerbFirst?: boolean
  /** Peculiarities of grammar. */
  grammar?: GrammarRules
}

/** What only some languages have. */
export type GrammarRules = {
  /** "In X's view": what stands before X, and what behind. */
  view?: { lead: Words; nouns: Alternatives }
  /** Stands for what was said: "as X put it". */
  object?: Words
  /** Verbs behind which the one who is spoken to stands. */
  addressing?: Words
  /** Follow a speaker who stands behind the verb, besides prepositions; any other word goes on with what they do. */
  relatives?: Words
  adverbs?: RegExp
  /** Leads from a name to what it belongs to, with other words between. */
  of?: Words
  /** Leads to what somebody is, not to whom they belong. */
  as?: Words
  /** What somebody says in these is theirs, behind one of the prepositions: "a statement by X said". */
  documents?: { nouns: Words; prepositions: Words }
  /** A name of several people ends so. */
  plurals?: RegExp
  /** Adjectives have capitals; a word in lower case behind one is its noun, unless it ends so. */
  behindAdjectives?: RegExp
  /** Adjectives end so. */
  adjectives?: RegExp
  /** Nouns and the names of people end so in the genitive, and names after the father. */
  genitives?: RegExp
  patronymics?: RegExp
  /** Between these and a person's two names stands a role; behind these a single word is a noun, except for some. */
  articles?: { ofRoles: Words; ofNouns: Words; exceptions: Words }
}

/** The same where words are not apart: the subject is what stands before the verb, from the last mark on. */
export type UnspacedSpeechRules = {
  verbs: RegExp
  /** Stand for one person who was named before, up to the verb. */
  pronouns: RegExp
  /** Leads to the speaker, who is its first group. */
  according: RegExp
  /** What a name ends before: when, where, to whom. */
  circumstances: RegExp
  /** A subject that begins so, behind a comma, goes on from what stands before the comma. */
  continuations: RegExp
  /** All up to the end of the last role. */
  roles: RegExp
  bodies: RegExp
  surnames: RegExp
  /** Not who, but what, how many, or nobody in particular. */
  nobody: RegExp
  /** No name ends like this, or holds one of these. */
  noNames: RegExp
}
