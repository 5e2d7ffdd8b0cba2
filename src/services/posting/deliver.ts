/** One delivery: what is due is made, posted and recorded, or put off, folded or given up. */
import type { Logger } from 'pino'
import type { Subscription } from '../../command/context.ts'
import { timeIn } from '../../command/options/zone.ts'
import type { Delivery } from '../../ledger/deliveries.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { type Language, languageFor } from '../../locales/language.ts'
import { turn } from '../../threads/turn.ts'
import { type Backoff, backoff } from '../../time.ts'
import type { Scheduled } from '../scheduled.ts'
import type { Message, Post, PostedMessage, Target } from './post.ts'

/** What is posted later than this after its due time says so, and what cannot be posted for so long is folded. */
const LATE = 10 * 60_000
const FOLDED = 6 * 60 * 60_000
/** The pauses between attempts double from the first to the longest. */
const PAUSES: Backoff = { firstMs: 2000, longestMs: 15 * 60_000 }

export type Delivering = {
  ledger: Ledger
  scheduled: Scheduled
  post: Post
  log: Logger
  /** Milliseconds since 1970. */
  clock: () => number
  signal: AbortSignal
}

/** Works on a delivery that this process holds. */
export async function deliver(parts: Delivering, delivery: Delivery): Promise<void> {
  const { ledger, log, clock, signal } = parts
  const { subscription: id, due, kind } = delivery
  try {
    const subscription = await ledger.subscription(id)
    if (subscription) await attempt(parts, delivery, subscription)
  } catch (error) {
    if (signal.aborted) return
    log.error({ subscription: id, due, kind, err: error }, 'a briefing was not posted')
    const fault = error instanceof Error ? error.message : String(error)
    await ledger.recordFault(delivery, fault, retryAt(clock(), delivery.attempts))
  }
}

async function attempt(parts: Delivering, delivery: Delivery, subscription: Subscription): Promise<void> {
  const { ledger, scheduled, post, log, clock, signal } = parts
  const { due, kind, since, attempts } = delivery
  const noted = { subscription: subscription.id, due, kind, attempts }
  const isBriefing = kind === 'briefing'
  const { channel, person, locale } = subscription
  const target: Target = isBriefing && channel !== null ? { channel } : { person }
  const key = `${subscription.id} ${due} ${kind}`
  const addressed = { locale, key, signal, triedSince: attempts > 1 ? delivery.tried : null }

  if (clock() - Date.parse(due) >= FOLDED) {
    const found = await post.find(target, addressed)
    if (found?.outcome === 'posted') return await recorded(null, found)
    await ledger.recordFolded(delivery, delivery.fault)
    return log.warn({ ...noted, fault: delivery.fault }, 'a briefing was folded')
  }
  const language = languageFor(locale)
  const content: Message['content'] = isBriefing
    ? { entry: await scheduled.briefing(subscription, { since, until: due }, signal) }
    : { sentence: toldSentence(subscription, language) }
  // All that wait for one briefing have it at the same moment.
  await turn()
  if (!(await ledger.isHeld(delivery))) return
  const isLate = isBriefing && clock() - Date.parse(due) > LATE
  const note = isLate ? lateNote(subscription, due, clock(), language) : undefined
  const posted = await post.send(target, { ...addressed, content, note })
  if (posted.outcome === 'posted') return await recorded('entry' in content ? content.entry.id : null, posted)
  if (signal.aborted) return
  const { fault } = posted
  log.warn({ ...noted, fault }, 'not posted')
  if (posted.outcome === 'failed')
    return await ledger.recordFault(delivery, fault, retryAt(clock(), attempts))
  // Where the owner takes no messages, nobody can be told.
  const pause = { reason: posted.reason, tell: channel !== null }
  await ledger.recordFailed(delivery, fault, isBriefing ? pause : undefined)

  async function recorded(entry: string | null, { message, found }: PostedMessage): Promise<void> {
    const posted = new Date(clock()).toISOString()
    const isOurs = await ledger.recordPosted(delivery, { entry, message, posted })
    log.info({ ...noted, message, late: clock() - Date.parse(due), found, recorded: isOurs }, 'posted')
  }
}

function lateNote({ zone }: Subscription, due: string, now: number, language: Language): string {
  const [dueAt, postedAt] = [timeIn(zone, new Date(due), language), timeIn(zone, new Date(now), language)]
  return language.say('delivery.late', { due: dueAt, posted: postedAt })
}

function toldSentence({ paused, time, zone, channel }: Subscription, { say }: Language): string {
  const values = { time, zone, channel: `<#${channel}>` }
  return say(paused === 'channel_gone' ? 'delivery.told.channel_gone' : 'delivery.told.no_permission', values)
}

/** Later and later, and not all at once. */
function retryAt(now: number, attempts: number): string {
  return new Date(now + backoff(attempts, PAUSES, Math.random())).toISOString()
}
