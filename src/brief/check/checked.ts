/** The value that the check of a message ends in: its claims, each with the evidence that is closest to it. */
import type { Coverage, DocumentInfo, Span } from '../../document.ts'
import type { Quote, Receipt } from '../briefing.ts'

export type Verdict = 'supported' | 'contradicted' | 'not_in_corpus'

/** A claim of the message; its offsets are UTF-16 code units into the message, the end exclusive. */
export type CheckedClaim = Span & {
  /** The claim's own words, cut out of the message. */
  text: string
  /** Null without a model, or without one that a quotation bears out: then there are the closest quotations only. */
  verdict: Verdict | null
  /** One sentence of the model's, which its quotations bear out. */
  explanation: string | null
  /** Indices into the check's quotes, closest first, at most three; none when nothing is near. */
  quotes: number[]
}

export type Check = {
  message: string
  /** At most five, in the message's order; none when it holds nothing that can be checked. */
  claims: CheckedClaim[]
  /** How many more claims could have been checked. */
  moreClaims: number
  quotes: Quote[]
  /** The documents quoted, in the order of their first quotation. */
  documents: DocumentInfo[]
  coverage: Coverage
  /** `droppedPoints` counts verdicts that no quotation bore out, and claims of the model's without a citation. */
  receipt: Receipt
}
