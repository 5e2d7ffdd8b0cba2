/** What the bot does in a channel by its own token: reads, posts, edits, starts threads. */
import { checkRequest, EPHEMERAL } from './discord-contract.ts'
import { readable } from './discord-intents.ts'
import { type Answer, fault, refuse, type Sent, unknownRoute } from './discord-interactions.ts'
import type { Body, Message } from './discord-message.ts'
import {
  ATTACH,
  botMay,
  HISTORY,
  MANAGE_MESSAGES,
  SEND,
  SEND_IN_THREADS,
  VIEW,
} from './discord-permissions.ts'
import { channelPayload } from './discord-places.ts'
import { referenced } from './discord-references.ts'
import { createMessage, deleteMessage, editMessage } from './discord-store.ts'
import { startThread } from './discord-threads.ts'
import type { Channel, World } from './discord-world.ts'

const missing = fault(403, 50013, 'Missing Permissions')

/** `/channels/{id}` and what is below it. */
export function channels(world: World, sent: Sent, [id = '', below, messageId, last]: string[]): Answer {
  const channel = world.channels.get(id)
  if (!channel) return fault(404, 10003, 'Unknown Channel')
  if (!botMay(world, channel, VIEW)) return fault(403, 50001, 'Missing Access')
  if (below === undefined && sent.method === 'GET')
    return { status: 200, body: channelPayload(world, channel) }
  if (below === 'typing' && sent.method === 'POST') return maySend(world, channel) ? { status: 204 } : missing
  if (below !== 'messages') return unknownRoute(world, sent)
  const found = world.messages.get(messageId ?? '')
  const existing = found && found.channel_id === id && (found.flags & EPHEMERAL) === 0 ? found : undefined
  if (last === 'threads' && sent.method === 'POST') return startThread(world, sent, channel, existing)
  if (last !== undefined) return unknownRoute(world, sent)
  if (!messageId) return collection(world, sent, channel)
  return existing ? single(world, sent, channel, existing) : fault(404, 10008, 'Unknown Message')
}

function collection(world: World, sent: Sent, channel: Channel): Answer {
  if (sent.method === 'POST') return post(world, sent, channel)
  if (sent.method !== 'GET') return unknownRoute(world, sent)
  if (!botMay(world, channel, HISTORY)) return { status: 200, body: [] }
  const list = [...world.messages.values()].filter(
    (entry) => entry.channel_id === channel.id && (entry.flags & EPHEMERAL) === 0,
  )
  const page = pageOf(list, sent.query)
  return { status: 200, body: page.reverse().map((message) => readable(world, message)) }
}

/** The latest messages, or those that follow the one named by `after`; fifty unless told. */
function pageOf(list: Message[], query: URLSearchParams): Message[] {
  const [after, limit] = [query.get('after'), Number(query.get('limit') ?? 50)]
  if (after === null) return list.slice(-limit)
  return list.filter(({ id }) => BigInt(id) > BigInt(after)).slice(0, limit)
}

function single(world: World, sent: Sent, channel: Channel, message: Message): Answer {
  const own = message.author.id === world.applicationId
  if (sent.method === 'GET')
    return botMay(world, channel, HISTORY) ? { status: 200, body: readable(world, message) } : missing
  if (sent.method === 'PATCH') {
    const refusal = check(world, sent, own ? message : undefined)
    if (refusal) return refusal
    if (own) return { status: 200, body: editMessage(world, message, sent.body as Body, sent.files) }
    refuse(world, sent, ['the message is by another author'])
    return fault(403, 50005, 'Cannot edit a message authored by another user')
  }
  if (sent.method !== 'DELETE') return unknownRoute(world, sent)
  if (!own && !botMay(world, channel, MANAGE_MESSAGES)) return missing
  deleteMessage(world, message)
  return { status: 204 }
}

const check = (world: World, sent: Sent, existing: Message | undefined) =>
  refuse(
    world,
    sent,
    checkRequest(sent.method, sent.path, sent.body, sent.files, { query: sent.query, existing }),
  )

const maySend = (world: World, channel: Channel) =>
  botMay(world, channel, channel.type === 11 ? SEND_IN_THREADS : SEND)

function post(world: World, sent: Sent, channel: Channel): Answer {
  const refusal = check(world, sent, undefined)
  if (refusal) return refusal
  if (!maySend(world, channel) || (sent.files.length && !botMay(world, channel, ATTACH))) return missing
  if (channel.closed) return fault(403, 50007, 'Cannot send messages to this user')
  const body = sent.body as Body
  const key = `${channel.id}:${body.nonce}`
  const first = body.enforce_nonce ? world.nonces.get(key) : undefined
  if (first && world.clock() - first.at < world.nonceMs) {
    const message = world.messages.get(first.id)
    return message ? { status: 200, body: message } : fault(404, 10008, 'Unknown Message')
  }
  const reference = referenced(world, sent, channel)
  if ('status' in reference) return reference
  const message = createMessage(world, channel.id, body, sent.files, reference)
  channel.posts.push(message.id)
  if (body.nonce != null) world.nonces.set(key, { id: message.id, at: world.clock() })
  return { status: 200, body: readable(world, message) }
}
