/** The forms that a button opens, and what comes of them. */
import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js'
import type { Surface } from '../chat/surface.ts'
import { takeQuestion } from '../chat/take.ts'
import type { Previous } from '../command/context.ts'
import type { Language } from '../locales/language.ts'
import { ACCENT, sentenceCard } from './cards/parts.ts'
import type { DiscordChat } from './chat.ts'
import { type Control, controlId } from './controls.ts'
import { type DiscordPlace, placeOf } from './place.ts'
import { interactionSurface, privately } from './surface.ts'

const FIELD = 'text'
const MAX_REASON = 1000
const MAX_QUESTION = 1000

type Field = { label: string; placeholder?: string; required: boolean; maxLength: number }

function form(control: Control, title: string, field: Field): APIModalInteractionResponseCallbackData {
  const { label, placeholder, required, maxLength } = field
  return {
    custom_id: controlId(control) ?? '',
    title: title.slice(0, 45),
    components: [
      {
        type: ComponentType.Label,
        label: label.slice(0, 45),
        component: {
          type: ComponentType.TextInput,
          custom_id: FIELD,
          style: TextInputStyle.Paragraph,
          required,
          max_length: maxLength,
          ...(placeholder ? { placeholder: placeholder.slice(0, 100) } : {}),
        },
      },
    ],
  }
}

/** Where a text is asked for. */
export const formSurface = (
  interaction: MessageComponentInteraction,
  { language }: DiscordPlace,
): Pick<Surface, 'form'> => ({
  form: async (asked) => {
    await interaction.showModal(
      asked.kind === 'reason' ? reasonForm(asked.id, language) : questionForm(asked.previous, language),
    )
  },
})

function questionForm({ id, story }: Previous, { say }: Language) {
  const isStory = story !== undefined
  const control: Control = isStory ? { act: 'story', id, story } : { act: 'follow', id }
  return form(control, say('followUp.title'), {
    label: say('followUp.label'),
    placeholder: say(isStory ? 'daily.askPlaceholder' : 'followUp.placeholder'),
    required: true,
    maxLength: MAX_QUESTION,
  })
}

const reasonForm = (id: string, { say }: Language) =>
  form({ act: 'why', id }, say('feedback.title'), {
    label: say('feedback.label'),
    required: false,
    maxLength: MAX_REASON,
  })

/** A question that goes on from an answer or a story: in the same place, as private as the answer was, with the same limits. */
export async function takeFollowUp(
  chat: DiscordChat,
  interaction: ModalSubmitInteraction,
  previous: Previous,
): Promise<void> {
  const place = placeOf(interaction)
  const question = interaction.fields.getTextInputValue(FIELD)
  await takeQuestion(chat, {
    command: 'follow-up',
    question,
    previous,
    isPrivate: interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false,
    key: JSON.stringify([previous, question]),
    place,
    surface: interactionSurface(interaction, place, chat.log),
  })
}

export async function takeReason(
  { services }: DiscordChat,
  interaction: ModalSubmitInteraction,
  id: string,
): Promise<void> {
  const place = placeOf(interaction)
  const reason = interaction.fields.getTextInputValue(FIELD).trim()
  const isKept = await services.explainVote(id, reason, place)
  const sentence = place.language.say(isKept ? 'feedback.kept' : 'reply.gone')
  await interaction.reply(privately(sentenceCard(sentence, isKept ? ACCENT.answer : ACCENT.nothing)))
}
