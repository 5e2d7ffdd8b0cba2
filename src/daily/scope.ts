/** What a briefing is limited to: topics and sources, any of them, as far as there are any. */
import type { Coverage } from '../document.ts'
import { coverageOf } from '../store/coverage.ts'
import { documentFacts } from '../store/documents-by-date.ts'
import type { Store } from '../store/store.ts'
import { fold } from '../text/normalise.ts'
import type { DailyScope } from './digest.ts'

/** Whether a document is on one of the topics and of one of the sources. */
export type Within = (document: { topics: string[]; source: string }) => boolean

const folded = (names: string[]) => [...new Set(names.map(fold))]

export function withinScope(scope: DailyScope): Within {
  const [topics, sources] = [new Set(folded(scope.topics)), new Set(folded(scope.sources))]
  return (document) =>
    (topics.size === 0 || document.topics.some((topic) => topics.has(fold(topic)))) &&
    (sources.size === 0 || sources.has(fold(document.source)))
}

function sum(parts: Coverage[]): Coverage {
  const days = (key: 'oldest' | 'newest') => parts.flatMap((part) => part[key] ?? []).toSorted()
  return {
    documents: parts.reduce((total, { documents }) => total + documents, 0),
    passages: parts.reduce((total, { passages }) => total + passages, 0),
    oldest: days('oldest')[0] ?? null,
    newest: days('newest').at(-1) ?? null,
  }
}

/**
 * How much may be read under a scope. A document has one source, so that counts of sources add up; one on two topics
 * would count twice, so that for several topics the documents are looked at.
 */
export async function coverageWithin(
  store: Store,
  collections: string[],
  scope: DailyScope,
): Promise<Coverage> {
  const [topics, sources] = [folded(scope.topics), folded(scope.sources)]
  if (topics.length > 1) {
    const facts = (await documentFacts(store, collections)).filter(withinScope(scope))
    return sum(facts.map(({ passages, date }) => ({ documents: 1, passages, oldest: date, newest: date })))
  }
  const [topic] = topics
  return sum(
    await Promise.all(
      (sources.length > 0 ? sources : [undefined]).map((source) =>
        coverageOf(store, { collections, topic, source }),
      ),
    ),
  )
}
