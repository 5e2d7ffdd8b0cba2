/** How questions are asked in a language: what asks for each kind, and what only instructs. */
import type { KindPattern } from './kind.ts'

export type QuestionWords = {
  /** In the order in which they are tried; the first that matches says the kind. */
  kinds: KindPattern[]
  /** "In three points", "in one sentence", with a group `count`. */
  form: RegExp
  /** Questions to suggest, with `%` for a topic. */
  suggestions: string[]
  /** At either end of a subject, what names nothing: "the", "please", "about". Every match is taken away. */
  filler: RegExp
  /** What is left at the ends of a subject when a time was taken out of it. */
  loose: RegExp
  /** "This week" and the like, in days before today. */
  relativeDays: { pattern: RegExp; from: number; to: number }[]
  /** "Latest", "most recent", "current", "now": what is newest comes first. */
  latest: RegExp
  /** "What changed", "how did … change", with a group `subject`. */
  changes: RegExp
  /** Stand before a day: the time begins, or ends, there. */
  since: RegExp
  until: RegExp
  /** Words that ask and carry no content, wherever they stand: "how many", "combien". */
  asking: RegExp
  /** A subject that names none of all that the documents are about: "the affair". */
  everything?: RegExp
  /** Ends where people leave out an apostrophe: "whats", "doesnt". */
  contractions?: RegExp
  /** What asks, with how English asks it: what an answer has to hold is told from that. English has none. */
  inEnglish?: [RegExp, string][]
}
