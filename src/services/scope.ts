/** What a question may hold, and what it may be limited to. */
import { type Context, type DailyScope, type Scope, UserError } from '../command/context.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { UNKNOWN_SOURCE } from '../document.ts'
import { catalogues } from '../locales/language.ts'
import { normalise } from '../text/normalise.ts'

const MAX_LENGTH = 1000

/** The collection that may be changed here. Throws a UserError where there is none. */
export function ownCollection({ own }: Pick<Context, 'own'>): string {
  if (own === null) throw new UserError('error.serverOnly')
  return own
}

/** A question or topic as texts are stored, without blanks around it. Throws a UserError for one that is empty or too long. */
export function checkText(text: string, what: 'question' | 'topic'): string {
  const trimmed = normalise(text)
  if (trimmed === '') throw new UserError(what === 'question' ? 'error.emptyQuestion' : 'error.emptyTopic')
  if (trimmed.length > MAX_LENGTH)
    throw new UserError(what === 'question' ? 'error.longQuestion' : 'error.longTopic', {
      length: trimmed.length,
      limit: MAX_LENGTH,
    })
  return trimmed
}

const same = (one: string, other: string) =>
  one.localeCompare(other, undefined, { sensitivity: 'accent' }) === 0

const isUnnamed = (source: string) =>
  Object.values(catalogues).some((catalogue) => same(catalogue['source.unknown'], source))

/** Names that hold what was typed, at most so many, the most frequent first as they come. */
export function holding(typed: string, names: string[], most: number): string[] {
  const wanted = typed.trim().toLowerCase()
  return names.filter((name) => name.toLowerCase().includes(wanted)).slice(0, most)
}

/** The scope with source and topic as the corpus writes them. Throws a UserError for one that it does not have. */
export async function knownScope(scope: Scope, { collections }: Context, corpus: Corpus): Promise<Scope> {
  const { source, topic } = scope
  const known: Scope = { ...scope }
  if (source) known.source = await knownSource(source, collections, corpus)
  if (topic) known.topic = await knownTopic(topic, collections, corpus)
  return known
}

/** The same for a daily briefing, each name once. */
export async function knownDailyScope(
  { topics, sources }: DailyScope,
  collections: string[],
  corpus: Corpus,
): Promise<DailyScope> {
  const known = {
    topics: await Promise.all(topics.map((topic) => knownTopic(topic, collections, corpus))),
    sources: await Promise.all(sources.map((source) => knownSource(source, collections, corpus))),
  }
  return { topics: [...new Set(known.topics)], sources: [...new Set(known.sources)] }
}

/** By its name, or by what a missing one is called in any language. */
async function knownSource(source: string, collections: string[], corpus: Corpus): Promise<string> {
  const wanted = isUnnamed(source) ? UNKNOWN_SOURCE : source
  const named = (await corpus.sources(collections)).find((one) => same(one.source, wanted))
  if (!named) throw new UserError('error.unknownSource', { source: source.slice(0, 100) })
  return named.source
}

async function knownTopic(topic: string, collections: string[], corpus: Corpus): Promise<string> {
  const named = (await corpus.topics(collections)).find((one) => same(one.topic, topic))
  if (!named) throw new UserError('error.unknownTopic', { topic: topic.slice(0, 100) })
  return named.topic
}
