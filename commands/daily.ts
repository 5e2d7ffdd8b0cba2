/** `/daily …`: what is new, told at once or at a time of day; managers order it for channels, everybody for themselves. */
import { type Command, type Context, type Subscription, UserError } from '../src/command.ts'
import {
  changeable,
  labelOf,
  momentOf,
  sourcesOption,
  subscriptionOption,
  topicsOption,
  untilOption,
} from './daily-options.ts'
import { orderOf, orderOptions } from './daily-order.ts'
import { privateOption, sinceOption } from './options.ts'
import { severalIn } from './several.ts'

const own = { visibility: 'own', onlyOnDiscord: true } as const

const now: Command = {
  name: 'daily now',
  options: [sinceOption, untilOption, topicsOption, sourcesOption, privateOption],
  visibility: 'chosen',
  isQuestion: true,
  async run(values, services, context) {
    const [since, until] = await Promise.all(
      [values.since, values.until].map((value) => momentOf(value, context.language)),
    )
    if (since && until && since >= until) throw new UserError('error.window')
    const scope = { topics: severalIn(values.topics), sources: severalIn(values.sources) }
    const wanted = { ...scope, ...(since && { since }), ...(until && { until }) }
    return { kind: 'entry', entry: await services.daily.now(wanted, context) }
  },
}

const subscribe: Command = {
  ...own,
  name: 'daily subscribe',
  options: orderOptions,
  async run(values, services, context) {
    const order = orderOf(values, await services.daily.lastOrder(context), context)
    if (order.channel !== null && !context.isManager) throw new UserError('error.managersOnly')
    checkChannel(order, context)
    return { kind: 'subscribed', subscription: await services.daily.subscribe(order, context) }
  },
}

const list: Command = {
  ...own,
  name: 'daily list',
  options: [],
  run: async (_values, services, context) => ({
    kind: 'subscriptions',
    subscriptions: await services.daily.subscriptions(context),
  }),
}

const unsubscribe: Command = {
  ...own,
  name: 'daily unsubscribe',
  options: [subscriptionOption()],
  async run({ subscription: id }, services, context) {
    const ended = known(await changeable(services, context), id)
    if (!(await services.daily.unsubscribe(ended.id, context))) throw new UserError('error.noSubscription')
    return { kind: 'said', text: 'daily.unsubscribed', values: { briefing: labelOf(ended, context) } }
  },
}

const preview: Command = {
  ...own,
  name: 'daily preview',
  options: [subscriptionOption()],
  isQuestion: true,
  async run({ subscription: id }, services, context) {
    const entry = await services.daily.preview(String(id), context)
    if (!entry) throw new UserError('error.noSubscription')
    return { kind: 'entry', entry }
  },
}

const resume: Command = {
  ...own,
  name: 'daily resume',
  options: [subscriptionOption(({ paused }) => paused !== null)],
  async run({ subscription: id }, services, context) {
    const paused = known(await changeable(services, context), id)
    checkChannel(paused, context)
    const subscription = await services.daily.resume(paused.id, context)
    if (!subscription) throw new UserError('error.noSubscription')
    return { kind: 'subscribed', subscription }
  },
}

export const daily: Command[] = [now, subscribe, list, unsubscribe, preview, resume]

/** Throws a UserError for a channel that the bot may not post in. */
function checkChannel({ channel }: Pick<Subscription, 'channel'>, { findChannel }: Context): void {
  if (channel !== null && !findChannel(channel)?.canPost) throw new UserError('error.cannotPost')
}

function known(subscriptions: Subscription[], id: unknown): Subscription {
  const found = subscriptions.find((one) => one.id === id)
  if (!found) throw new UserError('error.noSubscription')
  return found
}
