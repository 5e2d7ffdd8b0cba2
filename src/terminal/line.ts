/** The words of a command line or of a typed line → a command and its values. */
import { parseArgs } from 'node:util'
import { type Command, UserError, type Values } from '../command.ts'

export type Parsed = { command: Command; values: Values; json: boolean; help: boolean }

/**
 * Finds the command that the words begin with, and reads its options; the bare words go to the command's rest.
 * Throws a UserError that names the word and what to write instead.
 */
export function parseWords(words: string[], commands: Command[]): Parsed {
  const command = commands
    .filter(({ name }) => name.split(' ').every((part, at) => words[at] === part))
    .toSorted((a, b) => b.name.length - a.name.length)[0]
  if (!command) throw new UserError(`There is no command “${words[0] ?? ''}”; help lists the commands.`)
  const flags = command.options.filter(({ name }) => name !== command.rest)
  const options = Object.fromEntries(
    [...flags, JSON_FLAG, HELP_FLAG].map(({ name, type }) => [name, { type }]),
  )
  const { values, positionals } = read(words.slice(command.name.split(' ').length), options, command)
  const { json, help, ...given } = values
  const rest = positionals.join(' ')
  if (!command.rest && rest !== '')
    throw new UserError(`${command.name} takes no “${rest}”; help ${command.name} shows what it takes.`)
  if (command.rest && rest === '' && help !== true)
    throw new UserError(
      `${command.name} needs a ${command.rest}, such as: ${command.name} "what does China gain?"`,
    )
  return {
    command,
    values: { ...given, ...(command.rest && { [command.rest]: rest }) },
    json: json === true,
    help: help === true,
  }
}

const JSON_FLAG = { name: 'json', type: 'boolean' } as const
const HELP_FLAG = { name: 'help', type: 'boolean' } as const

function read(args: string[], options: Record<string, { type: 'string' | 'boolean' }>, command: Command) {
  try {
    return parseArgs({ args, options, allowPositionals: true }) as { values: Values; positionals: string[] }
  } catch (error) {
    const [sentence] = String(error instanceof Error ? error.message : error).split(/\. |\n/)
    throw new UserError(`${sentence}; ${command.name} --help shows what it takes.`)
  }
}

/** The words of a typed line, with quotation marks around words that belong together. */
export const splitLine = (line: string) =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
