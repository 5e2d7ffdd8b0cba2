/** What people write for a time zone: its name, or a city in it. */
import { rawTimeZones } from '@vvo/tzdb'
import type { Language } from '../../locales/language.ts'
import { type Suggestion, UserError } from '../context.ts'
import { type Option, textRead } from '../option.ts'

const MAX_LENGTH = 100
const MAX_SUGGESTIONS = 25
const UTC = 'UTC'

/** An IANA time zone. */
export const zone: Option<string | undefined> = textRead(
  {
    maxLength: MAX_LENGTH,
    complete: async (typed, services, context) => {
      const last = typed.trim() === '' ? (await services.daily.lastOrder(context))?.zone : undefined
      const named = last === undefined ? [] : [{ name: last, value: last }]
      return [...named, ...suggestZones(typed, context.language)]
    },
  },
  (written) => {
    const found = readZone(written)
    if (found === undefined) throw new UserError('error.zone', { zone: written })
    return found
  },
)

/** Cities that people name and the time zone database does not. */
const MORE_CITIES: Record<string, string[]> = {
  'America/New_York': ['Washington', 'Washington DC', 'Boston', 'Miami', 'Atlanta'],
  'America/Los_Angeles': ['Seattle'],
  'America/Sao_Paulo': ['Brasília'],
  'America/Toronto': ['Quebec'],
  'Asia/Karachi': ['Islamabad'],
  'Asia/Kolkata': ['New Delhi', 'Bangalore', 'Chennai'],
  'Asia/Shanghai': ['Shenzhen', 'Peking'],
  'Asia/Tokyo': ['Kyoto'],
  'Europe/Berlin': ['Frankfurt', 'Cologne', 'München'],
  'Europe/London': ['Edinburgh'],
  'Europe/Paris': ['Strasbourg'],
  'Europe/Zurich': ['Bern', 'Genève', 'Genf'],
}

/** Lower case, without accents and underscores. */
const bare = (name: string) =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('_', ' ').replace(/[.,]/g, '').trim()
const cityOf = (name: string) => bare(name).split('/').at(-1) ?? ''

type Zone = { name: string; full: Set<string>; cities: Set<string> }
/** The database leaves it out. */
const UNIVERSAL = {
  name: UTC,
  group: ['UTC', 'UCT', 'Universal', 'Zulu', 'GMT', 'Greenwich', 'GMT+0', 'GMT-0', 'GMT0'].flatMap((name) => [
    name,
    `Etc/${name}`,
  ]),
  mainCities: [],
}

let known: Zone[] | undefined
/** The zones of today with their older names and their cities; made when the first one is wanted. */
function zones(): Zone[] {
  known ??= [UNIVERSAL, ...rawTimeZones].map(({ name, group, mainCities }) => ({
    name,
    full: new Set([name, ...group].map(bare)),
    cities: new Set([
      ...[name, ...group].map(cityOf),
      ...[...mainCities, ...(MORE_CITIES[name] ?? [])].map(bare),
    ]),
  }))
  return known
}

/** An IANA zone in its usual spelling, also by one of its cities; undefined for what is none. */
export function readZone(typed: string): string | undefined {
  const wanted = bare(typed)
  if (wanted === '') return undefined
  const runtime = runtimeName(typed.trim())
  const named = zones().find(({ full }) => full.has(wanted))
  // A zone of its own with the same rules, such as Detroit's, keeps its name; an older name does not.
  if (named) return runtime === runtimeName(named.name) ? named.name : (runtime ?? named.name)
  return zones().find(({ cities }) => cities.has(wanted))?.name ?? runtime
}

/** The runtime's name of a zone; undefined for what is none. */
function runtimeName(name: string): string | undefined {
  // Neither an offset, which knows no summer time, nor what only looks like a zone.
  if (!/^[a-z]/i.test(name)) return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/** The zones that hold what was typed, each with the time that it is there; at most 25. */
export function suggestZones(typed: string, language: Language, now = Date.now()): Suggestion[] {
  const wanted = bare(typed)
  const begins = zones().filter(({ cities }) => cities.values().some((city) => city.startsWith(wanted)))
  const holding = zones().filter(({ full }) => full.values().some((name) => name.includes(wanted)))
  return [...new Set([...begins, ...holding])].slice(0, MAX_SUGGESTIONS).map(({ name }) => ({
    name: `${name} (${timeIn(name, new Date(now), language)})`,
    value: name,
  }))
}

/** The time of day of an instant in a zone, as the language writes it. */
export const timeIn = (zone: string, instant: Date, { locale }: Language): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone }).format(instant)
