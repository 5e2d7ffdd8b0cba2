/**
 * What kind of answer a question expects, by its question word, and whether a sentence holds one.
 *
 * The question-word classes follow Li & Roth, "Learning Question Classifiers", 2002, in their coarsest form.
 */
import type { Token } from '../corpus/analysis.ts'

export type AnswerType = 'person' | 'time' | 'place' | 'number'

/** Question words in English, German, Spanish, French, Russian and Chinese. */
const QUESTION_WORDS: [AnswerType, RegExp][] = [
  [
    'number',
    /\b(?:how (?:many|much|long|old|far|large|tall|often)|wie ?viele?|cu[aá]nt[oa]s?|combien)\b|скольк|多少|几/iu,
  ],
  [
    'time',
    /\b(?:when|(?:what|which) (?:year|date|day|month|century|decade)|wann|cu[aá]ndo|quand)\b|когда|何时|什么时候|哪年|哪一年/iu,
  ],
  ['person', /\b(?:who|whom|whose|wer|wen|qui[eé]n(?:es)?|qui)\b|(?:^|\s)к(?:то|ого|ому|ем)(?=\s)|谁/iu],
  [
    'place',
    /\b(?:where|(?:what|which) (?:country|city|state|place|region)|wo|d[oó]nde|où)\b|(?:^|\s)(?:где|куда)(?=\s)|哪里|在哪/iu,
  ],
]

const NUMBER =
  /\p{N}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|hundred|thousand|million|billion|half|third|quarter)s?\b|[一二三四五六七八九十百千万亿]/iu
const TIME =
  /\b\p{N}{4}s?\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|century|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|year|month|week)\b|[年月日]|\p{N} (?:год|век|siglo)/iu

/** The answer type that a question's words call for, or null when they do not tell. */
export function expectedAnswer(question: string): AnswerType | null {
  return QUESTION_WORDS.find(([, words]) => words.test(question))?.[0] ?? null
}

/** Whether a sentence holds something of the type that the question itself does not already name. */
export function holdsAnswer(
  type: AnswerType,
  sentence: string,
  questionTerms: string[],
  tokens: Token[],
): boolean {
  if (type === 'number') return NUMBER.test(sentence)
  if (type === 'time') return TIME.test(sentence)
  // A name: a capitalised word inside the sentence that the question does not hold.
  return tokens.some(
    (token, index) =>
      index > 0 &&
      /^\p{Lu}\p{Ll}/u.test(token.word) &&
      !token.isStopWord &&
      !questionTerms.includes(token.term),
  )
}
