/** The languages of which something is known, by their ISO 639-1 codes. */
import { ar } from './ar.ts'
import { da } from './da.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fi } from './fi.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { nl } from './nl.ts'
import { no } from './no.ts'
import { pt } from './pt.ts'
import { ro } from './ro.ts'
import { ru } from './ru.ts'
import type { FullLanguageRules, LanguageRules } from './rules.ts'
import { sv } from './sv.ts'
import { tr } from './tr.ts'
import { uk } from './uk.ts'
import { zh } from './zh.ts'

export const languages = {
  ar,
  da,
  de,
  en,
  es,
  fi,
  fr,
  it,
  ja,
  nl,
  no,
  pt,
  ro,
  ru,
  sv,
  tr,
  uk,
  zh,
} satisfies Record<string, LanguageRules>

/** Those of which everything is known: the program speaks them, so each has a catalogue. */
export type FullLanguage = {
  [Code in keyof typeof languages]: (typeof languages)[Code] extends FullLanguageRules ? Code : never
}[keyof typeof languages]

/** What is known of a language, ISO 639-1; undefined for any other. */
export const rulesOf = (language: string): LanguageRules | undefined =>
  Object.hasOwn(languages, language) ? languages[language as keyof typeof languages] : undefined
