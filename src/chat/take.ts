/** Commands and questions: whoever asks, by command, form, message or line, the same steps follow. */
import type { Command } from '../command/command.ts'
import type { Context, Previous, Settings } from '../command/context.ts'
import type { GivenValues } from '../command/option.ts'
import { runCommand } from '../command/run-command.ts'
import { offerKept } from './kept.ts'
import { refusalOf } from './preflight.ts'
import { type Chat, type Done, type Place, type Request, runRequest } from './request.ts'
import { type Replying, refusal, type Shown } from './surface.ts'

type From = { place: Place; surface: Replying; previous?: Previous | undefined; signal?: AbortSignal }

/** Runs a command on what was given; what came of it, or nothing when it was not taken. */
export async function takeCommand(
  chat: Chat,
  command: Command,
  given: GivenValues,
  from: From,
): Promise<Done | undefined> {
  const { place, surface } = from
  if (command.forManagers && place.own === null)
    return void (await surface.post(refusal('refused', 'error.serverOnly')))
  const settings = await chat.services.settings(place.server)
  return await take(chat, {
    ...from,
    command: command.name,
    settings,
    isPrivate: isPrivate(command, given, settings),
    isQuestion: command.isQuestion ?? false,
    key: JSON.stringify(given),
    work: (context) => runCommand(command, given, chat.services, context),
  })
}

/** Whether only its person sees what a command returns. */
function isPrivate({ visibility }: Command, given: GivenValues, settings: Settings): boolean {
  if (visibility !== 'chosen') return visibility === 'own'
  return typeof given.private === 'boolean' ? given.private : settings.private
}

type Question = From & {
  /** As the log names it. */
  command: string
  question: string
  isPrivate: boolean
  key?: string
}

/** Answers a question that was put in words alone: within the limits of the one that it goes on from, if any. */
export async function takeQuestion(chat: Chat, { question, ...from }: Question): Promise<void> {
  const { services } = chat
  const work = async (context: Context): Promise<Shown> => {
    const entry = await services.ask(question, undefined, context, context.previous)
    return { kind: 'entry', entry }
  }
  const settings = await services.settings(from.place.server)
  await take(chat, { ...from, settings, isQuestion: true, work })
}

type Taken = Request & {
  /** Counts against the person's limit, and only where the server allows questions. */
  isQuestion: boolean
  /** Two with the same key, from the same person in the same channel, are one. */
  key?: string
}

/** Takes a request: once, within the person's limit, and where the server allows it. */
async function take(chat: Chat, { isQuestion, key, ...request }: Taken): Promise<Done | undefined> {
  const { command, place, surface } = request
  const refused = isQuestion ? await refusalOf(chat, place, request.settings) : undefined
  if (refused) return void (await surface.post(refused))
  if (key === undefined) return await runRequest(chat, request)
  let done: Done | undefined
  const id = [command, place.person, place.channel, key].join(' ')
  const isFirst = await chat.jobs.once(id, async (onDone) => {
    done = await runRequest(chat, { ...request, onDone })
    if (done.isDelivered && isQuestion && surface.postsPrivately) await offerKept(chat, surface, place)
  })
  if (!isFirst) await surface.post(refusal('refused', 'reply.twice'))
  return done
}
