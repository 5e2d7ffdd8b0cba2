/** Which of the daily briefings that were ordered is meant. */

import type { Language } from '../../locales/language.ts'
import { scheduleText } from '../../locales/schedule.ts'
import type { Context, Services, Subscription } from '../context.ts'
import { type Option, requiredText } from '../option.ts'

const MAX_LENGTH = 100

/** Of the briefings that this person may change here, those that pass. */
export const subscription = (passes: (one: Subscription) => boolean = () => true): Option<string> =>
  requiredText({
    maxLength: MAX_LENGTH,
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
export function labelOf(
  one: Subscription,
  { language, findChannel }: Pick<Context, 'findChannel'> & { language: Language },
): string {
  const channel = one.channel === null ? undefined : `#${findChannel(one.channel)?.name ?? one.channel}`
  return `${channel ?? language.say('daily.direct')}, ${scheduleText(one, language)}`
}
