/** A Discord that runs on this machine: gateway and REST on one port, strict about everything a bot sends. */

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CommandBody } from './discord-commands.ts'
import { type Control, control } from './discord-control.ts'
import type { Failure } from './discord-failures.ts'
import { startGateway } from './discord-gateway.ts'
import { addGuild, type GuildOptions } from './discord-guild.ts'
import { reply, serve } from './discord-http.ts'
import { type People, people } from './discord-people.ts'
import { PERSON } from './discord-places.ts'
import { prepareSpec } from './discord-spec.ts'
import { type LoggedRequest, until, type World } from './discord-world.ts'
import { PATIENCE_MS } from './patience.ts'

export { componentsOf, type Message, textOf } from './discord-message.ts'

export type FakeDiscord = Control & {
  /** For DISCORD_API_URL: no version, no slash at the end. */
  url: string
  token: string
  applicationId: string
  /** What a correct bot never sends: bodies that Discord refuses, open mentions; empty in a correct bot. */
  violations: string[]
  /** Every answer from 400 on, such as `POST /channels/7/messages: 403 50013`; scripted ones are left out. */
  refusals: string[]
  requests: LoggedRequest[]
  /** The commands registered now, globally or in one guild. */
  commands: (guildId?: string) => CommandBody[]
  readonly commandPuts: number
  readonly identifies: number
  /** Resolves while a bot is identified or resumed on the gateway. */
  connected: (timeoutMs?: number) => Promise<void>
  /** Resolves when no bot is on the gateway. */
  disconnected: (timeoutMs?: number) => Promise<void>
  interact: People
  failNext: (failure: Failure) => void
  /** Closes the bot's gateway socket with this code (1006: cut); it may resume. */
  disconnect: (code: number) => void
  sendOp: (op: number, data: unknown) => void
  /** Asks the bot to reconnect and resume (op 7). */
  reconnect: () => void
  /** Ends the bot's session (op 9); it resumes when it may, or else identifies anew. */
  invalidateSession: (resumable: boolean) => Promise<void>
  stop: () => Promise<void>
}

export type FakeOptions = {
  token?: string
  guilds?: GuildOptions[]
  /** Milliseconds since 1970; decides the 3 seconds and the 15 minutes. */
  clock?: () => number
  /** How long Discord knows a message by its nonce; five minutes unless told. Milliseconds. */
  nonceMs?: number
}

export const GUILD = '900000000000000001'

/** Listens on a free port of 127.0.0.1. Without `guilds` there is one, `GUILD`. */
export async function startFakeDiscord(options: FakeOptions = {}): Promise<FakeDiscord> {
  prepareSpec()
  const world = emptyWorld(options)
  for (const guild of options.guilds ?? [{ id: GUILD, name: 'Newsroom' }]) addGuild(world, guild)
  const failures: Failure[] = []
  const server = createServer((request, response) => {
    serve(world, failures, request, response).catch((error: unknown) => {
      // Whoever sent it was killed while sending: nobody has anything to answer for.
      if (!request.complete) return
      world.violations.push(
        `${request.method} ${request.url}: ${error instanceof Error ? error.stack : error}`,
      )
      reply(response, { status: 500, body: { message: String(error), code: 0 } })
    })
  })
  const gateway = startGateway(server, world)
  world.dispatch = gateway.dispatch
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
  const { url, token, applicationId, violations, refusals, requests } = world
  const online = (wanted: boolean, timeoutMs: number, what: string) =>
    until(
      world,
      () => gateway.live() > 0 === wanted || undefined,
      timeoutMs,
      () => what,
    ).then(() => {})
  return {
    ...{ url, token, applicationId, violations, refusals, requests },
    ...control(world),
    commands: (guildId = '') => world.commands.get(guildId) ?? [],
    get commandPuts() {
      return world.counts.commandPuts
    },
    get identifies() {
      return world.counts.identifies
    },
    connected: (timeoutMs = PATIENCE_MS) => online(true, timeoutMs, 'a bot on the gateway'),
    disconnected: (timeoutMs = PATIENCE_MS) => online(false, timeoutMs, 'the bot to leave'),
    interact: people(world),
    failNext: (failure) => {
      failures.push({ ...failure })
    },
    disconnect: gateway.disconnect,
    sendOp: gateway.sendOp,
    reconnect: () => gateway.sendOp(7, null),
    invalidateSession: gateway.invalidate,
    stop: () =>
      new Promise((resolve) => {
        for (const timer of world.pendingTimers) clearTimeout(timer)
        gateway.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function emptyWorld({ token = 'fake-token', clock = Date.now, nonceMs = 5 * 60_000 }: FakeOptions): World {
  return {
    url: '',
    token,
    applicationId: '800000000000000001',
    clock,
    guilds: [],
    person: PERSON,
    channels: new Map(),
    messages: new Map(),
    files: new Map(),
    interactions: new Map(),
    nonces: new Map(),
    nonceMs,
    commands: new Map(),
    counts: { commandPuts: 0, identifies: 0, channels: 0 },
    violations: [],
    refusals: [],
    requests: [],
    dispatch: () => false,
    watchers: new Set(),
    pendingTimers: new Set(),
  }
}
