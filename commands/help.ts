import type { Command } from '../src/command.ts'

/** The help command over a list of commands, itself included. */
export function createHelp(others: Command[]): Command {
  const help: Command = {
    name: 'help',
    options: [],
    visibility: 'own',
    run: async () => ({ kind: 'help', commands: [...others, help] }),
  }
  return help
}
