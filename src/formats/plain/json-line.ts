/** JSON Lines (.jsonl): a document a line. */
import { z } from 'zod'
import { UNKNOWN_SOURCE } from '../../document.ts'
import { Refusal, type RefusalReason } from '../../refusal.ts'
import { detectLanguage } from '../../text/analysis.ts'
import { normaliseName } from '../../text/normalise.ts'
import { topicsOf } from '../../text/topics.ts'
import type { ParsedDocument } from '../parsed.ts'
import { lineMetadata } from './metadata.ts'
import { plainText } from './plain-text.ts'

/** UTF-16 code units; a path in the corpus folder is no longer, and people see ids. */
const LONGEST_ID = 1000

const line = z.object({
  _id: z.union([z.string().min(1).max(LONGEST_ID), z.number()]).transform(String),
  title: z.string().nullish(),
  text: z.string(),
  metadata: lineMetadata.nullish().catch(null),
})

/** One line of JSON Lines in BEIR form, from a file at `path` in the corpus folder, if it is there. Throws a Refusal. */
export function readJsonLine(json: string, path: string | null = null): ParsedDocument {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new Refusal('refusal.badJson')
  }
  const parsed = line.safeParse(value)
  if (!parsed.success) throw new Refusal(reasonOf(parsed.error))
  const { _id, title, metadata: fields } = parsed.data
  // A headline alone is its own text.
  const whole = plainText(parsed.data.text)
  const { text, sections } = whole.text === '' ? plainText(title ?? '') : whole
  if (text === '') throw new Refusal('refusal.emptyText')
  return {
    id: _id,
    title: normaliseName(title ?? '') || (fields?.title ?? ''),
    source: fields?.source || UNKNOWN_SOURCE,
    author: fields?.author || null,
    url: fields?.url ?? null,
    date: fields?.date ?? null,
    language: fields?.language ?? detectLanguage(text),
    topics: topicsOf(fields ?? {}, path),
    text,
    sections,
  }
}

function reasonOf({ issues: [issue] }: z.ZodError): RefusalReason {
  if (!issue?.path.length) return { key: 'refusal.notObject' }
  if (issue.code === 'too_big') return { key: 'refusal.idLength', values: { limit: LONGEST_ID } }
  return { key: 'refusal.field', values: { field: issue.path.join('.') } }
}
