/** Answers that could not be shown to their person are offered again. */
import type { Chat, Place } from './request.ts'
import type { Replying } from './surface.ts'

/** Offers the latest one, which is not offered again; without success, it stays kept. */
export async function offerKept({ services, log }: Chat, surface: Replying, place: Place): Promise<void> {
  const entry = await services.conversations.claimKept(place)
  if (!entry) return
  try {
    await surface.post({ kind: 'kept', entry })
  } catch (error) {
    log.warn({ entry: entry.id, error }, 'a kept answer was not offered')
    await services.conversations.keep(entry.id)
  }
}
