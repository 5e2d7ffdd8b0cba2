/** The Discord surface: connects, registers the commands, and hands every interaction to the router. */
import { Client, Events, GatewayIntentBits, OAuth2Scopes, Partials, PermissionFlagsBits } from 'discord.js'
import type { Logger } from 'pino'
import { createJobs } from '../chat/jobs.ts'
import { createQuestionLimit } from '../chat/limit.ts'
import type { Command } from '../command/command.ts'
import type { Services } from '../command/context.ts'
import type { Post } from '../services/posting/post.ts'
import type { DiscordChat } from './chat.ts'
import { describeError } from './describe-error.ts'
import { takeMessage } from './mention.ts'
import { createPost } from './post.ts'
import { registerCommands } from './register.ts'
import { route } from './router.ts'

/** How long open answers have to end after stop(). */
const GRACE_MS = 5000
/** A reply can be edited for 15 minutes; what is not done by then is ended a minute earlier. */
const DEADLINE_MS = 14 * 60_000
/** Discord counts edits. */
const PAUSE_MS = 1200

export type DiscordOptions = {
  token: string
  /** Without version and closing slash; Discord's own when absent. */
  apiUrl?: string | undefined
  commands: Command[]
  services: Services
  log: Logger
  /** How many questions one person may ask in a minute. */
  questionsPerMinute: number
  /** Leaves out Discord's five seconds between two connections; for a server of one's own. */
  fastIdentify?: boolean
}

export type Discord = {
  /** Takes no new work, lets open answers end within five seconds or tells their people, and disconnects. */
  stop: () => Promise<void>
  /** Resolves when the commands are registered, or their registration has failed and is logged. */
  ready: Promise<void>
  /** Posts what nobody asked for by hand. */
  post: Post
  /** Rejects when Discord has ended the connection for good, with what to do; never resolves. */
  lost: Promise<never>
}

/** Connects to Discord; rejects when Discord does not accept the token or cannot be reached. */
export async function runDiscord(options: DiscordOptions): Promise<Discord> {
  const client = createClient(options)
  const chat = createChat(options)
  const { commands, jobs, log } = chat
  listen(client, chat)
  const lost = lossOf(client)
  const ready = new Promise<void>((resolve) => {
    client.once(Events.ClientReady, () => resolve(register(client, commands, log)))
  })
  await login(client, options.token)
  let stopped: Promise<void> | undefined
  const stop = async () => {
    await jobs.stop(GRACE_MS)
    await client.destroy()
  }
  return {
    ready,
    lost,
    post: createPost(client, log),
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}

function createChat({ commands, services, log, questionsPerMinute }: DiscordOptions): DiscordChat {
  return {
    commands,
    services,
    log: log.child({}, { serializers: { error: describeError } }),
    jobs: createJobs({ deadlineMs: DEADLINE_MS }),
    limit: createQuestionLimit(questionsPerMinute),
    pauseMs: PAUSE_MS,
  }
}

function listen(client: Client, chat: DiscordChat): void {
  const { log } = chat
  client.on(Events.Error, (error) => log.error({ error }, 'Discord client error'))
  client.on(Events.ShardError, (error) => log.error({ error }, 'Discord connection error'))
  client.on(Events.Warn, (message) => log.warn({ message }, 'Discord client warning'))
  client.on(Events.InteractionCreate, (interaction) => void route(chat, interaction))
  client.on(Events.MessageCreate, (message) => void takeMessage(chat, message))
}

/** Rejects when Discord has ended the connection for good. */
function lossOf(client: Client): Promise<never> {
  const lost = new Promise<never>((_, reject) => {
    client.on(Events.ShardDisconnect, ({ code }) => reject(new Error(lossFault(code))))
  })
  // Whoever does not wait for it has no use for it.
  lost.catch(() => {})
  return lost
}

async function login(client: Client, token: string): Promise<void> {
  try {
    await client.login(token)
  } catch (error) {
    await client.destroy()
    throw new Error(loginFault(error))
  }
}

function createClient({ apiUrl, fastIdentify }: DiscordOptions): Client {
  return new Client({
    // None is privileged: of messages, only those to the bot and its own have a content.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Without it, direct messages are not seen.
    partials: [Partials.Channel],
    // One guild in an outage holds back every interaction for this long, and Discord waits three seconds.
    waitGuildTimeout: 500,
    allowedMentions: { parse: [] },
    ...(apiUrl ? { rest: { api: apiUrl } } : {}),
    ...(fastIdentify
      ? { ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) } }
      : {}),
  })
}

async function register(client: Client, commands: Command[], log: Logger): Promise<void> {
  try {
    const changed = await registerCommands(client.rest, client.application?.id ?? '', commands)
    const guilds = client.guilds.cache.size
    log.info({ commands: commands.length, changed, guilds, invite: inviteOf(client) }, 'Discord is ready')
  } catch (error) {
    log.error({ error }, 'the commands could not be registered')
  }
}

/** What the bot needs in a server; the README names them. */
const PERMISSIONS = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.CreatePublicThreads,
  PermissionFlagsBits.ReadMessageHistory,
  PermissionFlagsBits.AttachFiles,
]

/** The address where an administrator adds the bot to a server. */
const inviteOf = (client: Client) =>
  client.generateInvite({
    scopes: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands],
    permissions: PERMISSIONS,
  })

/** Discord's close code when the token is not accepted any more. */
const AUTHENTICATION_FAILED = 4004

const lossFault = (code: number) =>
  code === AUTHENTICATION_FAILED
    ? 'Discord does not accept DISCORD_TOKEN any more: copy a new token from the Bot page of the Developer Portal.'
    : `Discord ended the connection for good (close code ${code}): start again.`

function loginFault(error: unknown): string {
  const code = (error as { code?: unknown }).code
  if (code === 'TokenInvalid' || code === 'InvalidToken')
    return 'Discord does not accept DISCORD_TOKEN: copy a new token from the Bot page of the Developer Portal.'
  const reason = error instanceof Error ? error.message : String(error)
  return `Discord could not be reached (${reason}): check the network and DISCORD_API_URL, then start again.`
}
