/** Replies: messages that refer to another one. */
import { type Answer, fault, refuse, type Sent } from './discord-interactions.ts'
import type { Body, Message } from './discord-message.ts'
import { botMay, HISTORY } from './discord-permissions.ts'
import type { Channel, World } from './discord-world.ts'

/** What a bot's message gets from the one it replies to; the refusal when it may not. */
export function referenced(world: World, sent: Sent, channel: Channel): Answer | object {
  const wanted = (sent.body as Body).message_reference
  if (!wanted) return {}
  if (!botMay(world, channel, HISTORY))
    return fault(403, 160002, 'Cannot reply without permission to read message history')
  const message = world.messages.get(wanted.message_id)
  if (message?.channel_id === channel.id) return reply(channel, message)
  if (wanted.fail_if_not_exists === false) return {}
  return refuse(world, sent, [`message_reference: channel has no message ${wanted.message_id}`]) ?? {}
}

/** The fields that make a message a reply. */
export function reply(channel: Channel, message: Message): object {
  const place = channel.guildId ? { guild_id: channel.guildId } : {}
  const message_reference = { type: 0, channel_id: channel.id, message_id: message.id, ...place }
  const { referenced_message: _, ...plain } = message
  return { type: 19, message_reference, referenced_message: plain }
}
