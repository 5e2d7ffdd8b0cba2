/** The values of the corpus: documents, passages, and the filter that says who may see which. */

/** A run of text: UTF-16 code units, 0-based, end exclusive, into a document's stored text. */
export type Span = { start: number; end: number }

/** The collection of the shipped and operator-owned documents, which every server may read. */
export const SHARED_COLLECTION = 'shared'

/** A place that people find again in the file. */
export type Place = { page: number } | { slide: number } | { chapter: string }
/** Earlier versions stored the English words, such as `p. 3`, or the chapter's title alone. */
export type StoredPlace = Place | string
export type Location = Span & { label: StoredPlace }

/** Stands for the publisher of a document that does not name one; people are told so in their language. */
export const UNKNOWN_SOURCE = 'Unknown source'

/** A larger text is no document to brief from, and would hold up the others. In bytes. */
export const MAX_DOCUMENT_BYTES = 10_000_000

/** What is known of a document besides its text. */
export type DocumentInfo = {
  id: string
  /** `shared`, or the id of the server that owns the document. */
  collection: string
  title: string
  /** The publisher. */
  source: string
  author: string | null
  url: string | null
  /** Publication date, ISO 8601 (a day `2024-05-16`, or a full time in UTC); null when unknown. */
  date: string | null
  /** When it entered the store, ISO 8601 in UTC. */
  added: string
  /** ISO 639-1, or `und`. */
  language: string
  /** What it is about, by its own account and by the folders that it lies in; at most twenty. */
  topics: string[]
  /** SHA-256 of the stored text, hex: one document id may have several versions. */
  hash: string
}

/** A document with its normalised text; every offset anywhere points into this text. */
export type Document = DocumentInfo & {
  text: string
  /** In order, apart from one another; empty where the format has no such places. */
  locations: Location[]
}

/** The names of a table's columns, with what is said of the table before them; the span points into the document's text. */
export type Columns = Span & { text: string }

/** A run of whole sentences of one document, about 100–150 words, never across a heading. */
export type Passage = Span & {
  /** The document's id. */
  document: string
  hash: string
  collection: string
  title: string
  source: string
  date: string | null
  language: string
  /** The headings above it, outermost first, joined with ` › `; '' when there are none. */
  heading: string
  /** Of the first table that it has rows of. */
  columns?: Columns
  text: string
  /** Offsets into the document's text, not into the passage's. */
  sentences: Span[]
}

/** Which documents a question may see. */
export type Filter = {
  /** At least one; a document in any other collection is never returned. */
  collections: string[]
  /** In any case. */
  source?: string | undefined
  /** A whole topic, in any case. */
  topic?: string | undefined
  /** Publication date at or after this ISO 8601 day; documents without a date are left out. */
  since?: string | undefined
}

/** How much was searched: the documents under a filter, and the dates (at least the days) that they span. */
export type Coverage = {
  documents: number
  passages: number
  oldest: string | null
  newest: string | null
}

/** The id under which a collection keeps a document whose own id another collection has taken. */
export const qualifiedId = (collection: string, id: string) => `${collection}/${id}`

/** A document's id as a server's people see it: that another collection has taken the same is told to nobody. */
export function shownId({ id, collection }: Pick<DocumentInfo, 'id' | 'collection'>): string {
  const prefix = qualifiedId(collection, '')
  return collection !== SHARED_COLLECTION && id.startsWith(prefix) ? id.slice(prefix.length) : id
}
