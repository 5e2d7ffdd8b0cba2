/** The channels of the fake Discord: text channels, threads, and those between people. */
import type { Message } from './discord-message.ts'
import { overwrites } from './discord-permissions.ts'
import { botUser, type Channel, type Context, personUser, type World } from './discord-world.ts'

/** Who does something, and where: in `channelId`, or else in the usual channel of `context`. */
export type Who = {
  userId?: string | undefined
  /** null: in a direct channel with the bot. */
  guildId?: string | null | undefined
  channelId?: string | undefined
  context?: Context | undefined
  locale?: string | undefined
  guildLocale?: string | undefined
  /** The person's bits in the server; all of them unless told. */
  permissions?: string | undefined
  /** The bot's bits there, where the interaction shall tell others than the channel has. */
  appPermissions?: string | undefined
}

/** Who acts unless told otherwise, in a new fake. */
export const PERSON = '100000000000000001'
const AWAY = '900000000000000777'

export function addChannel(
  world: World,
  made: Partial<Channel> & Pick<Channel, 'id' | 'context' | 'guildId'>,
): Channel {
  const known = world.channels.get(made.id)
  if (known) return known
  const channel = { type: 0, name: 'news', createdAt: world.clock(), posts: [], ...made }
  world.channels.set(channel.id, channel)
  return channel
}

/** The channel in which this person acts; those outside the bot's servers are made on first use. */
export function channelFor(world: World, who: Who, message?: Message): Channel {
  const named = message?.channel_id ?? who.channelId
  if (named) return existing(world, named)
  const userId = who.userId ?? world.person
  const context = who.context ?? (who.guildId === null ? 'botDm' : 'guild')
  if (context === 'botDm') return directChannel(world, userId)
  if (context === 'privateChannel') {
    const id = String(BigInt(userId) + 400000000000000000n)
    return addChannel(world, { id, type: 1, context, guildId: null })
  }
  if (context === 'guild') {
    const guild = world.guilds.find(({ id }) => id === (who.guildId ?? world.guilds[0]?.id))
    if (!guild) throw new Error(`The fake has no guild ${who.guildId}: pass it to startFakeDiscord.`)
    return existing(world, guild.channelId)
  }
  const guildId = who.guildId ?? AWAY
  if (world.guilds.some(({ id }) => id === guildId)) throw new Error(`The bot is in guild ${guildId}.`)
  return addChannel(world, { id: String(BigInt(guildId) - 100000000000000000n), context, guildId })
}

function existing(world: World, id: string): Channel {
  const channel = world.channels.get(id)
  if (!channel) throw new Error(`The fake has no channel ${id}.`)
  return channel
}

/** The person's direct channel with the bot, made on first use. */
export function directChannel(world: World, userId: string): Channel {
  const id = String(BigInt(userId) + 500000000000000000n)
  return addChannel(world, { id, type: 1, context: 'botDm', guildId: null, recipientId: userId })
}

/** A channel as REST and the gateway tell it. */
export function channelPayload(world: World, channel: Channel): object {
  const { id, type, name, guildId, recipientId } = channel
  const recipients = recipientId ? [personUser(recipientId)] : []
  if (!guildId) return { id, type, flags: 0, last_message_id: null, recipients }
  if (type === 11) return threadPayload(world, channel)
  const guild = world.guilds.find((entry) => entry.id === guildId)
  const place = { id, type, guild_id: guildId, name, parent_id: null, position: 0, flags: 0 }
  const rules = { topic: null, nsfw: false, rate_limit_per_user: 0, last_message_id: null }
  return { ...place, ...rules, permission_overwrites: guild ? overwrites(world, channel, guild) : [] }
}

function threadPayload(world: World, { id, name, guildId, parentId, ...thread }: Channel): object {
  const since = new Date(thread.createdAt).toISOString()
  const owner = botUser(world).id
  const place = { id, type: 11, guild_id: guildId, parent_id: parentId, name, owner_id: owner, flags: 0 }
  const counts = { message_count: 0, member_count: 1, total_message_sent: 0, rate_limit_per_user: 0 }
  const archive = { archived: false, archive_timestamp: since, locked: false, create_timestamp: since }
  return {
    ...place,
    ...counts,
    last_message_id: null,
    thread_metadata: { ...archive, auto_archive_duration: thread.archiveAfter ?? 4320 },
    member: { id, user_id: owner, join_timestamp: since, flags: 0 },
  }
}
