/** What the fake Discord remembers, and how its parts wait for one another. */
import type { CommandBody } from './discord-commands.ts'
import type { Component, Message, SentFile } from './discord-message.ts'

export type Guild = { id: string; name: string; unavailable?: boolean; channelId: string }
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
  fromMessage: boolean
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
  guilds: Guild[]
  channels: Map<string, { id: string; type: number; guildId: string | null }>
  messages: Map<string, Message>
  files: Map<string, SentFile>
  interactions: Map<string, Interaction>
  nonces: Map<string, { id: string; at: number }>
  /** Keyed by guild, or '' for the global ones. */
  commands: Map<string, CommandBody[]>
  counts: { commandPuts: number; identifies: number }
  violations: string[]
  requests: LoggedRequest[]
  /** Sends a gateway event; false when no bot is there to receive it. */
  dispatch: (event: string, data: unknown) => boolean
  watchers: Set<() => void>
  pendingTimers: Set<NodeJS.Timeout>
}

let sequence = 0n

/** An id that encodes the world's time, as Discord's do. */
export function snowflake(world: { clock: () => number }): string {
  sequence = (sequence + 1n) & 0x3fffffn
  return String(((BigInt(Math.trunc(world.clock())) - 1420070400000n) << 22n) | sequence)
}

export function botUser(world: World): object {
  const names = {
    id: world.applicationId,
    username: 'attache',
    discriminator: '0',
    global_name: null,
    avatar: null,
  }
  return { ...names, bot: true, public_flags: 0, flags: 0, primary_guild: null }
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
