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
import type { LanguageRules } from './rules.ts'
import { sv } from './sv.ts'
import { tr } from './tr.ts'
import { uk } from './uk.ts'
import { zh } from './zh.ts'

export const languages: Record<string, LanguageRules> = {
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
}
