/** How questions are asked, by language (ISO 639-1). */
import { rulesOf } from '../index.ts'
import { en } from './en.ts'
import type { QuestionWords } from './words.ts'

/** Those of a language; the English ones where nothing is known of it. */
export const questionWordsOf = (language: string): QuestionWords => rulesOf(language)?.asking ?? en

/** How English asks what a question of another language asks; undefined where its words do not tell. */
export const askedInEnglish = (text: string, language: string): string | undefined =>
  language === 'en'
    ? text
    : rulesOf(language)?.asking?.inEnglish?.find(([pattern]) => pattern.test(text))?.[1]

/** Where in a question the word stands that asks, in UTF-16 code units; -1 where it has none that is known. */
export const questionWordPlace = (text: string, language: string): number =>
  rulesOf(language)
    ?.asking?.inEnglish?.find(([pattern]) => pattern.test(text))?.[0]
    .exec(text)?.index ?? -1
