/** Options that take several names. */
import { type Services, type TypingContext, UserError } from '../context.ts'
import { type Complete, type Option, textOf } from '../option.ts'

const MOST = 10
const MAX_LENGTH = 500

/** Several names of one kind, of which `named` knows those that hold what was typed. */
export const names = (
  named: (typed: string, services: Services, context: TypingContext) => Promise<string[]>,
  settings: { text?: string } = {},
): Option<string[]> => ({
  ...settings,
  kind: 'string',
  maxLength: MAX_LENGTH,
  complete: completeLast(named),
  read: (given) => {
    const text = textOf(given)
    const found = namesIn(text ?? '')
    if (text !== undefined && found.length === 0) throw new UserError('error.noNames', { names: text })
    return found
  },
})

/** The names of a text that separates them by commas, or by semicolons where a name has a comma; each once. */
function namesIn(text: string): string[] {
  const found = text.split(text.includes(';') ? ';' : /[,，、]/).map((name) => name.trim())
  return [...new Set(found.filter((name) => name !== ''))].slice(0, MOST)
}

/** The text that namesIn() reads as these names. */
const joined = (names: string[]) =>
  names.some((name) => /[,，、]/.test(name)) ? `${names.join('; ')};` : names.join(', ')

/** Completes the last of several names; those before it stay as they are. */
function completeLast(
  named: (typed: string, services: Services, context: TypingContext) => Promise<string[]>,
): Complete {
  return async (typed, services, context) => {
    const isEnded = /[,;，、]\s*$/.test(typed)
    const typedNames = namesIn(typed)
    const last = isEnded ? '' : (typedNames.at(-1) ?? '')
    const before = isEnded ? typedNames : typedNames.slice(0, -1)
    const found = (await named(last, services, context)).filter((name) => !before.includes(name))
    return found.map((name) => joined([...before, name])).map((text) => ({ name: text, value: text }))
  }
}
