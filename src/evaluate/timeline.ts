/** How often the first story of a day's briefing is what people wrote into a timeline for that day. */
import { z } from 'zod'
import type { Corpus } from '../corpus/corpus.ts'
import type { Digest, Story } from '../daily/digest.ts'
import { openDaily } from '../daily/make.ts'
import { recentDocuments } from '../store/documents-by-date.ts'
import { readStore, type Store } from '../store/store.ts'
import { analyse } from '../text/analysis.ts'
import { DAY_MS } from '../time.ts'
import { CollectionError, corpusFile, existing, parseJson, textLines } from './collection.ts'
import { mean, share } from './statistics.ts'
import { EVERYTHING, type Measured, openTemporaryCorpus, type Watch } from './store.ts'

/**
 * A day counts as found when what is shown holds at least this share of the content words (stems without stop words,
 * each once) of one of the entry's sentences, and at least so many.
 */
export const FOUND = { share: 1 / 3, words: 3 }
const LAYOUT = 'such a collection is a folder with corpus.jsonl and timelines.jsonl'

type Entry = { date: string; text: string; sentences: string[] }
type Timeline = { id: string; entries: Entry[] }

const timeline = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  entries: z.array(
    z.object({
      date: z.iso.date(),
      text: z.string(),
      sentences: z.array(z.string()).nullish(),
    }),
  ),
})

/** How much of an entry a text holds: the share of the sentence that it holds most of, and whether that is enough. */
type Overlap = { share: number; isFound: boolean }

/** What is counted for one day: the first story, any told story, and the longest articles in their place. */
type DayResult = {
  date: string
  lead: Overlap
  any: Overlap
  longest: Overlap
  anyLongest: Overlap
}

type Counted = { found: number | null; share: number | null }
export type TimelineResult = Measured & {
  timelines: number
  /** Dates of the timelines, those without a document of that day, and those with documents but without a story. */
  dates: number
  withoutDocuments: number
  withoutStory: number
  lead: Counted
  longest: Counted
  any: Counted
  anyLongest: Counted
  /** Words that the first story's quotations have, on average. */
  words: number | null
}

/** The timelines of a collection. Throws a CollectionError for a line that is none. */
export async function readTimelines(folder: string): Promise<Timeline[]> {
  const path = await existing(folder, 'timelines.jsonl', LAYOUT)
  const timelines: Timeline[] = []
  for await (const { place, line } of textLines(path)) {
    const parsed = timeline.safeParse(parseJson(line, place))
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw new CollectionError(
        `${place} is no timeline (${issue?.path.join('.') || 'it'}: ${issue?.message}); correct the line.`,
      )
    }
    const { id, entries } = parsed.data
    timelines.push({
      id,
      entries: entries.map((entry) => ({ ...entry, sentences: entry.sentences ?? [entry.text] })),
    })
  }
  if (timelines.length === 0)
    throw new CollectionError(`${path} holds no timeline; there is nothing to compare.`)
  return timelines
}

/** How much of one of some sentences a text holds. */
export function overlapOf(text: string, sentences: string[], language: string): Overlap {
  const held = new Set(analyse(text, language))
  const overlaps = sentences.map((sentence) => {
    const words = new Set(analyse(sentence, language))
    const common = words.intersection(held).size
    const part = words.size === 0 ? 0 : common / words.size
    return { share: part, isFound: part >= FOUND.share && common >= FOUND.words }
  })
  return {
    share: Math.max(0, ...overlaps.map((one) => one.share)),
    isFound: overlaps.some((one) => one.isFound),
  }
}

/** What is shown of a story: all of its quotations, each once. */
function shownOf({ changed, points, quote }: Story, { quotes }: Digest): string {
  const shown = new Set([...(changed?.quotes ?? []), ...points.flatMap((point) => point.quotes), quote])
  return [...shown].flatMap((at) => quotes[at]?.text ?? []).join('\n')
}

const dayAfter = (date: string) => new Date(Date.parse(date) + DAY_MS).toISOString()
const wordsOf = (text: string) => text.split(/\s+/u).filter((word) => word !== '')
const firstWords = (text: string, count: number) => wordsOf(text).slice(0, count).join(' ')

/**
 * Makes the briefing of each day of the timelines, with the days before known, and compares it with the entries;
 * in place of each story then as many words from the beginning of one of the day's longest articles.
 * Throws a CollectionError when the folder is no collection, and the signal's reason when aborted.
 */
export async function evaluateTimeline(folder: string, watch: Watch): Promise<TimelineResult> {
  const timelines = await readTimelines(folder)
  await using temporary = await openTemporaryCorpus(await corpusFile(folder), watch)
  const { corpus, dataDir, measured } = temporary
  await using opened = new AsyncDisposableStack()
  const daily = opened.adopt(openDaily({ corpus, dataDir }), (it) => it.close())
  const store = opened.use(readStore(dataDir))
  const entries = timelines.flatMap((one) => one.entries)
  const results: DayResult[] = []
  const words: number[] = []
  let [withoutDocuments, withoutStory] = [0, 0]
  for (const [at, { date, sentences }] of entries.entries()) {
    watch.onProgress({ stage: 'questions', done: at, total: entries.length })
    const longest = await textsOf(date, store, corpus)
    if (longest.length === 0) {
      withoutDocuments += 1
      continue
    }
    const window = { since: new Date(date).toISOString(), until: dayAfter(date) }
    const digest = await daily.make(
      {
        ...EVERYTHING,
        window,
        newBy: 'publication',
        scope: { topics: [], sources: [] },
        interests: [],
        locale: 'en',
      },
      { progress: () => {}, signal: watch.signal },
    )
    const shown = digest.stories.map((story) => shownOf(story, digest))
    if (shown.length === 0) withoutStory += 1
    else words.push(wordsOf(shown[0] ?? '').length)
    const instead = shown.map((text, place) => firstWords(longest[place] ?? '', wordsOf(text).length))
    const [{ language } = { language: 'en' }] = digest.documents
    const overlap = (all: string[]) => best(all.map((text) => overlapOf(text, sentences, language)))
    results.push({
      date,
      lead: overlap(shown.slice(0, 1)),
      any: overlap(shown),
      longest: overlap(instead.slice(0, 1)),
      anyLongest: overlap(instead),
    })
  }
  const count = (key: 'lead' | 'any' | 'longest' | 'anyLongest'): Counted => ({
    found: share(results, (one) => one[key].isFound),
    share: mean(results.map((one) => one[key].share)),
  })
  return {
    ...measured,
    timelines: timelines.length,
    dates: entries.length,
    withoutDocuments,
    withoutStory,
    lead: count('lead'),
    longest: count('longest'),
    any: count('any'),
    anyLongest: count('anyLongest'),
    words: mean(words),
  }
}

const best = (overlaps: Overlap[]): Overlap => ({
  share: Math.max(0, ...overlaps.map((one) => one.share)),
  isFound: overlaps.some((one) => one.isFound),
})

/** The texts of a day's documents, longest first. */
async function textsOf(date: string, store: Store, corpus: Corpus): Promise<string[]> {
  const bounds = { day: date, added: date, until: dayAfter(date) }
  const rows = await recentDocuments(store, EVERYTHING.collections, bounds)
  const own = rows.filter((row) => row.date?.startsWith(date))
  const documents = await Promise.all(own.map(({ id, hash }) => corpus.document(id, hash)))
  return documents.flatMap((document) => document?.text ?? []).toSorted((a, b) => b.length - a.length)
}
