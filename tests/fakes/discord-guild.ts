/** A server as the gateway and REST tell it. */
import { ORDINARY } from './discord-permissions.ts'
import { addChannel, channelPayload } from './discord-places.ts'
import { botUser, type Guild, type World } from './discord-world.ts'

/** A server to start with: `channels` text channels, in which the bot has `botPermissions` (bits). */
export type GuildOptions = {
  id: string
  name: string
  locale?: string
  unavailable?: boolean
  channels?: number
  botPermissions?: string
}

export function addGuild(world: World, { channels = 1, ...guild }: GuildOptions): Guild {
  const ids = Array.from({ length: channels }, () => addText(world, guild.id, {}))
  const channelId = ids[0] ?? ''
  const added: Guild = { locale: 'en-US', botPermissions: ORDINARY, ...guild, channelId }
  world.guilds.push(added)
  return added
}

/** A further text channel; answers its id. */
export function addText(
  world: World,
  guildId: string,
  more: { name?: string; botPermissions?: string; seenBy?: string[] },
): string {
  world.counts.channels += 1
  const id = String(700000000000000000n + BigInt(world.counts.channels))
  return addChannel(world, { id, context: 'guild', guildId, ...more }).id
}

export function guildPayload(world: World, guild: Guild): object {
  const color = { color: 0, hoist: false, managed: false, mentionable: false, flags: 0, position: 0 }
  const everyone = { id: guild.id, name: '@everyone', permissions: guild.botPermissions, ...color }
  const own = [...world.channels.values()].filter(({ guildId }) => guildId === guild.id)
  const payloads = (types: number[]) =>
    own.filter(({ type }) => types.includes(type)).map((channel) => channelPayload(world, channel))
  const joined_at = '2024-01-01T00:00:00.000Z'
  return {
    id: guild.id,
    name: guild.name,
    owner_id: '100000000000000009',
    unavailable: false,
    preferred_locale: guild.locale,
    features: [],
    emojis: [],
    stickers: [],
    presences: [],
    voice_states: [],
    member_count: 2,
    joined_at,
    roles: [everyone],
    channels: payloads([0]),
    threads: payloads([11]),
    members: [{ user: botUser(world), roles: [], joined_at, deaf: false, mute: false, flags: 0 }],
  }
}
