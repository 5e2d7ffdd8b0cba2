/** A store of its own for one evaluation, in the system's folder for temporary files. */

import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Corpus, openCorpus } from '../corpus/corpus.ts'
import { type Coverage, SHARED_COLLECTION } from '../document.ts'
import type { SyncResult } from '../ingest/sync-folder.ts'
import { english } from '../locales/language.ts'
import { refusalText } from '../locales/refusal.ts'
import { CollectionError } from './collection.ts'

/** How far an evaluation is; `total` is null while it is not known. */
export type EvaluationProgress = { stage: 'corpus' | 'questions'; done: number; total: number | null }

export type Watch = {
  onProgress: (progress: EvaluationProgress) => void
  /** Ends the evaluation between two questions, and the reading of the corpus between two batches. */
  signal: AbortSignal
}

/** What was measured on. */
export type Measured = Pick<Coverage, 'documents' | 'passages'> & {
  /** Lines of corpus.jsonl that are no documents, with one clause each; the corpus keeps the first thousand. */
  refused: SyncResult['refused']
}

export type TemporaryCorpus = AsyncDisposable & { corpus: Corpus; dataDir: string; measured: Measured }

/** What the evaluation may see: all of its own store. */
export const EVERYTHING = { collections: [SHARED_COLLECTION] }

/**
 * Reads a JSON Lines file into a store that disposing of the result removes; also when the process exits first.
 * Throws a CollectionError when no line is a document, and the signal's reason when aborted.
 */
export async function openTemporaryCorpus(
  file: string,
  { onProgress, signal }: Watch,
): Promise<TemporaryCorpus> {
  await using opened = new AsyncDisposableStack()
  const dataDir = await mkdtemp(join(tmpdir(), 'attache-eval-'))
  const removeNow = () => rmSync(dataDir, { recursive: true, force: true })
  process.once('exit', removeNow)
  opened.defer(async () => {
    await rm(dataDir, { recursive: true, force: true, maxRetries: 3 })
    process.off('exit', removeNow)
  })
  const corpus = opened.adopt(await openCorpus({ dataDir }), (it) => it.close())
  const { refused } = await corpus.importJsonl(file, SHARED_COLLECTION, {
    onProgress: ({ done, total }) => onProgress({ stage: 'corpus', done, total }),
    signal,
  })
  signal.throwIfAborted()
  // The index is complete before the first question, as it is for a bot that has been running for a while.
  await corpus.query((table) => table.optimize())
  const { documents, passages } = await corpus.coverage(EVERYTHING)
  if (documents === 0)
    throw new CollectionError(
      `No line of ${file} is a document${refused[0] ? ` (the first: ${refusalText(refused[0].reason, english)})` : ''}; write one JSON object a line, with _id and text.`,
    )
  const kept = opened.move()
  return {
    corpus,
    dataDir,
    measured: { documents, passages, refused },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}
