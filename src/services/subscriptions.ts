/** What people do with their orders for briefings: give, list, end and resume them. */
import { randomUUID } from 'node:crypto'
import { type Context, type DailyBriefings, type Subscription, UserError } from '../command/context.ts'
import { readTime } from '../command/options/time-of-day.ts'
import { readZone } from '../command/options/zone.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { nextDue } from '../daily/due.ts'
import { SHARED_COLLECTION } from '../document.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { knownDailyScope } from './scope.ts'

const MOST_IN_SERVER = 25
const MOST_OF_PERSON = 5
const EVERY_DAY = 7

type Orders = Omit<DailyBriefings, 'now' | 'preview'>

export function createSubscriptions(ledger: Ledger, corpus: Corpus): Orders {
  return {
    subscribe: async (order, context) => {
      const time = readTime(order.time)
      if (!time) throw new UserError('error.time', { time: order.time.slice(0, 100) })
      const zone = readZone(order.zone)
      if (!zone) throw new UserError('error.zone', { zone: order.zone.slice(0, 100) })
      const days = [...new Set(order.days)].filter((day) => day >= 1 && day <= EVERY_DAY).toSorted()
      if (days.length === 0) throw new UserError('error.days', { days: order.days.join(', ') })
      const { person, server } = context
      if (order.channel !== null && server === null) throw new UserError('error.serverOnly')
      const isDirect = order.channel === null
      const collections = isDirect || server === null ? [SHARED_COLLECTION] : context.collections
      const subscription: Subscription = {
        ...{ id: randomUUID(), channel: order.channel, time, zone, days, locale: order.locale },
        ...{ person, server: isDirect ? null : server, collections, last: null, paused: null },
        scope: await knownDailyScope(order.scope, collections, corpus),
        next: nextDue({ time, zone, days }, new Date().toISOString()),
      }
      await checkRoom(subscription, ledger)
      return await ledger.order(subscription, new Date().toISOString())
    },
    subscriptions: async (context) => {
      const found = await ledger.subscriptionsOf(context)
      return found.filter((one) => isTold(one, context))
    },
    unsubscribe: async (id, context) => {
      const subscription = await ownSubscription(id, context, ledger)
      if (subscription) await ledger.endSubscription(id)
      return subscription !== undefined
    },
    resume: async (id, context) => {
      const subscription = await ownSubscription(id, context, ledger)
      if (!subscription) return undefined
      await ledger.resumeSubscription(id, nextDue(subscription, new Date().toISOString()))
      return await ledger.subscription(id)
    },
    lastOrder: async (context) => {
      const orders = await ledger.latestOrders(context)
      const latest = orders.find((one) => one.person === context.person || isTold(one, context))
      if (!latest) return undefined
      const { channel, time, zone, days, scope, locale } = latest
      return { channel, time, zone, days, scope, locale }
    },
  }
}

/** A subscription of this server, for those who manage it, or of this person's direct messages. */
export async function ownSubscription(
  id: string,
  context: Context,
  ledger: Ledger,
): Promise<Subscription | undefined> {
  const { server, person, isManager } = context
  const found = await ledger.subscription(id)
  if (!found) return undefined
  const isManaged = isManager && found.server === server && isTold(found, context)
  const isOwn = found.server === null ? found.person === person : isManaged
  return isOwn ? found : undefined
}

/**
 * Whether a person may know of a subscription of this server: they may see its channel. Nobody sees a channel that was
 * deleted; its subscription stays known to whoever ordered it.
 */
const isTold = ({ channel, paused, person }: Subscription, context: Context): boolean =>
  channel === null || context.maySee(channel) || (paused === 'channel_gone' && person === context.person)

/** Throws a UserError where there are as many subscriptions as there may be, and this is not one of them. */
async function checkRoom(wanted: Subscription, ledger: Ledger): Promise<void> {
  const { server, person } = wanted
  const others = (await ledger.subscriptionsOf({ server, person })).filter(
    (one) =>
      one.server === server &&
      one.paused !== 'channel_gone' &&
      !(one.channel === wanted.channel && one.time === wanted.time && one.days.join() === wanted.days.join()),
  )
  const limit = server === null ? MOST_OF_PERSON : MOST_IN_SERVER
  if (others.length >= limit)
    throw new UserError(server === null ? 'error.manyDirect' : 'error.manyInServer', { limit })
}
