/** What stands before a question's work: is it allowed here, and has the person asked too much. */
import type { Language } from '../locales/language.ts'
import { channelMentions } from './cards/channels.ts'
import { ACCENT, type Card, markupCard, sentenceCard } from './cards/parts.ts'
import type { Place } from './place.ts'
import type { Parts } from './request.ts'

/** Why a question is not taken, as a message; undefined when it is. */
export async function refusalOf({ services, limit }: Parts, place: Place): Promise<Card | undefined> {
  const { say } = place.language
  const { channels } = await services.settings(place.server)
  const here = [place.channel, place.parent]
  if (channels.length > 0 && !channels.some((channel) => here.includes(channel)))
    return markupCard(elsewhere(channels.filter(place.maySee), place.language), ACCENT.nothing)
  const seconds = await limit(place.person)
  return seconds > 0 ? sentenceCard(say('reply.wait', { seconds }), ACCENT.nothing) : undefined
}

/** Names only channels that the person may see. */
const elsewhere = (channels: string[], { say }: Language) =>
  channels.length > 0
    ? say('reply.channel', { channels: channelMentions(channels) })
    : say('reply.channelClosed')
