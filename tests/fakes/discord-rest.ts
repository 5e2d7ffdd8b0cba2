/** The REST half of the fake Discord: one function from a request to an answer. */
import type { CommandBody } from './discord-commands.ts'
import { checkRequest, EPHEMERAL } from './discord-contract.ts'
import { guildPayload } from './discord-gateway.ts'
import { type Answer, callback, fault, refuse, type Sent, webhook } from './discord-interactions.ts'
import type { Body } from './discord-message.ts'
import { directChannel } from './discord-payloads.ts'
import { createMessage, deleteMessage, editMessage } from './discord-store.ts'
import { botUser, snowflake, type World } from './discord-world.ts'

const NONCE_MS = 5 * 60_000

/** Answers a request whose path is decoded and begins after `/api/v10`. */
export function answer(world: World, sent: Sent, authorization: string | undefined): Answer {
  const parts = sent.path.split('/').slice(1)
  const [root = '', first = '', second = '', third = ''] = parts
  if (root === 'interactions' && third === 'callback') return callback(world, sent, first, second)
  if (root === 'webhooks') return webhook(world, sent, second, parts[4])
  if (authorization !== `Bot ${world.token}`) return fault(401, 0, '401: Unauthorized')
  if (root === 'gateway') return { status: 200, body: gateway(world) }
  if (root === 'users' && first === '@me') return me(world, sent, second)
  if (sent.path === '/applications/@me' || sent.path === '/oauth2/applications/@me')
    return { status: 200, body: { ...application(world), bot: botUser(world) } }
  if (root === 'applications' && first === world.applicationId) {
    if (second === 'commands') return commands(world, sent, '', third)
    if (second === 'guilds' && parts[4] === 'commands') return commands(world, sent, third, parts[5] ?? '')
  }
  if (root === 'guilds' && parts.length === 2) {
    const guild = world.guilds.find(({ id }) => id === first)
    return guild ? { status: 200, body: guildPayload(world, guild) } : fault(404, 10004, 'Unknown Guild')
  }
  if (root === 'channels') return channels(world, sent, first, second, third)
  return unknownRoute(world, sent)
}

function unknownRoute(world: World, sent: Sent): Answer {
  refuse(world, sent, ['the fake has no such route'])
  return fault(404, 0, '404: Not Found')
}

function gateway(world: World): object {
  const limit = { total: 1000, remaining: 999, reset_after: 3600000, max_concurrency: 1 }
  return { url: world.url.replace('http', 'ws').replace(/\/api$/, ''), shards: 1, session_start_limit: limit }
}

function application(world: World): object {
  return {
    id: world.applicationId,
    name: 'attache',
    description: '',
    flags: 0,
    bot_public: false,
    verify_key: '00',
  }
}

function me(world: World, sent: Sent, rest: string): Answer {
  if (rest === '') return { status: 200, body: botUser(world) }
  if (rest !== 'channels' || sent.method !== 'POST') return unknownRoute(world, sent)
  const user = String((sent.body as { recipient_id?: string } | undefined)?.recipient_id)
  const recipients = [
    { id: user, username: `person${user.slice(-3)}`, discriminator: '0', global_name: null, avatar: null },
  ]
  return { status: 200, body: { id: directChannel(world, user), type: 1, recipients } }
}

function commands(world: World, sent: Sent, scope: string, id: string): Answer {
  const current = world.commands.get(scope) ?? []
  const register = (command: CommandBody): CommandBody => {
    const old = current.find((entry) => entry.name === command.name)
    const own = {
      id: old?.id ?? snowflake(world),
      application_id: world.applicationId,
      version: snowflake(world),
    }
    return {
      type: 1,
      default_member_permissions: null,
      nsfw: false,
      ...command,
      ...own,
      ...(scope ? { guild_id: scope } : {}),
    }
  }
  if (sent.method === 'GET') {
    const one = current.find((command) => command.id === id)
    if (!id) return { status: 200, body: current }
    return one ? { status: 200, body: one } : fault(404, 10063, 'Unknown application command')
  }
  if (sent.method === 'DELETE') {
    world.commands.set(
      scope,
      current.filter((command) => command.id !== id),
    )
    return { status: 204 }
  }
  const refusal = refuse(
    world,
    sent,
    checkRequest(sent.method, sent.path, sent.body, sent.files, { query: sent.query }),
  )
  if (refusal) return refusal
  if (sent.method === 'PUT') {
    world.counts.commandPuts += 1
    const list = (sent.body as CommandBody[]).map(register)
    world.commands.set(scope, list)
    return { status: 200, body: list }
  }
  if (sent.method !== 'POST') return unknownRoute(world, sent)
  const command = register(sent.body as CommandBody)
  world.commands.set(scope, [...current.filter(({ name }) => name !== command.name), command])
  return { status: 201, body: command }
}

function channels(world: World, sent: Sent, id: string, below: string, messageId: string): Answer {
  const channel = world.channels.get(id)
  if (!channel) return fault(404, 10003, 'Unknown Channel')
  if (below === '' && sent.method === 'GET') return { status: 200, body: channelPayload(channel) }
  if (below === 'typing' && sent.method === 'POST') return { status: 204 }
  if (below !== 'messages') return unknownRoute(world, sent)
  const found = world.messages.get(messageId)
  const existing = found && found.channel_id === id && (found.flags & EPHEMERAL) === 0 ? found : undefined
  if (sent.method === 'POST' || sent.method === 'PATCH') {
    const known = { query: sent.query, existing }
    const refusal = refuse(world, sent, checkRequest(sent.method, sent.path, sent.body, sent.files, known))
    if (refusal) return refusal
  }
  if (sent.method === 'POST' && !messageId) return post(world, sent, id)
  if (sent.method === 'GET' && !messageId) {
    const list = [...world.messages.values()].filter(
      (entry) => entry.channel_id === id && (entry.flags & EPHEMERAL) === 0,
    )
    return { status: 200, body: list.reverse() }
  }
  if (!existing) return fault(404, 10008, 'Unknown Message')
  if (sent.method === 'GET') return { status: 200, body: existing }
  if (sent.method === 'PATCH')
    return { status: 200, body: editMessage(world, existing, sent.body as Body, sent.files) }
  if (sent.method !== 'DELETE') return unknownRoute(world, sent)
  deleteMessage(world, existing)
  return { status: 204 }
}

function channelPayload({ id, type, guildId }: { id: string; type: number; guildId: string | null }): object {
  return guildId
    ? { id, type, guild_id: guildId, name: 'news', permission_overwrites: [] }
    : { id, type, recipients: [] }
}

function post(world: World, sent: Sent, channelId: string): Answer {
  const body = sent.body as Body
  const key = `${channelId}:${body.nonce}`
  const first = body.enforce_nonce ? world.nonces.get(key) : undefined
  if (first && world.clock() - first.at < NONCE_MS) {
    const message = world.messages.get(first.id)
    return message ? { status: 200, body: message } : fault(404, 10008, 'Unknown Message')
  }
  const message = createMessage(world, channelId, body, sent.files)
  if (body.nonce != null) world.nonces.set(key, { id: message.id, at: world.clock() })
  return { status: 200, body: message }
}
