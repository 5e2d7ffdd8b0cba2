/** Commands and questions: whoever asks, by command, form, message menu or mention, the same steps follow. */
import {
  type ChatInputCommandInteraction,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
  type RepliableInteraction,
} from 'discord.js'
import type { Command, Reply } from '../command/command.ts'
import type { Context, Entry } from '../command/context.ts'
import { runCommand } from '../command/run-command.ts'
import { ACCENT, button, markupCard, named, type View } from './cards/parts.ts'
import { replyCard } from './cards/reply.ts'
import { withChart } from './chart.ts'
import { describeError } from './describe-error.ts'
import { type Place, placeOf } from './place.ts'
import { refusalOf } from './questions.ts'
import { type Outcome, type Parts, runRequest } from './request.ts'
import { interactionResponder, privately } from './responder.ts'
import { findCommand, valuesOf } from './values.ts'

/** What came of a command, as a message. */
export async function outcomeOf(
  reply: Reply,
  place: Place,
  isPrivate: boolean,
  log: Parts['log'],
): Promise<Outcome> {
  const view: View = { language: place.language, now: new Date(), canThread: place.canThread, isPrivate }
  if (reply.kind !== 'entry') return { card: replyCard(reply, view), outcome: 'answered' }
  const { entry } = reply
  const card = replyCard(reply, await withChart(view, entry, log))
  return { card, entry, outcome: entry.kind === 'answer' ? entry.briefing.status : 'answered' }
}

/** A slash command, or one of a message's menu. */
export async function takeCommand(
  parts: Parts,
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
): Promise<void> {
  const place = placeOf(interaction)
  const { say } = place.language
  const command = findCommand(parts.commands, interaction)
  const refuse = (sentence: string) => interaction.reply(privately(markupCard(sentence, ACCENT.nothing)))
  if (!command) return void (await refuse(say('reply.unknownCommand')))
  if (command.forManagers && !place.server) return void (await refuse(say('error.serverOnly')))
  const values = valuesOf(command, interaction)
  const settings = await parts.services.settings(place.server)
  const chosen = typeof values.private === 'boolean' ? values.private : settings.private
  const isPrivate = command.visibility === 'chosen' ? chosen : command.visibility === 'own'
  const run = (context: Context) => runCommand(command, values, parts.services, context)
  await runQuestion(parts, interaction, { command, place, isPrivate, run, key: JSON.stringify(values) })
}

type Question = {
  command: Pick<Command, 'name' | 'isQuestion'>
  place: Place
  isPrivate: boolean
  run: (context: Context) => Promise<Reply>
  /** Two with the same key, from the same person in the same channel, are one. */
  key: string
}

/** Takes a question of an interaction: once, within the person's limit, and where the server allows it. */
export async function runQuestion(
  parts: Parts,
  interaction: RepliableInteraction,
  { command, place, isPrivate, run, key }: Question,
): Promise<void> {
  const { log, jobs } = parts
  const refusal = command.isQuestion ? await refusalOf(parts, place) : undefined
  if (refusal) return void (await interaction.reply(privately(refusal)))
  const responder = interactionResponder(interaction, isPrivate, log)
  const id = [command.name, place.person, place.channel, key].join(' ')
  const isFirst = await jobs.once(id, async (end) => {
    const reached = await runRequest(parts, {
      command: command.name,
      place,
      // Nobody else reads what is answered in direct messages.
      isPrivate: isPrivate || interaction.context === InteractionContextType.BotDM,
      responder,
      onDone: end,
      work: async (context) => await outcomeOf(await run(context), place, isPrivate, log),
    })
    if (reached && command.isQuestion) await offerKept(parts, interaction, place)
  })
  const { say } = place.language
  if (!isFirst) await interaction.reply(privately(markupCard(say('reply.twice'), ACCENT.nothing)))
}

/** An answer that could not be shown to this person is offered again, to be opened with a button. */
async function offerKept({ services, log }: Parts, to: RepliableInteraction, place: Place): Promise<void> {
  const { say } = place.language
  const entry = await services.conversations.claimKept(place)
  if (!entry) return
  const sentence = say('reply.waiting', { question: named(titleOf(entry), 300) })
  const show = button(say('button.show'), { act: 'show', id: entry.id })
  try {
    await to.followUp(privately(markupCard(sentence, ACCENT.nothing, show)))
  } catch (error) {
    log.warn({ interaction: to.id, error: describeError(error) }, 'a kept answer was not offered')
    await services.conversations.keep(entry.id)
  }
}

/** What an entry is about, in the person's own words. */
function titleOf(entry: Entry): string {
  if (entry.kind === 'answer') return entry.briefing.question
  if (entry.kind === 'daily') return entry.digest.stories[0]?.headline ?? '…'
  return entry.kind === 'quotations' ? entry.topic : entry.check.message
}
