/** What Discord tells a bot about a command, a person and a place. */
import type { CommandBody } from './discord-commands.ts'
import { type Interaction, snowflake, type World } from './discord-world.ts'

type Value = string | boolean | number
export type Who = {
  userId?: string | undefined
  guildId?: string | null | undefined
  locale?: string | undefined
}
export type Typed = Who & {
  name: string
  subcommand?: string | undefined
  options?: Record<string, Value> | undefined
}

/** The data of a command as typed; throws where Discord's own client would not let a person send it. */
export function commandData(
  world: World,
  typed: Typed,
  focused: { name: string; value: string } | undefined,
): object {
  const scope = world.commands.get(typed.guildId ?? '') ?? []
  const registered = [...scope, ...(world.commands.get('') ?? [])]
  const command = registered.find(({ name }) => name === typed.name)
  if (registered.length && !command) throw new Error(`No command ${typed.name} is registered.`)
  const owner = typed.subcommand ? command?.options?.find(({ name }) => name === typed.subcommand) : command
  if (command && !owner) throw new Error(`Command ${typed.name} has no subcommand ${typed.subcommand}.`)
  const values: [string, Value][] = Object.entries(typed.options ?? {}).filter(
    ([name]) => name !== focused?.name,
  )
  const options = values.map(([name, value]) => ({ name, value, type: optionType(owner, name, value) }))
  const last = focused
    ? [{ ...focused, type: optionType(owner, focused.name, focused.value), focused: true }]
    : []
  if (owner && !focused)
    for (const option of owner.options ?? [])
      if (option.required && typed.options?.[option.name] === undefined)
        throw new Error(`Discord does not send ${typed.name} without its option ${option.name}.`)
  const all = [...options, ...last]
  return {
    id: command?.id ?? snowflake(world),
    name: typed.name,
    type: 1,
    options: typed.subcommand ? [{ name: typed.subcommand, type: 1, options: all }] : all,
  }
}

function optionType(owner: CommandBody | undefined, name: string, value: Value): number {
  const guess =
    typeof value === 'string' ? 3 : typeof value === 'boolean' ? 5 : Number.isInteger(value) ? 4 : 10
  if (!owner) return guess
  const option = owner.options?.find((entry) => entry.name === name)
  if (!option) throw new Error(`Command ${owner.name} has no option ${name}.`)
  if (guess !== option.type && !(typeof value === 'number' && option.type === 10))
    throw new Error(`Option ${name} of ${owner.name} has type ${option.type}, not ${guess}.`)
  return option.type ?? guess
}

/** The person's direct channel with the bot, made on first use. */
export function directChannel(world: World, userId: string): string {
  const id = String(BigInt(userId) + 500000000000000000n)
  world.channels.set(id, { id, type: 1, guildId: null })
  return id
}

/** Where and by whom, as Discord says it. */
export function place(interaction: Interaction, userId: string, locale: string): object {
  const { id, token, kind, channelId, guildId } = interaction
  const user = {
    id: userId,
    username: `person${userId.slice(-3)}`,
    discriminator: '0',
    global_name: null,
    avatar: null,
  }
  const permissions = '562949953421311'
  const shared = {
    id,
    token,
    type: kind,
    version: 1,
    app_permissions: permissions,
    entitlements: [],
    locale,
    channel_id: channelId,
  }
  const limits = { attachment_size_limit: 10485760 }
  if (guildId === null) {
    const channel = { id: channelId, type: 1 }
    return { ...shared, ...limits, user, channel, context: 1, authorizing_integration_owners: { 0: '0' } }
  }
  const member = {
    user,
    roles: [],
    permissions,
    joined_at: '2024-01-01T00:00:00.000Z',
    deaf: false,
    mute: false,
    flags: 0,
  }
  const guild = { id: guildId, locale: 'en-US', features: [] }
  const channel = { id: channelId, type: 0, guild_id: guildId, name: 'news', permissions }
  const inGuild = { guild, guild_id: guildId, guild_locale: 'en-US', channel, member, context: 0 }
  return { ...shared, ...limits, ...inGuild, authorizing_integration_owners: { 0: guildId } }
}
