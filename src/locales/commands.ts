/** The names and descriptions of commands and options, by their English names. */
import type { Key, Language } from './language.ts'

type Named = { name: string; description: string }

/** Of a command such as `corpus status`: the name is that of both words. Throws when the catalogue lacks it. */
export function commandText(name: string, { say }: Language): Named {
  const words = name.split(' ')
  const names = words.map((_, at) => say(`command.${words.slice(0, at + 1).join('.')}.name` as Key))
  return { name: names.join(' '), description: say(`command.${words.join('.')}.description` as Key) }
}

/** Of an option, or of the other option whose texts it has. */
export const optionText = (name: string, { say }: Language): Named => ({
  name: say(`option.${name}.name` as Key),
  description: say(`option.${name}.description` as Key),
})
