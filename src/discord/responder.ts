/** Where an answer is shown: the reply to an interaction, or a message below the one that asked. */
import { AttachmentBuilder, type Message, MessageFlags, type RepliableInteraction } from 'discord.js'
import type { Logger } from 'pino'
import type { Card } from './cards/parts.ts'
import { describeError } from './describe-error.ts'

export type Responder = {
  /** Tells Discord that an answer comes: the first thing, within three seconds. `waiting` is shown until then. */
  acknowledge: (waiting: Card) => Promise<void>
  /** Replaces what is shown. Works also when the answer to the acknowledgement was lost. */
  show: (card: Card) => Promise<void>
  /** Shows it elsewhere when the reply has expired; undefined where nobody else may read it. */
  post?: ((card: Card) => Promise<void>) | undefined
}

/** Discord's options for a card; made anew for each request, because discord.js changes what it is given. */
export function messageOptions({ components, files }: Card) {
  return {
    flags: MessageFlags.IsComponentsV2 as const,
    components,
    files: files.map(({ name, text, bytes }) => new AttachmentBuilder(Buffer.from(text ?? bytes), { name })),
    allowedMentions: { parse: [] },
  }
}

/** A reply that only its reader sees. */
export function privately(card: Card) {
  const { flags, ...options } = messageOptions(card)
  return { ...options, flags: flags | MessageFlags.Ephemeral }
}

/** The reply to an interaction; an acknowledgement that Discord says it did not take is logged. */
export function interactionResponder(
  interaction: RepliableInteraction,
  isPrivate: boolean,
  log: Logger,
): Responder {
  const show = async (card: Card) => {
    await interaction.webhook.editMessage('@original', messageOptions(card))
  }
  return {
    show,
    acknowledge: async (waiting) => {
      try {
        await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {})
      } catch (error) {
        // Discord may have taken it all the same: then the first edit succeeds.
        log.warn({ interaction: interaction.id, error: describeError(error) }, 'acknowledgement in doubt')
        await show(waiting)
      }
    },
    post: isPrivate
      ? undefined
      : async (card) => {
          const { channel } = interaction
          if (!channel?.isSendable()) throw new Error('There is no channel to write to.')
          await channel.send(messageOptions(card))
        },
  }
}

/** A message of the bot's below the one that asked. */
export function messageResponder(message: Message): Responder {
  let sent: Message | undefined
  return {
    acknowledge: async (waiting) => {
      if (!message.channel.isSendable()) throw new Error('There is no channel to write to.')
      const reply = { messageReference: message, failIfNotExists: false }
      sent = await message.channel.send({ ...messageOptions(waiting), reply })
    },
    show: async (card) => {
      await sent?.edit(messageOptions(card))
    },
  }
}
