/**
 * What kind of answer a question expects, by its question word, and whether a sentence holds one.
 *
 * The question-word classes follow Li & Roth, "Learning Question Classifiers", 2002, in their coarsest form.
 */
import { anyOf } from '../languages/all.ts'
import type { Token } from '../text/analysis.ts'
import type { Sentence } from './reading.ts'

export type AnswerType = 'name' | 'time' | 'number'

const asked = (words: string) => new RegExp(words, 'iu')
/** Question words of all languages; who and where ask for a name. */
const QUESTION_WORDS: [AnswerType, RegExp][] = [
  ['number', asked(anyOf(({ questions }) => questions?.number))],
  ['time', asked(anyOf(({ questions }) => questions?.time))],
  ['name', asked(anyOf(({ questions }) => questions?.person))],
  ['name', asked(anyOf(({ questions }) => questions?.place))],
]

const NUMBER_WORD = new RegExp(
  anyOf(({ quantities }) => quantities?.words),
  'iu',
)
const YEAR = /(?:^|\P{N})(?:1\p{N}|20)\p{N}{2}(?!\p{N})/u

/** The answer type that a question's words call for, or null when they do not tell. */
export function expectedAnswer(question: string): AnswerType | null {
  return QUESTION_WORDS.find(([, words]) => words.test(question))?.[0] ?? null
}

const calendars = new Map<string, RegExp>()

/** The names of months and weekdays in a language, as `Intl` knows them. */
function calendarOf(language: string): RegExp {
  const known = calendars.get(language)
  if (known) return known
  const locale = language === 'und' ? 'en' : language
  const days = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2024, 0, day + 1)))
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 5)))
  const parts = (options: Intl.DateTimeFormatOptions, dates: Date[]) =>
    dates.flatMap((date) =>
      new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
        .formatToParts(date)
        .filter(({ type }) => type === 'month' || type === 'weekday')
        .map(({ value }) => value.replace('.', '').toLowerCase()),
    )
  const names = [
    ...parts({ month: 'long', day: 'numeric' }, months),
    ...parts({ month: 'short', day: 'numeric' }, months),
    ...parts({ weekday: 'long' }, days),
  ].filter((name) => name.length > 2 && /\p{L}/u.test(name))
  const calendar = names.length > 0 ? new RegExp(names.join('|'), 'iu') : /(?!)/u
  calendars.set(language, calendar)
  return calendar
}

const isNew = (token: Token, asked: ReadonlySet<string>) => !token.isStopWord && !asked.has(token.term)

/** The capitalised words inside a sentence that the question does not hold. */
export const newNames = (sentence: Sentence, asked: ReadonlySet<string>) =>
  sentence.tokens.filter((token, at) => at > 0 && /^\p{Lu}/u.test(token.word) && isNew(token, asked))

/** Whether a sentence names a year that the question does not hold. */
export const holdsNewYear = (sentence: Sentence, asked: ReadonlySet<string>) =>
  sentence.tokens.some((token) => /^(?:1\d|20)\d\d$/.test(token.term) && !asked.has(token.term))

/**
 * How surely (0, 0.5 or 1) a sentence holds something of a type that the question does not name itself.
 * @param language of the sentence, ISO 639-1 or `und`
 */
export function holdsAnswer(
  type: AnswerType,
  sentence: Sentence,
  asked: ReadonlySet<string>,
  language: string,
): number {
  if (type === 'name') return newNames(sentence, asked).length > 0 ? 1 : 0
  const number =
    sentence.tokens.some((token) => /^\p{N}/u.test(token.word) && !asked.has(token.term)) ||
    NUMBER_WORD.test(sentence.text)
  if (type === 'number') return number ? 1 : 0
  if (YEAR.test(sentence.text) || calendarOf(language).test(sentence.text)) return 1
  return number ? 0.5 : 0
}
