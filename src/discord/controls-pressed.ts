/** What happens when a button or a menu below a card is used; it works on any old card, after any restart. */
import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js'
import { type Context, type Entry, UserError, type Vote } from '../command/context.ts'
import { dossierOf } from './cards/dossier.ts'
import { documentsCard, outcomesCard } from './cards/library.ts'
import {
  ACCENT,
  button,
  type Card,
  container,
  file,
  markupCard,
  sentenceCard,
  text,
  type View,
} from './cards/parts.ts'
import { quotationCard } from './cards/quotation.ts'
import { quotationsCard } from './cards/quotations.ts'
import { entryCard } from './cards/reply.ts'
import { withChart } from './chart.ts'
import type { Control } from './controls.ts'
import { showFollowUpForm, showReasonForm } from './forms.ts'
import { type Place, placeOf } from './place.ts'
import { type Outcome, type Parts, runRequest } from './request.ts'
import { interactionResponder, messageOptions, privately } from './responder.ts'
import { openThread } from './thread.ts'

type Pressed = ButtonInteraction | StringSelectMenuInteraction
const VOTES = { up: '👍', down: '👎' }

/** A control was used. A second click on the same one, while the first is at work, changes nothing. */
export async function press(parts: Parts, interaction: Pressed, control: Control): Promise<void> {
  const { person, channel } = placeOf(interaction)
  const chosen = interaction.isStringSelectMenu() ? interaction.values.join() : ''
  const key = ['press', person, channel, interaction.message.id, interaction.customId, chosen].join(' ')
  const isFirst = await parts.jobs.once(key, () => act(parts, interaction, control))
  if (!isFirst) await interaction.deferUpdate()
}

async function act(parts: Parts, interaction: Pressed, control: Control): Promise<void> {
  const place = placeOf(interaction)
  switch (control.act) {
    case 'follow':
      return await showFollowUpForm(interaction, { id: control.id }, place.language)
    case 'stories':
      return await showFollowUpForm(
        interaction,
        { id: control.id, story: chosenIn(interaction) },
        place.language,
      )
    case 'why':
      return await showReasonForm(interaction, control.id, place.language)
    case 'page':
      return await turnPage(parts, interaction, control.id, control.page, place)
    case 'documents':
      return await turnDocuments(parts, interaction, control.page, place)
    case 'remove':
      return await runPressed(parts, interaction, control, place, true, remove)
    case 'thread':
      return await openThread(parts, interaction as ButtonInteraction, control.id, place)
    case 'share':
      return await runPressed(parts, interaction, control, place, false, share)
    case 'quote':
      return await runPressed(parts, interaction, control, place, true, showQuotation)
    case 'dossier':
      return await runPressed(parts, interaction, control, place, true, showDossier)
    case 'show':
      return await runPressed(parts, interaction, control, place, true, showEntry)
    case 'up':
    case 'down':
      return await runPressed(parts, interaction, control, place, true, vote)
  }
}

type Pressing = { parts: Parts; interaction: Pressed; control: Control; place: Place; context: Context }
const gone = ({ place }: Pressing): Outcome => ({
  card: sentenceCard(place.language.say('reply.gone'), ACCENT.nothing),
  outcome: 'gone',
})
const shown = (card: Card): Outcome => ({ card, outcome: 'answered' })
const viewOf = ({ language }: Place, isPrivate: boolean): View => ({
  language,
  now: new Date(),
  canThread: false,
  isPrivate,
})

async function runPressed(
  parts: Parts,
  interaction: Pressed,
  control: Control,
  place: Place,
  isPrivate: boolean,
  work: (pressing: Pressing) => Promise<Outcome>,
): Promise<void> {
  const responder = interactionResponder(interaction, isPrivate, parts.log)
  await runRequest(parts, {
    command: control.act,
    place,
    isPrivate,
    responder,
    work: (context) => work({ parts, interaction, control, place, context }),
  })
}

async function showQuotation(pressing: Pressing): Promise<Outcome> {
  const { parts, interaction, control, place, context } = pressing
  const found = await parts.services.quoteInContext(control.id, chosenIn(interaction), context)
  return found ? shown(quotationCard(found, viewOf(place, true))) : gone(pressing)
}

/** The number that was chosen in a menu. */
const chosenIn = (interaction: Pressed) =>
  interaction.isStringSelectMenu() ? Number(interaction.values[0]) : 0

const recall = ({ parts, control, context }: Pressing): Promise<Entry | undefined> =>
  parts.services.recall(control.id, context)

async function showDossier(pressing: Pressing): Promise<Outcome> {
  const entry = await recall(pressing)
  if (!entry) return gone(pressing)
  const { language } = pressing.place
  const name = 'dossier.md'
  const components = container(ACCENT.answer, [text(`-# ${language.say('button.dossier')}`), file(name)])
  return shown({ components, files: [{ name, text: dossierOf(entry, language) }] })
}

async function cardOf(entry: Entry, { parts, place }: Pressing, isPrivate: boolean): Promise<Card> {
  return entryCard(entry, await withChart(viewOf(place, isPrivate), entry, parts.log))
}

async function showEntry(pressing: Pressing): Promise<Outcome> {
  const entry = await recall(pressing)
  return entry ? { ...shown(await cardOf(entry, pressing, true)), entry } : gone(pressing)
}

/** Shows what was private to everybody; only its person can do it. */
async function share(pressing: Pressing): Promise<Outcome> {
  const entry = await recall(pressing)
  if (entry?.person !== pressing.place.person) return gone(pressing)
  await pressing.parts.services.conversations.published(entry.id)
  return shown(await cardOf(entry, pressing, false))
}

async function vote(pressing: Pressing): Promise<Outcome> {
  const { parts, control, place, context } = pressing
  const chosen = control.act as Vote
  if (!(await parts.services.vote(control.id, chosen, context))) return gone(pressing)
  const { say } = place.language
  const why = button(say('button.why'), { act: 'why', id: control.id })
  return shown(markupCard(say('feedback.thanks', { vote: VOTES[chosen] }), ACCENT.answer, why))
}

async function remove({ parts, control, place, context }: Pressing): Promise<Outcome> {
  const outcomes = await parts.services.library.removeAsked(control.id, context)
  if (!outcomes) throw new UserError('error.confirmLate')
  return shown(outcomesCard(outcomes, place.language))
}

async function turnDocuments({ services }: Parts, interaction: Pressed, page: number, place: Place) {
  const shown = await services.library.list(page, place)
  await interaction.update(messageOptions(documentsCard(shown, place.language)))
}

/** Another page in the same message: one request, and the message may be any age. */
async function turnPage({ services }: Parts, interaction: Pressed, id: string, page: number, place: Place) {
  const entry = await services.recall(id, place)
  if (entry?.kind !== 'quotations')
    return void (await interaction.reply(
      privately(sentenceCard(place.language.say('reply.gone'), ACCENT.nothing)),
    ))
  await interaction.update(messageOptions(quotationsCard(entry, page, viewOf(place, false))))
}
