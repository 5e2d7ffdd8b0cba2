/** What a daily briefing is about, and which of those that were ordered is meant. */
import {
  type Context,
  type Option,
  type Services,
  type Subscription,
  UserError,
  type Values,
} from '../src/command.ts'
import type { Language } from '../src/language/language.ts'
import { scheduleText } from '../src/language/schedule.ts'
import { completeLast } from './several.ts'
import { sinceDate, suggestSince } from './since.ts'

const LONGEST = 500
const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/

export const topicsOption: Option = {
  name: 'topics',
  type: 'string',
  maxLength: LONGEST,
  complete: completeLast((typed, services, context) => services.topics(typed, context)),
}
export const sourcesOption: Option = {
  name: 'sources',
  type: 'string',
  maxLength: LONGEST,
  complete: completeLast((typed, services, context) => services.sources(typed, context)),
}
export const untilOption: Option = {
  name: 'until',
  type: 'string',
  maxLength: 100,
  complete: async (typed, _services, { language }) => suggestSince(typed, language),
}

/** Of the briefings that this person may change here, those that pass. */
export const subscriptionOption = (passes: (one: Subscription) => boolean = () => true): Option => ({
  name: 'subscription',
  type: 'string',
  required: true,
  maxLength: 100,
  complete: async (typed, services, context) => {
    const own = (await changeable(services, context)).filter(passes)
    const named = own.map((one) => ({ name: labelOf(one, context), value: one.id }))
    return named.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()))
  },
})

/** The briefings here that this person may change. */
export const changeable = async (services: Services, context: Context): Promise<Subscription[]> =>
  (await services.daily.subscriptions(context)).filter(({ channel }) => channel === null || context.isManager)

/** `#news, 08:00 Europe/Berlin, every day`. */
export function labelOf(one: Subscription, { language, findChannel }: Context): string {
  const channel = one.channel === null ? undefined : `#${findChannel(one.channel)?.name ?? one.channel}`
  return `${channel ?? language.say('daily.direct')}, ${scheduleText(one, language)}`
}

/** An ISO 8601 day or instant; undefined when nothing was given. Throws a UserError for what is no time. */
export async function momentOf(value: Values[string], language: Language): Promise<string | undefined> {
  const text = typeof value === 'string' ? value.trim() : ''
  if (!INSTANT.test(text)) return await sinceDate(text || undefined, language)
  const written = text.replace(' ', 'T')
  const time = Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(written) ? written : `${written}Z`)
  if (Number.isNaN(time)) throw new UserError('error.since', { since: text })
  return new Date(time).toISOString()
}
