/** One delivery: what is due is made, posted and recorded, or put off, folded or given up. */
import type { Logger } from 'pino'
import type { Subscription } from '../../command.ts'
import { type Language, languageFor } from '../../language/language.ts'
import type { Delivery } from '../../ledger/deliveries.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Scheduled } from '../scheduled.ts'
import { timeIn } from '../wishes.ts'
import type { Message, Post, Target } from './post.ts'

/** What is posted later than this after its due time says so, and what cannot be posted for so long is folded. */
const LATE = 10 * 60_000
export const FOLDED = 6 * 60 * 60_000
/** The pauses between attempts double from the first to the longest. */
const [FIRST_PAUSE, LONGEST_PAUSE] = [2000, 15 * 60_000]

export type Delivering = {
  ledger: Ledger
  scheduled: Scheduled
  post: Post
  log: Logger
  /** Milliseconds since 1970. */
  clock: () => number
  /** When a lease that is taken now runs out. */
  lease: () => string
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
  const { ledger, scheduled, post, log, clock, lease, signal } = parts
  const { due, kind } = delivery
  const isBriefing = kind === 'briefing'
  const language = languageFor(subscription.locale)
  const { channel, person } = subscription
  const target: Target = isBriefing && channel !== null ? { channel } : { person }
  const addressed = { locale: subscription.locale, key: `${delivery.subscription} ${due} ${kind}`, signal }

  if (clock() - Date.parse(due) >= FOLDED) {
    const triedSince = delivery.tried
    const sentence = { ...addressed, triedSince, content: { sentence: '' } }
    const found = triedSince === null ? undefined : await post.find(target, sentence)
    if (found?.outcome === 'posted') return void (await recorded(delivery, found.message))
    await ledger.recordFolded(delivery, delivery.fault)
    log.warn({ subscription: subscription.id, due, kind, fault: delivery.fault }, 'a briefing was folded')
    return
  }

  const content: Message['content'] = isBriefing
    ? { entry: await briefing() }
    : { sentence: toldSentence(subscription, language) }
  const entry = 'entry' in content ? content.entry.id : null
  const begun = await ledger.beginAttempt(delivery, entry, new Date(clock()).toISOString(), lease())
  if (!begun) return
  const now = clock()
  const isLate = isBriefing && now - Date.parse(due) > LATE
  const note = isLate ? lateNote(subscription, due, now, language) : undefined
  const message = { ...addressed, content, note, triedSince: delivery.tried }
  const posted = await post.send(target, message)
  if (posted.outcome === 'posted') return void (await recorded(begun, posted.message, posted.found))
  if (signal.aborted) return
  const { fault } = posted
  log.warn({ subscription: subscription.id, due, kind, attempts: begun.attempts, fault }, 'not posted')
  if (posted.outcome === 'failed')
    return await ledger.recordFault(begun, fault, retryAt(clock(), begun.attempts))
  // Where the owner takes no messages, nobody can be told.
  const pause = { reason: posted.reason, tell: channel !== null }
  await ledger.recordFailed(begun, fault, isBriefing ? pause : undefined)

  async function briefing() {
    const kept = delivery.entry === null ? undefined : await ledger.entry(delivery.entry)
    if (kept?.kind === 'daily') return kept
    return await scheduled.briefing(subscription, { since: delivery.since, until: due }, signal)
  }

  async function recorded(held: Delivery, message: string | null, found = true): Promise<void> {
    const isOurs = await ledger.recordPosted(held, message, new Date(clock()).toISOString())
    const late = clock() - Date.parse(due)
    log.info({ subscription: subscription.id, due, kind, message, late, found, recorded: isOurs }, 'posted')
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
  const pause = Math.min(FIRST_PAUSE * 2 ** Math.max(0, attempts - 1), LONGEST_PAUSE)
  return new Date(now + pause * (0.5 + Math.random() / 2)).toISOString()
}
