/** What is learned from: test collections, and the corpora that their questions are put to. */
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { z } from 'zod'
import { detectLanguage } from '../text/analysis.ts'
import {
  corpusFile,
  type EvaluationQuery,
  type Judgements,
  readJudgements,
  readQueries,
} from './collection.ts'
import { openTemporaryCorpus, type TemporaryCorpus } from './store.ts'

export type Collection = {
  name: string
  /** What it has in common with others of its kind: their documents may answer each other's questions. */
  kind: string
  documents: CollectionDocument[]
  language: string
  titles: Set<string>
  /** Empty when the collection has only documents. */
  queries: EvaluationQuery[]
  judgements: Judgements
}

/** A corpus that questions are put to: that of one collection, or of several together. */
export type Pool = TemporaryCorpus & { name: string; members: Collection[] }

const collectionDocument = z.looseObject({ _id: z.union([z.string(), z.number()]), text: z.string() })
type CollectionDocument = z.infer<typeof collectionDocument> & { title?: string }

const SAMPLE = 20

/** Reads a collection; questions and judgements may be missing. Throws a CollectionError without a corpus. */
export async function readCollection(folder: string, kind: string): Promise<Collection> {
  const lines = (await readFile(await corpusFile(folder), 'utf8')).split('\n').filter(Boolean)
  const documents = lines.map((line): CollectionDocument => collectionDocument.parse(JSON.parse(line)))
  return {
    name: basename(folder),
    kind,
    documents,
    language: detectLanguage(
      documents
        .slice(0, SAMPLE)
        .map(({ text }) => text.slice(0, 200))
        .join(' '),
    ),
    titles: new Set(documents.flatMap(({ title }) => title || [])),
    queries: await readQueries(folder).catch(() => []),
    judgements: await readJudgements(folder).catch((): Judgements => new Map()),
  }
}

/** Collections that share documents are one family: none of it is learned from when one of it is tested. */
export const related = (a: Collection, b: Collection) => a === b || !a.titles.isDisjointFrom(b.titles)

/** Whether documents of one collection may answer questions of the other. */
export const mayAnswer = (a: Collection, b: Collection) => a.kind === b.kind || related(a, b)

/** Opens a store of the documents of some collections. */
export async function openPool(members: Collection[]): Promise<Pool> {
  const folder = await mkdtemp(join(tmpdir(), 'attache-pool-'))
  try {
    const path = join(folder, 'corpus.jsonl')
    const file = createWriteStream(path)
    for (const { name, documents } of members)
      for (const document of documents)
        file.write(`${JSON.stringify({ ...document, _id: idIn(members, name, String(document._id)) })}\n`)
    file.end()
    await finished(file)
    const never = { onProgress: () => {}, signal: new AbortController().signal }
    return {
      ...(await openTemporaryCorpus(path, never)),
      name: members.map(({ name }) => name).join(' + '),
      members,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Documents of several collections in one corpus may have the same id. */
const idIn = (members: Collection[], name: string, id: string) => (members.length > 1 ? `${name}/${id}` : id)

/**
 * The collections of one language, every other one to each of two groups: in a corpus of several, questions have more
 * passages to be mistaken in than in that of their own collection alone.
 */
export function joined(collections: Collection[]): Collection[][] {
  const languages = [...Map.groupBy(collections, ({ language }) => language).values()]
  return languages
    .filter((group) => group.length > 3)
    .flatMap((group) => [0, 1].map((half) => group.filter((_, at) => at % 2 === half)))
}
