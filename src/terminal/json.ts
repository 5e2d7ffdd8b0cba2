/** Replies as the one JSON object that `--json` prints: the names here are a contract with other programs. */
import type { Briefing, Point, Quote, QuotedDocument } from '../brief/briefing.ts'
import type { Reply } from '../command/command.ts'
import type { Checked, Daily, Entry, Feed, Quotations } from '../command/context.ts'
import type { SyncResult } from '../ingest/sync-folder.ts'
import { english } from '../locales/language.ts'
import { placeText } from '../locales/place.ts'
import { refusalText } from '../locales/refusal.ts'
import type { RefusalReason } from '../refusal.ts'
import type { Hit } from '../search/search.ts'
import { type Described, describe } from './line.ts'

const documentJson = ({
  id,
  title,
  source,
  author,
  url,
  date,
  copies = [],
  copiesMore = 0,
}: QuotedDocument) => ({
  id,
  title,
  source,
  author,
  url,
  date,
  copies,
  copiesMore,
})

const quoteJson = ({ location, ...quote }: Quote) => ({
  ...quote,
  ...(location !== undefined && { location: placeText(location, english) }),
})

/** A reply as a value for JSON.stringify. */
export function replyJson(reply: Reply): object {
  switch (reply.kind) {
    case 'entry':
      return entryJson(reply.entry)
    case 'status':
      return { ...reply.status, refused: reply.status.refused.map(refusedJson) }
    case 'help':
      return helpJson(reply.commands.map(describe))
    case 'outcomes':
      return { items: reply.outcomes.map(refusedJson) }
    case 'imported':
      return importedJson(reply.result)
    case 'documents':
      return { ...reply.page, page: reply.page.page + 1 }
    case 'passages':
      return hitsJson(reply.question, reply.hits)
    case 'feeds':
      return { feeds: reply.feeds.map(feedJson) }
    case 'opml':
      return { opml: reply.text }
    case 'said':
      return { text: english.say(reply.text, reply.values) }
    case 'removal':
      return { removal: reply.document }
    case 'settings':
      return reply.settings
    case 'subscriptions':
      return { subscriptions: reply.subscriptions }
    case 'subscribed':
      return { subscription: reply.subscription }
  }
}

function entryJson(entry: Entry): object {
  switch (entry.kind) {
    case 'answer':
      return briefingJson(entry.briefing)
    case 'daily':
      return dailyJson(entry)
    case 'check':
      return checkJson(entry.check)
    case 'quotations':
      return quotationsJson(entry)
  }
}

const checkJson = (check: Checked['check']) => ({
  ...check,
  quotes: check.quotes.map(quoteJson),
  documents: check.documents.map(documentJson),
})

const quotationsJson = ({ topic, quotations }: Quotations) => ({
  topic,
  quotations: quotations.map(({ quote, document, speaker }) => ({
    text: quote.text,
    document: quote.document,
    start: quote.start,
    end: quote.end,
    speaker,
    source: document.source,
    date: document.date,
  })),
})

/** With the reason in English. */
const refusedJson = <Told extends { reason: RefusalReason | null }>(told: Told) => ({
  ...told,
  reason: told.reason && refusalText(told.reason, english),
})

const importedJson = ({ added, updated, unchanged, refused, duplicates }: SyncResult) => ({
  added,
  updated,
  unchanged,
  refused: refused.map(refusedJson),
  duplicates,
})

const feedJson = ({ url, title, interval, last_error, paused }: Feed) => ({
  url,
  title,
  intervalMinutes: interval,
  lastError: last_error && refusalText(last_error, english),
  paused: paused === 1,
})

/** A briefing as the object that `ask --json` prints. */
export const briefingJson = ({
  question,
  kind = 'lookup',
  status,
  next = [],
  points,
  disagreements,
  unsaid,
  quotes,
  documents,
  independent,
  nearest,
  coverage,
  confidence,
  receipt,
}: Briefing) => ({
  question,
  kind,
  status,
  next,
  writer: receipt.writer,
  points,
  disagreements,
  unsaid,
  quotes: quotes.map(quoteJson),
  documents: documents.map(documentJson),
  independent: independent ?? documents.length,
  coverage,
  nearest: nearest.map(quoteJson),
  confidence,
  receipt,
})

const pointJson = ({ text, quotes, unverifiedNumbers }: Point) => ({ text, quotes, unverifiedNumbers })

function dailyJson({ digest }: Daily): object {
  const { window, stories, quotes, documents, articles, leftOut, days, coverage, receipt } = digest
  return {
    window,
    status: stories.length > 0 ? 'told' : 'quiet',
    writer: receipt.writer,
    stories: stories.map((story) => ({
      headline: story.headline,
      changed: story.changed && pointJson(story.changed),
      points: story.points.map(pointJson),
      quote: story.quote,
      articles: story.articles,
      independent: story.independent,
      began: story.began,
      documents: story.documents.flatMap((at) => documents[at]?.id ?? []),
      days: days.map((day, at) => ({ day, count: story.days[at] ?? 0 })),
    })),
    ...{
      quotes: quotes.map(quoteJson),
      documents: documents.map(documentJson),
      articles,
      leftOut,
      coverage,
      receipt,
    },
  }
}

/** Commands with what they do. */
export const helpJson = (commands: Described[]) => ({
  commands: commands.map(({ name, description }) => ({ name, description })),
})

/** The passages that a search found. */
const hitsJson = (question: string, hits: Hit[]) => ({
  question,
  passages: hits.map(({ passage, score }) => ({
    document: passage.document,
    start: passage.start,
    end: passage.end,
    score,
    text: passage.text,
  })),
})
