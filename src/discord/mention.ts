/** Messages to the bot: in a thread that it opened they go on with the conversation, in others they are questions. */
import type { AnyThreadChannel, Message } from 'discord.js'
import { followedBy } from '../chat/follow-up.ts'
import { refusal } from '../chat/surface.ts'
import { takeQuestion } from '../chat/take.ts'
import type { Answer, Daily, Services } from '../command/context.ts'
import type { DiscordChat } from './chat.ts'
import { readControl } from './controls.ts'
import { placeOfMessage } from './place.ts'
import { recordShown } from './shown.ts'
import { messageSurface } from './surface.ts'

/** Takes a message that mentions the bot, replies to it, or is sent to it alone; never rejects. */
export async function takeMessage(chat: DiscordChat, message: Message): Promise<void> {
  const { client, author } = message
  if (author.bot || message.system || message.webhookId) return
  if (message.guildId !== null && !message.mentions.users.has(client.user.id)) return
  if (!chat.jobs.claim(message.id)) return
  try {
    await answer(chat, message)
  } catch (error) {
    chat.log.warn({ message: message.id, error }, 'a message was not answered')
  }
}

async function answer(chat: DiscordChat, message: Message): Promise<void> {
  const { client, author, content } = message
  const before = await conversationOf(chat.services, message)
  // A message does not tell its person's language, but an earlier question of theirs did.
  const place = placeOfMessage(message, before?.person === author.id ? before.locale : undefined)
  const surface = messageSurface(message, place, chat.log)
  if (chat.jobs.stopping) return await surface.post(refusal('restart', 'reply.restart'))
  await takeQuestion(chat, {
    command: 'message',
    question: content.replaceAll(new RegExp(`<@!?${client.user.id}>`, 'g'), '').trim(),
    previous: before && { id: before.id },
    isPrivate: false,
    place,
    surface,
  })
}

async function conversationOf(services: Services, message: Message): Promise<Answer | Daily | undefined> {
  const { channel, reference } = message
  const repliedTo = channel.messages.cache.get(reference?.messageId ?? '')
  return await followedBy(services, {
    place: placeOfMessage(message, undefined),
    repliedTo: await entryShown(services, repliedTo),
    starter: channel.isThread() ? async () => entryShown(services, await starterOf(channel)) : undefined,
  })
}

/** The message that a thread stands below; null when it is gone, or the bot may not read it. */
const starterOf = (thread: AnyThreadChannel) => thread.fetchStarterMessage().catch(() => null)

/** The entry that one of our cards shows, which is public where everybody sees the card. */
async function entryShown(
  services: Services,
  message: Message | null | undefined,
): Promise<string | undefined> {
  if (!message || message.author.id !== message.client.user.id) return undefined
  const ids = JSON.stringify(message.components).match(/1:(?:follow|stories):[\w-]{1,80}/)
  const id = ids ? readControl(ids[0])?.id : undefined
  if (id) await recordShown(services, message, id)
  return id
}
