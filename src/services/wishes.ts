/** What people write for a time of day, a time zone and weekdays, read as an order has it. */
import type { Suggestion } from '../command.ts'
import { catalogues, type Language } from '../language/language.ts'
import { MAX_SUGGESTIONS } from './scope.ts'

const TIME = /^(\d{1,2})(?:\s*[:.h]\s*(\d{2})?|(?<=\d{2})(\d{2}))?\s*(?:h|uhr|([ap])\.?\s?m\.?)?$/i

/** `7:30`, `07.30`, `0730`, `7h30`, `7 am` and the like as `07:30`; undefined for what is no time of day. */
export function readTime(typed: string): string | undefined {
  const [, hours = '', after, joined, half] = TIME.exec(typed.trim()) ?? []
  const [hour, minute] = [Number(hours), Number(after ?? joined ?? 0)]
  if (hours === '' || minute > 59) return undefined
  if (half && (hour < 1 || hour > 12)) return undefined
  const past = half ? (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hour
  return past > 23 ? undefined : `${String(past).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** The runtime lists zones by older names than people use. */
const RENAMED: Record<string, string> = {
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Europe/Kiev': 'Europe/Kyiv',
}
const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').map((zone) => RENAMED[zone] ?? zone)]
const spoken = (zone: string) => zone.toLowerCase().replaceAll('_', ' ')
const cityOf = (zone: string) => spoken(zone).split('/').at(-1) ?? ''

/** An IANA zone in its usual spelling, also by its city alone; undefined for what is none. */
export function readZone(typed: string): string | undefined {
  const wanted = spoken(typed.trim())
  const known = ZONES.find((zone) => spoken(zone) === wanted) ?? ZONES.find((zone) => cityOf(zone) === wanted)
  if (known) return known
  // Neither an offset, which knows no summer time, nor what only looks like a zone.
  if (!/^[a-z]/.test(wanted)) return undefined
  try {
    const zone = new Intl.DateTimeFormat('en', { timeZone: typed.trim() }).resolvedOptions().timeZone
    return RENAMED[zone] ?? zone
  } catch {
    return undefined
  }
}

/** The zones that hold what was typed, each with the time that it is there; at most 25. */
export function suggestZones(typed: string, language: Language, now = Date.now()): Suggestion[] {
  const wanted = spoken(typed.trim())
  const holding = ZONES.filter((zone) => spoken(zone).includes(wanted))
  const begins = holding.filter((zone) => cityOf(zone).startsWith(wanted))
  return [...new Set([...begins, ...holding])].slice(0, MAX_SUGGESTIONS).map((zone) => ({
    name: `${zone} (${timeIn(zone, new Date(now), language)})`,
    value: zone,
  }))
}

/** The time of day of an instant in a zone, as the language writes it. */
export const timeIn = (zone: string, instant: Date, { locale }: Language): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone }).format(instant)

const WEEK = [1, 2, 3, 4, 5, 6, 7]
const GROUPS: Record<string, number[]> = {
  'every day': WEEK,
  everyday: WEEK,
  daily: WEEK,
  weekdays: WEEK.slice(0, 5),
  weekends: WEEK.slice(5),
  weekend: WEEK.slice(5),
}
/** The names of the days are found by their beginnings from this length on. */
const SHORTEST = 2

/**
 * ISO 8601 weekdays in order: `every day`, `weekdays`, `mon-fri`, `mo, we, fr`, `1-5`, `Monday` or its name in any of
 * the catalogues' languages, the person's first; undefined for anything else.
 */
export function readDays(typed: string, language: Language): number[] | undefined {
  const text = typed.trim().toLowerCase()
  const group = GROUPS[text]
  if (group) return group
  const days = new Set<number>()
  for (const part of text.split(/[,;、，\s]+(?:(?:and|und|y|et|и)\s+)?/u).filter(Boolean)) {
    const [first, last, ...more] = part.split(/[-–]/u).map((name) => dayOf(name, language))
    if (!first || more.length > 0 || (part.match(/[-–]/u) && !last)) return undefined
    for (let day = first; ; day = (day % 7) + 1) {
      days.add(day)
      if (day === (last ?? first)) break
    }
  }
  return days.size > 0 ? [...days].toSorted((a, b) => a - b) : undefined
}

function dayOf(name: string, { locale }: Language): number | undefined {
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
