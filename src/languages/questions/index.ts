/** How questions are asked, by language (ISO 639-1). */
import { en } from './en.ts'
import { de, es, fr, ru, zh } from './others.ts'
import type { QuestionWords } from './words.ts'

const known: Record<string, QuestionWords> = { en, de, es, fr, ru, zh }

/** Those of a language; the English ones where nothing is known of it. */
export const questionWordsOf = (language: string): QuestionWords =>
  (Object.hasOwn(known, language) ? known[language] : undefined) ?? en
