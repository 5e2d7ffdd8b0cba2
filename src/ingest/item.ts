/** Files and pages that are given one by one, and what became of each. */

import type { ParsedDocument } from '../formats/parsed.ts'
import type { Format } from '../formats/registry.ts'
import type { RefusalReason } from '../refusal.ts'

/** A file or page as it was given. */
export type Item = {
  /** What the person knows it by: a path, an address, a file's name. */
  name: string
  /** The document's id: the same one again is a new version of it. */
  id: string
  bytes: Uint8Array
  contentType?: string | undefined
  /** What is known from elsewhere; it stands before what the document says of itself. */
  known?: Partial<Pick<ParsedDocument, 'title' | 'source' | 'author' | 'date' | 'url'>>
  /** What people call its format, where its bytes do not tell: the item of a feed. */
  format?: string
  /** What it is read as, where its bytes are not to decide. */
  readAs?: Format | undefined
  /** What it is when neither is known. */
  fallback?: { source?: string }
}

/** What became of an item, or of a document that was to be removed. */
export type ItemOutcome = {
  name: string
  kind: 'added' | 'updated' | 'unchanged' | 'removed' | 'refused'
  /** `pdf`, `html` and so on; `unknown` when it is none that is read. */
  format: string
  /** The document; null when it was refused. */
  id: string | null
  title: string
  /** The document that holds exactly the same text: both are kept, each has its own source. */
  duplicateOf?: string
  /** Why it was refused; null when it was not. */
  reason: RefusalReason | null
}

/** An item that did not become a document. */
export const refused = (name: string, reason: RefusalReason, format = 'unknown'): ItemOutcome => ({
  ...{ name, kind: 'refused', format, id: null, title: '', reason },
})
