/** What a question was limited to, in one line. */
import type { Scope } from '../../command/context.ts'
import type { Language } from '../../locales/language.ts'
import type { Limits } from './limits.ts'
import { day, named } from './parts.ts'
import { present } from './sources.ts'

/** `Only Gazette · since 2024-05-16`; '' when the question was not limited. */
export function scopeText(
  { source, topic, speaker, since }: Scope,
  limits: Limits,
  language: Language,
): string {
  const { say } = language
  const name = (text: string | undefined) => named(text ?? '', limits.name)
  const [from, about, by] = [name(source), name(topic), name(speaker)]
  const parts = present([
    by && say('card.scope.speaker', { speaker: by }),
    from,
    about && say('card.scope.topic', { topic: about }),
    since ? say('card.scope.since', { date: day(since, language) }) : '',
  ])
  return parts.length > 0 ? say('card.scope', { parts: parts.join(' · ') }) : ''
}

/** The same in small print. */
export function scopeLine(scope: Scope, limits: Limits, language: Language): string {
  const text = scopeText(scope, limits, language)
  return text && `-# ${text}`
}
