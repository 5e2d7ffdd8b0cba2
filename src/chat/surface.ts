/**
 * What the chat asks of a place where people talk: five verbs. It hands over values; the surface renders them in its
 * own way and in its person's language.
 */
import type { Reply } from '../command/command.ts'
import type { Entry, Previous, QuoteInContext, Stage, Suggestion, Vote } from '../command/context.ts'
import type { Key, Language, TextValues } from '../locales/language.ts'
import type { Ending } from './jobs.ts'

export type Surface = {
  /** Says that a request has arrived, before any work; `isPrivate`: only its person sees what it shows. */
  acknowledge: (isPrivate: boolean) => Promise<void>
  /**
   * Replaces what the request shows. Rejects when a reply reached nobody, with `Unshowable` when a sentence in its
   * place may.
   */
  show: (shown: Shown) => Promise<void>
  /** Says something beside what the request shows, or in place of it, to its person. */
  post: (shown: Shown) => Promise<void>
  /** Asks for a text, which arrives as a request of its own. */
  form: (form: Form) => Promise<void>
  /** Shows what may be meant by what is typed. */
  suggest: (found: Suggestion[]) => Promise<void>
}

/** Where a request is answered. */
export type Replying = Pick<Surface, 'acknowledge' | 'show' | 'post'> & {
  /** Nobody but the person of the request reads what is posted. */
  postsPrivately: boolean
}

export type Shown =
  | Reply
  | Working
  | Refusal
  | { kind: 'quotation'; quotation: QuoteInContext }
  | { kind: 'dossier'; entry: Entry }
  /** What was private, shown to everybody. */
  | { kind: 'shared'; entry: Entry }
  /** An entry that has not reached its person yet, offered again. */
  | { kind: 'kept'; entry: Entry }
  | { kind: 'voted'; id: string; vote: Vote }
  /** A conversation of its own was opened. */
  | { kind: 'thread'; thread: string }
  /** Questions are answered in these channels alone; none are named where the person may see none. */
  | { kind: 'elsewhere'; channels: string[] }

/** What a request is doing; `done` counts items. */
export type Working = { kind: 'working'; stage: Stage; done?: number }

/** A sentence in place of a reply. */
export type Refusal = {
  kind: 'refusal'
  outcome: Ending | 'refused' | 'gone' | 'stopped' | 'failed'
  say: (language: Language) => string
  /** What it explains. */
  error?: unknown
}

/** A question that goes on from an answer or a story, or the reason of a vote. */
export type Form = { kind: 'question'; previous: Previous } | { kind: 'reason'; id: string }

/** The surface cannot show a reply at all. */
export class Unshowable extends Error {
  override name = 'Unshowable'
}

/** For a promise of what is shown: rejects as something that cannot be. */
export function rejectUnshowable(cause: unknown): never {
  throw new Unshowable(undefined, { cause })
}

/** A sentence of the catalogues in place of a reply. */
export const refusal = (outcome: Refusal['outcome'], key: Key, values?: TextValues): Refusal => ({
  kind: 'refusal',
  outcome,
  say: ({ say }) => say(key, values),
})
