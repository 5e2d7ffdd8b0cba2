/** How lists of words are written down. */

/** Words with blanks between, in lower case unless a capital tells them from another word. */
export type Words = string
/** The same of words that have several parts, with commas between. */
export type Phrases = string
/** Alternatives of a regular expression (`about|nearly`); whoever uses them says what stands around. Case is ignored. */
export type Alternatives = RegExp

/** The words of a list. */
export const wordsOf = (words: Words): string[] => words.split(/\s+/).filter(Boolean)

/** A list's entries of several words, with single blanks in them. */
export const phrasesOf = (phrases: Phrases): string[] =>
  phrases
    .split(',')
    .map((phrase) => wordsOf(phrase).join(' '))
    .filter(Boolean)
