import type { Command } from '../src/command.ts'

/** The help command over a list of commands, itself included. */
export function createHelp(others: Command[]): Command {
  const help: Command = {
    name: 'help',
    description: 'Show the commands',
    options: [],
    isPrivate: () => true,
    run: async () => ({ kind: 'help', commands: [...others, help], private: true }),
  }
  return help
}
