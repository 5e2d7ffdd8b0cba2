/** When, where and in which language a briefing comes: the options, and what people's words for them mean. */
import {
  type Context,
  type Option,
  type Order,
  type Suggestion,
  UserError,
  type Values,
} from '../src/command.ts'
import {
  catalogues,
  type Key,
  type Language,
  languageFor,
  type TextValues,
} from '../src/language/language.ts'
import { daysText, languageName } from '../src/language/schedule.ts'
import { readDays, readTime, readZone, suggestZones } from '../src/services/wishes.ts'
import { sourcesOption, topicsOption } from './daily-options.ts'
import { severalIn } from './several.ts'

const DEFAULT_TIME = '08:00'
const USUAL_TIMES = ['07:00', DEFAULT_TIME, '09:00', '12:00', '18:00']
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const spoken: Suggestion[] = Object.keys(catalogues).map((code) => ({
  name: languageName(code),
  value: code,
}))

export const orderOptions: Option[] = [
  { name: 'channel', text: 'place', type: 'channel' },
  {
    name: 'time',
    type: 'string',
    maxLength: 20,
    complete: async (typed) => {
      const time = readTime(typed)
      return USUAL_TIMES.filter((one) => one.startsWith(typed.trim()))
        .concat(time ?? [])
        .map((one) => ({ name: one, value: one }))
    },
  },
  {
    name: 'zone',
    type: 'string',
    maxLength: 100,
    complete: async (typed, services, context) => {
      const last = typed.trim() === '' ? (await services.daily.lastOrder(context))?.zone : undefined
      const named = last === undefined ? [] : [{ name: last, value: last }]
      return [...named, ...suggestZones(typed, context.language)]
    },
  },
  {
    name: 'days',
    type: 'string',
    maxLength: 100,
    complete: async (typed, _services, { language }) => suggestDays(typed, language),
  },
  topicsOption,
  sourcesOption,
  {
    name: 'language',
    type: 'string',
    maxLength: 100,
    complete: async (typed) =>
      spoken.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(typed.toLowerCase())),
  },
]

/** What is read of the words, and the usual choices that hold them. */
function suggestDays(typed: string, language: Language): Suggestion[] {
  const usual = [EVERY_DAY, EVERY_DAY.slice(0, 5), ...EVERY_DAY.map((day) => [day])]
  const read = readDays(typed, language)
  const wanted = typed.trim().toLowerCase()
  return [...(read ? [read] : []), ...usual]
    .map((days) => ({ name: daysText(days, language), value: days.join(',') }))
    .filter(({ name, value }) => name.toLowerCase().includes(wanted) || value === read?.join())
}

const textOf = (value: Values[string]) => (typeof value === 'string' ? value.trim() : '')

/**
 * The order that the options describe; what they leave open is as in the last order, or usual.
 * Throws a UserError for what is no time, zone, day or language, and where no zone is known.
 */
export function orderOf(values: Values, last: Order | undefined, { language }: Context): Order {
  const [time, zone, days, speech] = [values.time, values.zone, values.days, values.language].map(textOf)
  return {
    channel: textOf(values.channel) || null,
    time: time ? (readTime(time) ?? refuse('error.time', { time })) : (last?.time ?? DEFAULT_TIME),
    zone: zone
      ? (readZone(zone) ?? refuse('error.zone', { zone }))
      : (last?.zone ?? refuse('error.zoneNeeded')),
    days: days ? (readDays(days, language) ?? refuse('error.days', { days })) : (last?.days ?? EVERY_DAY),
    scope: { topics: severalIn(values.topics), sources: severalIn(values.sources) },
    locale: speech ? localeOf(speech, language) : (last?.locale ?? language.locale),
  }
}

function localeOf(typed: string, language: Language): string {
  const wanted = typed.toLowerCase()
  const found = spoken.find(({ name, value }) => [name, value].some((one) => one.toLowerCase() === wanted))
  if (!found) return refuse('error.unknownLanguage', { language: typed })
  return languageFor(found.value).code === language.code ? language.locale : found.value
}

function refuse(sentence: Key, values?: TextValues): never {
  throw new UserError(sentence, values)
}
