/** The value that a question ends in: points, each with quotations that are cut from stored documents. */
import type { Coverage, DocumentInfo, Span } from '../corpus/document.ts'
import type { FallbackReason } from './writer.ts'

/** A quotation: where it stands in which version of which document, and its text as read from the store. */
export type Quote = Span & { document: string; hash: string; text: string }

/** One claim; `quotes` are indices into the briefing's quotes, never empty. */
export type Point = {
  text: string
  quotes: number[]
  /** Numbers that the point names and none of its quotations holds. */
  unverifiedNumbers?: string[]
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

export type Briefing = {
  question: string
  status: 'answered' | 'not_in_corpus'
  points: Point[]
  quotes: Quote[]
  /** The documents quoted (when nothing answers: those of the nearest passages), in the order of their first quotation. */
  documents: DocumentInfo[]
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
export type Stage = 'search' | 'read' | 'write' | 'verify'
