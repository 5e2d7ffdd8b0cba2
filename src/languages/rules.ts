/**
 * What is known of a language, by what it is needed for. Adding a language is a file with such an object, its line in
 * `index.ts` and, for one that the program speaks, its catalogue: the compiler says what is missing.
 */
import type { Chrono, ParsedComponents } from 'chrono-node'
import type { QuestionWords } from './questions/words.ts'
import type { SpeechRules, UnspacedSpeechRules } from './speech-rules.ts'
import type { Alternatives, Phrases, Words } from './words.ts'

/** How numbers are written. */
export type NumberRules = {
  /** What stands before the fraction of a number: `,` in 1,5. The first is the usual one. */
  decimalMarks: string[]
  /** What parts thousands; a blank stands for every blank that does not break a line. */
  groupMarks: string[]
  /** Words behind a number that multiply it, in lower case and without full stop. */
  magnitudes: Record<string, number>
  /** What follows the digits of an ordinal: `th`. */
  ordinals?: Alternatives
  /** Units of length, time and mass that are not written the same everywhere, as they are written. */
  units?: Words
}

/** How a word becomes an index term. Whoever changes these raises the index's version. */
export type TermRules = {
  stem: (word: string) => string
  stopWords: string[]
}

/** Words inside names. */
export type NameRules = {
  /** Stand inside a person's name and have no capital. */
  particles: Words | null
  /** Stand between two words of one name, of whatever kind. */
  links: Alternatives | null
}

/** What stands at the edges of pages, and above what is printed on them. */
export type PageRules = {
  /** Before a page's number, and between it and the number of all pages. */
  label: Alternatives
  of: Alternatives
  /** Before an author's name. */
  byline: Alternatives | null
}

/** How people ask. */
export type QuestionRules = {
  /** Ask for something: yes and no are no answers. */
  words: Alternatives
  /** By what is asked for, with what must stand around the words. */
  number: RegExp
  time: RegExp
  person: RegExp
  place: RegExp
  /** Ask which one; the word behind them says what is looked for. */
  choices: Alternatives
  /** Ask for yes or no, wherever they stand, with what must stand around the words. */
  polar: RegExp | null
  /** Ask for yes or no at the beginning of a question. */
  auxiliaries?: Alternatives
  /** What the words of a question have in them, where words are not apart from each other. */
  within?: RegExp
  /** Name nothing that an answer could speak of; stop words are none of them. */
  light: Words
}

/** Numbers in words, and what the words around a number make of it. */
export type QuantityRules = {
  /** With what must stand around the words. */
  words: RegExp | null
  /** Stand before a number. */
  atLeast: Alternatives
  atMost: Alternatives
  roughly: Alternatives
  /** Units of time and age. */
  timeUnits: Alternatives
}

/** Full stops that end no sentence. What stands before the stop is written without it. Case counts. */
export type StopRules = {
  /** Something follows, whatever it is: "e.g.". */
  leading?: Alternatives
  /** Something follows, unless it is one of the starters: "Mio.", "Inc.". */
  abbreviations?: Alternatives
  /** A number follows: "No.", "p.". */
  numbered?: Alternatives
  /** May end a sentence: what follows with a capital begins one, unless it is a time: "etc.", "p.m.". */
  closing?: Alternatives
  /** Time zones, behind an hour. */
  zones?: Alternatives
  /** Most likely begin a sentence: "U.S. The". */
  starters?: Alternatives
  /** Given where digits with a stop are an ordinal. */
  ordinals?: OrdinalRules
}

export type OrdinalRules = {
  /** Stand before an ordinal and a noun: "die 3. Bauphase". Case is ignored. */
  leads: Alternatives
  /** Stand behind an ordinal, whatever is before it. Months and weekdays are known. */
  nouns: Alternatives
}

/** How sentences begin and hang together. */
export type SentenceRules = {
  /** Stand before a person's name, with a full stop. Case counts. */
  titles: Alternatives | null
  /** What loses its vowel and stands at its word: l'ONU. */
  elisions?: Alternatives
  /** Refer to what was said before, at the beginning of a sentence; and what may stand before them there. */
  references: Alternatives
  leadIns: Alternatives
  /** A sentence that begins so goes on from the one before. */
  connectives: Alternatives
  /** People speak of themselves and to each other, with what must stand around the words. Case counts. */
  addresses: RegExp
  /** Lines around an article: calls to subscribe, who reported; with what must stand around the words. */
  newsroom: RegExp
}

/** What turns a statement round: negation, denial, condition, opposites. */
export type StatementRules = {
  /** Deny what follows them in the clause. */
  negations: Words
  /** After a negation: the two say "also", "in part" or "not now", and deny nothing. */
  partial: Words
  /** Those of them that say that something was so before: "no longer". */
  ended?: Words
  /** Verbs by which somebody disputes a claim, and verbs by which somebody makes one. */
  denials: Words
  claims: Words
  /** The sentence is not stated as a fact, or by a person of themselves. Case counts inside a sentence. */
  conditions: Words
  /** The clause is negative by one of its words, is about a part, or is about what somebody wants. */
  shades: Words
  /** Begin a clause. */
  joints: Words
  /** Verbs that cannot both be true of the same thing at the same time: `one form form/other form form`. */
  opposites: Phrases
  /** Months, weekdays and seasons. */
  months: Words | null
  /** Say that something is not done: "stopped short of". Begin at a verb. */
  notDone?: Alternatives
  /** Lead to what is to be done. */
  purposes?: Words
  /** Modal verbs, those that mean the same in one group: what must, may and should be. */
  modals?: Phrases
  /** Numbers in words: `30 thirty, 2 two both`. */
  numbers?: Phrases
}

/** What people write to each other. */
export type MessageRules = {
  /** A sentence that begins so is a request. */
  requests: Alternatives
  /** What begins so is a greeting or an opinion, unless enough is said after it. */
  opinions: Alternatives
  /** Say nothing. */
  chatter: Words | null
}

/** What reads dates in words, and what it makes of one. */
export type DateParser = Pick<Chrono, 'parse'>
export type DateParts = ParsedComponents

/** How people write times and days. */
export type ScheduleRules = {
  noon: Phrases
  midnight: Phrases
  /** Follows the number of an hour. */
  clock?: Alternatives
  /** Several weekdays at once. */
  everyDay: Phrases
  workingDays: Phrases
  weekend: Phrases
  /** Forms of the weekdays that calendars do not show, those of Monday first. */
  dayForms?: Phrases
  /** May stand before a weekday. */
  leads: Alternatives
  and: Alternatives
  /** Reads dates in words. Loaded when the first one is typed: the program starts without it. */
  dates: (locale: string) => Promise<DateParser>
}

/** What is needed of every language. */
type Basics = {
  numbers: NumberRules
  terms: TermRules
  stops?: StopRules
  /** No blanks stand between words. */
  isUnspaced?: boolean
  /** All nouns have capitals: a capital is no sign of a name. */
  hasCapitalNouns?: boolean
}
type Spoken = {
  asking: QuestionWords
  names: NameRules
  pages: PageRules | null
  questions: QuestionRules
  quantities: QuantityRules
  sentences: SentenceRules
  statements: StatementRules
  messages: MessageRules
  schedule: ScheduleRules
}

/** Of a language that the program speaks: everything. */
export type SpacedLanguageRules = Basics & Spoken & { isUnspaced?: false; speech: SpeechRules }
export type UnspacedLanguageRules = Basics &
  Spoken & { isUnspaced: true; unspacedSpeech: UnspacedSpeechRules }
export type FullLanguageRules = SpacedLanguageRules | UnspacedLanguageRules

/** Of one that it only reads: at least its numbers and its terms. */
export type LanguageRules = Basics &
  Partial<Spoken> & { speech?: SpeechRules; unspacedSpeech?: UnspacedSpeechRules }
