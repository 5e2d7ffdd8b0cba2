/** The commands as people type them. */
import type { Command } from '../../command/command.ts'
import { commandText, optionText } from '../../locales/commands.ts'
import type { Language } from '../../locales/language.ts'
import { optionsOf } from '../values.ts'
import { ACCENT, type Card, markupCard } from './parts.ts'

export function helpCard(commands: Command[], language: Language): Card {
  const { say } = language
  const lines = commands.map((command) => {
    const { name, description } = commandText(command.name, language)
    if (command.onMessage) return `**${name}** (${say('help.message')})\n${description}`
    const words = optionsOf(command).map(([name, option]) => {
      const word = optionText(option.text ?? name, language).name
      return option.required ? word : `[${word}]`
    })
    return `**/${name}** ${words.join(' ').replaceAll('[', '\\[')}\n${description}`
  })
  return markupCard(
    [`### ${say('help.head')}`, ...lines, `-# ${say('help.thread')}`].join('\n'),
    ACCENT.answer,
  )
}
