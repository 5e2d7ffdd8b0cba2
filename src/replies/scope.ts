/** What a question or a briefing was limited to, in one line. */
import type { DailyScope } from '../daily/digest.ts'
import type { Scope } from '../ledger/entry.ts'
import type { Language } from '../locales/language.ts'
import { sourceText } from '../locales/place.ts'
import type { Outside, Words } from './block.ts'
import { sourceWords } from './documents.ts'
import { joined, outside, told } from './words.ts'

/** `Only Gazette · since 2024-05-16`; [] when the question was not limited. */
export function scopeWords({ source, topic, speaker, since }: Scope, language: Language): Words {
  const named = (text: string | undefined) => joined([outside(text ?? '', { as: 'name' })], '')
  const [by, about] = [named(speaker), named(topic)]
  return only(
    [
      by.length > 0 ? told(language, 'card.scope.speaker', { speaker: by }) : [],
      sourceWords(source ?? '', language),
      about.length > 0 ? told(language, 'card.scope.topic', { topic: about }) : [],
      since ? told(language, 'card.scope.since', { date: [{ date: since }] }) : [],
    ],
    language,
  )
}

/** `Only Gazette · about trade`; [] when the briefing was not limited. */
export function dailyScopeWords(
  { topics, sources }: DailyScope,
  language: Language,
  as: Outside['as'] = 'question',
): Words {
  const [about, from] = [topics, sources].map((names) =>
    joined([outside(names.map((name) => sourceText(name, language)).join(', '), { as })], ''),
  )
  return only(
    [from ?? [], about?.length ? told(language, 'card.scope.topic', { topic: about }) : []],
    language,
  )
}

function only(limits: Words[], language: Language): Words {
  const parts = joined(limits, ' · ')
  return parts.length > 0 ? told(language, 'card.scope', { parts }) : []
}
