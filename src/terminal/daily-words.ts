/** What a daily briefing says of itself, in the words that its text, its web page and its Markdown share. */
import type { QuotedDocument } from '../brief/briefing.ts'
import { charted } from '../daily/chart/charted.ts'
import type { Digest, Story } from '../daily/digest.ts'
import type { Coverage } from '../document.ts'
import { DAY_MS } from '../time.ts'
import { day, minute, plain, searched, writtenBy } from './text.ts'

/** In days: how far before the newest document a quiet day's reader is told to look. */
const LOOK_BACK = 6

/** A number with what it counts. */
export const count = (number: number, one: string, many = `${one}s`) =>
  `${number} ${number === 1 ? one : many}`

/** A title or name on one line, safe to print. */
export const line = (text: string) => plain(text).replace(/\s+/g, ' ').trim()

export const windowText = ({ window }: Digest) => `${minute(window.since)} to ${minute(window.until)}`

/** How much there is about a story, as a sentence. */
export function countsText({ articles, independent, began }: Story): string {
  const since = began ? `; since ${day(began)}` : ''
  return `${count(articles, 'article')}, ${count(independent, 'independent source')}${since}.`
}

/** What is not told, as a sentence; null when everything is. */
export function leftOutText({ leftOut: { stories, unchanged, documents } }: Digest): string | null {
  const parts = [
    ...(stories > 0 ? [count(stories, 'further story', 'further stories')] : []),
    ...(unchanged > 0
      ? [`${count(unchanged, 'earlier story', 'earlier stories')} without anything new`]
      : []),
  ]
  return parts.length > 0 ? `Left out: ${parts.join(' and ')} (${count(documents, 'article')}).` : null
}

/** What a reader is told, and may do, when there is no story. */
export function quietText(digest: Digest): string[] {
  const { coverage, window, articles } = digest
  const first = articles > 0 ? 'nothing that was not told before' : 'no new document'
  const quiet = `It is quiet: ${first} from ${windowText(digest)}.`
  if (!coverage.newest)
    return [quiet, 'The corpus holds no document with a date; corpus list shows what it holds.']
  return [
    quiet,
    `The newest document is from ${day(coverage.newest)}; to look further back, write --since ${furtherBack(coverage, window.since)}.`,
  ]
}

/** A week up to the newest document; where that lies in the window already, everything. */
function furtherBack({ oldest, newest }: Coverage, since: string): string {
  const first = day(oldest ?? newest ?? '')
  const weekBefore = new Date(Date.parse(day(newest ?? '')) - LOOK_BACK * DAY_MS).toISOString()
  return weekBefore < since && day(weekBefore) > first ? day(weekBefore) : first
}

/** What was read, and who wrote. */
export function madeText({ articles, coverage, documents, receipt }: Digest): string {
  const read = articles > 0 ? `${count(articles, 'new article')}, ${documents.length} named here. ` : ''
  return `${read}${searched(coverage)}. ${writtenBy(receipt)}`
}

/** The documents about a story, besides the one whose quotation is shown. */
export function otherDocuments(story: Story, { quotes, documents }: Digest): QuotedDocument[] {
  const shown = quotes[story.quote]?.document
  return story.documents.flatMap((at) => documents[at] ?? []).filter(({ id }) => id !== shown)
}

/** The chart in words, a line a story. */
export function chartLines(digest: Digest): string[] {
  const chart = charted(digest)
  return (chart?.counts ?? []).map((story, at) => {
    const days = story.flatMap((articles, on) => (articles > 0 ? [`${articles} on ${chart?.days[on]}`] : []))
    return `${at + 1}. ${line(digest.stories[at]?.headline ?? '')}: ${days.join(', ') || 'none'}`
  })
}
