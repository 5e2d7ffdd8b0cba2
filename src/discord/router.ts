/** Takes every interaction to where it is handled, once; a failure never passes in silence. */
import type { AutocompleteInteraction, Interaction, RepliableInteraction } from 'discord.js'
import { suggest } from '../chat/suggest.ts'
import { languageFor } from '../locales/language.ts'
import { passingFault } from '../services/faults.ts'
import { ACCENT, sentenceCard } from './cards/parts.ts'
import type { DiscordChat } from './chat.ts'
import { runNamed } from './commands.ts'
import { readControl } from './controls.ts'
import { press } from './controls-pressed.ts'
import { takeFollowUp, takeReason } from './forms.ts'
import { placeOf } from './place.ts'
import { recordShown } from './shown.ts'
import { choicesSurface, MAX_CHOICES, privately } from './surface.ts'
import { findCommand, optionsOf } from './values.ts'

/** Handles one interaction from beginning to end; never rejects. */
export async function route(chat: DiscordChat, interaction: Interaction): Promise<void> {
  if (!chat.jobs.claim(interaction.id)) return
  try {
    if (interaction.isAutocomplete()) await complete(chat, interaction)
    else if (interaction.isRepliable()) await handle(chat, interaction)
  } catch (error) {
    chat.log.error({ interaction: interaction.id, error }, 'interaction not handled')
    if (interaction.isRepliable()) await apologise(chat, interaction, error)
  }
}

async function handle(chat: DiscordChat, interaction: RepliableInteraction): Promise<void> {
  const { say } = languageFor(interaction.locale)
  if (chat.jobs.stopping) return await refuse(interaction, say('reply.restart'))
  if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand())
    return await runNamed(chat, interaction)
  const control = 'customId' in interaction ? readControl(interaction.customId) : undefined
  if (control && 'message' in interaction) await recordShown(chat.services, interaction.message, control.id)
  if (control && (interaction.isButton() || interaction.isStringSelectMenu()))
    return await press(chat, interaction, control)
  if (control && interaction.isModalSubmit()) {
    if (control.act === 'follow' || control.act === 'story') {
      const { act: _act, ...previous } = control
      return await takeFollowUp(chat, interaction, previous)
    }
    if (control.act === 'why') return await takeReason(chat, interaction, control.id)
  }
  await refuse(interaction, say('reply.unknownControl'))
}

async function refuse(interaction: RepliableInteraction, sentence: string): Promise<void> {
  await interaction.reply(privately(sentenceCard(sentence, ACCENT.nothing)))
}

/** Tells the person, where they have heard nothing yet, that something went wrong. */
async function apologise(
  { log }: DiscordChat,
  interaction: RepliableInteraction,
  error: unknown,
): Promise<void> {
  if (interaction.deferred || interaction.replied) return
  const language = languageFor(interaction.locale)
  const sentence = passingFault(error)?.say(language) ?? language.say('reply.failed', { id: interaction.id })
  await refuse(interaction, sentence).catch((error: unknown) =>
    log.warn({ interaction: interaction.id, error }, 'the failure reached nobody'),
  )
}

async function complete(chat: DiscordChat, interaction: AutocompleteInteraction): Promise<void> {
  const { name, value: typed } = interaction.options.getFocused(true)
  const command = findCommand(chat.commands, interaction)
  const option = command && optionsOf(command).find(([own]) => own === name)?.[1]
  const typing = {
    option,
    typed,
    place: placeOf(interaction),
    requestId: interaction.id,
    mostSuggestions: MAX_CHOICES,
  }
  await suggest(chat, typing, choicesSurface(interaction))
}
