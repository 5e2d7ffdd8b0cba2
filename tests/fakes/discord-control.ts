/** What a test sees and changes in the servers of the fake Discord. */
import { EPHEMERAL } from './discord-contract.ts'
import { addGuild, addText, type GuildOptions, guildPayload } from './discord-guild.ts'
import { announceRemoval, GUILDS } from './discord-intents.ts'
import type { Message } from './discord-message.ts'
import { channelPayload, directChannel } from './discord-places.ts'
import { openThread } from './discord-threads.ts'
import { type Channel, changed, type World } from './discord-world.ts'

export type Control = {
  /** The bot joins further servers; from now on people act in the first of them, as this person, unless told otherwise. */
  move: (guilds: GuildOptions[], person: string) => void
  /** Ends the outage of a guild that began unavailable. */
  restoreGuild: (id: string) => void
  /** The first text channel of a guild. */
  channelOf: (guildId: string) => string
  /** All its text channels, oldest first. */
  channelsOf: (guildId: string) => string[]
  /** A further text channel; `botPermissions` are the bot's bits in it, if not those of its role. */
  addChannel: (
    guildId: string,
    more?: { name?: string; botPermissions?: string; seenBy?: string[] },
  ) => string
  /** Gives the bot exactly these bits in a channel. */
  setBotPermissions: (channelId: string, bits: string) => void
  removeChannel: (id: string) => void
  /** The person takes no more direct messages from the bot. */
  closeDirect: (userId: string) => void
  /** The threads that were started in a channel, oldest first. */
  threadsOf: (channelId: string) => { id: string; name: string }[]
  /** A person opens a thread below a message; answers its id. */
  openThread: (messageId: string, name: string) => string
  /** The messages that are in a channel now, oldest first, ephemeral ones included. */
  messagesIn: (channelId: string) => Message[]
  /** The messages that everyone in the channel sees. */
  visibleIn: (channelId: string) => Message[]
  /** A person or a moderator removes a message. */
  removeMessage: (id: string) => void
  /** The text of an uploaded file, by its attachment URL. */
  fileText: (url: string) => string
}

export function control(world: World): Control {
  const messagesIn = (channelId: string) =>
    [...world.messages.values()].filter((message) => message.channel_id === channelId)
  const tell = (event: string, channel: Channel) =>
    world.dispatch(event, channelPayload(world, channel), GUILDS)
  return {
    move: (guilds, person) => {
      for (const guild of guilds.toReversed()) {
        const added = addGuild(world, guild)
        world.guilds = [added, ...world.guilds.filter((one) => one !== added)]
        world.dispatch('GUILD_CREATE', guildPayload(world, added), GUILDS)
      }
      world.person = person
    },
    restoreGuild: (id) => {
      const guild = guildOf(world, id)
      guild.unavailable = false
      world.dispatch('GUILD_CREATE', guildPayload(world, guild), GUILDS)
    },
    channelOf: (guildId) => world.guilds.find(({ id }) => id === guildId)?.channelId ?? '',
    channelsOf: (guildId) =>
      channelsWhere(world, (channel) => channel.guildId === guildId && channel.type === 0).map(
        ({ id }) => id,
      ),
    addChannel: (guildId, more = {}) => {
      const id = addText(world, guildOf(world, guildId).id, more)
      tell('CHANNEL_CREATE', channelOf(world, id))
      return id
    },
    setBotPermissions: (channelId, botPermissions) => {
      const channel = channelOf(world, channelId)
      channel.botPermissions = botPermissions
      tell('CHANNEL_UPDATE', channel)
    },
    removeChannel: (id) => {
      const channel = channelOf(world, id)
      world.channels.delete(id)
      tell('CHANNEL_DELETE', channel)
    },
    closeDirect: (userId) => {
      directChannel(world, userId).closed = true
    },
    threadsOf: (channelId) =>
      channelsWhere(world, ({ parentId }) => parentId === channelId).map(({ id, name }) => ({ id, name })),
    openThread: (messageId, name) => {
      const message = world.messages.get(messageId)
      if (!message) throw new Error(`The fake has no message ${messageId}.`)
      return openThread(world, { name }, channelOf(world, message.channel_id), message).id
    },
    messagesIn,
    visibleIn: (channelId) => messagesIn(channelId).filter(({ flags }) => (flags & EPHEMERAL) === 0),
    removeMessage: (id) => {
      const message = world.messages.get(id)
      world.messages.delete(id)
      if (message) announceRemoval(world, message)
      changed(world)
    },
    fileText: (url) => new TextDecoder().decode(world.files.get(new URL(url).pathname)?.bytes),
  }
}

const channelsWhere = (world: World, test: (channel: Channel) => boolean) =>
  [...world.channels.values()].filter(test)

function channelOf(world: World, id: string): Channel {
  const channel = world.channels.get(id)
  if (!channel) throw new Error(`The fake has no channel ${id}.`)
  return channel
}

function guildOf(world: World, id: string) {
  const guild = world.guilds.find((entry) => entry.id === id)
  if (!guild) throw new Error(`The fake has no guild ${id}.`)
  return guild
}
