/** What a document is about: by its own account, and by the folders that it lies in. */
import { z } from 'zod'
import { boundName } from './bounds.ts'
import { fold } from './normalise.ts'

const MAX_TOPICS = 20
const NAMES = ['topics', 'topic', 'tags', 'keywords'] as const

/** A list, or one text with commas; anything else is no topic. */
const names = z
  .unknown()
  .transform((value) =>
    (typeof value === 'string' ? value.split(/[,，、]/) : [value].flat())
      .filter((name) => typeof name === 'string' || typeof name === 'number')
      .map(String),
  )
  .optional()

/** The fields of a document's metadata that may name topics. */
export const topicFields = { topics: names, topic: names, tags: names, keywords: names }

/**
 * The topics of a document, each on one line, none twice in another case, those that it gives itself first.
 * `path` is its file's in the corpus folder; null when it has none.
 */
export function topicsOf(
  fields: Partial<Record<(typeof NAMES)[number], string[] | undefined>>,
  path: string | null,
): string[] {
  const folders = path?.split('/').slice(0, -1) ?? []
  const topics = new Map<string, string>()
  for (const name of [...NAMES.flatMap((field) => fields[field] ?? []), ...folders]) {
    const topic = boundName(name, 'topic')
    if (topic !== '' && topics.size < MAX_TOPICS && !topics.has(fold(topic))) topics.set(fold(topic), topic)
  }
  return [...topics.values()]
}
