/** What a surface that can post does for the posting loop. */
import type { Daily } from '../../command/context.ts'
import type { PauseReason } from '../../ledger/subscription.ts'

/** A channel, or a person's direct messages. */
export type Target = { channel: string } | { person: string }

/** What tells a message from all others, and an attempt from the first. */
export type Addressed = {
  /** BCP 47. */
  locale: string
  /** The same for every attempt to post one message, and for no other message. */
  key: string
  /** An earlier attempt began then (ISO 8601 in UTC), and its message may stand there already: it is looked for. */
  triedSince: string | null
  signal: AbortSignal
}

export type Message = Addressed & {
  /** A briefing, or one sentence of ours. */
  content: { entry: Daily } | { sentence: string }
  /** A sentence above it. */
  note?: string | undefined
}

/** `message` is its id, null where the surface tells none; `found`: it stood there already. */
export type PostedMessage = { outcome: 'posted'; message: string | null; found: boolean }
export type Posted =
  | PostedMessage
  /** It cannot be posted there at all. */
  | { outcome: 'refused'; reason: PauseReason; fault: string }
  /** It may be possible later; whether it was posted is not known. */
  | { outcome: 'failed'; fault: string }

/** Neither rejects. */
export type Post = {
  /** Posts a message, unless it stands there already. */
  send: (target: Target, message: Message) => Promise<Posted>
  /** The message of this key that stands there already; undefined when there is none. */
  find: (target: Target, message: Addressed) => Promise<Posted | undefined>
}
