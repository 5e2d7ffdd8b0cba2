/** Threads that the bot starts from a message. */
import { checkRequest } from './discord-contract.ts'
import { GUILDS } from './discord-intents.ts'
import { type Answer, fault, refuse, type Sent } from './discord-interactions.ts'
import type { Message } from './discord-message.ts'
import { botMay, PUBLIC_THREADS } from './discord-permissions.ts'
import { addChannel, channelPayload } from './discord-places.ts'
import { markThread } from './discord-store.ts'
import type { Channel, World } from './discord-world.ts'

/** `POST /channels/{id}/messages/{id}/threads`; the thread has the id of its message. */
export function startThread(
  world: World,
  sent: Sent,
  channel: Channel,
  message: Message | undefined,
): Answer {
  const faults = checkRequest(sent.method, sent.path, sent.body, sent.files, { query: sent.query })
  if (channel.type !== 0) {
    refuse(world, sent, [...faults, `no thread can be started in a channel of type ${channel.type}`])
    return fault(400, 50024, 'Cannot execute action on this channel type')
  }
  const refusal = refuse(world, sent, faults)
  if (refusal) return refusal
  if (!botMay(world, channel, PUBLIC_THREADS)) return fault(403, 50013, 'Missing Permissions')
  if (!message) return fault(404, 10008, 'Unknown Message')
  if (world.channels.has(message.id))
    return fault(400, 160004, 'A thread has already been created for this message')
  return { status: 201, body: openThread(world, sent.body as Wanted, channel, message) }
}

type Wanted = { name: string; auto_archive_duration?: number | null }

/** The thread below a message, by a bot or a person. */
export function openThread(
  world: World,
  wanted: Wanted,
  { id, guildId }: Channel,
  message: Message,
): { id: string } {
  const thread = addChannel(world, {
    id: message.id,
    type: 11,
    name: wanted.name,
    context: 'guild',
    guildId,
    parentId: id,
    archiveAfter: wanted.auto_archive_duration ?? 4320,
  })
  const payload = channelPayload(world, thread)
  world.dispatch('THREAD_CREATE', { ...payload, newly_created: true }, GUILDS)
  markThread(world, message, payload)
  return { ...payload, id: thread.id }
}
