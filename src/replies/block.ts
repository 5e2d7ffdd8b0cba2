/** What a reply is made of, before a writer makes a card, lines of a terminal, Markdown or a page of it. */
import type { Quote, QuotedDocument, Receipt } from '../brief/briefing.ts'
import type { Coverage } from '../document.ts'

/** Words from outside: a writer makes them inert, and shortens them where it lacks room. */
export type Outside = {
  outside: string
  /** What they name, by which a card without room bounds them; without it they are what the block is about. */
  as?: 'question' | 'name' | 'title' | 'reason'
  /** UTF-16 code units on a card, whatever room there is. */
  most?: number
  /** They get one part in so many of their block's room; else what the rest of it leaves. */
  share?: number
}

/** A quotation of a reply, with its numbers there, from 1. */
export type Cited = {
  number: number
  quote: Quote
  /** The version that was quoted, or at least the same document. */
  document: QuotedDocument | undefined
  /** The number of its document; 0 when the reply does not list it. */
  documentNumber: number
  /** Who says it, where the sentence itself says so. */
  speaker?: string | null
}

/** A day or an instant, ISO 8601; null when unknown. A card adds how long ago a day is, and shows an instant as one. */
export type DatePart = { date: string | null; as?: 'aged' | 'moment' }

export type Part =
  | string
  | Outside
  | DatePart
  | { strong: Words }
  /** The place of a point among all, from 1, as a terminal counts it; elsewhere the first is `called` the bottom line. */
  | { rank: number; called: string }
  /** Stands before what it is about, with a colon where bold type does not set it off. */
  | { label: Words }
  /** `[1] [3]`: where the words before it stand. */
  | { marks: Cited[] }
  /** Numbers of the words before it that stand in none of the quotations. */
  | { doubtful: string[] }
  /** What is typed in a terminal for what stands before it. */
  | { typed: string }
  /** Milliseconds since 1970. */
  | { instant: number }
  /** The id of a channel. */
  | { channel: string }
/** One line of text: our own words as strings. */
export type Words = Part[]

export type Line = { kind: 'text' | 'small'; words: Words }
/** Of a paragraph, whose first sentence stands always, and the others where a card has room for them. */
export type Sentences = { kind: 'sentences'; sentences: Words[] }

/** A point, a claim, a story, what sources disagree on: something said, and the quotations that bear it out. */
export type Entry = {
  title: Words
  said: (Line | Sentences)[]
  /** Numbers that stand in none of the quotations. */
  doubtful?: string[] | undefined
  /** They stand below what is said. */
  quotations: Cited[]
  /** How a card names where they are from: by the publisher, by the document, or as statements under their numbers. */
  shows?: 'publishers' | 'documents' | 'statements'
  /** Those that marks point to; in the file they stand here too. */
  behind?: Cited[]
  /** Where to read on: a card has a button for the first that can be opened. */
  documents?: QuotedDocument[]
}

/** More than `most` items are in the file only; nothing is shown of a list without items. */
export type List = { kind: 'list'; title?: Words; items: Words[]; most: number }

export type Block =
  | Line
  | { kind: 'heading'; words: Words }
  /** What can be typed in a terminal. */
  | { kind: 'hint'; words: Words }
  | List
  /** Lines that belong together, of which a card without room shows the first `most`. */
  | { kind: 'groups'; groups: Line[][]; most: number }
  /** Each in its part of the room; `more` says how many are left out. */
  | {
      kind: 'entries'
      entries: Entry[]
      most: 'points' | 'sides' | number
      /** At most half of the room. */
      isHalf?: boolean
      more?: (count: number) => Words
    }
  /** The documents under their numbers; a short writer tells of those `cited`, where it is given, the names alone. */
  | { kind: 'sources'; documents: QuotedDocument[]; cited?: number[] }

export type PlainAction = 'follow' | 'share' | 'thread' | 'up' | 'down' | 'dossier' | 'remove'
/** What a person may do with a reply; a surface offers what it can. */
export type Action = { act: PlainAction } | { act: 'page' | 'documents'; page: number; isLater: boolean }

export type Reply = {
  tone: 'answer' | 'nothing' | 'fault'
  head: Block[]
  body: Block[]
  foot: Block[]
  /** What the actions and the menu of quotations are about. */
  id?: string
  actions?: Action[]
  /** The quotations by their numbers. */
  quotations?: Cited[]
  /** The headlines of stories that can be asked about. */
  stories?: string[]
  /** They are named by marks alone: whoever has no menu lists them. */
  isCiting?: boolean
  /** The file that holds all of it where a card cannot. */
  file?: string
  /** A file that it is about. */
  attached?: { name: string; text: string }
  /** A picture of the articles for each story, and what it shows in words. */
  chart?: { head: string; lines: string[]; text: string } | undefined
  /** How it was made, as data: its names are those of the programs that read it. */
  made?: { id: string; asked: string; coverage: Coverage; receipt: Receipt }
}
