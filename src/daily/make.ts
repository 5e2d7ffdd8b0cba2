/** Makes daily briefings: finds what is new, groups it into stories, ranks them, writes and verifies. */
import type { Quote, QuotedDocument, Receipt } from '../brief/briefing.ts'
import { withCopies } from '../brief/independent.ts'
import { verify } from '../brief/verify.ts'
import type { Draft, Writer } from '../brief/writer.ts'
import type { Corpus } from '../corpus/store.ts'
import type { MakeDigest, Story } from './digest.ts'
import type { StoryOutline } from './outline.ts'
import { openReader } from './reader.ts'

type DailyParts = {
  corpus: Corpus
  /** Where the corpus is kept: a thread of its own reads it there. */
  dataDir: string
  /** Without it every briefing is extractive. */
  claude?: Writer | undefined
}

export type DailyMaker = {
  make: MakeDigest
  /** How often documents have been grouped into stories since the reading thread was started. */
  groupings: () => number
  close: () => Promise<void>
}

type Dropped = Pick<Receipt, 'droppedCitations' | 'droppedPoints'>

/** Opens what makes daily briefings. */
export function openDaily({ corpus, dataDir }: DailyParts): DailyMaker {
  const reader = openReader(dataDir)
  const make: MakeDigest = async ({ locale: _locale, ...request }, { progress, signal }) => {
    const began = performance.now()
    progress('read')
    const { collections, scope } = request
    const [outline, coverage] = await Promise.all([
      reader.outline(request, signal),
      corpus.coverage({ collections, topic: scope.topics[0], source: scope.sources[0] }),
    ])
    signal.throwIfAborted()
    progress('verify')
    const quotes: Quote[] = []
    const dropped: Dropped = { droppedCitations: 0, droppedPoints: 0 }
    const stories: Story[] = []
    for (const story of outline.stories) {
      const verified = await verifyStory(story, quotes, dropped, corpus)
      if (verified) stories.push(verified)
      signal.throwIfAborted()
    }
    const documents: QuotedDocument[] = (await withCopies(outline.documents, collections, corpus)).documents
    return {
      window: request.window,
      stories,
      quotes,
      documents,
      articles: outline.articles,
      leftOut: outline.leftOut,
      days: outline.days,
      coverage,
      receipt: {
        ...{ writer: 'extract', model: null, promptVersion: null, inputTokens: 0, outputTokens: 0 },
        milliseconds: Math.round(performance.now() - began),
        ...dropped,
        fallback: null,
        incomplete: false,
      },
    }
  }
  return { make, groupings: reader.groupings, close: reader.close }
}

/** A story whose quotations are cut from the store; null when no point of it is left. */
async function verifyStory(
  { changed, points, quote, ...story }: StoryOutline,
  quotes: Quote[],
  dropped: Dropped,
  corpus: Corpus,
): Promise<Story | null> {
  const point = async (draft: Draft) => {
    const verified = await verify([draft], corpus)
    dropped.droppedCitations += verified.droppedCitations
    dropped.droppedPoints += verified.droppedPoints
    const [kept] = verified.points
    if (!kept) return null
    const indices = verified.quotes.map((one) => {
      const isSame = (other: Quote) =>
        other.document === one.document && other.start === one.start && other.end === one.end
      const known = quotes.findIndex(isSame)
      return known >= 0 ? known : quotes.push(one) - 1
    })
    return { ...kept, quotes: indices }
  }
  const told = changed && (await point(changed))
  const kept = []
  for (const draft of points) kept.push(await point(draft))
  const shown = await point(quote)
  const isPoint = kept.filter((one) => one !== null)
  const first = shown?.quotes[0] ?? told?.quotes[0] ?? isPoint[0]?.quotes[0]
  return isPoint.length > 0 && first !== undefined
    ? { ...story, changed: told, points: isPoint, quote: first }
    : null
}
