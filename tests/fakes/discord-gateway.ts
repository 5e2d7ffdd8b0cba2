/** The gateway half of the fake Discord: identify, heartbeat, resume, dispatch. */
import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type WebSocket, WebSocketServer } from 'ws'
import { guildPayload } from './discord-guild.ts'
import { GUILDS, PRIVILEGED } from './discord-intents.ts'
import { botUser, changed, snowflake, type World } from './discord-world.ts'

type Session = {
  id: string
  events: { op: 0; t: string; s: number; d: unknown }[]
  socket: WebSocket | undefined
  sequence: number
  intents: number
}
type Frame = { op: number; d: never }

export type Gateway = {
  dispatch: World['dispatch']
  live: () => number
  /** Closes every bot's socket; the sessions stay resumable. */
  disconnect: (code: number) => void
  sendOp: (op: number, data: unknown) => void
  /** Sends op 9 once the bot has read all that was sent before. */
  invalidate: (resumable: boolean) => Promise<void>
  close: () => void
}

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
  const sendOp = (op: number, data: unknown) => {
    for (const { socket } of live()) if (socket) send(socket, { op, d: data, s: null, t: null })
    if (op === 9 && data === false) sessions.clear()
  }
  return {
    dispatch: (event, data, intent) => {
      for (const session of sessions.values())
        if ((session.intents & intent) === intent) emit(session, event, data)
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
    sendOp,
    invalidate: async (resumable) => {
      await Promise.all(live().map(({ socket }) => socket && settled(socket)))
      sendOp(9, resumable)
    },
    close: () => {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

/** Resolves when the other side has worked through its frames: discord.js breaks on op 9 beside RESUMED. */
async function settled(socket: WebSocket): Promise<void> {
  await new Promise<void>((resolve) => {
    socket.once('pong', () => resolve())
    socket.once('close', () => resolve())
    socket.ping()
  })
  await wait(20)
}

function identify(
  world: World,
  sessions: Map<string, Session>,
  socket: WebSocket,
  data: { token?: string; intents?: number; shard?: [number, number] },
): Session | undefined {
  if (data.token !== world.token) return refuse(socket, 4004)
  const intents = data.intents ?? 0
  if ((intents & PRIVILEGED) !== 0) {
    world.violations.push('gateway: a privileged intent that this application does not have')
    return refuse(socket, 4014)
  }
  world.counts.identifies += 1
  const session: Session = { id: `session${snowflake(world)}`, events: [], socket, sequence: 0, intents }
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
  if ((intents & GUILDS) === 0) return session
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
