/** Cards that everybody sees: what stands on one is no secret, whatever an earlier version kept of it. */
import { type Message, MessageFlags } from 'discord.js'
import type { Services } from '../command/context.ts'

/** Records that an entry is public, if its card is one of our messages that everybody in a server's channel sees. */
export async function recordShown(
  { conversations }: Services,
  message: Message | null | undefined,
  id: string,
): Promise<void> {
  const isOurs = message?.author.id === message?.client.user.id
  if (!message?.inGuild() || !isOurs || message.flags.has(MessageFlags.Ephemeral)) return
  // The id of a form is what its sender says it is; that of a card is ours.
  if (JSON.stringify(message.components).includes(`:${id}`)) await conversations.published(id)
}
