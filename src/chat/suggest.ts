/** Suggestions for an option while the person types. */
import type { Suggestion } from '../command/context.ts'
import type { Option } from '../command/option.ts'
import type { Chat, Place } from './request.ts'
import type { Surface } from './surface.ts'

/** What comes later helps nobody who types. */
const TIME_LIMIT_MS = 2000

type Typing = {
  option: Option | undefined
  typed: string
  place: Place
  requestId: string
  /** How many suggestions the surface shows. */
  mostSuggestions: number
}

/** Shows what the option may be; nothing when that takes too long or fails. Rejects when it cannot be shown. */
export async function suggest(chat: Chat, typing: Typing, surface: Pick<Surface, 'suggest'>): Promise<void> {
  let found: Suggestion[] = []
  try {
    if (!chat.jobs.stopping) found = await find(chat, typing)
  } catch (error) {
    chat.log.warn({ requestId: typing.requestId, error }, 'completion failed')
  }
  await surface.suggest(found)
}

async function find({ services }: Chat, typing: Typing): Promise<Suggestion[]> {
  const { option, typed, place, requestId, mostSuggestions } = typing
  if (!option?.complete) return []
  const signal = AbortSignal.timeout(TIME_LIMIT_MS)
  const late = new Promise<Suggestion[]>((resolve) => signal.addEventListener('abort', () => resolve([])))
  const settings = await services.settings(place.server)
  const silent = { progress: () => {}, count: () => {}, note: () => {} }
  const context = { ...place, ...silent, settings, requestId, signal, isPrivate: true, mostSuggestions }
  return await Promise.race([option.complete(typed, services, context), late])
}
