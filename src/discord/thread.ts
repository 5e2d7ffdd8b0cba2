/** "Continue in a thread": opens one below the card and says how to ask there. */

import {
  type ButtonInteraction,
  type Message,
  RESTJSONErrorCodes,
  type StringSelectMenuInteraction,
  ThreadAutoArchiveDuration,
} from 'discord.js'
import { runRequest } from '../chat/request.ts'
import { refusal, type Shown } from '../chat/surface.ts'
import type { Answer, Context, Services } from '../command/context.ts'
import { shorten } from '../text/characters.ts'
import { cleanText, oneLine } from '../text/one-line.ts'
import { ACCENT, sentenceCard } from './cards/parts.ts'
import type { DiscordChat } from './chat.ts'
import { hasCode } from './deliver.ts'
import type { DiscordPlace } from './place.ts'
import { interactionSurface, messageOptions } from './surface.ts'

const NAME_LENGTH = 100
const DENIED = [
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
]

export async function openThread(
  chat: DiscordChat,
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  id: string,
  place: DiscordPlace,
): Promise<void> {
  await runRequest(chat, {
    command: 'thread',
    place,
    settings: await chat.services.settings(place.server),
    isPrivate: true,
    surface: interactionSurface(interaction, place, chat.log),
    work: (context) => threadBelow(interaction.message, id, chat.services, context),
  })
}

/** The thread below a card: the one that is there, or a new one. */
async function threadBelow(card: Message, id: string, services: Services, context: Context): Promise<Shown> {
  const entry = await services.recall(id, context)
  if (entry?.kind !== 'answer') return refusal('gone', 'reply.gone')
  // A thread has the id of the message that it was opened below.
  const present: Shown = { kind: 'thread', thread: card.id }
  if (card.hasThread) return present
  try {
    return { kind: 'thread', thread: await startThread(card, entry, services, context) }
  } catch (error) {
    if (hasCode(error, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)) return present
    if (!hasCode(error, ...DENIED)) throw error
    return refusal('refused', 'thread.denied')
  }
}

/** Opens a thread and says in it how to ask there; returns its id. */
async function startThread(
  card: Message,
  entry: Answer,
  { conversations }: Services,
  { language }: Context,
): Promise<string> {
  const name = shorten(oneLine(cleanText(entry.briefing.question)), NAME_LENGTH) || '…'
  const thread = await card.startThread({ name, autoArchiveDuration: ThreadAutoArchiveDuration.OneDay })
  await conversations.began(thread.id, entry.id)
  await thread.send(messageOptions(sentenceCard(language.say('thread.welcome'), ACCENT.answer)))
  return thread.id
}
