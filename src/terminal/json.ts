/** Replies as the one JSON object that `--json` prints: the names here are a contract with other programs. */
import type { Briefing, QuotedDocument } from '../brief/briefing.ts'
import type { Reply } from '../command.ts'
import type { Hit } from '../search/search.ts'
import { dailyJson } from './daily.ts'
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
