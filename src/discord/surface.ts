/** Where an answer is shown: the reply to an interaction, or a message below the one that asked. */
import {
  AttachmentBuilder,
  type AutocompleteInteraction,
  type Message,
  MessageFlags,
  type RepliableInteraction,
} from 'discord.js'
import type { Logger } from 'pino'
import { type Replying, rejectUnshowable, type Shown, type Surface } from '../chat/surface.ts'
import type { Suggestion } from '../command/context.ts'
import { oneLine } from '../text/one-line.ts'
import type { Card } from './cards/parts.ts'
import { stageCard } from './cards/stages.ts'
import { deliver } from './deliver.ts'
import type { DiscordPlace } from './place.ts'
import { cardOf } from './render.ts'

/** Discord's limits of a choice. */
export const MAX_CHOICES = 25
const MAX_CHOICE = 100

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
export function interactionSurface(
  interaction: RepliableInteraction,
  place: DiscordPlace,
  log: Logger,
): Replying {
  let isPrivate = false
  const render = (shown: Shown) => cardOf(shown, { ...place, isPrivate, log }).catch(rejectUnshowable)
  const edit = async (card: Card) => {
    await interaction.webhook.editMessage('@original', messageOptions(card))
  }
  return {
    postsPrivately: true,
    acknowledge: async (wantsPrivate) => {
      isPrivate = wantsPrivate
      try {
        await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {})
      } catch (error) {
        // Discord may have taken it all the same: then the first edit succeeds.
        log.warn({ interaction: interaction.id, error }, 'acknowledgement in doubt')
        await edit(stageCard('search', place.language))
      }
    },
    show: async (shown) => {
      if (shown.kind === 'working') return shown.done === undefined ? edit(await render(shown)) : undefined
      await deliver(await render(shown), edit, isPrivate ? undefined : (card) => sendTo(interaction, card))
    },
    post: async (shown) => {
      const options = privately(await render(shown))
      if (interaction.deferred || interaction.replied) await interaction.followUp(options)
      else await interaction.reply(options)
    },
  }
}

/** Sends a message of its own to the channel of an interaction, whose reply has expired. */
async function sendTo({ channel }: RepliableInteraction, card: Card): Promise<void> {
  if (!channel?.isSendable()) throw new Error('There is no channel to write to.')
  await channel.send(messageOptions(card))
}

/** A message of the bot's below the one that asked. */
export function messageSurface(message: Message, place: DiscordPlace, log: Logger): Replying {
  let sent: Message | undefined
  const render = (shown: Shown) => cardOf(shown, { ...place, isPrivate: false, log }).catch(rejectUnshowable)
  const send = async (card: Card) => {
    if (!message.channel.isSendable()) throw new Error('There is no channel to write to.')
    const reply = { messageReference: message, failIfNotExists: false }
    sent = await message.channel.send({ ...messageOptions(card), reply })
  }
  const edit = async (card: Card) => {
    await sent?.edit(messageOptions(card))
  }
  return {
    postsPrivately: false,
    acknowledge: () => send(stageCard('search', place.language)),
    show: async (shown) => {
      if (shown.kind === 'working') await edit(await render(shown))
      else await deliver(await render(shown), edit)
    },
    post: async (shown) => send(await render(shown)),
  }
}

/** Where the choices of an option are shown. */
export const choicesSurface = (interaction: AutocompleteInteraction): Pick<Surface, 'suggest'> => ({
  suggest: (found) => interaction.respond(choicesOf(found)),
})

/** A value that was shortened would not be found again, so longer ones are left out. */
function choicesOf(found: Suggestion[]): Suggestion[] {
  const fitting = found.filter(
    ({ name, value }) => value.length <= MAX_CHOICE && value.trim() !== '' && oneLine(name) !== '',
  )
  const byValue = new Map(
    fitting.map(({ name, value }) => [value, { name: oneLine(name).slice(0, MAX_CHOICE), value }]),
  )
  return [...byValue.values()].slice(0, MAX_CHOICES)
}
