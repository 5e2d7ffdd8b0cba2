/** Slash commands and those of a message's menu. */
import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js'
import { refusal } from '../chat/surface.ts'
import { takeCommand } from '../chat/take.ts'
import type { DiscordChat } from './chat.ts'
import { placeOf } from './place.ts'
import { interactionSurface } from './surface.ts'
import { findCommand, valuesOf } from './values.ts'

export async function runNamed(
  chat: DiscordChat,
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
): Promise<void> {
  const place = placeOf(interaction)
  const surface = interactionSurface(interaction, place, chat.log)
  const command = findCommand(chat.commands, interaction)
  if (command) await takeCommand(chat, command, valuesOf(command, interaction), { place, surface })
  else await surface.post(refusal('refused', 'reply.unknownCommand'))
}
