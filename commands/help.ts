import { type Command, defineCommand } from '../src/command/command.ts'

/** The help command over a list of commands, itself included. */
export function createHelp(others: Command[]): Command {
  const help: Command = defineCommand({
    name: 'help',
    options: {},
    visibility: 'own',

    async run() {
      return { kind: 'help', commands: [...others, help] }
    },
  })
  return help
}
