/** The value that a daily briefing is: ranked stories, each with quotations that are cut from stored documents. */

import type { Point, Quote, QuotedDocument, Receipt, Stage } from '../brief/briefing.ts'
import type { Permission } from '../brief/permission.ts'
import type { Coverage } from '../document.ts'

/** From `since` to `until`, the end exclusive: instants, ISO 8601 in UTC. */
export type Window = { since: string; until: string }

/** Only documents on one of these topics, and of one of these sources, as the corpus spells them; [] for all. */
export type DailyScope = { topics: string[]; sources: string[] }

/** One event and the documents about it. */
export type Story = {
  /** The title of one of its documents, or the beginning of a sentence where none has one. */
  headline: string
  /** What is new about a story of an earlier day, to be shown first; null for a story that begins. */
  changed: Point | null
  /** One or two sentences. */
  points: Point[]
  /** The quotation that is shown in full below them: an index into the digest's quotes. */
  quote: number
  /** How many documents of the window are about it, and of how many independent sources. */
  articles: number
  independent: number
  /** The day of the first document of the days before, ISO 8601; null when the story begins in this window. */
  began: string | null
  /** The window's documents about it, best first, at most ten: indices into the digest's documents. */
  documents: number[]
  /** How many documents are about it on each of the digest's days. */
  days: number[]
}

export type Digest = {
  window: Window
  /** Best first; empty on a quiet day. */
  stories: Story[]
  quotes: Quote[]
  /** Those that the stories name, each once. */
  documents: QuotedDocument[]
  /** How many documents are new in the window, under the scope. */
  articles: number
  /** What is not told: further stories, stories of earlier days that nothing was added to, and the documents of both. */
  leftOut: { stories: number; unchanged: number; documents: number }
  /** The last days, oldest first, as ISO 8601 days in UTC; the last one is the window's. */
  days: string[]
  /** Of everything that may be read under the scope, not of the window alone. */
  coverage: Coverage
  receipt: Receipt
}

const words = (text: string) => text.replace(/\s+/g, ' ').trim()

/** What is said of a story beside its quotation: what that says word for word is not told twice. */
export function pointsBeside({ points, quote }: Story, { quotes }: Digest): Point[] {
  const quoted = words(quotes[quote]?.text ?? '')
  return points.filter(({ text }) => words(text) !== quoted)
}

export type DigestRequest = {
  collections: string[]
  window: Window
  /**
   * What is new: by `publication`, documents that were published in the window (those without a date: added in it);
   * by `arrival`, also those that were published up to a week earlier and have only now been added, and no document
   * in two windows that follow each other.
   */
  newBy: 'publication' | 'arrival'
  scope: DailyScope
  /** Topics that stories rank higher for. */
  interests: string[]
  /** BCP 47: what Claude writes in. */
  locale: string
}

type DigestContext = {
  progress: (stage: Stage) => void
  signal: AbortSignal
  /** Whether Claude may be asked. */
  permission?: Permission
}

/** Makes a daily briefing. Rejects with the signal's reason when aborted. */
export type MakeDigest = (request: DigestRequest, context: DigestContext) => Promise<Digest>
