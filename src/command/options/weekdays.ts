/** What people write for days of the week. */

import { allOf, allPhrases, anySpaced, anyUnspaced } from '../../languages/all.ts'
import type { LanguageRules } from '../../languages/rules.ts'
import { phrasesOf, wordsOf } from '../../languages/words.ts'
import { catalogues, type Language } from '../../locales/language.ts'
import { daysText } from '../../locales/schedule.ts'
import { type Suggestion, UserError } from '../context.ts'
import { type Option, textRead } from '../option.ts'

const MAX_LENGTH = 100

/** ISO 8601 weekdays, 1 is Monday. */
export const weekdays: Option<number[] | undefined> = textRead(
  {
    maxLength: MAX_LENGTH,
    complete: async (typed, _services, { language }) => suggestDays(typed, language),
  },
  (written, { language }) => {
    const days = readDays(written, language)
    if (days === undefined) throw new UserError('error.days', { days: written })
    return days
  },
)

const WEEK = [1, 2, 3, 4, 5, 6, 7]
const WORKING = WEEK.slice(0, 5)
const WEEKEND = WEEK.slice(5)
/** Words for several days at once. */
const GROUPS: [words: Set<string>, days: number[]][] = [
  [allPhrases(({ schedule }) => schedule?.everyDay), WEEK],
  [allPhrases(({ schedule }) => schedule?.workingDays), WORKING],
  [allPhrases(({ schedule }) => schedule?.weekend), WEEKEND],
]
const LEADS = ({ schedule }: LanguageRules) => schedule?.leads
/** May stand before a day: `every Monday`, `jeden Montag`, `on Mondays`, `am Montag`, `каждый понедельник`, `每周一`. */
const LEAD = `(?:${anySpaced(LEADS)})\\s+|(?:${anyUnspaced(LEADS)})\\s*`
const LEADING = new RegExp(`^(?:${LEAD})`, 'u')
/** `среду`, `средам`. */
const FORMS = new Map(
  allOf(({ schedule }) => schedule?.dayForms).flatMap((forms) =>
    phrasesOf(forms).flatMap((day, at) => wordsOf(day).map((word) => [word, at + 1] as const)),
  ),
)
/** The names of the days are found by their beginnings from this length on. */
const SHORTEST = 2

const AND = ({ schedule }: LanguageRules) => schedule?.and
/** Between two days; a dash between them makes them a span. */
const BETWEEN = new RegExp(
  `(?:[,;、，\\s]+(?:(?:${anySpaced(AND)})\\s+)?|(?:${anyUnspaced(AND)})\\s*)(?:${LEAD})?`,
  'u',
)

/**
 * ISO 8601 weekdays in order: `every day`, `weekdays`, `mon-fri`, `mo, we, fr`, `1-5`, `every Monday`, `Tuesdays` or a
 * day's name in any of the catalogues' languages, the person's first; undefined for anything else.
 */
export function readDays(typed: string, language: Language): number[] | undefined {
  const text = typed.trim().toLowerCase()
  const group = GROUPS.find(([words]) => words.has(text))
  if (group) return group[1]
  const days = new Set<number>()
  for (const part of text.replace(LEADING, '').split(BETWEEN).filter(Boolean)) {
    const [first, last, ...more] = part.split(/[-–]/u).map((name) => dayOf(name, language))
    if (!first || more.length > 0 || (part.match(/[-–]/u) && !last)) return undefined
    for (let day = first; ; day = (day % 7) + 1) {
      days.add(day)
      if (day === (last ?? first)) break
    }
  }
  return days.size > 0 ? [...days].toSorted((a, b) => a - b) : undefined
}

function dayOf(name: string, language: Language): number | undefined {
  return (
    FORMS.get(name) ??
    dayNamed(name, language) ??
    (/^.{4,}s$/u.test(name) ? dayNamed(name.slice(0, -1), language) : undefined)
  )
}

/** By its number, or by the beginning of its name. */
function dayNamed(name: string, { locale }: Language): number | undefined {
  if (/^[1-7]$/.test(name)) return Number(name)
  if (name.length < SHORTEST && /^\p{ASCII}*$/u.test(name)) return undefined
  for (const spokenIn of [locale, ...Object.keys(catalogues)]) {
    const found = WEEK.filter((day) => namesOf(day, spokenIn).some((one) => one.startsWith(bare(name))))
    if (found.length === 1) return found[0]
  }
  return undefined
}

/** The name of an ISO weekday: 1 January 2024 was a Monday. */
const dayName = (day: number, locale: string, weekday: 'long' | 'short' = 'long'): string =>
  new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)))

const namesOf = (day: number, locale: string) =>
  (['long', 'short'] as const).map((width) => bare(dayName(day, locale, width)))

/** Without accents and full stops. */
const bare = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|\./gu, '')

/** What is read of the words, and the usual choices that hold them. */
function suggestDays(typed: string, language: Language): Suggestion[] {
  const usual = [WEEK, WORKING, ...WEEK.map((day) => [day])]
  const read = readDays(typed, language)
  const wanted = typed.trim().toLowerCase()
  return [...(read ? [read] : []), ...usual]
    .map((days) => ({ name: daysText(days, language), value: days.join(',') }))
    .filter(({ name, value }) => name.toLowerCase().includes(wanted) || value === read?.join())
}
