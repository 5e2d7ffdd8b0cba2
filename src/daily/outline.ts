/** A request → what its briefing will say, as drafts. Runs in the reading thread. */
import type { Kysely } from 'kysely'
import type { DocumentInfo } from '../corpus/document.ts'
import { fold } from '../corpus/normalise.ts'
import { passagesWith, type Recent } from '../corpus/recent.ts'
import type { CorpusTables } from '../corpus/tables.ts'
import { DAY, dayOf } from './arrival.ts'
import type { DailyScope, Digest, DigestRequest, Story } from './digest.ts'
import type { Dispatch, Edition, Editions } from './edition.ts'
import { countIndependent, standingOf, withoutCopies } from './rank.ts'
import { sentencesOf } from './sentences.ts'
import { type Told, tell } from './tell.ts'

const MOST_STORIES = 8
const MOST_DOCUMENTS = 10
const DAYS = 7

/** `documents` are indices into the outline's documents. */
export type StoryOutline = Told & Omit<Story, 'headline' | 'changed' | 'points' | 'quote'>
export type Outline = Pick<Digest, 'articles' | 'leftOut' | 'days'> & {
  stories: StoryOutline[]
  documents: DocumentInfo[]
}
export type OutlineRequest = Omit<DigestRequest, 'locale'>

type Candidate = { fresh: Dispatch[]; earlier: Dispatch[]; standing: number; independent: number }

/** Whether a document is on one of some topics and of one of some sources, as far as there are any. */
function isWithin({ topics, sources }: DailyScope): (document: Pick<Recent, 'topics' | 'source'>) => boolean {
  const wanted = { topics: new Set(topics.map(fold)), sources: new Set(sources.map(fold)) }
  return (document) =>
    (wanted.topics.size === 0 || document.topics.some((topic) => wanted.topics.has(fold(topic)))) &&
    (wanted.sources.size === 0 || wanted.sources.has(fold(document.source)))
}

/** Throws the reason when `check` does: called between two steps. */
export async function outline(
  request: OutlineRequest,
  database: Kysely<CorpusTables>,
  editions: Editions,
  check: () => Promise<void>,
): Promise<Outline> {
  const { collections, window, scope, interests } = request
  const edition = await editions.of(request)
  await check()
  const within = isWithin(scope)
  const articles = edition.fresh.filter(within).length
  const until = Date.parse(window.until)
  const days = Array.from({ length: DAYS }, (_, at) => dayOf(until - 1 - (DAYS - 1 - at) * DAY))
  const ranked = candidates(edition, request, within, interests)
  const documents: DocumentInfo[] = []
  const stories: StoryOutline[] = []
  let unchanged = 0
  for (const { fresh, earlier, independent } of ranked) {
    await check()
    const isMore = stories.length >= MOST_STORIES
    if (isMore && earlier.length === 0) continue
    const told = tell(fresh, earlier, await weights(database, collections, [...fresh, ...earlier]))
    if (!told) unchanged += 1
    if (!told || isMore) continue
    const first = earlier.at(-1)
    stories.push({
      ...told,
      articles: fresh.length,
      independent,
      began: first ? dayOf(first.time) : null,
      documents: fresh.slice(0, MOST_DOCUMENTS).map(({ document }) => documents.push(infoOf(document)) - 1),
      days: days.map((day) => [...fresh, ...earlier].filter(({ time }) => dayOf(time) === day).length),
    })
  }
  const told = stories.reduce((sum, story) => sum + story.articles, 0)
  return {
    articles,
    leftOut: { stories: ranked.length - stories.length - unchanged, unchanged, documents: articles - told },
    days,
    stories,
    documents,
  }
}

function candidates(
  { stories }: Edition,
  { window }: OutlineRequest,
  within: ReturnType<typeof isWithin>,
  interests: string[],
): Candidate[] {
  const [since, until] = [Date.parse(window.since), Date.parse(window.until)]
  const isOfInterest = isWithin({ topics: interests, sources: [] })
  return stories
    .flatMap((all): Candidate[] => {
      const story = all.filter(({ document }) => within(document)).toSorted((a, b) => a.time - b.time)
      const fresh = story.filter(({ isNew }) => isNew)
      if (fresh.length === 0) return []
      const independent = countIndependent(withoutCopies(fresh.map(({ document }) => document)))
      const newest = Math.max(...fresh.map(({ time }) => time))
      const standing = standingOf({
        independent,
        newest: Math.min(1, Math.max(0, (newest - since) / (until - since || 1))),
        interest:
          interests.length === 0
            ? 0
            : fresh.filter(({ document }) => isOfInterest(document)).length / fresh.length,
      })
      return [{ fresh, earlier: story.filter(({ isNew }) => !isNew).toReversed(), standing, independent }]
    })
    .toSorted((a, b) => b.standing - a.standing || b.fresh.length - a.fresh.length)
}

/** How rare the terms of these documents are in the collections: a term of every passage weighs nothing. */
async function weights(database: Kysely<CorpusTables>, collections: string[], dispatches: Dispatch[]) {
  const terms = new Set(
    dispatches.flatMap(({ document }) => sentencesOf(document).flatMap((sentence) => sentence.terms)),
  )
  const { passages, frequencies } = await passagesWith(database, collections, [...terms])
  return (term: string) => Math.log(1 + passages / (1 + (frequencies.get(term) ?? 0)))
}

function infoOf({ text: _text, sections: _sections, ...info }: Dispatch['document']): DocumentInfo {
  return info
}
