/** What was answered, as it is kept: a briefing, a list of quotations, or a text whose claims were checked. */
import type { Briefing, Quotation, Quote } from '../brief/briefing.ts'
import type { Check } from '../brief/check/checked.ts'
import type { DailyScope, Digest } from '../daily/digest.ts'
import type { Filter } from '../document.ts'

/** What a question was limited to, besides the collections. */
export type Scope = Omit<Filter, 'collections'> & { speaker?: string | undefined }

type Asked = {
  /** A UUID. */
  id: string
  /** ISO 8601 in UTC. */
  asked: string
  person: string
  /** The server; null elsewhere. */
  server: string | null
  /** The channel or thread where it was asked; null in the terminal. */
  channel: string | null
  /** The person's locale (BCP 47). */
  locale: string
  /** Who may read these may read it. */
  collections: string[]
  /** Its person alone has seen it: it is part of nobody else's conversation. */
  isPrivate: boolean
}

export type Answer = Asked & {
  kind: 'answer'
  scope: Scope
  /** The answer or daily briefing before it in the same conversation. */
  previous: string | null
  /** Which story of that briefing it is about, counted from 0. */
  story?: number
  briefing: Briefing
}
export type Quotations = Asked & {
  kind: 'quotations'
  scope: Scope
  topic: string
  /** Best first. */
  quotations: Quotation[]
  /** Where the speaker who was asked for says nothing on the topic: quotations on it that are not theirs. */
  others?: number
}
export type Checked = Asked & { kind: 'check'; check: Check }
/** A daily briefing: asked for by a person, or posted to whoever has subscribed. */
export type Daily = Asked & { kind: 'daily'; scope: DailyScope; digest: Digest }
export type Entry = Answer | Quotations | Checked | Daily

/** The quotations of an entry, by the numbers that its menu has. */
export function quotesOf(entry: Entry): Quote[] {
  if (entry.kind === 'answer') return entry.briefing.quotes
  if (entry.kind === 'check') return entry.check.quotes
  if (entry.kind === 'daily') return entry.digest.quotes
  return entry.quotations.map(({ quote }) => quote)
}

/** What Claude used for it, in and out. */
export function tokensOf(entry: Entry): number {
  if (entry.kind === 'quotations') return 0
  const { inputTokens, outputTokens } = receiptOf(entry)
  return inputTokens + outputTokens
}

function receiptOf(entry: Exclude<Entry, Quotations>) {
  if (entry.kind === 'answer') return entry.briefing.receipt
  return entry.kind === 'check' ? entry.check.receipt : entry.digest.receipt
}
