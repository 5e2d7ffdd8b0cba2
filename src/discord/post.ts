/**
 * Posts messages that nobody asked for by hand: briefings that are due, and news about them. A repeated attempt does
 * not post twice: Discord knows a message by its nonce for some minutes, and before another attempt it is looked for
 * among the bot's own latest messages, where a mark shows it that a reader does not see.
 */
import { createHash } from 'node:crypto'
import {
  type APIMessage,
  type Client,
  RESTJSONErrorCodes as Code,
  DiscordAPIError,
  Routes,
  type SendableChannels,
  SnowflakeUtil,
} from 'discord.js'
import type { Logger } from 'pino'
import { createTurns } from '../chat/limit.ts'
import type { PauseReason } from '../ledger/subscription.ts'
import { languageFor } from '../locales/language.ts'
import type { Addressed, Message, Post, Posted, Target } from '../services/posting/post.ts'
import { bounded } from './cards/escape.ts'
import { ACCENT, type Card, markupCard } from './cards/parts.ts'
import { entryCard } from './cards/reply.ts'
import { withChart } from './chart.ts'
import { hasCode } from './deliver.ts'
import { messageOptions } from './surface.ts'

/** Half of Discord's fifty requests a second, evenly: the other half is for people who ask. */
const PACE = { messages: 5, seconds: 0.2 }
/** How far clocks may differ. In milliseconds. */
const CLOCKS = 60_000
/** Where an earlier attempt's message is looked for: so many messages after it began. */
const [PAGES, PAGE] = [5, 100]
const HEADLINES = 3000

const REFUSALS: Record<number, PauseReason> = {
  [Code.UnknownChannel]: 'channel_gone',
  [Code.UnknownGuild]: 'channel_gone',
  [Code.MissingAccess]: 'no_permission',
  [Code.MissingPermissions]: 'no_permission',
  [Code.CannotExecuteActionOnThisChannelType]: 'no_permission',
  [Code.CannotSendMessagesInNonTextChannel]: 'no_permission',
  [Code.InvalidActionOnArchivedThread]: 'no_permission',
  [Code.ThreadLocked]: 'no_permission',
  [Code.CannotSendMessagesToThisUser]: 'direct_closed',
  [Code.UnknownUser]: 'direct_closed',
}

export function createPost(client: Client, log: Logger): Post {
  const turn = createTurns(PACE.messages, PACE.seconds)

  const find = async (target: Target, message: Addressed): Promise<Posted | undefined> => {
    if (message.triedSince === null) return undefined
    return await outcome(message.signal, async (): Promise<Posted | undefined> => {
      const channel = await channelOf(client, target)
      const id = channel && (await search(channel.id, message.key, message.triedSince ?? ''))
      return id ? { outcome: 'posted', message: id, found: true } : undefined
    })
  }
  const search = async (channel: string, key: string, since: string) => {
    let after = String(SnowflakeUtil.generate({ timestamp: Date.parse(since) - CLOCKS }))
    for (let page = 0; page < PAGES; page += 1) {
      await turn()
      const query = new URLSearchParams({ after, limit: String(PAGE) })
      const latest = (await client.rest
        .get(Routes.channelMessages(channel), { query })
        .catch((error: unknown) => {
          // Where the bot may not read, only the nonce is left.
          if (hasCode(error, Code.MissingAccess, Code.MissingPermissions)) return []
          throw error
        })) as APIMessage[]
      const own = latest.find((one) => isMarked(one, key))
      if (own) return own.id
      if (latest.length < PAGE) return undefined
      after = newest(latest)
    }
    return undefined
  }
  const send = async (target: Target, message: Message): Promise<Posted> => {
    const channel = await channelOf(client, target)
    if (!channel) return { outcome: 'failed', fault: 'Discord tells nothing of the channel.' }
    // Before the card is made: many at once would hold up everybody.
    await turn()
    try {
      return await sendCard(channel, await cardOf(message, log), message)
    } catch (error) {
      if (!hasCode(error, Code.InvalidFormBodyOrContentType)) throw error
      log.error({ error, channel: channel.id }, 'Discord refused a briefing')
      return await sendCard(channel, headlinesCard(message), message)
    }
  }
  const sendCard = async (channel: SendableChannels, card: Card, { key }: Message): Promise<Posted> => {
    const [first, ...others] = card.components
    const components = first ? [{ ...first, id: markOf(key) }, ...others] : []
    const nonce = { nonce: hashOf(key).toString('base64url').slice(0, 24), enforceNonce: true }
    const sent = await channel.send({ ...messageOptions({ ...card, components }), ...nonce })
    return { outcome: 'posted', message: sent.id, found: false }
  }
  return {
    find,
    send: async (target, message) =>
      (await find(target, message)) ?? (await outcome(message.signal, () => send(target, message))),
  }
}

/** What came of it, whatever Discord answers; what the signal ends is not known to have failed. */
async function outcome<Result extends Posted | undefined>(
  signal: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result | Posted> {
  const { promise: stopped, resolve } = Promise.withResolvers<Posted>()
  const stop = () => resolve({ outcome: 'failed', fault: 'The bot was stopped.' })
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  const done = work().catch((error: unknown): Posted => {
    const fault = error instanceof Error ? error.message : String(error)
    // A repetition of what was posted, and removed since.
    if (hasCode(error, Code.UnknownMessage)) return { outcome: 'posted', message: null, found: true }
    const reason = error instanceof DiscordAPIError ? REFUSALS[Number(error.code)] : undefined
    return reason ? { outcome: 'refused', reason, fault } : { outcome: 'failed', fault }
  })
  return await Promise.race([done, stopped]).finally(() => signal.removeEventListener('abort', stop))
}

async function channelOf(client: Client, target: Target): Promise<SendableChannels | undefined> {
  if ('person' in target) return await client.users.createDM(target.person)
  const channel = await client.channels.fetch(target.channel, { allowUnknownGuild: true })
  return channel?.isSendable() ? channel : undefined
}

async function cardOf({ content, note, locale }: Message, log: Logger): Promise<Card> {
  if ('sentence' in content) return markupCard(content.sentence, ACCENT.nothing)
  const { entry } = content
  const view = { language: languageFor(locale), now: new Date(), note, canThread: false, isPrivate: false }
  return entryCard(entry, await withChart(view, entry, log))
}

/** What is said when Discord does not take the card. */
function headlinesCard({ content, note, locale }: Message): Card {
  const headlines = 'entry' in content ? content.entry.digest.stories.map(({ headline }) => headline) : []
  const list = bounded(headlines.join('\n'), HEADLINES).text
  const { say } = languageFor(locale)
  const parts = [note ? `-# ${note}` : '', say('delivery.headlines'), list]
  return markupCard(parts.filter(Boolean).join('\n'), ACCENT.nothing)
}

const newest = (messages: APIMessage[]) =>
  messages.reduce((latest, { id }) => (BigInt(id) > BigInt(latest) ? id : latest), '0')
const hashOf = (key: string) => createHash('sha256').update(key).digest()
/** The first component's id, which Discord keeps as it was sent: a positive 32-bit number above those it gives itself. */
const markOf = (key: string) => (hashOf(key).readUInt32BE() % 0x3fff_ffff) + 0x4000_0000
const isMarked = ({ components = [] }: APIMessage, key: string) =>
  components.some(({ id }) => id === markOf(key))
