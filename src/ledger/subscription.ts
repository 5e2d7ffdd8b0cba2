/** A standing order for a briefing: where, when, and about what. */
import type { DailyScope } from '../daily/digest.ts'

/** Why nothing is posted any more, until somebody resumes it. */
export type PauseReason =
  /** The channel does not exist any more, or the bot is not in the server any more. */
  | 'channel_gone'
  /** The bot may not see the channel or not write there. */
  | 'no_permission'
  /** The person does not take direct messages from the bot. */
  | 'direct_closed'

/** What a person chooses. */
export type Order = {
  /** A channel; null for direct messages to the person. */
  channel: string | null
  /** The local time of day, `07:30`. */
  time: string
  /** IANA, `Europe/Berlin`. */
  zone: string
  /** ISO 8601 weekdays, 1 (Monday) to 7, in order, at least one. With one it is a weekly briefing. */
  days: number[]
  scope: DailyScope
  /** BCP 47: the language of the fixed texts, and of what Claude writes. */
  locale: string
}

export type Subscription = Order & {
  /** A UUID. */
  id: string
  /** Who ordered it, and is told when it is paused. */
  person: string
  /** The channel's server; null for direct messages. */
  server: string | null
  /** What may be read where it is posted. */
  collections: string[]
  /** When it is due next, and when the latest one was due that was posted or folded into a later one: ISO 8601 in UTC. */
  next: string
  last: string | null
  paused: PauseReason | null
}
