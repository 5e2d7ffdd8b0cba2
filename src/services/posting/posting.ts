/** The loop that posts what is due: on time, and once, also beside another process on the same ledger. */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Subscription } from '../../command/context.ts'
import { nextDue, previousDue } from '../../daily/due.ts'
import type { Delivery, DueTime } from '../../ledger/deliveries.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { turn } from '../../threads/turn.ts'
import { type Scheduled, sinceOf } from '../scheduled.ts'
import { deliver } from './deliver.ts'
import type { Post } from './post.ts'

/** Deliveries in hand at once: enough that a slow channel does not hold up the others. */
const MOST_IN_HAND = 60
/** Taken in one transaction: nobody else gets a turn meanwhile. */
const MOST_AT_ONCE = 20
/** A lease is far shorter than the minutes for which a chat knows a message by its nonce. In milliseconds. */
const LEASE = 10_000
const RENEWAL = 3000
/** New orders, and what other processes let go of, are noticed within this time. */
const LONGEST_WAIT = 1000
const SHORTEST_WAIT = 50

export type PostingParts = {
  ledger: Ledger
  scheduled: Scheduled
  post: Post
  log: Logger
  /** Milliseconds since 1970. */
  clock?: () => number
}

/** Stops: what is being sent has `grace` milliseconds to end, the rest is left to the next start. */
export type StopPosting = (grace: number) => Promise<void>

export function startPosting({ ledger, scheduled, post, log, clock = Date.now }: PostingParts): StopPosting {
  const owner = randomUUID()
  const [ending, aborting] = [new AbortController(), new AbortController()]
  const inHand = new Set<Promise<void>>()
  const lease = () => new Date(clock() + LEASE).toISOString()
  const parts = { ledger, scheduled, post, log, clock, signal: aborting.signal }

  /** Takes what there is to do, as long as there is room; true when there may be more. */
  const take = async (): Promise<boolean> => {
    if (isFull()) return false
    const now = new Date(clock()).toISOString()
    const taken = await ledger.takeOver(now, MOST_AT_ONCE, { owner, lease: lease() })
    const due = await ledger.dueSubscriptions(now, MOST_AT_ONCE - taken.length)
    const times: DueTime[] = []
    for (const subscription of due) {
      times.push(await dueTime(subscription, now, ledger))
      await turn()
    }
    const claimed = times.length > 0 ? await ledger.claimDue(times, now, { owner, lease: lease() }) : []
    for (const delivery of [...taken, ...claimed]) {
      begin(delivery)
      await turn()
    }
    return taken.length + due.length >= MOST_AT_ONCE
  }
  const begin = (delivery: Delivery) => {
    const work = deliver(parts, delivery)
      // It is taken up again when its lease has run out.
      .catch((err) => log.error({ err }, 'what became of a briefing was not recorded'))
      .finally(() => inHand.delete(work))
    inHand.add(work)
  }
  const loop = async () => {
    while (!ending.signal.aborted) {
      let pause = LONGEST_WAIT
      try {
        const isMore = await take()
        const next = Date.parse((await ledger.nextDue()) ?? '') - clock()
        if (isMore) pause = 0
        else if (next < pause) pause = Math.max(next, SHORTEST_WAIT)
      } catch (err) {
        log.error({ err }, 'what is due could not be looked at')
      }
      const woken = new AbortController()
      const signal = AbortSignal.any([ending.signal, woken.signal])
      await Promise.race([wait(pause, undefined, { signal }).catch(() => {}), ...soon()])
      woken.abort()
    }
  }
  const isFull = () => inHand.size > MOST_IN_HAND - MOST_AT_ONCE
  /** A full hand is waited for until one of it is done. */
  const soon = () => (isFull() ? [Promise.race(inHand)] : [])
  const heart = setInterval(() => {
    ledger.renew({ owner, lease: lease() }).catch((err) => log.error({ err }, 'leases were not renewed'))
  }, RENEWAL)
  const looping = loop()

  return async (grace) => {
    ending.abort()
    await looping
    const timer = setTimeout(() => aborting.abort(), grace)
    await Promise.allSettled(inHand)
    clearTimeout(timer)
    clearInterval(heart)
    // What is not let go of is free when its lease has run out.
    await ledger.release(owner).catch((err) => log.error({ err }, 'leases were not let go of'))
  }
}

/** The latest due time of a subscription that is due: earlier ones that nobody posted are told in it. */
async function dueTime(subscription: Subscription, now: string, ledger: Ledger): Promise<DueTime> {
  const next = nextDue(subscription, now)
  const latest = previousDue(subscription, next)
  const due = [latest, subscription.next].toSorted().at(-1) ?? latest
  const since = await sinceOf(subscription, due, ledger)
  return { subscription: subscription.id, due, since, expected: subscription.next, next }
}
