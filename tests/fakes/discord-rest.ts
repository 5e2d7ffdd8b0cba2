/** The REST half of the fake Discord: one function from a request to an answer. */
import { channels } from './discord-channels.ts'
import { checkRequest } from './discord-contract.ts'
import { guildPayload } from './discord-guild.ts'
import {
  type Answer,
  callback,
  fault,
  refuse,
  type Sent,
  unknownRoute,
  webhook,
} from './discord-interactions.ts'
import { channelPayload, directChannel } from './discord-places.ts'
import { commands } from './discord-registry.ts'
import { botUser, personUser, type World } from './discord-world.ts'

/** Answers a request whose path is decoded and begins after `/api/v10`. */
export function answer(world: World, sent: Sent, authorization: string | undefined): Answer {
  const parts = sent.path.split('/').slice(1)
  const [root = '', first = '', second = '', third = ''] = parts
  if (root === 'interactions' && third === 'callback') return callback(world, sent, first, second)
  if (root === 'webhooks') return webhook(world, sent, second, parts[4])
  if (authorization !== `Bot ${world.token}`) return fault(401, 0, '401: Unauthorized')
  if (root === 'gateway') return { status: 200, body: gateway(world) }
  if (root === 'users' && first === '@me') return me(world, sent, second)
  if (root === 'users' && parts.length === 2) return { status: 200, body: personUser(first) }
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
  if (root === 'channels') return channels(world, sent, parts.slice(1))
  return unknownRoute(world, sent)
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
  const refusal = refuse(
    world,
    sent,
    checkRequest(sent.method, sent.path, sent.body, sent.files, { query: sent.query }),
  )
  if (refusal) return refusal
  const user = String((sent.body as { recipient_id?: string } | undefined)?.recipient_id)
  return { status: 200, body: channelPayload(world, directChannel(world, user)) }
}
