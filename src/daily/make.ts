/** Makes daily briefings: finds what is new, groups it into stories, ranks them, writes and verifies. */
import { setImmediate } from 'node:timers/promises'
import type { Receipt } from '../brief/briefing.ts'
import { askWithin } from '../brief/permission.ts'
import type { StoryDrafts, StoryWriter } from '../brief/writer.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { createAssembly } from './assemble.ts'
import type { Digest, DigestRequest, MakeDigest } from './digest.ts'
import type { Outline } from './outline.ts'
import { openReader } from './reader.ts'

type DailyParts = {
  corpus: Corpus
  /** Where the corpus is kept: a thread of its own reads it there. */
  dataDir: string
  /** Without it every briefing is extractive. */
  claude?: StoryWriter | undefined
}

export type DailyMaker = {
  make: MakeDigest
  close: () => Promise<void>
}

/** Opens what makes daily briefings. */
export function openDaily({ corpus, dataDir, claude }: DailyParts): DailyMaker {
  const reader = openReader(dataDir)
  const make: MakeDigest = async ({ locale, ...request }, { progress, signal, permission }) => {
    const began = performance.now()
    signal.throwIfAborted()
    progress('search')
    const outline = await reader.outline(request, signal)
    progress('write')
    const attempt =
      claude && outline.stories.length > 0
        ? await askWithin(permission, () => claude(outline.stories, locale, signal))
        : null
    signal.throwIfAborted()
    progress('verify')
    const {
      usage,
      unresolvedCitations = 0,
      uncitedClaims = 0,
      incomplete = false,
      stories,
    } = attempt?.made ?? {}
    const verified = await assemble(outline, stories, corpus, signal)
    const receipt: Receipt = {
      writer: attempt?.made ? 'claude' : 'extract',
      ...(usage ?? { model: null, promptVersion: null, inputTokens: 0, outputTokens: 0 }),
      milliseconds: Math.round(performance.now() - began),
      droppedCitations: verified.droppedCitations + unresolvedCitations,
      droppedPoints: verified.droppedPoints + uncitedClaims,
      fallback: attempt?.reason ?? null,
      incomplete,
    }
    return toDigest(request, outline, verified, receipt)
  }
  return { make, close: reader.close }
}

/** Each story as it is written, or else in its sources' sentences. */
async function assemble(
  outline: Outline,
  written: StoryDrafts[] | undefined,
  corpus: Corpus,
  signal: AbortSignal,
) {
  const assembly = createAssembly(corpus)
  for (const [at, story] of outline.stories.entries()) {
    // Reading documents holds the thread up: others get their turn between two stories.
    await setImmediate()
    const drafts = written?.[at]
    const isWritten =
      drafts !== undefined &&
      drafts.points.length > 0 &&
      (await assembly.add(story, { ...drafts, changed: drafts.changed ?? story.changed }, outline.documents))
    if (!isWritten) await assembly.add(story, story, outline.documents)
    signal.throwIfAborted()
  }
  return assembly.made
}

function toDigest(
  { window }: Pick<DigestRequest, 'window'>,
  { articles, leftOut, days, coverage, stories }: Outline,
  verified: Awaited<ReturnType<typeof assemble>>,
  receipt: Receipt,
): Digest {
  const told = verified.stories.reduce((sum, story) => sum + story.articles, 0)
  const lost = stories.length - verified.stories.length
  return {
    window,
    stories: verified.stories,
    quotes: verified.quotes,
    documents: verified.documents,
    articles,
    leftOut: { ...leftOut, stories: leftOut.stories + lost, documents: articles - told },
    days,
    coverage,
    receipt,
  }
}
