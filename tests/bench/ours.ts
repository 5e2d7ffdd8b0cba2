/** Attaché's own parts as the benchmark uses them: the search, the extractive `ask`, the import. */
import { type Brief, createBrief } from '../../src/brief/brief.ts'
import { type Corpus, openCorpus } from '../../src/corpus/corpus.ts'
import { SHARED_COLLECTION } from '../../src/document.ts'
import { createSearch } from '../../src/search/retrieve.ts'
import type { Search } from '../../src/search/search.ts'

const FILTER = { collections: [SHARED_COLLECTION] }
const RESULTS = 30

export type Ours = {
  corpus: Corpus
  /** The texts of the best passages. */
  search: (question: string) => Promise<string[]>
  /** The texts of the quotations: the whole way from the question to a verified briefing. */
  ask: (question: string) => Promise<string[]>
}

export async function openOurs(dataDir: string): Promise<Ours> {
  const corpus = await openCorpus({ dataDir })
  const search: Search = createSearch(corpus)
  const brief: Brief = createBrief({ corpus, search })
  const context = { progress: () => {}, signal: new AbortController().signal }
  return {
    corpus,
    search: async (question) =>
      (await search(question, FILTER, RESULTS)).hits.map(({ passage }) => passage.text),
    ask: async (question) => (await brief(question, FILTER, context)).quotes.map(({ text }) => text),
  }
}

/** Imports a JSON Lines file into a new store until every passage is found. Answers seconds. */
export async function importOurs(
  dataDir: string,
  corpusFile: string,
  size: number,
  onProgress: (done: number) => void,
): Promise<number> {
  const { corpus } = await openOurs(dataDir)
  const began = performance.now()
  const { added } = await corpus.importJsonl(corpusFile, SHARED_COLLECTION, {
    onProgress: ({ done }) => onProgress(done),
  })
  const seconds = (performance.now() - began) / 1000
  await corpus.close()
  if (added !== size) throw new Error(`The import took ${added} of ${size} documents.`)
  return seconds
}
