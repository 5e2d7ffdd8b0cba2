/** Whole documents on a subject, for answers that say what documents say as a whole. */
import type { Corpus } from '../../corpus/corpus.ts'
import type { Filter, Passage } from '../../document.ts'
import type { Question } from '../../search/question.ts'
import { readPassages } from '../../search/rank.ts'
import type { Search } from '../../search/search.ts'
import { splitPassages } from '../../text/passages.ts'
import { turn } from '../../threads/turn.ts'
import { type Evidence, evidenceIn } from '../evidence.ts'
import { type Asked, askedIn, type Support, supportOf } from '../support.ts'

/** A sentence of a document that is read as a whole. */
export type Sentence = Evidence & {
  support: Support
  /** Which sentence of the document, from 0, and of which paragraph. */
  place: number
  paragraph: number
  document: Read
}

/** A document with all of its sentences, in the order of its text. */
export type Read = {
  id: string
  title: string
  source: string
  /** ISO 8601, or null. */
  date: string | null
  /** How much it is about the subject, 0–1: 1 is the one that is most about it. */
  weight: number
  sentences: Sentence[]
}

/** The documents on a subject, and what was asked of them. */
export type Subject = { documents: Read[]; asked: Asked; question: Question }

/** Passages that are looked at for the documents on a subject, and documents that are read. */
const PASSAGES = 60
const DOCUMENTS = 24
/** A document with less of the best one's weight is about something else. */
const LEAST_WEIGHT = 0.12

type Wanted = {
  subject: string
  filter: Filter & { until?: string | undefined }
  corpus: Corpus
  search: Search
  signal: AbortSignal
}

/**
 * The documents on a subject, most about it first; without a subject the newest ones, newest first.
 * A document's weight is the sum of its passages' scores as a share of the best document's.
 */
export async function documentsOn({ subject, filter, corpus, search, signal }: Wanted): Promise<Subject> {
  if (subject === '') {
    const newest = await corpus.newest(filter, DOCUMENTS)
    const { question } = await search('', filter, 1)
    return await readDocuments(
      newest.map(({ id }) => [id, 1] as const),
      question,
      corpus,
      signal,
    )
  }
  const { question, hits } = await search(subject, filter, PASSAGES)
  const weights = new Map<string, number>()
  for (const { passage, bm25 } of hits)
    weights.set(passage.document, (weights.get(passage.document) ?? 0) + bm25)
  const best = Math.max(0, ...weights.values()) || 1
  const chosen = [...weights]
    .map(([id, weight]) => [id, weight / best] as const)
    .filter(([, weight]) => weight >= LEAST_WEIGHT)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, DOCUMENTS)
  return await readDocuments(chosen, question, corpus, signal)
}

async function readDocuments(
  chosen: (readonly [id: string, weight: number])[],
  question: Question,
  corpus: Corpus,
  signal: AbortSignal,
): Promise<Subject> {
  const opened = new Map((await corpus.open(chosen.map(([id]) => id))).map((one) => [one.id, one]))
  const asked = askedIn(question)
  const documents: Read[] = []
  for (const [id, weight] of chosen) {
    const document = opened.get(id)
    if (!document) continue
    const { hash, collection, title, source, date, language, text, sections } = document
    const about = { document: id, hash, collection, title, source, date, language }
    const passages = splitPassages(text, sections, language).map(
      (span): Passage => ({ ...about, ...span, text: text.slice(span.start, span.end) }),
    )
    const read: Read = { id, title, source, date, weight, sentences: [] }
    let paragraph = 0
    for (const sentence of readPassages(question, passages).flatMap(evidenceIn)) {
      const last = read.sentences.at(-1)
      if (last && text.slice(last.end, sentence.start).includes('\n')) paragraph += 1
      const support = supportOf(asked, sentence)
      read.sentences.push({ ...sentence, support, place: read.sentences.length, paragraph, document: read })
    }
    documents.push(read)
    // Reading a long document takes some milliseconds, and others wait.
    await turn()
    signal.throwIfAborted()
  }
  weighDocuments(documents, asked)
  return { documents: documents.toSorted((a, b) => b.weight - a.weight), asked, question }
}

/** Sentences by which a document is judged, best first. */
const JUDGED = 4

/** A document is about a subject as far as its best sentences hold it, as a share of the document that does most. */
function weighDocuments(documents: Read[], { concepts }: Asked): void {
  if (concepts.length === 0) return
  const held = documents.map(({ sentences }) => {
    const best = sentences
      .map(({ support }) => 0.6 * support.whole + 0.4 * support.own)
      .toSorted((a, b) => b - a)
      .slice(0, JUDGED)
    return best.reduce((sum, share) => sum + share, 0) / JUDGED
  })
  const most = Math.max(...held) || 1
  for (const [at, document] of documents.entries()) document.weight = ((held[at] ?? 0) / most) ** 2
}
