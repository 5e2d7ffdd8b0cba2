/** The gateway half of the fake Discord: identify, heartbeat, resume, dispatch. */
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { botUser, changed, type Guild, snowflake, type World } from './discord-world.ts'

type Session = {
  id: string
  events: { op: 0; t: string; s: number; d: unknown }[]
  socket: WebSocket | undefined
  sequence: number
}
type Frame = { op: number; d: never }

export type Gateway = {
  dispatch: (event: string, data: unknown) => boolean
  live: () => number
  /** Closes every bot's socket; the sessions stay resumable. */
  disconnect: (code: number) => void
  sendOp: (op: number, data: unknown) => void
  close: () => void
}

const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15)

export function startGateway(server: Server, world: World): Gateway {
  const sockets = new WebSocketServer({ server })
  const sessions = new Map<string, Session>()
  sockets.on('connection', (socket) => {
    send(socket, { op: 10, d: { heartbeat_interval: 41250 }, s: null, t: null })
    let session: Session | undefined
    socket.on('message', (raw) => {
      const text = String(raw)
      if (Buffer.byteLength(text) > 4096) world.violations.push('gateway: a frame is over 4096 bytes')
      const frame = JSON.parse(text) as Frame
      if (frame.op === 1) send(socket, { op: 11 })
      if (frame.op === 2) session = identify(world, sessions, socket, frame.d)
      if (frame.op === 6) session = resume(world, sessions, socket, frame.d)
      changed(world)
    })
    socket.on('error', () => {})
    socket.on('close', (code) => {
      // Only the bot's own polite goodbye ends a session.
      if (session?.socket === socket) session.socket = undefined
      if (session && (code === 1000 || code === 1001) && !dropped.has(socket)) sessions.delete(session.id)
      changed(world)
    })
  })
  const live = () => [...sessions.values()].filter(({ socket }) => socket?.readyState === 1)
  const dropped = new WeakSet<WebSocket>()
  return {
    dispatch: (event, data) => {
      for (const session of sessions.values()) emit(session, event, data)
      return sessions.size > 0
    },
    live: () => live().length,
    disconnect: (code) => {
      for (const { socket } of live()) {
        if (!socket) continue
        dropped.add(socket)
        if (code === 1006) socket.terminate()
        else socket.close(code)
      }
    },
    sendOp: (op, data) => {
      for (const { socket } of live()) if (socket) send(socket, { op, d: data, s: null, t: null })
      if (op === 9 && data === false) sessions.clear()
    },
    close: () => {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

function identify(
  world: World,
  sessions: Map<string, Session>,
  socket: WebSocket,
  data: { token?: string; intents?: number; shard?: [number, number] },
): Session | undefined {
  if (data.token !== world.token) return refuse(socket, 4004)
  if (((data.intents ?? 0) & PRIVILEGED) !== 0) {
    world.violations.push('gateway: a privileged intent that this application does not have')
    return refuse(socket, 4014)
  }
  world.counts.identifies += 1
  const session: Session = { id: `session${snowflake(world)}`, events: [], socket, sequence: 0 }
  sessions.set(session.id, session)
  emit(session, 'READY', {
    v: 10,
    user: botUser(world),
    guilds: world.guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: world.url.replace('http', 'ws').replace(/\/api$/, ''),
    application: { id: world.applicationId, flags: 0 },
    ...(data.shard ? { shard: data.shard } : {}),
  })
  if (((data.intents ?? 0) & 1) === 0) return session
  for (const guild of world.guilds)
    if (!guild.unavailable) emit(session, 'GUILD_CREATE', guildPayload(world, guild))
  return session
}

function resume(
  world: World,
  sessions: Map<string, Session>,
  socket: WebSocket,
  data: { token?: string; session_id?: string; seq?: number },
): Session | undefined {
  const session = sessions.get(data.session_id ?? '')
  if (data.token !== world.token) return refuse(socket, 4004)
  if (!session) {
    send(socket, { op: 9, d: false, s: null, t: null })
    return undefined
  }
  session.socket = socket
  for (const event of session.events) if (event.s > (data.seq ?? 0)) send(socket, event)
  emit(session, 'RESUMED', {})
  return session
}

function refuse(socket: WebSocket, code: number): undefined {
  socket.close(code)
}

function emit(session: Session, t: string, d: unknown): void {
  session.sequence += 1
  const event = { op: 0 as const, t, s: session.sequence, d }
  session.events.push(event)
  if (session.socket?.readyState === 1) send(session.socket, event)
}

function send(socket: WebSocket, frame: object): void {
  socket.send(JSON.stringify(frame))
}

const EVERYTHING = '2248473465835073'

export function guildPayload(world: World, guild: Guild): object {
  const role = {
    id: guild.id,
    name: '@everyone',
    permissions: EVERYTHING,
    position: 0,
    color: 0,
    hoist: false,
  }
  return {
    id: guild.id,
    name: guild.name,
    owner_id: '100000000000000009',
    unavailable: false,
    preferred_locale: 'en-US',
    features: [],
    emojis: [],
    stickers: [],
    threads: [],
    presences: [],
    voice_states: [],
    member_count: 2,
    joined_at: '2024-01-01T00:00:00.000Z',
    roles: [{ ...role, managed: false, mentionable: false, flags: 0 }],
    channels: [
      {
        id: guild.channelId,
        type: 0,
        name: 'news',
        position: 0,
        permission_overwrites: [],
        guild_id: guild.id,
      },
    ],
    members: [
      {
        user: botUser(world),
        roles: [],
        joined_at: '2024-01-01T00:00:00.000Z',
        deaf: false,
        mute: false,
        flags: 0,
      },
    ],
  }
}
