/** A request → what its briefing will say, as drafts. Runs in the reading thread. */
import { bindAll } from '../bind-all.ts'
import type { QuotedDocument } from '../brief/briefing.ts'
import { withCopies } from '../brief/independent.ts'
import type { StoryToWrite } from '../brief/writer.ts'
import type { DocumentInfo } from '../document.ts'
import { findCopies, findOriginals } from '../store/copies.ts'
import type { OpenedDocument } from '../store/documents-by-date.ts'
import type { Store } from '../store/store.ts'
import { DAY_MS } from '../time.ts'
import { dayOf } from './arrival.ts'
import { type Candidate, candidatesIn } from './candidates.ts'
import type { Digest, DigestRequest, Story } from './digest.ts'
import type { Editions } from './edition.ts'
import { passagesFor } from './passages.ts'
import { coverageWithin, withinScope } from './scope.ts'
import { type Told, tell } from './tell.ts'
import { weightsOf } from './weights.ts'

const MOST_STORIES = 8
/** So many are looked at for them: those without a sentence that can stand alone are told last. */
const MOST_LOOKED_AT = 32
const MOST_DOCUMENTS = 10
const DAYS = 7
/** More documents of a story do not change what is central to it or what was said before. */
const MOST_READ = 20
const MOST_EARLIER = 30

/** `documents` are indices into the outline's documents. */
export type StoryOutline = Omit<Told, 'order' | 'stands'> &
  StoryToWrite &
  Omit<Story, 'headline' | 'changed' | 'points' | 'quote'>
export type Outline = Pick<Digest, 'articles' | 'leftOut' | 'days' | 'coverage'> & {
  stories: StoryOutline[]
  documents: QuotedDocument[]
}
type Chosen = { candidate: Candidate; told: Told }
export type OutlineRequest = Omit<DigestRequest, 'locale'>

/** `check` is called between two steps, and throws when nobody waits any more. */
export async function outline(
  request: OutlineRequest,
  store: Store,
  editions: Editions,
  check: () => void,
): Promise<Outline> {
  const { collections, window, scope } = request
  const edition = await editions.of(request)
  check()
  const days = daysUntil(Date.parse(window.until))
  const candidates = candidatesIn(edition, request)
  const [standing, bare]: [Chosen[], Chosen[]] = [[], []]
  let unchanged = 0
  for (const candidate of candidates) {
    const isMore = standing.length >= MOST_STORIES || standing.length + bare.length >= MOST_LOOKED_AT
    if (isMore && candidate.earlier.length === 0) continue
    check()
    const fresh = candidate.originals.slice(0, MOST_READ)
    const earlier = candidate.earlier.slice(0, MOST_EARLIER).map(({ document }) => document)
    const weightOf = await weightsOf(store, collections, [...fresh, ...earlier])
    const told = tell(fresh, earlier, weightOf, edition.isFurniture)
    if (!told) unchanged += 1
    if (told && !isMore) (told.stands ? standing : bare).push({ candidate, told })
  }
  const documents: DocumentInfo[] = []
  const stories = [...standing, ...bare]
    .slice(0, MOST_STORIES)
    .map((chosen) => storyOf(chosen, days, documents))
  const articles = edition.fresh.filter(withinScope(scope)).length
  const isTold = stories.reduce((sum, story) => sum + story.articles, 0)
  return {
    articles,
    leftOut: {
      stories: candidates.length - stories.length - unchanged,
      unchanged,
      documents: articles - isTold,
    },
    days,
    coverage: await coverageWithin(store, collections, scope),
    stories,
    documents: await named(documents, collections, store),
  }
}

/** The documents with the others that carry their text. */
async function named(documents: DocumentInfo[], collections: string[], store: Store) {
  const corpus = bindAll(store, { copiesOf: findCopies, originals: findOriginals })
  return (await withCopies(documents, collections, corpus)).documents
}

const daysUntil = (until: number) =>
  Array.from({ length: DAYS }, (_, at) => dayOf(until - 1 - (DAYS - 1 - at) * DAY_MS))

function storyOf(
  { candidate: { fresh, earlier, independent }, told: { order, stands: _stands, ...told } }: Chosen,
  days: string[],
  documents: DocumentInfo[],
): StoryOutline {
  const named = orderOf(told, order, fresh).slice(0, MOST_DOCUMENTS)
  const first = earlier.at(-1)
  const dates = [...fresh, ...earlier].map(({ time }) => dayOf(time))
  return {
    ...told,
    ...passagesFor(named, told, earlier),
    articles: fresh.length,
    independent,
    began: first ? dayOf(first.time) : null,
    documents: named.map((document) => documents.push(infoOf(document)) - 1),
    days: days.map((day) => dates.filter((date) => date === day).length),
  }
}

/** Those that are quoted first, then by how central they are, then the copies. */
function orderOf(
  { changed, points, quotes }: Pick<Told, 'changed' | 'points' | 'quotes'>,
  order: OpenedDocument[],
  fresh: Candidate['fresh'],
): OpenedDocument[] {
  const quoted = new Set(
    [...(changed ? [changed] : []), ...points, ...quotes].flatMap(({ citations }) =>
      citations.map(({ document }) => document),
    ),
  )
  const all = new Set([...order, ...fresh.map(({ document }) => document)])
  return [...all].toSorted((a, b) => Number(quoted.has(b.id)) - Number(quoted.has(a.id)))
}

function infoOf({ text: _text, sections: _sections, ...info }: OpenedDocument): DocumentInfo {
  return info
}
