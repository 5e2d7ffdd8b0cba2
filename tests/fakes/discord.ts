/** A Discord that runs on this machine: gateway and REST on one port, strict about everything a bot sends. */

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CommandBody } from './discord-commands.ts'
import { guildPayload, startGateway } from './discord-gateway.ts'
import { type Failure, reply, serve } from './discord-http.ts'
import type { Message } from './discord-message.ts'
import { type People, people } from './discord-people.ts'
import { changed, type LoggedRequest, until, type World } from './discord-world.ts'

export { componentsOf, type Message, textOf } from './discord-message.ts'

export type FakeDiscord = {
  /** For DISCORD_API_URL: no version, no slash at the end. */
  url: string
  token: string
  applicationId: string
  /** What a real Discord would have refused, and open mentions; empty in a correct bot. */
  violations: string[]
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
  /** Ends the outage of a guild that began unavailable. */
  restoreGuild: (id: string) => void
  /** The text channel of a guild. */
  channelOf: (guildId: string) => string
  /** The messages that are in a channel now, oldest first, ephemeral ones included. */
  messagesIn: (channelId: string) => Message[]
  /** A person or a moderator removes a message. */
  removeMessage: (id: string) => void
  /** The text of an uploaded file, by its attachment URL. */
  fileText: (url: string) => string
  stop: () => Promise<void>
}

export type FakeOptions = {
  token?: string
  guilds?: { id: string; name: string; unavailable?: boolean }[]
  /** Milliseconds since 1970; decides the 3 seconds and the 15 minutes. */
  clock?: () => number
}

export const GUILD = '900000000000000001'

/** Listens on a free port of 127.0.0.1. Without `guilds` there is one, `GUILD`. */
export async function startFakeDiscord(options: FakeOptions = {}): Promise<FakeDiscord> {
  const guilds = (options.guilds ?? [{ id: GUILD, name: 'Newsroom' }]).map((guild, index) => ({
    ...guild,
    channelId: String(700000000000000001n + BigInt(index)),
  }))
  const world: World = {
    url: '',
    token: options.token ?? 'fake-token',
    applicationId: '800000000000000001',
    clock: options.clock ?? Date.now,
    guilds,
    channels: new Map(
      guilds.map(({ id, channelId }) => [channelId, { id: channelId, type: 0, guildId: id }]),
    ),
    messages: new Map(),
    files: new Map(),
    interactions: new Map(),
    nonces: new Map(),
    commands: new Map(),
    counts: { commandPuts: 0, identifies: 0 },
    violations: [],
    requests: [],
    dispatch: () => false,
    watchers: new Set(),
    pendingTimers: new Set(),
  }
  const failures: Failure[] = []
  const server = createServer((request, response) => {
    serve(world, failures, request, response).catch((error: unknown) => {
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
  return {
    url: world.url,
    token: world.token,
    applicationId: world.applicationId,
    violations: world.violations,
    requests: world.requests,
    commands: (guildId = '') => world.commands.get(guildId) ?? [],
    get commandPuts() {
      return world.counts.commandPuts
    },
    get identifies() {
      return world.counts.identifies
    },
    connected: (timeoutMs = 10_000) =>
      until(
        world,
        () => gateway.live() > 0 || undefined,
        timeoutMs,
        () => 'a bot on the gateway',
      ).then(() => {}),
    disconnected: (timeoutMs = 10_000) =>
      until(
        world,
        () => gateway.live() === 0 || undefined,
        timeoutMs,
        () => 'the bot to leave',
      ).then(() => {}),
    interact: people(world),
    failNext: (failure) => {
      failures.push({ ...failure })
    },
    disconnect: gateway.disconnect,
    sendOp: gateway.sendOp,
    restoreGuild: (id) => {
      const guild = world.guilds.find((entry) => entry.id === id)
      if (!guild) throw new Error(`The fake has no guild ${id}.`)
      guild.unavailable = false
      gateway.dispatch('GUILD_CREATE', guildPayload(world, guild))
    },
    channelOf: (guildId) => world.guilds.find(({ id }) => id === guildId)?.channelId ?? '',
    messagesIn: (channelId) =>
      [...world.messages.values()].filter((message) => message.channel_id === channelId),
    removeMessage: (id) => {
      world.messages.delete(id)
      changed(world)
    },
    fileText: (url) => new TextDecoder().decode(world.files.get(new URL(url).pathname)?.bytes),
    stop: () =>
      new Promise((resolve) => {
        for (const timer of world.pendingTimers) clearTimeout(timer)
        gateway.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
