/** What readers make of a file's bytes, and the document that it becomes before it is stored. */
import type { Location } from '../document.ts'
import type { Section } from '../text/passages.ts'

/** What is known of a file besides its bytes. */
export type About = { name: string; contentType?: string; url?: string }

/** A file that came with another one. */
export type Attachment = { name: string; bytes: Uint8Array }

/**
 * A file's text in its stored form (`normalise` changes nothing in it), blocks apart by an empty line, with what
 * the file itself says of its origin. Every offset counts UTF-16 code units of `text`, end exclusive.
 */
export type ParsedFile = {
  text: string
  sections: Section[]
  title: string | null
  author: string | null
  source: string | null
  /** ISO 8601, as `readDate` writes it. */
  date: string | null
  /** ISO 639-1. */
  language: string | null
  /** In order, apart from one another; empty where the format has no such places. */
  locations: Location[]
  /** The page's own address, http or https. */
  url?: string | null
  /** What it says that it is about. */
  topics?: string[]
  /** Of e-mails, for the caller to read in their turn. */
  attachments?: Attachment[]
}

/** What a file says of itself in a place for it. */
export type Origin = Pick<ParsedFile, 'title' | 'author' | 'source' | 'date' | 'language'>

/** A document before it is stored: a file's text with an id, and with what the file itself did not say. */
export type ParsedDocument = {
  id: string
  title: string
  source: string
  author: string | null
  url: string | null
  date: string | null
  language: string
  topics: string[]
  text: string
  sections: Section[]
  /** Pages, chapters, slides; none where the format has no such places. */
  locations?: Location[]
}
