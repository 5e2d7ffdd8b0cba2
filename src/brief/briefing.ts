/** The value that a question ends in: points, each with quotations that are cut from stored documents. */
import type { Coverage, DocumentInfo, Span, StoredPlace } from '../document.ts'
import type { Kind } from '../languages/questions/kind.ts'
import type { FallbackReason, Marks } from './writer.ts'

/** A quotation: where it stands in which version of which document, and its text as read from the store. */
export type Quote = Span & {
  document: string
  hash: string
  text: string
  /** Where it begins in the file. */
  location?: StoredPlace
}

/** One claim; `quotes` are indices into the briefing's quotes, never empty. */
export type Point = {
  text: string
  quotes: number[]
  /** Numbers that the point names and none of its quotations holds. */
  unverifiedNumbers?: string[]
} & Marks

/**
 * What sources say against each other, to be shown side by side and not reconciled.
 * `quotes` are indices into the briefing's quotes, at least two: of at least two publishers that do not carry the same
 * text, or, of versions, what one source says, newest first.
 */
export type Disagreement = {
  /** What one source says otherwise in a later document. */
  kind?: 'versions'
  /** Claude's line on who says what; null when the quotations stand alone. */
  text: string | null
  quotes: number[]
}

/** How the briefing was made. */
export type Receipt = {
  writer: 'extract' | 'claude'
  model: string | null
  promptVersion: string | null
  inputTokens: number
  outputTokens: number
  milliseconds: number
  /** Citations that did not resolve to stored text, and points left without one. */
  droppedCitations: number
  droppedPoints: number
  /**
   * Why the extractive writer answered although Claude is set up; null otherwise.
   * Answers stored by earlier versions hold an English clause instead: fallbackClause() takes both.
   */
  fallback: FallbackReason | (string & {}) | null
  /** True when the model's answer was cut short by its length limit. */
  incomplete: boolean
}

/** Another document that carries the text of a quoted one. */
export type Copy = Pick<DocumentInfo, 'id' | 'title' | 'source' | 'url' | 'date'>

/** A document with the others that carry its text. Answers stored by earlier versions know of none. */
export type QuotedDocument = DocumentInfo & {
  /** Earliest first, at most ten; of the collections that the question may read. */
  copies?: Copy[]
  /** How many more there are: at least so many, when they are forty. */
  copiesMore?: number
}

export type Briefing = {
  question: string
  /** The question with what it took over from the conversation, where it took over something. */
  asked?: string
  /** The language of the documents (ISO 639-1), where the question is in another. */
  translated?: string
  /** Answers stored by earlier versions are look-ups. */
  kind?: Kind
  /** `partial`: nothing answers, but something is near. `help`: it was about the bot or its corpus. */
  status: 'answered' | 'partial' | 'not_in_corpus' | 'help'
  /** The first is the bottom line: one sentence that answers the question by itself, shown as the lead. */
  points: Point[]
  /** At most three; empty when nothing is known to be contradicted. */
  disagreements: Disagreement[]
  /** The words and names of the question, as typed, that stand in no quotation (or in no passage when nothing answers). */
  unsaid: string[]
  /** Those of the points first, then those that only disagreements show. */
  quotes: Quote[]
  /** The documents quoted (when nothing answers: those of the nearest passages), in the order of their first quotation. */
  documents: QuotedDocument[]
  /** As many of these documents as are independent of each other: copies of one text count once. */
  independent?: number
  /** Questions that could be asked next, each of which is answered. */
  next?: string[]
  /** When nothing answers: the passages that came nearest, offered as such, at most three. */
  nearest: Quote[]
  coverage: Coverage
  /** How sure the extractive writer is that the corpus answers, 0–1. */
  confidence: number
  receipt: Receipt
}

/** A quotation with the sentences around it. */
export type QuoteInContext = {
  quote: Quote
  document: DocumentInfo
  /** The sentence before and after; '' at the document's ends. */
  before: string
  after: string
  /** True when the stored text of that version still holds exactly this quotation at these offsets. */
  verified: boolean
}

/** A verbatim quotation on a topic, and who said it where the sentence itself says so. */
export type Quotation = { quote: Quote; document: DocumentInfo; speaker: string | null }

/** What a person is told while a briefing is made. */
export type Stage = 'search' | 'read' | 'write' | 'verify' | 'add'
