/** The fixed texts in the person's language: one catalogue file each, in ICU MessageFormat. */
import { IntlMessageFormat } from 'intl-messageformat'
import { type FullLanguage, languages } from '../languages/index.ts'
import type { FullLanguageRules } from '../languages/rules.ts'
import { DAY_MS } from '../time.ts'
import de from './de.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import es from './es.json' with { type: 'json' }
import fr from './fr.json' with { type: 'json' }
import ru from './ru.json' with { type: 'json' }
import zh from './zh-CN.json' with { type: 'json' }

export type Key = keyof typeof en
export type Catalogue = Record<Key, string>
export type TextValues = Record<string, string | number>

/** One for each language that is known in full; Chinese is written in simplified characters. */
type Catalogues = { [Code in FullLanguage as Code extends 'zh' ? 'zh-CN' : Code]: Catalogue }
export const catalogues = { en, de, es, fr, ru, 'zh-CN': zh } satisfies Catalogues
export type LanguageCode = keyof typeof catalogues

/** How to speak to a person. */
export type Language = {
  code: LanguageCode
  /** The person's own locale (BCP 47), for dates. */
  locale: string
  /** A fixed text with its blanks filled; values stand in it as they are. */
  say: (key: Key, values?: TextValues) => string
  /** The same in pieces, where values may be more than text: lists of pieces stand in it as they are. */
  tell: <Piece>(key: Key, values: Record<string, string | number | Piece[]>) => (string | Piece)[]
  /** What is known of it. */
  rules: FullLanguageRules
}

const DEFAULT = 'en'
const formats = new Map<string, IntlMessageFormat>()

function format(code: LanguageCode, key: Key): IntlMessageFormat {
  const id = `${code} ${key}`
  const known = formats.get(id)
  if (known) return known
  const made = new IntlMessageFormat(catalogues[code][key], code, undefined, { ignoreTag: true })
  formats.set(id, made)
  return made
}

/** The language for a locale such as `es-419`; English when there is no catalogue. */
export function languageFor(locale: string): Language {
  const spoken = locale.split('-')[0]
  const codes = Object.keys(catalogues) as LanguageCode[]
  const found = codes.find((one) => one.split('-')[0] === spoken)
  const code = found ?? DEFAULT
  return {
    code,
    locale: found ? locale : DEFAULT,
    say: (key, values) => String(format(code, key).format(values)),
    tell: <Piece>(key: Key, values: Record<string, string | number | Piece[]>) =>
      format(code, key)
        .formatToParts<Piece[]>(values)
        .flatMap(({ value }): (string | Piece)[] => (typeof value === 'string' ? [value] : value)),
    rules: languages[code.split('-')[0] as FullLanguage],
  }
}

/** What the terminal speaks. */
export const english = languageFor(DEFAULT)

/** `today`, `3 days ago`, `2 years ago`, in a language; '' when the date cannot be read or lies ahead. */
export function age({ code }: Language, date: string | null, now: Date): string {
  const days = Math.floor((now.getTime() - Date.parse(date ?? '')) / DAY_MS)
  if (!(days >= 0)) return ''
  const relative = new Intl.RelativeTimeFormat(code, { numeric: days === 0 ? 'auto' : 'always' })
  if (days < 61) return relative.format(-days, 'day')
  return days < 730
    ? relative.format(-Math.floor(days / 30.44), 'month')
    : relative.format(-Math.floor(days / 365.25), 'year')
}
