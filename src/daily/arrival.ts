/** When a document is new: at its publication, or at the one instant at which it arrives. All times in milliseconds. */

import { DAY_MS } from '../time.ts'
import type { DigestRequest } from './digest.ts'

/** ISO 8601: a day or an instant, and when it was added. */
export type Dated = { date: string | null; added: string }
/** The end exclusive. */
export type Stretch = { since: number; until: number }
type NewBy = DigestRequest['newBy']

/** What was published longer before it was added is no news. */
const LATE = 7 * DAY_MS
const LENGTH_OF_DAY = '2024-05-16'.length

/** The day that a document is dated to, or an instant; null without a date. */
function publicationOf({ date }: Dated): Stretch | null {
  const since = Date.parse(date ?? '')
  if (date === null || Number.isNaN(since)) return null
  return { since, until: since + (date.length === LENGTH_OF_DAY ? DAY_MS : 1) }
}

/**
 * When a document arrives: when it was added, if it was published at most a week before that. What is older arrived at
 * its publication, and what is dated to the future will then.
 */
export function arrivalOf(document: Dated): number {
  const added = Date.parse(document.added)
  const published = publicationOf(document)?.since ?? added
  return published > added || added - published > LATE ? published : added
}

/** The instant by which documents are put in order and on their days. */
export const timeOf = (document: Dated, newBy: NewBy): number =>
  newBy === 'arrival' ? arrivalOf(document) : (publicationOf(document)?.since ?? Date.parse(document.added))

/** Whether a document is new in a stretch of time; by publication one of a whole day is when the two overlap. */
export function isNew(document: Dated, { since, until }: Stretch, newBy: NewBy): boolean {
  const published = newBy === 'publication' ? publicationOf(document) : null
  if (published) return published.since < until && published.until > since
  const time = timeOf(document, newBy)
  return time >= since && time < until
}

/** The dates and the times of addition between which everything lies that can be new in a stretch. */
export const boundsOf = ({ since, until }: Stretch): { day: string; added: string; until: string } => ({
  day: dayOf(since - LATE - DAY_MS),
  added: new Date(since).toISOString(),
  until: new Date(until).toISOString(),
})

/** ISO 8601, in UTC. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, LENGTH_OF_DAY)
