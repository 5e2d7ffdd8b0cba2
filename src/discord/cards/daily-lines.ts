/** What a daily briefing was limited to, left out and made of, in a line each. */
import type { DailyScope } from '../../command/context.ts'
import type { Digest } from '../../daily/digest.ts'
import type { Language } from '../../locales/language.ts'
import type { Limits } from './limits.ts'
import { named, span } from './parts.ts'
import { documentNumber, present } from './sources.ts'

/** `Only Gazette · about trade`; '' when the briefing was not limited. */
export function dailyScopeText({ topics, sources }: DailyScope, limits: Limits, { say }: Language): string {
  const [about, from] = [topics, sources].map((names) => named(names.join(', '), limits.question))
  const parts = present([from ?? '', about && say('card.scope.topic', { topic: about })].map(String))
  return parts.length > 0 ? say('card.scope', { parts: parts.join(' · ') }) : ''
}

/** How many stories are not told; '' when all are. */
export function leftOutText({ leftOut }: Digest, { say }: Language): string {
  const { stories, unchanged, documents } = leftOut
  const parts = [
    stories > 0 ? say('daily.leftOut.stories', { count: stories }) : '',
    unchanged > 0 ? say('daily.leftOut.unchanged', { count: unchanged }) : '',
  ]
  const told = present(parts)
  return told.length > 0 ? say('daily.leftOut', { parts: told.join(', '), documents }) : ''
}

/** What was new, of how much, and how many documents are quoted. */
export const dailyCoverage = (digest: Digest, language: Language): string =>
  language.say('daily.coverage', {
    articles: digest.articles,
    documents: digest.coverage.documents,
    span: span(digest.coverage, language),
    quoted: citedNumbers(digest).length,
  })

/** The numbers of the documents that are quoted, in order. */
export function citedNumbers({ quotes, documents }: Digest): number[] {
  const numbers = new Set(quotes.map((quote) => documentNumber(documents, quote)))
  return [...numbers].filter((number) => number > 0).sort((one, other) => one - other)
}
