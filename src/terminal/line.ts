/** The words of a command line or of a typed line → what they ask for. */
import { parseArgs } from 'node:util'
import { type Command, UserError, type Values } from '../command.ts'
import { commandText, optionText } from '../language/commands.ts'
import { english } from '../language/language.ts'

/** What parsing and help need to know of a command. */
export type Described = {
  name: string
  description: string
  options: { name: string; description: string; type: 'string' | 'boolean' }[]
  /** The option that takes the bare words; `many` keeps them apart, one on a line. */
  rest?: string
  many?: boolean
}

/** A command as the terminal knows it: with its English texts; undefined for one that works on Discord only. */
export function describe(command: Command): (Command & Described) | undefined {
  if (command.onlyOnDiscord) return undefined
  const options = command.options.flatMap((option) => {
    const { name, text, type } = option
    const { description } = optionText(text ?? name, english)
    return type === 'string' || type === 'boolean' ? [{ ...option, type, description }] : []
  })
  return { ...command, options, description: commandText(command.name, english).description }
}

/** Either commands to explain, or one to run. */
export type Request<Known extends Described = Described> =
  | { kind: 'help'; shown: Known[]; json: boolean }
  | { kind: 'run'; command: Known; values: Values; json: boolean }

const JSON_FLAG = { name: 'json', type: 'boolean' } as const
const HELP_FLAG = { name: 'help', type: 'boolean' } as const
const EXAMPLES: Record<string, string> = {
  file: 'documents.jsonl',
  number: '2',
  folder: 'collections/news',
  items: 'report.pdf https://example.org/article',
  documents: 'report.pdf',
  address: 'https://example.org/feed.xml',
}

/**
 * Finds the command that the words begin with, and reads its options; the bare words go to the command's rest.
 * Throws a UserError that names the word and what to write instead.
 */
export function parseWords<Known extends Described>(words: string[], commands: Known[]): Request<Known> {
  const first = words[0] ?? ''
  const isHelp = first === 'help' || first === '--help' || first === '-h'
  if (isHelp) return readHelp(words.slice(1), commands)
  const command = commands
    .filter(({ name }) => name.split(' ').every((part, at) => words[at] === part))
    .toSorted((a, b) => b.name.length - a.name.length)[0]
  if (!command) throw unknown(words, commands)
  const { name, rest, options } = command
  const flags = options.filter((option) => option.name !== rest)
  const known = Object.fromEntries(
    [...flags, JSON_FLAG, HELP_FLAG].map((flag) => [flag.name, { type: flag.type }]),
  )
  const { values, positionals } = read(words.slice(name.split(' ').length), known, name)
  const { json, help, ...given } = values
  if (help === true) return { kind: 'help', shown: [command], json: json === true }
  const bare = positionals.join(command.many ? '\n' : ' ')
  if (!rest && bare !== '')
    throw new UserError({ plain: `${name} takes no “${bare}”; help ${name} shows what it takes.` })
  if (rest && bare === '')
    throw new UserError({
      plain: `${name} needs a ${rest}, such as: ${name} ${EXAMPLES[rest] ?? '"what does China gain?"'}`,
    })
  return {
    kind: 'run',
    command,
    values: { ...given, ...(rest && { [rest]: bare }) },
    json: json === true,
  }
}

/** `help` explains all commands, `help corpus` those of that name or group. */
function readHelp<Known extends Described>(words: string[], commands: Known[]): Request<Known> {
  const asked = words.filter((word) => !/^--(?:json|help)$/.test(word)).join(' ')
  const shown = commands.filter(({ name }) => asked === '' || `${name} `.startsWith(`${asked} `))
  if (shown.length === 0) throw unknown([asked], commands)
  return { kind: 'help', shown, json: words.includes('--json') }
}

function unknown(words: string[], commands: Described[]): UserError {
  const first = words[0] ?? ''
  const group = commands.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name)
  return new UserError({
    plain:
      group.length > 0
        ? `${first} alone is no command; write ${group.join(' or ')}.`
        : `There is no command “${first}”; help lists the commands.`,
  })
}

function read(args: string[], options: Record<string, { type: 'string' | 'boolean' }>, name: string) {
  try {
    return parseArgs({ args, options, allowPositionals: true }) as { values: Values; positionals: string[] }
  } catch (error) {
    const [sentence] = String(error instanceof Error ? error.message : error).split(/\. |\n/)
    throw new UserError({ plain: `${sentence}; ${name} --help shows what it takes.` })
  }
}

/** The words of a typed line, with quotation marks around words that belong together. */
export const splitLine = (line: string) =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
