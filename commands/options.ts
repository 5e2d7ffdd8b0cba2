/** Options that several commands share. */
import type { Option, Scope, Suggestion, Values } from '../src/command.ts'
import type { Language } from '../src/language/language.ts'
import { sinceDate, suggestSince } from './since.ts'

const asTyped = (names: string[]): Suggestion[] => names.map((name) => ({ name, value: name }))

export const sourceOption: Option = {
  name: 'source',
  type: 'string',
  maxLength: 100,
  complete: async (typed, services, context) => asTyped(await services.sources(typed, context)),
}

export const aboutOption: Option = {
  name: 'about',
  type: 'string',
  maxLength: 100,
  complete: async (typed, services, context) => asTyped(await services.topics(typed, context)),
}

export const speakerOption: Option = {
  name: 'speaker',
  type: 'string',
  maxLength: 100,
  complete: async (typed, services, context) => asTyped(await services.speakers(typed, context)),
}

export const sinceOption: Option = {
  name: 'since',
  type: 'string',
  maxLength: 100,
  complete: async (typed, _services, { language }) => suggestSince(typed, language),
}

export const privateOption: Option = { name: 'private', type: 'boolean' }

/** What the values limit a question to. Throws a UserError for a since that is no time. */
export async function scopeOf(values: Values, language: Language): Promise<Scope> {
  const [source, topic, speaker] = [values.source, values.about, values.speaker].map(optionalText)
  const since = await sinceDate(optionalText(values.since), language)
  return {
    ...(source && { source }),
    ...(topic && { topic }),
    ...(speaker && { speaker }),
    ...(since && { since }),
  }
}

/** A text option that was given and holds something. */
function optionalText(value: Values[string]): string | undefined {
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' ? undefined : text
}
