/** When, where, on what and in which language a daily briefing comes. */

import { catalogues, languageFor } from '../../locales/language.ts'
import { languageName } from '../../locales/schedule.ts'
import { type Order, type Suggestion, UserError } from '../context.ts'
import { type Option, textRead } from '../option.ts'
import { names } from './names.ts'

const MAX_LENGTH = 100
const DEFAULT_TIME = '08:00'
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const spoken: Suggestion[] = Object.keys(catalogues).map((code) => ({
  name: languageName(code),
  value: code,
}))

export const topics = names((typed, services, context) => services.topics(typed, context))
export const sources = names((typed, services, context) => services.sources(typed, context))

/** A locale that the bot speaks; the person's own where it is of the same language. */
export const speech: Option<string | undefined> = textRead(
  {
    maxLength: MAX_LENGTH,
    complete: async (typed) =>
      spoken.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(typed.toLowerCase())),
  },
  (written, { language }) => {
    const wanted = written.toLowerCase()
    const found = spoken.find(({ name, value }) => [name, value].some((one) => one.toLowerCase() === wanted))
    if (!found) throw new UserError('error.unknownLanguage', { language: written })
    return languageFor(found.value).code === language.code ? language.locale : found.value
  },
)

type Chosen = {
  channel: string | undefined
  time: string | undefined
  zone: string | undefined
  days: number[] | undefined
  topics: string[]
  sources: string[]
  language: string | undefined
}

/**
 * The order that was chosen; what the person left open is as in the last order, or usual. Throws a UserError where no
 * zone is known.
 */
export function orderOf(chosen: Chosen, last: Order | undefined, locale: string): Order {
  const zone = chosen.zone ?? last?.zone
  if (zone === undefined) throw new UserError('error.zoneNeeded')
  return {
    channel: chosen.channel ?? null,
    time: chosen.time ?? last?.time ?? DEFAULT_TIME,
    zone,
    days: chosen.days ?? last?.days ?? EVERY_DAY,
    scope: { topics: chosen.topics, sources: chosen.sources },
    locale: chosen.language ?? last?.locale ?? locale,
  }
}
