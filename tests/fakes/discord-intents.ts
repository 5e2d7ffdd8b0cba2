/** Which events a bot receives, and what of a person's message it may read without a privileged intent. */
import type { Message } from './discord-message.ts'
import { botMay, VIEW } from './discord-permissions.ts'
import type { Channel, World } from './discord-world.ts'

export const GUILDS = 1
const GUILD_MESSAGES = 1 << 9
const DIRECT_MESSAGES = 1 << 12
/** Members, presences, and the content of messages. */
export const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15)

/** The message, empty unless it is the bot's own, mentions the bot, or stands in its direct channel. */
export function readable(world: World, message: Message): Message {
  const channel = world.channels.get(message.channel_id)
  const bot = world.applicationId
  const open =
    channel?.context === 'botDm' || message.author.id === bot || message.mentions.some(({ id }) => id === bot)
  const blank = open ? {} : { content: '', embeds: [], attachments: [], components: [] }
  const referenced = message.referenced_message as Message | null | undefined
  return { ...message, ...blank, ...(referenced && { referenced_message: readable(world, referenced) }) }
}

/** Tells the bot of a message, where it is and sees the channel. */
export function announce(world: World, event: 'CREATE' | 'UPDATE', message: Message): void {
  const channel = world.channels.get(message.channel_id)
  if (!channel || !reaches(world, channel)) return
  const member = { roles: [], joined_at: '2024-01-01T00:00:00.000Z', deaf: false, mute: false, flags: 0 }
  const place = channel.guildId ? { guild_id: channel.guildId, member } : {}
  world.dispatch(
    `MESSAGE_${event}`,
    { ...readable(world, message), ...place, channel_type: channel.type },
    intentFor(channel),
  )
}

export function announceRemoval(world: World, { id, channel_id }: Message): void {
  const channel = world.channels.get(channel_id)
  if (!channel || !reaches(world, channel)) return
  const place = channel.guildId ? { guild_id: channel.guildId } : {}
  world.dispatch('MESSAGE_DELETE', { id, channel_id, ...place }, intentFor(channel))
}

const intentFor = (channel: Channel) => (channel.guildId ? GUILD_MESSAGES : DIRECT_MESSAGES)

const reaches = (world: World, channel: Channel) =>
  ['guild', 'botDm'].includes(channel.context) && botMay(world, channel, VIEW)
