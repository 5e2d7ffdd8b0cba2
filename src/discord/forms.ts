/** The forms that a button opens, and what comes of them. */
import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js'
import type { Previous } from '../command/context.ts'
import type { Language } from '../locales/language.ts'
import { runQuestion } from './ask.ts'
import { ACCENT, sentenceCard } from './cards/parts.ts'
import { type Control, controlId } from './controls.ts'
import { placeOf } from './place.ts'
import type { Parts } from './request.ts'
import { privately } from './responder.ts'

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

export async function showFollowUpForm(
  interaction: MessageComponentInteraction,
  { id, story }: Previous,
  { say }: Language,
) {
  const isStory = story !== undefined
  const field = {
    label: say('followUp.label'),
    placeholder: say(isStory ? 'daily.askPlaceholder' : 'followUp.placeholder'),
  }
  const question = { ...field, required: true, maxLength: MAX_QUESTION }
  const control: Control = isStory ? { act: 'story', id, story } : { act: 'follow', id }
  await interaction.showModal(form(control, say('followUp.title'), question))
}

export async function showReasonForm(
  interaction: MessageComponentInteraction,
  id: string,
  { say }: Language,
) {
  const field = { label: say('feedback.label'), required: false, maxLength: MAX_REASON }
  await interaction.showModal(form({ act: 'why', id }, say('feedback.title'), field))
}

/** A question that goes on from an answer or a story: in the same place, as private as the answer was, with the same limits. */
export async function takeFollowUp(
  parts: Parts,
  interaction: ModalSubmitInteraction,
  previous: Previous,
): Promise<void> {
  const place = placeOf(interaction)
  const { services } = parts
  const isPrivate = interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false
  const question = interaction.fields.getTextInputValue(FIELD)
  await runQuestion(parts, interaction, {
    command: { name: 'follow-up', isQuestion: true },
    place,
    isPrivate,
    key: JSON.stringify([previous, question]),
    run: async (context) => ({
      kind: 'entry',
      entry: await services.ask(question, undefined, context, previous),
    }),
  })
}

export async function takeReason(
  parts: Parts,
  interaction: ModalSubmitInteraction,
  id: string,
): Promise<void> {
  const place = placeOf(interaction)
  const { say } = place.language
  const reason = interaction.fields.getTextInputValue(FIELD).trim()
  const isKept = await parts.services.explainVote(id, reason, place)
  await interaction.reply(
    privately(
      sentenceCard(say(isKept ? 'feedback.kept' : 'reply.gone'), isKept ? ACCENT.answer : ACCENT.nothing),
    ),
  )
}
