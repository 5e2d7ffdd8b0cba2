/** Runs a command on what a surface was given. */

import type { Command, Reply } from './command.ts'
import type { Context, Services } from './context.ts'
import type { GivenValues } from './option.ts'

/** Reads the options, in their order, and runs the command. Throws a UserError for what cannot be read or done. */
export async function runCommand(
  command: Command,
  given: GivenValues,
  services: Services,
  context: Context,
): Promise<Reply> {
  const values: Record<string, unknown> = {}
  for (const [name, option] of Object.entries(command.options))
    values[name] = await option.read(Object.hasOwn(given, name) ? given[name] : undefined, context)
  return await command.run(values, services, context)
}
