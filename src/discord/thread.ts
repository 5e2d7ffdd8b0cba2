/** "Continue in a thread": opens one below the card and says how to ask there. */

import { type ButtonInteraction, RESTJSONErrorCodes, ThreadAutoArchiveDuration } from 'discord.js'
import { shorten } from '../text/characters.ts'
import { cleanText, oneLine } from './cards/escape.ts'
import { ACCENT, markupCard, sentenceCard } from './cards/parts.ts'
import { hasCode } from './deliver.ts'
import type { Place } from './place.ts'
import { type Outcome, type Parts, runRequest } from './request.ts'
import { interactionResponder, messageOptions } from './responder.ts'

const NAME_LENGTH = 100
const DENIED = [
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
]

export async function openThread(
  parts: Parts,
  interaction: ButtonInteraction,
  id: string,
  place: Place,
): Promise<void> {
  const { say } = place.language
  const { log, services } = parts
  const responder = interactionResponder(interaction, true, log)
  const opened = (thread: string): Outcome => ({
    card: markupCard(say('thread.opened', { thread: `<#${thread}>` }), ACCENT.answer),
    outcome: 'answered',
  })
  await runRequest(parts, {
    command: 'thread',
    place,
    isPrivate: true,
    responder,
    work: async (context) => {
      const entry = await services.recall(id, context)
      if (entry?.kind !== 'answer')
        return { card: sentenceCard(say('reply.gone'), ACCENT.nothing), outcome: 'gone' }
      // A thread has the id of the message that it was opened below.
      if (interaction.message.hasThread) return opened(interaction.message.id)
      try {
        const name = shorten(oneLine(cleanText(entry.briefing.question)), NAME_LENGTH) || '…'
        const thread = await interaction.message.startThread({
          name,
          autoArchiveDuration: ThreadAutoArchiveDuration.OneDay,
        })
        await services.conversations.began(thread.id, id)
        await thread.send(messageOptions(sentenceCard(say('thread.welcome'), ACCENT.answer)))
        return opened(thread.id)
      } catch (error) {
        if (hasCode(error, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage))
          return opened(interaction.message.id)
        if (!hasCode(error, ...DENIED)) throw error
        return { card: sentenceCard(say('thread.denied'), ACCENT.nothing), outcome: 'refused' }
      }
    },
  })
}
