/** What a surface that can post does for the posting loop. */
import type { Daily } from '../../command.ts'
import type { PauseReason } from '../../ledger/subscription.ts'

/** A channel, or a person's direct messages. */
export type Target = { channel: string } | { person: string }

export type Message = {
  /** A briefing, or one sentence of ours. */
  content: { entry: Daily } | { sentence: string }
  /** A sentence above it. */
  note?: string | undefined
  /** BCP 47. */
  locale: string
  /** The same for every attempt to post one message, and for no other message. */
  key: string
  /** An earlier attempt began then (ISO 8601 in UTC), and its message may stand there already: it is looked for. */
  triedSince: string | null
  signal: AbortSignal
}

export type Posted =
  /** `message` is its id; null where the surface tells none. */
  | { outcome: 'posted'; message: string | null; found: boolean }
  /** It cannot be posted there at all. */
  | { outcome: 'refused'; reason: PauseReason; fault: string }
  /** It may be possible later; whether it was posted is not known. */
  | { outcome: 'failed'; fault: string }

/** Posts a message once, or only looks for it. Never rejects. */
export type Post = {
  send: (target: Target, message: Message) => Promise<Posted>
  /** The id of the message of this key that stands there already. */
  find: (target: Target, message: Message) => Promise<Posted | undefined>
}
