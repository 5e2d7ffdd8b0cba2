/** What an answer is made of: the sentences near a question, and whole documents on its subject. */
import type { Corpus } from '../../corpus/corpus.ts'
import type { Filter } from '../../document.ts'
import type { Request } from '../../question/request.ts'
import type { Question } from '../../search/question.ts'
import type { Search } from '../../search/search.ts'
import type { Evidence } from '../evidence.ts'
import type { Originals } from '../independent.ts'
import type { Draft } from '../writer.ts'

export type Material = {
  request: Request
  /** The question in the terms of the corpus. */
  question: Question
  /** The sentences of the passages that came nearest, best first. */
  evidence: Evidence[]
  /** How surely (0–1) these answer as a look-up. */
  confidence: number
  originals: Originals
  filter: Filter
  corpus: Corpus
  search: Search
  now: Date
  signal: AbortSignal
}

/** Makes the drafts of an answer of one kind; none when the corpus does not answer it. */
export type Compose = (material: Material) => Promise<Draft[]> | Draft[]
