/** Completion at the prompt: commands, their options, and sources, speakers and topics of the corpus. */
import type { Described, DescribedCommand } from './line.ts'
import { type Terminal, withContext } from './terminal.ts'

/** What may follow, and the end of the line that it replaces, as readline wants it. */
type Completions = [found: string[], replaced: string]

/** The completions of a line; none of a question. Never rejects: a fault completes nothing. */
export async function completeLine(
  line: string,
  commands: (Described | DescribedCommand)[],
  terminal: Terminal,
): Promise<Completions> {
  try {
    if (!line.startsWith('/')) return [[], line]
    const value = /\s--([a-z]+)\s+(?!\s)"?([^"]{0,200})$/.exec(line)
    const command = commandOf(line, commands)
    if (value && command) return await completeValue(command, value[1] ?? '', value[2] ?? '', terminal)
    const flag = /\s(--[a-z]*)$/.exec(line)?.[1]
    if (flag !== undefined && command) return [fitting(flagsOf(command), flag), flag]
    return [
      fitting(
        commands.map(({ name }) => `/${name} `),
        line,
      ),
      line,
    ]
  } catch {
    return [[], line]
  }
}

const fitting = (all: string[], typed: string) => all.filter((one) => one.startsWith(typed))
const flagsOf = ({ options, rest }: Described) =>
  options
    .filter(({ name }) => name !== rest)
    .map(({ name, type }) => `--${name}${type === 'boolean' ? '' : ' '}`)

const commandOf = <Known extends Described>(line: string, commands: Known[]): Known | undefined =>
  commands
    .filter(({ name }) => `${line.slice(1)} `.startsWith(`${name} `))
    .toSorted((one, other) => other.name.length - one.name.length)[0]

async function completeValue(
  command: Described | DescribedCommand,
  name: string,
  typed: string,
  terminal: Terminal,
): Promise<Completions> {
  const options = 'command' in command ? command.command.options : {}
  const complete = Object.hasOwn(options, name) ? options[name]?.complete : undefined
  if (!complete) return [[], typed]
  const silent = { ...terminal, note: () => {} }
  const found = await withContext(silent, command.name, (context) =>
    complete(typed, terminal.services, context),
  )
  return [found.map(({ value }) => (/\s/.test(value) ? `"${value}" ` : `${value} `)), typed]
}
