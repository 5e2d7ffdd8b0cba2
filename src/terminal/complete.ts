/** Completion at the prompt: commands, their options, and sources, speakers and topics of the corpus. */
import { randomUUID } from 'node:crypto'
import { suggest } from '../chat/suggest.ts'
import type { Suggestion } from '../command/context.ts'
import type { Described, DescribedCommand } from './line.ts'
import { PLACE } from './surface.ts'
import type { Terminal } from './terminal.ts'

/** So many names fit into a terminal below the line that they complete. */
const MOST_SUGGESTIONS = 25

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
    const value = /\s--([a-z]+)\s+(?!\s)("?[^"]{0,200})$/.exec(line)
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

/** Its whole name, and the beginning that alone means it. */
const namesOf = ({ name, isDefault }: Described) =>
  isDefault ? [name, name.slice(0, name.lastIndexOf(' '))] : [name]

const commandOf = <Known extends Described>(line: string, commands: Known[]): Known | undefined =>
  commands
    .filter((command) => namesOf(command).some((name) => `${line.slice(1)} `.startsWith(`${name} `)))
    .toSorted((one, other) => other.name.length - one.name.length)[0]

async function completeValue(
  command: Described | DescribedCommand,
  name: string,
  begun: string,
  terminal: Terminal,
): Promise<Completions> {
  const options = 'command' in command ? command.command.options : {}
  const option = Object.hasOwn(options, name) ? options[name] : undefined
  let found: Suggestion[] = []
  const surface = {
    suggest: async (suggested: Suggestion[]) => {
      found = suggested
    },
  }
  const typing = {
    option,
    typed: begun.replace(/^"/, ''),
    place: PLACE,
    requestId: randomUUID(),
    mostSuggestions: MOST_SUGGESTIONS,
  }
  await suggest(terminal.chat, typing, surface)
  return [found.map(({ value }) => (/\s/.test(value) ? `"${value}" ` : `${value} `)), begun]
}
