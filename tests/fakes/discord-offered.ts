/** Which registered command Discord's client would offer to this person in this place. */
import type { CommandBody } from './discord-commands.ts'
import { ADMINISTRATOR, EVERYTHING, holds } from './discord-permissions.ts'
import type { Who } from './discord-places.ts'
import type { Channel, Context, World } from './discord-world.ts'

const NUMBERS: Record<Context, number> = { guild: 0, userInstalledGuild: 0, botDm: 1, privateChannel: 2 }

export const contextNumber = (channel: Channel) => NUMBERS[channel.context]

/** The command as registered; undefined while nothing is registered. Throws where it is not offered. */
export function offered(
  world: World,
  name: string,
  type: number,
  channel: Channel,
  who: Who,
): CommandBody | undefined {
  const own = channel.context === 'guild' ? (world.commands.get(channel.guildId ?? '') ?? []) : []
  const registered = [...own, ...(world.commands.get('') ?? [])]
  if (registered.length === 0) return undefined
  const command = registered.find((entry) => entry.name === name && (entry.type ?? 1) === type)
  if (!command) throw new Error(`No command ${name} of type ${type} is registered here.`)
  const reason = hidden(command, channel, who)
  if (reason) throw new Error(`Command ${name} is not offered: ${reason}.`)
  return command
}

/** Who installed the app for this use: the server under 0, the person under 1. */
export function ownersOf(
  command: CommandBody | undefined,
  channel: Channel,
  userId: string,
): Record<string, string> {
  if (channel.context === 'guild') return { 0: channel.guildId ?? '' }
  const byServer = channel.context === 'botDm' && installs(command).includes(0)
  return byServer ? { 0: '0' } : { 1: userId }
}

const installs = (command: CommandBody | undefined) =>
  (command?.integration_types as number[] | null | undefined) ?? [0]

function hidden(command: CommandBody, channel: Channel, { permissions = EVERYTHING }: Who) {
  const { context } = channel
  const needed = command.default_member_permissions
  if (channel.guildId && needed != null && !allows(String(needed), permissions))
    return `it needs the permissions ${needed}`
  if (command.guild_id) return undefined
  const contexts = (command.contexts as number[] | null | undefined) ?? [0, 1, 2]
  if (!contexts.includes(NUMBERS[context])) return `its contexts are ${contexts}`
  const types = installs(command)
  if (context === 'guild' && !types.includes(0)) return 'it is not for servers'
  const byPerson = context === 'userInstalledGuild' || context === 'privateChannel'
  return byPerson && !types.includes(1) ? 'a person cannot install it' : undefined
}

/** No bits at all mean: administrators only. */
function allows(needed: string, permissions: string): boolean {
  return holds(BigInt(permissions), needed === '0' ? ADMINISTRATOR : BigInt(needed))
}
