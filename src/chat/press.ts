/** What happens when something that was shown is used: a quotation opened, a vote given. It works after any restart. */
import { type Context, type Services, UserError } from '../command/context.ts'
import { type Chat, type Done, type Place, runRequest } from './request.ts'
import { type Replying, refusal, type Shown } from './surface.ts'

export type Act = 'quote' | 'dossier' | 'show' | 'share' | 'up' | 'down' | 'remove'
export type Press = {
  act: Act
  /** The entry that was shown, or the question whether to remove. */
  id: string
  /** The quotation that is meant, counted from 0. */
  chosen: number
}

type Work = (services: Services, press: Press, context: Context) => Promise<Shown>
const WORK: Record<Act, Work> = {
  quote: showQuotation,
  dossier: showDossier,
  show: showEntry,
  share,
  up: vote,
  down: vote,
  remove,
}

const GONE = refusal('gone', 'reply.gone')

/** Runs what was pressed as a request; only what is shared is seen by others. */
export async function takePress(
  chat: Chat,
  press: Press,
  from: { place: Place; surface: Replying; signal?: AbortSignal },
): Promise<Done> {
  return await runRequest(chat, {
    ...from,
    command: press.act,
    settings: await chat.services.settings(from.place.server),
    isPrivate: press.act !== 'share',
    work: (context) => WORK[press.act](chat.services, press, context),
  })
}

async function showQuotation(services: Services, { id, chosen }: Press, context: Context): Promise<Shown> {
  const quotation = await services.quoteInContext(id, chosen, context)
  return quotation ? { kind: 'quotation', quotation } : GONE
}

async function showDossier(services: Services, { id }: Press, context: Context): Promise<Shown> {
  const entry = await services.recall(id, context)
  return entry ? { kind: 'dossier', entry } : GONE
}

async function showEntry(services: Services, { id }: Press, context: Context): Promise<Shown> {
  const entry = await services.recall(id, context)
  return entry ? { kind: 'entry', entry } : GONE
}

/** Shows what was private to everybody; only its person can do it. */
async function share(services: Services, { id }: Press, context: Context): Promise<Shown> {
  const entry = await services.recall(id, context)
  if (entry?.person !== context.person) return GONE
  await services.conversations.published(entry.id)
  return { kind: 'shared', entry }
}

async function vote(services: Services, { act, id }: Press, context: Context): Promise<Shown> {
  const chosen = act === 'up' ? 'up' : 'down'
  return (await services.vote(id, chosen, context)) ? { kind: 'voted', id, vote: chosen } : GONE
}

async function remove({ library }: Services, { id }: Press, context: Context): Promise<Shown> {
  const outcomes = await library.removeAsked(id, context)
  if (!outcomes) throw new UserError('error.confirmLate')
  return { kind: 'outcomes', outcomes }
}
