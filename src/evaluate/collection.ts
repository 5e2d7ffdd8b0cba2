/** Reads a test collection in BEIR's layout: a folder with corpus.jsonl, queries.jsonl and qrels/test.tsv. */
import { access, constants, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readLines } from '../ingest/lines.ts'
import { Refusal } from '../refusal.ts'
import { decode } from '../text/normalise.ts'

/** What was said before a question. */
type Turn = { speaker: 'user' | 'agent'; text: string }

export type EvaluationQuery = {
  id: string
  text: string
  /** Accepted answers; empty when the collection names none. */
  answers: string[]
  /** Marked as a question that the collection's corpus does not answer. */
  unanswerable: boolean
  /** Marked as not unanswerable, or given an accepted answer; a question may be neither. */
  answerable: boolean
  history: Turn[]
}

/** Relevance grades: query id → document id → grade; above 0 is relevant. */
export type Judgements = Map<string, Map<string, number>>

/** A fault of the collection, as one sentence that names the file and says what to do. */
export class CollectionError extends Error {
  override name = 'CollectionError'
}

export const MAX_LINE_BYTES = 10_000_000

const query = z
  .object({
    _id: z.union([z.string().min(1), z.number()]).transform(String),
    text: z.string(),
    metadata: z
      .object({
        answers: z.array(z.string()).nullish(),
        unanswerable: z.boolean().nullish(),
        history: z.array(z.object({ speaker: z.enum(['user', 'agent']), text: z.string() })).nullish(),
      })
      .nullish(),
  })
  .transform(({ _id: id, text, metadata }): EvaluationQuery => {
    const answers = metadata?.answers ?? []
    const unanswerable = metadata?.unanswerable === true
    return {
      id,
      text,
      answers,
      unanswerable,
      answerable: !unanswerable && (metadata?.unanswerable === false || answers.length > 0),
      history: metadata?.history ?? [],
    }
  })

/** What was asked before a question in its conversation, oldest first. */
export const earlierQuestions = ({ history }: EvaluationQuery) =>
  history.filter(({ speaker }) => speaker === 'user').map(({ text }) => text)

/** The path of a collection's corpus. Throws a CollectionError when there is no such file. */
export const corpusFile = (folder: string) => existing(folder, 'corpus.jsonl')

/** The questions in the order of the file. Throws a CollectionError for a line that is none. */
export async function readQueries(folder: string): Promise<EvaluationQuery[]> {
  const path = await existing(folder, 'queries.jsonl')
  const queries = new Map<string, EvaluationQuery>()
  for await (const { place, line } of textLines(path)) {
    const parsed = query.safeParse(parseJson(line, place))
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw new CollectionError(
        `${place} is no question (${issue?.path.join('.') || 'it'}: ${issue?.message}); correct the line.`,
      )
    }
    if (queries.has(parsed.data.id))
      throw new CollectionError(`${place} repeats the id ${parsed.data.id}; give each question its own.`)
    queries.set(parsed.data.id, parsed.data)
  }
  if (queries.size === 0) throw new CollectionError(`${path} holds no question; there is nothing to ask.`)
  return [...queries.values()]
}

/** The relevance judgements. Throws a CollectionError for a broken line, and when no document is relevant. */
export async function readJudgements(folder: string): Promise<Judgements> {
  const path = await existing(folder, join('qrels', 'test.tsv'))
  const judgements: Judgements = new Map()
  let isFirst = true
  let relevant = 0
  for await (const { place, line } of textLines(path)) {
    const [id = '', document = '', score = '', ...more] = line.split('\t').map((part) => part.trim())
    const grade = /^-?\d+$/.test(score) ? Number(score) : null
    const isHeader = isFirst && grade === null
    isFirst = false
    if (isHeader) continue
    if (grade === null || id === '' || document === '' || more.length > 0)
      throw new CollectionError(
        `${place} is no judgement; write query id, document id and a whole number, apart by tabs.`,
      )
    const ofQuery = judgements.get(id) ?? new Map<string, number>()
    if (ofQuery.has(document))
      throw new CollectionError(`${place} judges ${document} for ${id} again; keep one of the lines.`)
    judgements.set(id, ofQuery.set(document, grade))
    if (grade > 0) relevant += 1
  }
  if (relevant === 0)
    throw new CollectionError(`${path} names no relevant document; retrieval cannot be measured without.`)
  return judgements
}

const LAYOUT = 'a collection is a folder with corpus.jsonl, queries.jsonl and qrels/test.tsv'

/** The path of a file of a collection. Throws a CollectionError, with the layout, when it cannot be read. */
export async function existing(folder: string, name: string, layout = LAYOUT): Promise<string> {
  const path = join(folder, name)
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new CollectionError(`There is no file ${path}; ${layout}.`)
  await access(path, constants.R_OK).catch(() => {
    throw new CollectionError(`The file ${path} may not be read; check its permissions.`)
  })
  return path
}

/** The lines that are not blank, each with its place in words: `file:line`. */
export async function* textLines(path: string): AsyncGenerator<{ place: string; line: string }> {
  for await (const { number, bytes } of readLines(path, MAX_LINE_BYTES)) {
    const place = `${path}:${number}`
    if (!bytes) throw new CollectionError(`${place} is longer than ${MAX_LINE_BYTES / 1e6} MB; shorten it.`)
    const line = decodeLine(bytes, place)
    if (line.trim() !== '') yield { place, line }
  }
}

function decodeLine(bytes: Buffer, place: string): string {
  try {
    return decode(bytes)
  } catch (error) {
    if (error instanceof Refusal) throw new CollectionError(`${place} is not UTF-8; save it as UTF-8.`)
    throw error
  }
}

/** Throws a CollectionError that names the place. */
export function parseJson(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new CollectionError(`${place} is not valid JSON; correct the line or take it out.`)
  }
}
