/** What the bot may do in a channel, as bits that discord.js computes from the payloads in the same way. */
import type { Channel, Guild, World } from './discord-world.ts'

export const ADMINISTRATOR = 1n << 3n
export const VIEW = 1n << 10n
export const SEND = 1n << 11n
export const MANAGE_MESSAGES = 1n << 13n
export const ATTACH = 1n << 15n
export const HISTORY = 1n << 16n
export const PUBLIC_THREADS = 1n << 35n
export const SEND_IN_THREADS = 1n << 38n

/** All that an ordinary member and an ordinary bot have. */
export const ORDINARY = '2248473465835073'
export const EVERYTHING = '562949953421311'
/** What Discord tells of a direct channel. */
const DIRECT = '442368'

/** The bot's bits in a channel; a thread has those of its channel. */
function bitsOf(world: World, channel: Channel): bigint {
  if (channel.context === 'botDm') return BigInt(EVERYTHING)
  const guild = world.guilds.find(({ id }) => id === channel.guildId)
  if (!guild) return 0n
  const parent = (channel.parentId && world.channels.get(channel.parentId)) || channel
  return BigInt(parent.botPermissions ?? guild.botPermissions)
}

export function botMay(world: World, channel: Channel, permission: bigint): boolean {
  return holds(bitsOf(world, channel), permission)
}

export function holds(bits: bigint, permission: bigint): boolean {
  return (bits & ADMINISTRATOR) !== 0n || (bits & permission) === permission
}

/** `app_permissions` of an interaction. */
export function appPermissions(world: World, channel: Channel): string {
  return channel.context === 'guild' ? String(bitsOf(world, channel)) : DIRECT
}

/**
 * The overwrites that turn the role's bits into the channel's. A channel with `seenBy` is refused to everybody but these
 * people and the bot.
 */
export function overwrites(world: World, channel: Channel, guild: Guild): object[] {
  const { seenBy } = channel
  const [base, own] = [BigInt(guild.botPermissions), BigInt(channel.botPermissions ?? guild.botPermissions)]
  const [allow, deny] = [own & ~base, base & ~own]
  if (!seenBy)
    return channel.botPermissions === undefined ? [] : [overwrite(world.applicationId, allow, deny)]
  const everyone = { ...overwrite(guild.id, 0n, VIEW), type: 0 }
  const people = seenBy.map((id) => overwrite(id, VIEW, 0n))
  return [everyone, ...people, overwrite(world.applicationId, allow | (own & VIEW), deny)]
}

const overwrite = (id: string, allow: bigint, deny: bigint) => ({
  id,
  type: 1,
  allow: String(allow),
  deny: String(deny),
})
