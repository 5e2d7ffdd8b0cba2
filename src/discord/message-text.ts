/** The words of a message: what people wrote, or what its embeds say. */
import type { Message } from 'discord.js'

export function messageText({ content, embeds, messageSnapshots }: Message): string {
  const own = [content, ...embeds.flatMap(embedTexts)]
  const forwarded = [...(messageSnapshots?.values() ?? [])].flatMap((snapshot) => [
    snapshot.content ?? '',
    ...(snapshot.embeds ?? []).flatMap(embedTexts),
  ])
  return [...own, ...forwarded].filter((part) => part.trim() !== '').join('\n\n')
}

const embedTexts = ({ title, description, fields }: Message['embeds'][number]) => [
  title ?? '',
  description ?? '',
  ...fields.map(({ value }) => value),
]
