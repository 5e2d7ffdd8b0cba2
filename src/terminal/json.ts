/** Replies as the one JSON object that `--json` prints: the names here are a contract with other programs. */
import type { Briefing, Point, QuotedDocument } from '../brief/briefing.ts'
import type { Daily, Reply } from '../command.ts'
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

/** A reply as a value for JSON.stringify. */
export function replyJson(reply: Reply): object {
  if (reply.kind === 'status') return reply.status
  if (reply.kind === 'help') return helpJson(reply.commands.flatMap((one) => describe(one) ?? []))
  // The others are of commands that exist on Discord only.
  if (reply.kind !== 'entry') return {}
  const { entry } = reply
  if (entry.kind === 'check') return { ...entry.check, documents: entry.check.documents.map(documentJson) }
  if (entry.kind === 'daily') return dailyJson(entry)
  if (entry.kind === 'quotations')
    return {
      topic: entry.topic,
      quotations: entry.quotations.map(({ quote, document, speaker }) => ({
        text: quote.text,
        document: quote.document,
        start: quote.start,
        end: quote.end,
        speaker,
        source: document.source,
        date: document.date,
      })),
    }
  return briefingJson(entry.briefing)
}

/** A briefing as the object that `ask --json` prints. */
export const briefingJson = ({
  question,
  status,
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
  status,
  writer: receipt.writer,
  points,
  disagreements,
  unsaid,
  quotes,
  documents: documents.map(documentJson),
  independent: independent ?? documents.length,
  coverage,
  nearest,
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
    ...{ quotes, documents: documents.map(documentJson), articles, leftOut, coverage, receipt },
  }
}

/** Commands with what they do. */
export const helpJson = (commands: Described[]) => ({
  commands: commands.map(({ name, description }) => ({ name, description })),
})

/** The passages that a search found. */
export const hitsJson = (question: string, hits: Hit[]) => ({
  question,
  passages: hits.map(({ passage, score }) => ({
    document: passage.document,
    start: passage.start,
    end: passage.end,
    score,
    text: passage.text,
  })),
})
