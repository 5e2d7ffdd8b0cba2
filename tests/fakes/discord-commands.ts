/** Discord's written rules for the registration of commands. */

export type CommandBody = {
  name: string
  type?: number
  description?: string
  options?: OptionBody[] | null
  name_localizations?: Record<string, string> | null
  description_localizations?: Record<string, string> | null
  [field: string]: unknown
}

export type OptionBody = CommandBody & {
  required?: boolean
  autocomplete?: boolean
  choices?: Choice[]
  min_length?: number
  max_length?: number
  min_value?: number
  max_value?: number
  channel_types?: number[]
}

type Choice = { name: string; value: string | number; name_localizations?: Localizations }
type Localizations = Record<string, string> | null | undefined

const LOCALES =
  'ar bg cs da de el en-GB en-US es-419 es-ES fi fr he hi hr hu id it ja ko lt nl no pl pt-BR ro ru sv-SE th tr uk vi zh-CN zh-TW'.split(
    ' ',
  )
const word = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

/** One line for each fault; `commands` is the whole list of one scope, or a single command. */
export function checkCommands(commands: CommandBody[]): string[] {
  const faults = commands.length > 130 ? [`${commands.length} commands, at most 130`] : []
  for (const [type, most] of [
    [1, 100],
    [2, 15],
    [3, 15],
  ] as const) {
    const names = commands.filter((command) => (command.type ?? 1) === type).map(({ name }) => name)
    if (names.length > most) faults.push(`${names.length} commands of type ${type}, at most ${most}`)
    if (new Set(names).size < names.length) faults.push('two commands have the same name')
  }
  return [...faults, ...commands.flatMap(checkCommand)]
}

function checkCommand(command: CommandBody): string[] {
  if ((command.type ?? 1) !== 1) {
    const names = [command.name, ...Object.values(command.name_localizations ?? {})]
    const bad = names.some((name) => !name.trim() || [...name].length > 32)
    if (bad || command.description || command.options?.length)
      return [`menu command ${command.name}: names of 1 to 32 characters, no description, no options`]
    return checkLocales(command.name, command.name_localizations)
  }
  const faults = [...checkNames(command), ...checkOptions(command, 0)]
  const total = weight(command)
  return total > 8000 ? [...faults, `command ${command.name} has ${total} characters, at most 8000`] : faults
}

function checkNames({
  name,
  description,
  name_localizations,
  description_localizations,
}: CommandBody): string[] {
  const names = [name, ...Object.values(name_localizations ?? {})]
  const descriptions = [description ?? '', ...Object.values(description_localizations ?? {})]
  return [
    ...names
      .filter((text) => !word.test(text) || text !== text.toLowerCase())
      .map((text) => `command name '${text}' is not allowed`),
    ...descriptions
      .filter((text) => text.length < 1 || [...text].length > 100)
      .map((text) => `description of ${name} has ${[...text].length} characters, allowed are 1 to 100`),
    ...checkLocales(name, name_localizations),
    ...checkLocales(name, description_localizations),
  ]
}

function checkLocales(name: string, localizations: Localizations): string[] {
  return Object.keys(localizations ?? {})
    .filter((locale) => !LOCALES.includes(locale))
    .map((locale) => `${name}: ${locale} is no locale of Discord`)
}

function checkOptions(owner: CommandBody, depth: number): string[] {
  const options = owner.options ?? []
  const faults = options.length > 25 ? [`${owner.name} has ${options.length} options, at most 25`] : []
  if (new Set(options.map(({ name }) => name)).size < options.length)
    faults.push(`${owner.name}: two options have one name`)
  const nested = options.filter(({ type }) => type === 1 || type === 2).length
  if (nested && nested < options.length) faults.push(`${owner.name} mixes subcommands and options`)
  if (nested && depth > 1) faults.push(`${owner.name} nests subcommands too deep`)
  const firstOptional = options.findIndex(({ required }) => !required)
  if (!nested && firstOptional >= 0 && options.slice(firstOptional).some(({ required }) => required))
    faults.push(`${owner.name}: required options come first`)
  return [...faults, ...options.flatMap((option) => [...checkNames(option), ...checkOption(option, depth)])]
}

function checkOption(option: OptionBody, depth: number): string[] {
  if (option.type === 1 || option.type === 2) return checkOptions(option, depth + 1)
  const faults: string[] = []
  const choices = option.choices ?? []
  if (!(Number(option.type) >= 3 && Number(option.type) <= 11))
    faults.push(`option ${option.name} has type ${option.type}`)
  if (choices.length > 25) faults.push(`option ${option.name} has ${choices.length} choices, at most 25`)
  if (option.autocomplete && choices.length)
    faults.push(`option ${option.name}: autocomplete excludes choices`)
  faults.push(...choices.flatMap((choice) => checkChoice(option.name, choice)), ...checkBounds(option))
  return faults
}

function checkChoice(owner: string, { name, value, name_localizations }: Choice): string[] {
  const texts = [name, String(value), ...Object.values(name_localizations ?? {})]
  const bad = name.length < 1 || texts.some((text) => [...text].length > 100)
  return [
    ...(bad ? [`a choice of ${owner} is over 100 characters or empty`] : []),
    ...checkLocales(`a choice of ${owner}`, name_localizations),
  ]
}

function checkBounds(option: OptionBody): string[] {
  const faults: string[] = []
  for (const bound of [option.min_length, option.max_length])
    if (bound !== undefined && (bound < 0 || bound > 6000))
      faults.push(`option ${option.name}: length ${bound} is over 6000`)
  if (option.max_length === 0) faults.push(`option ${option.name}: max_length is at least 1`)
  const { type = 0, min_value = -Infinity, max_value = Infinity } = option
  if (min_value > max_value) faults.push(`option ${option.name}: min_value is over max_value`)
  const only = (field: string, types: number[]) => {
    if (option[field] != null && !types.includes(type))
      faults.push(`option ${option.name} of type ${type} has no ${field}`)
  }
  only('min_value', [4, 10])
  only('max_value', [4, 10])
  only('min_length', [3])
  only('max_length', [3])
  only('channel_types', [7])
  return faults
}

/** Characters that count towards the limit of a whole command: the longest localisation of each text. */
function weight(item: CommandBody): number {
  const longest = (text: string | undefined, others: Record<string, string> | null | undefined) =>
    Math.max(...[text ?? '', ...Object.values(others ?? {})].map((entry) => [...entry].length))
  const choices = ((item as OptionBody).choices ?? []).map(
    ({ name, value }) => name.length + String(value).length,
  )
  const own =
    longest(item.name, item.name_localizations) + longest(item.description, item.description_localizations)
  return (
    own +
    choices.reduce((a, b) => a + b, 0) +
    (item.options ?? []).reduce((sum, option) => sum + weight(option), 0)
  )
}
