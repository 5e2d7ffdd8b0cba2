/** Messages that people and other bots write, and the bot's answers to them. */

import { announce } from './discord-intents.ts'
import type { Message } from './discord-message.ts'
import { channelFor, type Who } from './discord-places.ts'
import { reply } from './discord-references.ts'
import { botUser, type Channel, changed, personUser, snowflake, until, type World } from './discord-world.ts'
import { PATIENCE_MS } from './patience.ts'

export type Said = Pick<Who, 'userId' | 'guildId' | 'channelId' | 'context'> & {
  content: string
  /** Puts the bot's mention before the content, unless it is there. */
  mentionsBot?: boolean
  /** The message this one replies to; its author is pinged, as by default in Discord. */
  replyTo?: Message
  /** Another bot says it. */
  isBot?: boolean
}

const BOT = '100000000000000003'

export type Saying = {
  message: Message
  /** The first message that the bot posted in this channel since, once its latest edit satisfies `predicate`. */
  answer: (predicate?: (message: Message) => boolean, timeoutMs?: number) => Promise<Message>
}

export function say(world: World, said: Said): Saying {
  const channel = channelFor(world, said)
  const since = channel.posts.length
  const message = write(world, channel, said)
  const find = (predicate: (message: Message) => boolean) => () => {
    for (const id of channel.posts.slice(since)) {
      const posted = world.messages.get(id)
      if (posted && predicate(posted)) return posted
    }
    return undefined
  }
  return {
    message,
    answer: (predicate = () => true, timeoutMs = PATIENCE_MS) =>
      until(world, find(predicate), timeoutMs, () => `an answer to '${message.content}'`),
  }
}

/** Puts a person's message into a channel and tells the bot what it may know of it. */
export function write(world: World, channel: Channel, said: Said): Message {
  const { replyTo, isBot = false } = said
  const mention = `<@${world.applicationId}>`
  const prefix = said.mentionsBot && !said.content.includes(mention) ? `${mention} ` : ''
  const content = `${prefix}${said.content}`
  if (replyTo && replyTo.channel_id !== channel.id)
    throw new Error(`Message ${replyTo.id} is in another channel.`)
  const pinged = content.includes(mention) || replyTo?.author.id === world.applicationId
  const message: Message = {
    id: snowflake(world),
    type: 0,
    channel_id: channel.id,
    author: personUser(said.userId ?? (isBot ? BOT : (channel.recipientId ?? world.person)), isBot),
    content,
    flags: 0,
    components: [],
    embeds: [],
    attachments: [],
    mentions: pinged ? [botUser(world)] : [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    timestamp: new Date(world.clock()).toISOString(),
    edited_timestamp: null,
    ...(replyTo ? reply(channel, replyTo) : {}),
  }
  world.messages.set(message.id, message)
  announce(world, 'CREATE', message)
  changed(world)
  return message
}
