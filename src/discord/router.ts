/** Takes every interaction: acknowledges it first, runs its command, and never lets a failure pass in silence. */
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  MessageFlags,
  RESTJSONErrorCodes,
  type RepliableInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js'
import type { Logger } from 'pino'
import { type Command, type Context, type Services, UserError, type Values } from '../command.ts'
import { SHARED_COLLECTION } from '../corpus/document.ts'
import { answerIdOf } from './card.ts'
import { deliver, describeError, editOriginal, hasCode, messageOptions } from './deliver.ts'
import { oneLine } from './escape.ts'
import { Ended, type Job, type Jobs, RESTARTING } from './jobs.ts'
import { ACCENT, type Card, sentenceCard } from './parts.ts'
import { quoteCard, replyCard } from './replies.ts'
import { createEditor, stageCard } from './stages.ts'

type Parts = { commands: Command[]; services: Services; log: Logger; jobs: Jobs }
/** One request as the log line tells it; stages are milliseconds since its beginning. */
type Line = { requestId: string; command: string; stages: Record<string, number>; outcome: string }
type Work = (job: Job, line: Line) => Promise<Card>

const COMPLETION_TIME = 2000
const GONE = 'That answer is no longer to be found here; please ask again with /ask.'
const UNKNOWN = 'This control belongs to another version of the bot; please ask again with /ask.'

/** Handles one interaction from beginning to end; never rejects. */
export function createRouter(parts: Parts): (interaction: Interaction) => Promise<void> {
  return async (interaction) => {
    if (!parts.jobs.claim(interaction.id)) return
    try {
      if (interaction.isAutocomplete()) await complete(parts, interaction)
      else if (!interaction.isRepliable()) return
      else if (parts.jobs.stopping) await refuse(interaction, RESTARTING)
      else if (interaction.isChatInputCommand()) await runCommand(parts, interaction)
      else if (interaction.isStringSelectMenu() && answerIdOf(interaction.customId) !== undefined)
        await showQuotation(parts, interaction)
      else await refuse(interaction, UNKNOWN)
    } catch (error) {
      parts.log.error({ interaction: interaction.id, error: describeError(error) }, 'interaction not handled')
    }
  }
}

async function refuse(interaction: RepliableInteraction, sentence: string): Promise<void> {
  const { flags, ...options } = messageOptions(sentenceCard(sentence))
  await interaction.reply({ ...options, flags: flags | MessageFlags.Ephemeral })
}

async function runCommand(parts: Parts, interaction: ChatInputCommandInteraction): Promise<void> {
  const command = findCommand(parts.commands, interaction)
  if (!command) return await refuse(interaction, 'This command is not known any more; see /help.')
  const values = valuesOf(command, interaction)
  const isPrivate = command.isPrivate?.(values) ?? false
  await request(parts, interaction, command.name, isPrivate, async (job, line) => {
    const { progress, close } = showProgress(parts, interaction, line)
    try {
      const context = contextOf(interaction, job, progress, (fields) =>
        Object.assign(line, fields, { stages: line.stages }),
      )
      const reply = await job.race(command.run(values, parts.services, context))
      line.outcome = reply.kind === 'answer' ? reply.answer.briefing.status : 'answered'
      return replyCard(reply, new Date())
    } finally {
      await close()
    }
  })
}

async function showQuotation(parts: Parts, interaction: StringSelectMenuInteraction): Promise<void> {
  await request(parts, interaction, 'quotation', true, async (job, line) => {
    const index = Number(interaction.values[0])
    const context = contextOf(interaction, job, () => {})
    const found = await job.race(
      parts.services.quoteInContext(answerIdOf(interaction.customId) ?? '', index, context),
    )
    line.outcome = found ? 'answered' : 'gone'
    return found ? quoteCard(found) : sentenceCard(GONE, ACCENT.nothing)
  })
}

/** Acknowledges, works, delivers what came of it, and writes one log line. */
async function request(
  { jobs, log }: Parts,
  interaction: RepliableInteraction,
  command: string,
  isPrivate: boolean,
  work: Work,
): Promise<void> {
  await jobs.run(async (job) => {
    const begun = performance.now()
    const line: Line = { requestId: job.requestId, command, stages: {}, outcome: 'failed' }
    try {
      await acknowledge(interaction, isPrivate, log, line)
      const card = await work(job, line).catch((error: unknown) => explain(error, log, line))
      await deliver(interaction, card, isPrivate).catch((error: unknown) => {
        if (!hasCode(error, RESTJSONErrorCodes.InvalidFormBodyOrContentType)) throw error
        return editOriginal(interaction, explain(error, log, line))
      })
    } catch (error) {
      line.outcome = 'undelivered'
      log.warn({ requestId: job.requestId, error: describeError(error) }, 'the reply reached nobody')
    }
    log.info({ ...line, ms: Math.round(performance.now() - begun) }, 'request')
  })
}

/** When Discord reports a failure it may still have taken the acknowledgement: then the first edit succeeds. */
async function acknowledge(interaction: RepliableInteraction, isPrivate: boolean, log: Logger, line: Line) {
  try {
    await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {})
  } catch (error) {
    log.warn({ requestId: line.requestId, error: describeError(error) }, 'acknowledgement in doubt')
    await editOriginal(interaction, stageCard('search'))
  }
}

function explain(error: unknown, log: Logger, line: Line): Card {
  if (error instanceof Ended) {
    line.outcome = error.ending
    return sentenceCard(error.message, ACCENT.nothing)
  }
  if (error instanceof UserError) {
    line.outcome = 'refused'
    return sentenceCard(error.message, ACCENT.nothing)
  }
  line.outcome = 'failed'
  log.error(
    { requestId: line.requestId, command: line.command, error: describeError(error) },
    'request failed',
  )
  return sentenceCard(
    `Something went wrong while answering. Try again in a minute; if it stays, give the operator this id: ${line.requestId}.`,
  )
}

function showProgress({ log }: Parts, interaction: RepliableInteraction, line: Line) {
  const begun = performance.now()
  const editor = createEditor(
    (card) => editOriginal(interaction, card),
    (error) => log.warn({ requestId: line.requestId, error: describeError(error) }, 'a stage was not shown'),
  )
  const progress: Context['progress'] = (stage) => {
    line.stages[stage] = Math.round(performance.now() - begun)
    editor.push(stageCard(stage))
  }
  return { progress, close: editor.close }
}

async function complete(parts: Parts, interaction: AutocompleteInteraction): Promise<void> {
  const focused = interaction.options.getFocused(true)
  const option = findCommand(parts.commands, interaction)?.options.find(({ name }) => name === focused.name)
  const signal = AbortSignal.timeout(COMPLETION_TIME)
  let found: string[] = []
  try {
    const job = { requestId: interaction.id, signal }
    const late = new Promise<string[]>((resolve) => signal.addEventListener('abort', () => resolve([])))
    const work = option?.complete?.(
      focused.value,
      parts.services,
      contextOf(interaction, job, () => {}),
    )
    if (work && !parts.jobs.stopping) found = await Promise.race([work, late])
  } catch (error) {
    parts.log.warn({ interaction: interaction.id, error: describeError(error) }, 'completion failed')
  }
  // A value that was shortened would not be found again, so longer ones are left out.
  const fitting = [...new Set(found)].filter((value) => value.length <= 100 && oneLine(value) !== '')
  await interaction.respond(fitting.slice(0, 25).map((value) => ({ name: oneLine(value), value })))
}

type Named = ChatInputCommandInteraction | AutocompleteInteraction

function findCommand(commands: Command[], interaction: Named): Command | undefined {
  const name = [interaction.commandName, interaction.options.getSubcommand(false)].filter(Boolean).join(' ')
  return commands.find((command) => command.name === name)
}

function valuesOf(command: Command, { options }: ChatInputCommandInteraction): Values {
  return Object.fromEntries(
    command.options.map(({ name, type }) => [
      name,
      (type === 'string' ? options.getString(name) : options.getBoolean(name)) ?? undefined,
    ]),
  )
}

function contextOf(
  interaction: Interaction,
  { requestId, signal }: Pick<Job, 'requestId' | 'signal'>,
  progress: Context['progress'],
  note: Context['note'] = () => {},
): Context {
  const collections = [SHARED_COLLECTION, ...(interaction.guildId ? [interaction.guildId] : [])]
  return { requestId, person: interaction.user.id, collections, progress, note, signal }
}
