/** Takes every interaction to where it is handled, once; a failure never passes in silence. */
import type { AutocompleteInteraction, Interaction, RepliableInteraction } from 'discord.js'
import type { Suggestion } from '../command/context.ts'
import { languageFor } from '../locales/language.ts'
import { passingFault } from '../services/faults.ts'
import { takeCommand } from './ask.ts'
import { oneLine } from './cards/escape.ts'
import { ACCENT, sentenceCard } from './cards/parts.ts'
import { readControl } from './controls.ts'
import { press } from './controls-pressed.ts'
import { describeError } from './describe-error.ts'
import { takeFollowUp, takeReason } from './forms.ts'
import { placeOf } from './place.ts'
import type { Parts } from './request.ts'
import { privately } from './responder.ts'
import { recordShown } from './shown.ts'
import { findCommand, optionsOf } from './values.ts'

const COMPLETION_TIME = 2000
/** Discord's limits of a choice. */
const MAX_CHOICES = 25
const MAX_CHOICE = 100

/** Handles one interaction from beginning to end; never rejects. */
export async function route(parts: Parts, interaction: Interaction): Promise<void> {
  if (!parts.jobs.claim(interaction.id)) return
  try {
    if (interaction.isAutocomplete()) await complete(parts, interaction)
    else if (interaction.isRepliable()) await handle(parts, interaction)
  } catch (error) {
    parts.log.error({ interaction: interaction.id, error: describeError(error) }, 'interaction not handled')
    if (interaction.isRepliable()) await apologise(parts, interaction, error)
  }
}

async function handle(parts: Parts, interaction: RepliableInteraction): Promise<void> {
  const { say } = languageFor(interaction.locale)
  if (parts.jobs.stopping) return await refuse(interaction, say('reply.restart'))
  if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand())
    return await takeCommand(parts, interaction)
  const control = 'customId' in interaction ? readControl(interaction.customId) : undefined
  if (control && 'message' in interaction) await recordShown(parts.services, interaction.message, control.id)
  if (control && (interaction.isButton() || interaction.isStringSelectMenu()))
    return await press(parts, interaction, control)
  if (control && interaction.isModalSubmit()) {
    if (control.act === 'follow' || control.act === 'story') {
      const { act: _act, ...previous } = control
      return await takeFollowUp(parts, interaction, previous)
    }
    if (control.act === 'why') return await takeReason(parts, interaction, control.id)
  }
  await refuse(interaction, say('reply.unknownControl'))
}

async function refuse(interaction: RepliableInteraction, sentence: string): Promise<void> {
  await interaction.reply(privately(sentenceCard(sentence, ACCENT.nothing)))
}

/** Tells the person, where they have heard nothing yet, that something went wrong. */
async function apologise({ log }: Parts, interaction: RepliableInteraction, error: unknown): Promise<void> {
  if (interaction.deferred || interaction.replied) return
  const language = languageFor(interaction.locale)
  const sentence = passingFault(error)?.say(language) ?? language.say('reply.failed', { id: interaction.id })
  await refuse(interaction, sentence).catch((error: unknown) =>
    log.warn({ interaction: interaction.id, error: describeError(error) }, 'the failure reached nobody'),
  )
}

async function complete(parts: Parts, interaction: AutocompleteInteraction): Promise<void> {
  const focused = interaction.options.getFocused(true)
  const command = findCommand(parts.commands, interaction)
  const option = command && optionsOf(command).find(([name]) => name === focused.name)?.[1]
  const signal = AbortSignal.timeout(COMPLETION_TIME)
  const late = new Promise<Suggestion[]>((resolve) => signal.addEventListener('abort', () => resolve([])))
  let found: Suggestion[] = []
  try {
    const asker = { ...placeOf(interaction), requestId: interaction.id, signal }
    const context = { ...asker, progress: () => {}, isPrivate: true, count: () => {}, note: () => {} }
    const work = option?.complete?.(focused.value, parts.services, context)
    if (work && !parts.jobs.stopping) found = await Promise.race([work, late])
  } catch (error) {
    parts.log.warn({ interaction: interaction.id, error: describeError(error) }, 'completion failed')
  }
  await interaction.respond(choicesOf(found))
}

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
