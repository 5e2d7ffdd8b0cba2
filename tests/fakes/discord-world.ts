/** What the fake Discord remembers, and how its parts wait for one another. */
import type { CommandBody } from './discord-commands.ts'
import type { Component, Message, SentFile } from './discord-message.ts'

/** A server in which the bot is installed; `botPermissions` are the bits of its only role. */
export type Guild = {
  id: string
  name: string
  locale: string
  unavailable?: boolean
  botPermissions: string
  /** Its first text channel. */
  channelId: string
}
/** Where an interaction comes from: `userInstalledGuild` is a server that the bot is not in. */
export type Context = 'guild' | 'userInstalledGuild' | 'botDm' | 'privateChannel'
export type Channel = {
  id: string
  type: number
  name: string
  context: Context
  guildId: string | null
  /** The bot's bits here, where they differ from its role. */
  botPermissions?: string
  /** Who may see it, besides the bot; everybody when absent. */
  seenBy?: string[]
  /** A thread's channel, and the minutes until it is archived. */
  parentId?: string
  archiveAfter?: number
  createdAt: number
  /** The person of a direct channel. */
  recipientId?: string
  /** The person takes no direct messages. */
  closed?: boolean
  /** What the bot created here by `POST /channels/{id}/messages`, oldest first. */
  posts: string[]
}
export type LoggedRequest = { method: string; path: string; body: unknown; files: SentFile[]; at: number }
export type Modal = { custom_id: string; title: string; components: Component[] }

/** One interaction and what the bot did with it. `kind` is Discord's interaction type. */
export type Interaction = {
  id: string
  token: string
  kind: number
  createdAt: number
  channelId: string
  guildId: string | null
  userId: string
  /** Who installed the app: `{ 0: guildId }`, `{ 1: userId }`. */
  owners: Record<string, string>
  /** The message that was clicked, also before a form. */
  clicked?: string
  /** The interaction that showed this form. */
  opener?: Interaction
  acknowledged?: { type: number; flags: number; at: number }
  originalId?: string
  /** The deferred reply is not shown yet. */
  pending: boolean
  choices?: { name: string; value: string | number }[]
  modal?: Modal
  followUps: Message[]
  edits: Message[]
}

export type World = {
  url: string
  token: string
  applicationId: string
  clock: () => number
  /** The first one is where people act unless told otherwise. */
  guilds: Guild[]
  /** Who acts unless told otherwise. */
  person: string
  channels: Map<string, Channel>
  messages: Map<string, Message>
  files: Map<string, SentFile>
  interactions: Map<string, Interaction>
  nonces: Map<string, { id: string; at: number }>
  /** How long a nonce is remembered. Milliseconds. */
  nonceMs: number
  /** Keyed by guild, or '' for the global ones. */
  commands: Map<string, CommandBody[]>
  counts: { commandPuts: number; identifies: number; channels: number }
  violations: string[]
  refusals: string[]
  requests: LoggedRequest[]
  /** Sends a gateway event to bots with this intent (0: to all); false when no bot is there. */
  dispatch: (event: string, data: unknown, intent: number) => boolean
  watchers: Set<() => void>
  pendingTimers: Set<NodeJS.Timeout>
}

let sequence = 0n

/** An id that encodes the world's time, as Discord's do. */
export function snowflake(world: { clock: () => number }): string {
  sequence = (sequence + 1n) & 0x3fffffn
  return String(((BigInt(Math.trunc(world.clock())) - 1420070400000n) << 22n) | sequence)
}

export function botUser(world: World): { id: string } {
  return user(world.applicationId, 'attache', true)
}

export function personUser(id: string, bot = false): { id: string } {
  return user(id, `person${id.slice(-3)}`, bot)
}

function user(id: string, username: string, bot: boolean): { id: string } {
  const names = { id, username, discriminator: '0', global_name: null, avatar: null }
  return { ...names, bot, public_flags: 0, flags: 0, primary_guild: null } as { id: string }
}

export function changed(world: World): void {
  for (const watcher of [...world.watchers]) watcher()
}

/** Resolves as soon as `read` answers something; rejects after `timeoutMs` of real time, saying what was awaited. */
export function until<T>(
  world: World,
  read: () => T | undefined,
  timeoutMs: number,
  what: () => string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const check = () => {
      const value = read()
      if (value === undefined) return
      stop()
      resolve(value)
    }
    const timer = setTimeout(() => {
      stop()
      const faults = world.violations.length ? ` Violations: ${world.violations.join(' | ')}` : ''
      reject(new Error(`Waited ${timeoutMs} ms for ${what()}.${faults}`))
    }, timeoutMs)
    const stop = () => {
      clearTimeout(timer)
      world.pendingTimers.delete(timer)
      world.watchers.delete(check)
    }
    world.pendingTimers.add(timer)
    world.watchers.add(check)
    check()
  })
}
