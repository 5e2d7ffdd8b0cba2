/** `/daily …`: what is new, told at once or at a time of day; managers order it for channels, everybody for themselves. */

import { defineCommand } from '../src/command/command.ts'
import { type Context, type Subscription, UserError } from '../src/command/context.ts'
import { channel, flag } from '../src/command/option.ts'
import { moment } from '../src/command/options/moment.ts'
import { orderOf, sources, speech, topics } from '../src/command/options/order.ts'
import { changeable, labelOf, subscription } from '../src/command/options/subscription.ts'
import { timeOfDay } from '../src/command/options/time-of-day.ts'
import { weekdays } from '../src/command/options/weekdays.ts'
import { zone } from '../src/command/options/zone.ts'
import { DAY_MS } from '../src/time.ts'

const own = { visibility: 'own', only: 'chat' } as const

const now = defineCommand({
  name: 'daily now',
  isDefault: true,
  options: { since: moment(), until: moment(), topics, sources, private: flag() },
  visibility: 'chosen',
  isQuestion: true,

  async run({ since, until, topics, sources }, services, context) {
    const window = windowOf(since, until)
    return { kind: 'entry', entry: await services.daily.now({ topics, sources, ...window }, context) }
  },
})

/** An end alone means the day before it, as without an end the last 24 hours. */
function windowOf(since: string | undefined, until: string | undefined) {
  const begins = since ?? (until && new Date(Date.parse(until) - DAY_MS).toISOString())
  if (begins && until && Date.parse(begins) >= Date.parse(until)) throw new UserError('error.window')
  return { ...(begins && { since: begins }), ...(until && { until }) }
}

const subscribe = defineCommand({
  ...own,
  name: 'daily subscribe',
  options: {
    channel: channel({ text: 'place' }),
    time: timeOfDay,
    zone,
    days: weekdays,
    topics,
    sources,
    language: speech,
  },

  async run(chosen, services, context) {
    const order = orderOf(chosen, await services.daily.lastOrder(context), context.language.locale)
    if (order.channel !== null && !context.isManager) throw new UserError('error.managersOnly')
    checkChannel(order, context)
    return { kind: 'subscribed', subscription: await services.daily.subscribe(order, context) }
  },
})

const list = defineCommand({
  ...own,
  name: 'daily list',
  options: {},

  async run(_values, services, context) {
    return { kind: 'subscriptions', subscriptions: await services.daily.subscriptions(context) }
  },
})

const unsubscribe = defineCommand({
  ...own,
  name: 'daily unsubscribe',
  options: { subscription: subscription() },

  async run({ subscription: id }, services, context) {
    const ended = known(await changeable(services, context), id)
    if (!(await services.daily.unsubscribe(ended.id, context))) throw new UserError('error.noSubscription')
    return { kind: 'said', text: 'daily.unsubscribed', values: { briefing: labelOf(ended, context) } }
  },
})

const preview = defineCommand({
  ...own,
  name: 'daily preview',
  options: { subscription: subscription() },
  isQuestion: true,

  async run({ subscription: id }, services, context) {
    const entry = await services.daily.preview(id, context)
    if (!entry) throw new UserError('error.noSubscription')
    return { kind: 'entry', entry }
  },
})

const resume = defineCommand({
  ...own,
  name: 'daily resume',
  options: { subscription: subscription(({ paused }) => paused !== null) },

  async run({ subscription: id }, services, context) {
    const paused = known(await changeable(services, context), id)
    checkChannel(paused, context)
    const resumed = await services.daily.resume(paused.id, context)
    if (!resumed) throw new UserError('error.noSubscription')
    return { kind: 'subscribed', subscription: resumed }
  },
})

export const daily = [now, subscribe, list, unsubscribe, preview, resume]

/** Throws a UserError for a channel that the bot may not post in. */
function checkChannel({ channel }: Pick<Subscription, 'channel'>, { findChannel }: Context): void {
  if (channel !== null && !findChannel(channel)?.canPost) throw new UserError('error.cannotPost')
}

function known(subscriptions: Subscription[], id: string): Subscription {
  const found = subscriptions.find((one) => one.id === id)
  if (!found) throw new UserError('error.noSubscription')
  return found
}
