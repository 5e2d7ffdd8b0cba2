/** What a message follows, where it says no more than its words. */
import type { Answer, Daily, Services } from '../command/context.ts'
import type { Place } from './request.ts'

/** In a conversation with the bot alone, what was said longer ago is another one. */
const PAUSE_MS = 30 * 60_000

/** Where a message stands: ids of entries that our own messages show. */
export type Standing = {
  place: Place
  /** What it replies to. */
  repliedTo: string | undefined
  /** What its thread was opened below; absent outside of threads. */
  starter?: (() => Promise<string | undefined>) | undefined
}

/**
 * The answer or briefing that a message replies to, or the last answer of its thread or conversation, or the one that
 * its thread stands below. In a channel that others write in, the last answer may be to anybody's question: a message
 * there follows nothing but what it replies to.
 */
export async function followedBy(
  services: Services,
  standing: Standing,
): Promise<Answer | Daily | undefined> {
  const { place, starter } = standing
  const repliedTo = await entryOf(services, standing.repliedTo, place)
  if (repliedTo) return repliedTo
  if (place.channel === null || (place.server !== null && !starter)) return undefined
  const asker = { person: place.person, isPrivate: place.isDirect }
  const latest = await services.conversations.latest(place.channel, asker)
  if (starter) return latest ?? (await entryOf(services, await starter(), place))
  return latest && Date.now() - Date.parse(latest.asked) < PAUSE_MS ? latest : undefined
}

async function entryOf(
  services: Services,
  id: string | undefined,
  place: Place,
): Promise<Answer | Daily | undefined> {
  const entry = id === undefined ? undefined : await services.recall(id, place)
  return entry?.kind === 'answer' || entry?.kind === 'daily' ? entry : undefined
}
