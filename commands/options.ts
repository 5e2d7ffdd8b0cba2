/** Options that several commands share. */
import type { Option, Values } from '../src/command.ts'

export const sourceOption: Option = {
  name: 'source',
  description: 'Only documents of this publisher',
  type: 'string',
  maxLength: 100,
  complete: (typed, services, context) => services.sources(typed, context),
}

export const sinceOption: Option = {
  name: 'since',
  description: 'Only documents since then: today, week, month, year, or a day like 2024-05-16',
  type: 'string',
  maxLength: 20,
}

export const privateOption: Option = {
  name: 'private',
  description: 'Only you see the answer',
  type: 'boolean',
}

/** A text option that was given and holds something. */
export function optionalText(value: Values[string]): string | undefined {
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' ? undefined : text
}
