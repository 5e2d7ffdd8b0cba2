/** What happens when a button or a menu below a card is used; it works on any old card, after any restart. */
import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js'
import { takePress } from '../chat/press.ts'
import { ACCENT, sentenceCard } from './cards/parts.ts'
import { entryCard, replyCard } from './cards/reply.ts'
import type { DiscordChat } from './chat.ts'
import type { Control } from './controls.ts'
import { formSurface } from './forms.ts'
import { type DiscordPlace, placeOf } from './place.ts'
import { interactionSurface, messageOptions, privately } from './surface.ts'
import { openThread } from './thread.ts'

type Pressed = ButtonInteraction | StringSelectMenuInteraction

/** A control was used. A second click on the same one, while the first is at work, changes nothing. */
export async function press(chat: DiscordChat, interaction: Pressed, control: Control): Promise<void> {
  // What a button shows has no thread of its own.
  const place = { ...placeOf(interaction), canThread: false }
  const chosen = interaction.isStringSelectMenu() ? interaction.values.join() : ''
  const { person, channel } = place
  const key = ['press', person, channel, interaction.message.id, interaction.customId, chosen].join(' ')
  const isFirst = await chat.jobs.once(key, async () => {
    await act(chat, interaction, control, place)
  })
  if (!isFirst) await interaction.deferUpdate()
}

async function act(
  chat: DiscordChat,
  interaction: Pressed,
  control: Control,
  place: DiscordPlace,
): Promise<unknown> {
  const { id } = control
  const surface = { ...interactionSurface(interaction, place, chat.log), ...formSurface(interaction, place) }
  switch (control.act) {
    case 'follow':
      return await surface.form({ kind: 'question', previous: { id } })
    case 'story':
    case 'stories':
      return await surface.form({ kind: 'question', previous: { id, story: chosenIn(interaction) } })
    case 'why':
      return await surface.form({ kind: 'reason', id })
    case 'page':
      return await turnPage(chat, interaction, control.page, id, place)
    case 'documents':
      return await turnDocuments(chat, interaction, control.page, place)
    case 'thread':
      return await openThread(chat, interaction, id, place)
    default:
      return await takePress(
        chat,
        { act: control.act, id, chosen: chosenIn(interaction) },
        { place, surface },
      )
  }
}

/** The number that was chosen in a menu. */
const chosenIn = (interaction: Pressed) =>
  interaction.isStringSelectMenu() ? Number(interaction.values[0]) : 0

async function turnDocuments(
  { services }: DiscordChat,
  interaction: Pressed,
  page: number,
  place: DiscordPlace,
): Promise<void> {
  const shown = await services.library.list(page, place)
  const view = { ...place, now: new Date(), isPrivate: true }
  await interaction.update(messageOptions(replyCard({ kind: 'documents', page: shown }, view)))
}

/** Another page in the same message: one request, and the message may be any age. */
async function turnPage(
  { services }: DiscordChat,
  interaction: Pressed,
  page: number,
  id: string,
  place: DiscordPlace,
): Promise<void> {
  const entry = await services.recall(id, place)
  if (entry?.kind === 'quotations') {
    const view = { ...place, now: new Date(), isPrivate: false }
    await interaction.update(messageOptions(entryCard(entry, view, page)))
  } else {
    const sentence = place.language.say('reply.gone')
    await interaction.reply(privately(sentenceCard(sentence, ACCENT.nothing)))
  }
}
