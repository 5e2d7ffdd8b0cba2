/** Options that take several names. */
import type { Context, Option, Services, Values } from '../src/command.ts'

const MOST = 10

/** The names of a text that separates them by commas, or by semicolons where a name has a comma; each once. */
export function severalIn(value: Values[string]): string[] {
  const text = typeof value === 'string' ? value : ''
  const names = text.split(text.includes(';') ? ';' : /[,，、]/).map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))].slice(0, MOST)
}

/** The text that severalIn() reads as these names. */
const joined = (names: string[]) =>
  names.some((name) => /[,，、]/.test(name)) ? `${names.join('; ')};` : names.join(', ')

/** Completes the last of several names; those before it stay as they are. */
export function completeLast(
  named: (typed: string, services: Services, context: Context) => Promise<string[]>,
): NonNullable<Option['complete']> {
  return async (typed, services, context) => {
    const isEnded = /[,;，、]\s*$/.test(typed)
    const names = severalIn(typed)
    const last = isEnded ? '' : (names.at(-1) ?? '')
    const before = isEnded ? names : names.slice(0, -1)
    const found = (await named(last, services, context)).filter((name) => !before.includes(name))
    return found.map((name) => joined([...before, name])).map((text) => ({ name: text, value: text }))
  }
}
