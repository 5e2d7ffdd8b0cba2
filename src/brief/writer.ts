/** What a writer is: it proposes claims for a question from the passages found; nothing here is verified yet. */
import type { Passage, Span } from '../document.ts'
import type { Hit } from '../search/search.ts'

/** Whole sentences of one version of a document; offsets point into the document's text. */
export type Citation = Span & { document: string; hash: string }

/** A claim as a writer proposes it: not yet verified, and possibly without any citation. */
export type Draft = {
  text: string
  citations: Citation[]
  /**
   * `disagreement` when its citations contradict each other, `versions` when the first is what their source says later,
   * the text of which may be ''. Default `point`.
   */
  kind?: 'point' | 'disagreement' | 'versions'
} & Marks

/** What a kind of answer says of a point beside its text. */
export type Marks = {
  /** What it stands for among the others, as a key or in the words of the corpus: a side, an aspect. */
  label?: string
  /** When it happened, an ISO 8601 day, month (`2024-05`) or year. */
  date?: string
  /** Who said it. */
  speaker?: string
}

/** More than this is no briefing. */
export const MAX_DISAGREEMENTS = 3

export type Written = {
  /** Empty when the writer found no answer in the passages. */
  drafts: Draft[]
  usage: { model: string | null; promptVersion: string | null; inputTokens: number; outputTokens: number }
  /** Citations that point at nothing that was sent. */
  unresolvedCitations: number
  /** True when the answer was cut short; a last half sentence is already left out. */
  incomplete: boolean
}

/**
 * Proposes claims for the question; throws WriterFailure when it cannot write.
 * `earlier` are the questions before it in the same conversation, oldest first.
 */
export type Writer = (
  question: string,
  hits: Hit[],
  signal: AbortSignal,
  earlier?: string[],
) => Promise<Written>

/** A story of a daily briefing as a writer is given it: passages of today, and of the days before where it goes on. */
export type StoryToWrite = { passages: Passage[]; earlier: Passage[] }
/** `changed` is what is new since the days before. */
export type StoryDrafts = { changed: Draft | null; points: Draft[] }

/**
 * Proposes what is said of each story, in their order, in a language (BCP 47); throws WriterFailure when it cannot
 * write. `uncitedClaims` counts what was claimed beside a citation, without one of its own. A story is left without points when nothing was written on it that cites its own passages of today.
 */
export type StoryWriter = (
  stories: StoryToWrite[],
  locale: string,
  signal: AbortSignal,
) => Promise<Omit<Written, 'drafts'> & { stories: StoryDrafts[]; uncitedClaims: number }>

/** Why Claude did not write a briefing. What people are told of each is in fallback.ts. */
export type FallbackReason =
  | 'allowance'
  | 'broke_off'
  | 'cut_short'
  | 'declined'
  | 'overloaded'
  | 'rate_limited'
  | 'rejected_key'
  | 'rejected_request'
  | 'spending_limit'
  | 'stopped'
  | 'timeout'
  | 'too_large'
  | 'unavailable'
  | 'unfinished'
  | 'unknown_model'
  | 'unreachable'

/** A writer could not write. */
export class WriterFailure extends Error {
  override name = 'WriterFailure'
  readonly reason: FallbackReason

  constructor(reason: FallbackReason) {
    super(reason)
    this.reason = reason
  }
}
