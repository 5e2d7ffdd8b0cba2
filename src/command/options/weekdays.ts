/** What people write for days of the week. */

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
const [WORKING, WEEKEND] = [WEEK.slice(0, 5), WEEK.slice(5)]
/** Words for several days at once, in the catalogues' languages, with commas between. */
const NAMED: [days: number[], words: string][] = [
  [
    WEEK,
    'every day, everyday, daily, all, all days, jeden tag, täglich, alle tage, todos los días, cada día',
  ],
  [WEEK, 'a diario, tous les jours, chaque jour, ежедневно, каждый день, 每天, 每日'],
  [WORKING, 'weekday, weekdays, every weekday, workdays, working days, werktags, wochentags, werktage'],
  [WORKING, 'días laborables, entre semana, jours ouvrés, en semaine, будни, по будням, 工作日, 平日'],
  [WEEKEND, 'weekend, weekends, every weekend, wochenende, am wochenende, wochenends, fines de semana'],
  [WEEKEND, 'fin de semana, week-end, le week-end, выходные, по выходным, 周末'],
]
const GROUPS = new Map(
  NAMED.flatMap(([days, words]) => words.split(', ').map((word) => [word, days] as const)),
)
/** What may stand before a day: `every Monday`, `jeden Montag`, `on Mondays`, `am Montag`, `каждый понедельник`. */
const LEAD =
  /^(?:every|each|on|jeden|jede|am|immer|cada|todos los|el|los|chaque|tous les|le|les|каждый|каждую|каждое|по|每个?)\s*(?=\p{L})/u
/** The names of the days are found by their beginnings from this length on. */
const SHORTEST = 2

/** Between two days; a dash between them makes them a span. */
const BETWEEN = /[,;、，\s]+(?:(?:and|und|y|et|и)\s+)?(?:(?:every|each|on)\s+)?/u

/**
 * ISO 8601 weekdays in order: `every day`, `weekdays`, `mon-fri`, `mo, we, fr`, `1-5`, `every Monday`, `Tuesdays` or a
 * day's name in any of the catalogues' languages, the person's first; undefined for anything else.
 */
export function readDays(typed: string, language: Language): number[] | undefined {
  const text = typed.trim().toLowerCase()
  const group = GROUPS.get(text)
  if (group) return group
  const days = new Set<number>()
  for (const part of text.replace(LEAD, '').split(BETWEEN).filter(Boolean)) {
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
    dayNamed(name, language) ?? (/^.{4,}s$/u.test(name) ? dayNamed(name.slice(0, -1), language) : undefined)
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
