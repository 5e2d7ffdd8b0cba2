/** Checks before a question is answered: is it allowed here, and has the person asked too much. */
import type { Settings } from '../command/context.ts'
import type { Chat, Place } from './request.ts'
import { refusal, type Shown } from './surface.ts'

/** Why a question is not taken; undefined when it is. */
export async function refusalOf(
  { limit }: Chat,
  place: Place,
  { channels }: Settings,
): Promise<Shown | undefined> {
  const here = [place.channel, place.parent]
  if (channels.length > 0 && !channels.some((channel) => here.includes(channel)))
    return { kind: 'elsewhere', channels: channels.filter(place.maySee) }
  const seconds = await limit(place.person)
  return seconds > 0 ? refusal('refused', 'reply.wait', { seconds }) : undefined
}
