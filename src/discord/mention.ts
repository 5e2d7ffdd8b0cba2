/** Messages to the bot: in a thread that it opened they go on with the conversation, in others they are questions. */
import { type AnyThreadChannel, ChannelType, type Message } from 'discord.js'
import type { Answer, Daily } from '../command/context.ts'
import { outcomeOf } from './ask.ts'
import { ACCENT, sentenceCard } from './cards/parts.ts'
import { readControl } from './controls.ts'
import { describeError } from './describe-error.ts'
import { placeOfMessage } from './place.ts'
import { refusalOf } from './questions.ts'
import { type Parts, runRequest } from './request.ts'
import { messageResponder } from './responder.ts'
import { recordShown } from './shown.ts'

/** In a direct message, what was said longer ago is another conversation. */
const PAUSE = 30 * 60_000

/** Takes a message that mentions the bot, replies to it, or is sent to it alone; never rejects. */
export async function takeMessage(parts: Parts, message: Message): Promise<void> {
  const { client, author } = message
  const me = client.user.id
  if (author.bot || message.system || message.webhookId) return
  if (message.guildId !== null && !message.mentions.users.has(me)) return
  if (!parts.jobs.claim(message.id)) return
  try {
    const before = await conversationOf(parts, message)
    // A message does not tell its person's language, but an earlier question of theirs did.
    const place = placeOfMessage(message, before?.person === author.id ? before.locale : undefined)
    const responder = messageResponder(message)
    const question = message.content.replaceAll(new RegExp(`<@!?${me}>`, 'g'), '').trim()
    const refusal = parts.jobs.stopping
      ? sentenceCard(place.language.say('reply.restart'), ACCENT.nothing)
      : await refusalOf(parts, place)
    if (refusal) return await responder.acknowledge(refusal)
    await runRequest(parts, {
      command: 'message',
      place,
      isPrivate: isDirect(message),
      responder,
      work: async (context) => {
        const entry = await parts.services.ask(question, undefined, context, before && { id: before.id })
        return await outcomeOf({ kind: 'entry', entry }, place, false, parts.log)
      },
    })
  } catch (error) {
    parts.log.warn({ message: message.id, error: describeError(error) }, 'a message was not answered')
  }
}

/**
 * What a message follows: the answer or briefing that it replies to, or the last answer of its thread or conversation,
 * or the one that its thread stands below.
 */
async function conversationOf({ services }: Parts, message: Message): Promise<Answer | Daily | undefined> {
  const { channel, channelId, reference } = message
  const entryIn = async (shown: Message | null | undefined) => {
    const id = entryShown(shown)
    if (!id) return undefined
    await recordShown(services, shown, id)
    const entry = await services.recall(id, placeOfMessage(message, undefined))
    return entry && (entry.kind === 'answer' || entry.kind === 'daily') ? entry : undefined
  }
  const repliedTo = await entryIn(channel.messages.cache.get(reference?.messageId ?? ''))
  if (repliedTo) return repliedTo
  const asker = { person: message.author.id, isPrivate: isDirect(message) }
  const latest = await services.conversations.latest(channelId, asker)
  if (channel.isThread()) return latest ?? (await entryIn(await starterOf(channel)))
  const isRecent = latest && Date.now() - Date.parse(latest.asked) < PAUSE
  return message.guildId === null && isRecent ? latest : undefined
}

/** Nobody else reads a conversation with the bot alone. */
const isDirect = ({ channel }: Message) => channel.type === ChannelType.DM

/** The message that a thread stands below; null when it is gone, or the bot may not read it. */
const starterOf = (thread: AnyThreadChannel) => thread.fetchStarterMessage().catch(() => null)

/** The entry that one of our cards shows. */
function entryShown(message: Message | null | undefined): string | undefined {
  if (!message || message.author.id !== message.client.user.id) return undefined
  const ids = JSON.stringify(message.components).match(/1:(?:follow|stories):[\w-]{1,80}/)
  return ids ? readControl(ids[0])?.id : undefined
}
