/** The words of a command line or of a typed line → what they ask for. */
import { parseArgs } from 'node:util'
import type { Command } from '../command/command.ts'
import { UserError } from '../command/context.ts'
import type { GivenValues, Option } from '../command/option.ts'
import { commandText, optionText } from '../locales/commands.ts'
import { english } from '../locales/language.ts'
import { closest, distance } from '../text/spelling.ts'

/** What parsing and help need to know of an option. `words` are bare words that stay apart. */
type DescribedOption = { name: string; description: string; type: 'string' | 'boolean' | 'integer' | 'words' }

/** What parsing and help need to know of a command. */
export type Described = {
  name: string
  description: string
  options: DescribedOption[]
  /** The option that takes the bare words. */
  rest?: string | undefined
  /** The one that the beginning of its name alone means. */
  isDefault?: boolean | undefined
}

/** A command of the bot's with its English texts. */
export type DescribedCommand = Described & { command: Command }

const TYPES = { string: 'string', boolean: 'boolean', integer: 'integer', paths: 'words' } as const

/** A command as the terminal knows it: without options of a kind that cannot be typed. */
export function describe(command: Command): DescribedCommand {
  const { name, rest, isDefault } = command
  const description = command.description ?? commandText(name, english).description
  return { name, description, rest, isDefault, command, options: describeOptions(command.options) }
}

const describeOptions = (options: Command['options']): DescribedOption[] =>
  Object.entries(options).flatMap(([name, option]) => {
    if (option.only === 'chat' || option.kind === 'channel' || option.kind === 'attachment') return []
    return [{ name, type: TYPES[option.kind], description: descriptionOf(name, option) }]
  })

const descriptionOf = (name: string, { description, text }: Option): string =>
  description ?? optionText(text ?? name, english).description

/** Either commands to explain, or one to run. */
export type Request<Known extends Described = Described> =
  | { kind: 'help'; shown: Known[]; json: boolean }
  | { kind: 'run'; command: Known; values: GivenValues; json: boolean }

const JSON_FLAG = { name: 'json', type: 'boolean' } as const
const HELP_FLAG = { name: 'help', type: 'boolean' } as const
const EXAMPLES: Record<string, string> = {
  file: 'documents.jsonl',
  number: '2',
  folder: 'collections/news',
  items: 'report.pdf https://example.org/article',
  documents: 'report.pdf',
  link: 'https://example.org/feed.xml',
  topic: '"peace plan"',
}
/** Edits between a word and the command that was meant. */
const MOST_EDITS = 2

/**
 * Finds the command that the words begin with, and reads its options; the bare words go to the command's rest.
 * Throws a UserError that names the word and what to write instead.
 */
export function parseWords<Known extends Described>(words: string[], commands: Known[]): Request<Known> {
  const first = words[0] ?? ''
  const isHelp = first === 'help' || first === '--help' || first === '-h'
  if (isHelp) return readHelp(words.slice(1), commands)
  const { command, length } = findNamed(words, commands)
  const { name, rest, options } = command
  const flags = options.filter((option) => option.name !== rest)
  const { values, positionals } = read(words.slice(length), [...flags, JSON_FLAG, HELP_FLAG], name)
  const { json, help, ...given } = values
  if (help === true) return { kind: 'help', shown: [command], json: json === true }
  const bare = positionals.join(' ')
  if (!rest && bare !== '')
    throw new UserError({ plain: `${name} takes no “${bare}”; help ${name} shows what it takes.` })
  if (rest && bare === '')
    throw new UserError({
      plain: `${name} needs a ${rest}, such as: ${name} ${EXAMPLES[rest] ?? '"what does China gain?"'}`,
    })
  const staysApart = options.some((option) => option.name === rest && option.type === 'words')
  return {
    kind: 'run',
    command,
    values: { ...given, ...(rest && { [rest]: staysApart ? positionals : bare }) },
    json: json === true,
  }
}

/** The command with the longest name that the words begin with, and of how many words that is. */
function findNamed<Known extends Described>(words: string[], commands: Known[]) {
  const matches = commands.flatMap((command) => {
    const whole = command.name.split(' ')
    const names = command.isDefault ? [whole, whole.slice(0, -1)] : [whole]
    return names
      .filter((parts) => parts.every((part, at) => words[at] === part))
      .map(({ length }) => ({ command, length }))
  })
  const [best] = matches.toSorted((one, other) => other.length - one.length)
  if (!best) throw unknown(words, commands)
  return best
}

/** `help` explains all commands, `help corpus` those of that name or group. */
function readHelp<Known extends Described>(words: string[], commands: Known[]): Request<Known> {
  const asked = words.filter((word) => !/^--(?:json|help)$/.test(word)).join(' ')
  const shown = commands.filter(({ name }) => asked === '' || `${name} `.startsWith(`${asked} `))
  if (shown.length === 0) throw unknown([asked], commands)
  return { kind: 'help', shown, json: words.includes('--json') }
}

function unknown(words: string[], commands: Described[]): UserError {
  const [first = ''] = words
  const group = commands.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name)
  const typed = group.length > 0 ? words.slice(0, 2).join(' ') : first
  const meant = group.length > 0 && words.length === 1 ? undefined : nearestName(words, commands)
  if (meant) return new UserError({ plain: `There is no command “${typed}”; did you mean ${meant}?` })
  return new UserError({
    plain:
      group.length > 0
        ? `${first} alone is no command; write ${group.join(' or ')}.`
        : `There is no command “${first}”; help lists the commands.`,
  })
}

/** The command that was probably meant, by whole names and by first words. */
function nearestName(words: string[], commands: Described[]): string | undefined {
  const isGroup = commands.some(({ name }) => name.startsWith(`${words[0]} `))
  const names = commands.flatMap(({ name }) => (isGroup ? [name] : [name, name.split(' ')[0] ?? name]))
  const found = names.map((name) => {
    const typed = words.slice(0, name.split(' ').length).join(' ').toLowerCase()
    // Of equally many edits, letters in another order are the likelier slip.
    const isOrder = lettersOf(typed) === lettersOf(name)
    return { name, edits: distance(typed, name), slip: isOrder ? 0 : 1 }
  })
  const [best] = found.toSorted((one, other) => one.edits - other.edits || one.slip - other.slip)
  return best && best.edits <= MOST_EDITS && best.edits < best.name.length ? best.name : undefined
}

const lettersOf = (word: string) => [...word].toSorted().join('')

type Flag = Pick<DescribedOption, 'name' | 'type'>

function read(args: string[], flags: Flag[], name: string) {
  const options = Object.fromEntries(
    flags.map(({ name, type }) => [name, { type: type === 'boolean' ? type : ('string' as const) }]),
  )
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const typed = flags.flatMap(({ name, type }) => {
      const value = values[name]
      if (value === undefined) return []
      return [[name, type === 'integer' ? numberOf(name, String(value)) : value] as const]
    })
    return { values: Object.fromEntries(typed) as GivenValues, positionals }
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError({ plain: parseFault(error, flags, name) })
  }
}

function numberOf(name: string, value: string): number {
  const number = Number(value)
  if (value.trim() !== '' && Number.isInteger(number)) return number
  throw new UserError({ plain: `--${name} ${value} is not a whole number; write it like --${name} 10.` })
}

/** The fault as one sentence, with the option that was probably meant. */
function parseFault(error: unknown, flags: Flag[], name: string): string {
  const [sentence = ''] = String(error instanceof Error ? error.message : error).split(/\. |\n/)
  const typed = /^Unknown option '--([^']*)'/.exec(sentence)?.[1]
  if (typed === undefined) return `${sentence}; ${name} --help shows what it takes.`
  const meant = closest(
    typed,
    flags.map((flag) => flag.name),
  )
  return distance(typed, meant) <= MOST_EDITS
    ? `${name} has no --${typed}; did you mean --${meant}?`
    : `${name} has no --${typed}; ${name} --help shows what it takes.`
}

/** The words of a typed line, with quotation marks around words that belong together. */
export const splitLine = (line: string) =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
