/** Registers the commands with Discord, and only when Discord has others. */
import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type REST,
  Routes,
} from 'discord.js'
import type { Command, Option } from '../command.ts'

type Body = {
  name: string
  description: string
  type: 1
  options: OptionBody[]
  contexts: number[]
  integration_types: number[]
  default_member_permissions: string | null
}
type OptionBody = {
  type: number
  name: string
  description: string
  required?: boolean
  autocomplete?: boolean
  max_length?: number
  options?: OptionBody[]
}

/** Commands whose first word is `corpus` show what a server holds, so its managers decide who may see it. */
const RESTRICTED = new Map([['corpus', 'The documents that answers come from']])

/** Makes Discord's list of commands equal to ours; true when it had to be changed. */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  commands: Command[],
): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId)
  const wanted = commandBodies(commands)
  const present = (await rest.get(route)) as Partial<Body>[]
  if (fingerprint(present) === fingerprint(wanted)) return false
  await rest.put(route, { body: wanted })
  return true
}

/** Two words become a command and its subcommand. */
function commandBodies(commands: Command[]): Body[] {
  const names = [...new Set(commands.map(({ name }) => firstWord(name)))]
  return names.map((name) => {
    const own = commands.filter((command) => firstWord(command.name) === name)
    const single = own.find((command) => command.name === name)
    const restricted = RESTRICTED.has(name)
    return {
      name,
      description: single?.description ?? RESTRICTED.get(name) ?? `Commands for ${name}`,
      type: 1,
      options: single ? single.options.map(optionBody) : own.map(subcommand),
      // A permission cannot be asked for outside a server, so a restricted command stays inside.
      contexts: restricted
        ? [InteractionContextType.Guild]
        : [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
      integration_types: restricted
        ? [ApplicationIntegrationType.GuildInstall]
        : [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
      default_member_permissions: restricted ? String(PermissionFlagsBits.ManageGuild) : null,
    }
  })
}

const firstWord = (name: string) => name.split(' ')[0] ?? name

function subcommand({ name, description, options }: Command): OptionBody {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: name.split(' ')[1] ?? name,
    description,
    options: options.map(optionBody),
  }
}

function optionBody({ name, description, type, required, complete, maxLength }: Option): OptionBody {
  return {
    type: type === 'string' ? ApplicationCommandOptionType.String : ApplicationCommandOptionType.Boolean,
    name,
    description,
    required: required ?? false,
    ...(type === 'string' ? { autocomplete: complete !== undefined } : {}),
    ...(type === 'string' && maxLength ? { max_length: maxLength } : {}),
  }
}

/** The parts that we set, in one order, so that what Discord adds or leaves out makes no difference. */
function fingerprint(commands: Partial<Body>[]): string {
  const option = (body: OptionBody): unknown => [
    body.type,
    body.name,
    body.description,
    body.required ?? false,
    body.autocomplete ?? false,
    body.max_length ?? null,
    (body.options ?? []).map(option),
  ]
  const lines = commands.map((body) => [
    body.type ?? 1,
    body.name,
    body.description,
    (body.options ?? []).map(option),
    [...(body.contexts ?? [])].sort(),
    [...(body.integration_types ?? [])].sort(),
    body.default_member_permissions ?? null,
  ])
  return JSON.stringify(lines.map((line) => JSON.stringify(line)).sort())
}
