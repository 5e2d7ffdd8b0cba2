/** Which command an interaction names, and with which values. */
import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js'
import type { Command } from '../command/command.ts'
import type { GivenValues, Option } from '../command/option.ts'
import { commandText } from '../locales/commands.ts'
import { english } from '../locales/language.ts'
import { attachedFile } from './attachment.ts'
import { messageText } from './message-text.ts'

type Named = ChatInputCommandInteraction | MessageContextMenuCommandInteraction

/** The command that an interaction names. */
export function findCommand(
  commands: Command[],
  interaction: Named | { commandName: string },
): Command | undefined {
  if ('targetMessage' in interaction)
    return commands.find(
      (one) => one.onMessage && commandText(one.name, english).name === interaction.commandName,
    )
  const options = 'options' in interaction ? interaction.options : undefined
  const parts = [interaction.commandName, options?.getSubcommandGroup(false), options?.getSubcommand(false)]
  const name = parts.filter(Boolean).join(' ')
  return commands.find((command) => command.name === name && !command.onMessage)
}

/** What was typed and attached; of a message its text, its id, its author and its attachments. */
export function valuesOf(command: Command, interaction: Named): GivenValues {
  const { api } = interaction.client.rest.options
  if (interaction.isMessageContextMenuCommand()) {
    const { targetMessage: message } = interaction
    const files = [...message.attachments.values()].map((file) => attachedFile(file, api))
    const { displayName } = message.author
    return {
      [command.onMessage ?? '']: messageText(message),
      message: message.id,
      author: displayName,
      files,
    }
  }
  const { options } = interaction
  const read = (name: string, { kind }: Option) => {
    if (kind === 'boolean') return options.getBoolean(name)
    if (kind === 'integer') return options.getInteger(name)
    if (kind === 'channel') return options.getChannel(name)?.id
    if (kind === 'string') return options.getString(name)
    const file = options.getAttachment(name)
    return file ? [attachedFile(file, api)] : undefined
  }
  return Object.fromEntries(
    optionsOf(command).map(([name, option]) => [name, read(name, option) ?? undefined]),
  )
}

/** The options that Discord can ask for, by name. */
export const optionsOf = ({ options }: Command): [string, Option][] =>
  Object.entries(options).filter(([, { only, kind }]) => only !== 'terminal' && kind !== 'paths')
