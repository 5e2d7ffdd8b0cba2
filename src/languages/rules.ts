/** What is known of a language. Adding one is a file with such an object, and its line in `index.ts`. */
export type LanguageRules = {
  /** What stands before the fraction of a number: `,` in 1,5. The first is the usual one. */
  decimalMarks: string[]
  /** What parts thousands; a blank stands for every blank that does not break a line. */
  groupMarks: string[]
  /** Words behind a number that multiply it, in lower case and without full stop. */
  magnitudes: Record<string, number>
}
