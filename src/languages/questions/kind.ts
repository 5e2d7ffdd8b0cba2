/** Kinds of questions. What asks for each, in the words of a language, stands with the language. */

export const KINDS = [
  'lookup',
  'role',
  'summary',
  'comparison',
  'timeline',
  'list',
  'why',
  'said',
  'yesno',
  'definition',
  'help',
] as const

/**
 * What an answer to a question is like: one fact, who does what to whom, what documents say as a whole, sides set
 * against each other, dated entries, items, causes, somebody's statements, a decision, an introduction, or something
 * about the bot and its corpus.
 */
export type Kind = (typeof KINDS)[number]

/** How a language asks for a kind. */
export type KindPattern = {
  kind: Kind
  /** Holds a group `subject` where the rest of the question is about something; the whole is about everything else. */
  pattern: RegExp
}

/** Matches nowhere. */
export const NOWHERE = /(?!)/u

/** Kinds with their patterns, in the order in which they are tried. */
export const patterns = (...kinds: [Kind, RegExp][]): KindPattern[] =>
  kinds.map(([kind, pattern]) => ({ kind, pattern }))
