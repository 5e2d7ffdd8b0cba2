/** Sends a card as the reply to an interaction, whatever Discord answers; and says what went wrong, without secrets. */

import { setTimeout as wait } from 'node:timers/promises'
import {
  AttachmentBuilder,
  DiscordAPIError,
  HTTPError,
  MessageFlags,
  RESTJSONErrorCodes,
  type RepliableInteraction,
} from 'discord.js'
import type { Card } from './parts.ts'

const ATTEMPTS = 3

/** Discord's options for a card; made anew for each request, because discord.js changes what it is given. */
export function messageOptions({ components, files }: Card) {
  return {
    flags: MessageFlags.IsComponentsV2 as const,
    components,
    files: files.map(({ name, text }) => new AttachmentBuilder(Buffer.from(text), { name })),
    allowedMentions: { parse: [] },
  }
}

/** Replaces the reply. Needs no memory of the acknowledgement, so it works after one whose answer was lost. */
export async function editOriginal(interaction: RepliableInteraction, card: Card): Promise<void> {
  await interaction.webhook.editMessage('@original', messageOptions(card))
}

/**
 * Sends the last state of a reply: again when Discord itself fails, and into the channel when the interaction
 * has expired and the answer was not private. Rejects when it reached nobody.
 */
export async function deliver(
  interaction: RepliableInteraction,
  card: Card,
  isPrivate: boolean,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await editOriginal(interaction, card)
    } catch (error) {
      if (hasCode(error, RESTJSONErrorCodes.InvalidWebhookToken) && !isPrivate) {
        return await postToChannel(interaction, card, error)
      }
      if (error instanceof DiscordAPIError || attempt >= ATTEMPTS) throw error
      await wait(500 * attempt)
    }
  }
}

async function postToChannel(interaction: RepliableInteraction, card: Card, reason: unknown): Promise<void> {
  const channel = interaction.channel
  if (!channel?.isSendable()) throw reason
  await channel.send(messageOptions(card))
}

export const hasCode = (error: unknown, ...codes: number[]) =>
  error instanceof DiscordAPIError && codes.includes(Number(error.code))

/** What may be logged of an error: Discord's own errors carry addresses with tokens, which stay out. */
export function describeError(error: unknown): object {
  if (error instanceof DiscordAPIError) {
    const { code, status, message, rawError } = error
    return {
      name: 'DiscordAPIError',
      code,
      status,
      message,
      errors: 'errors' in rawError ? rawError.errors : {},
    }
  }
  if (error instanceof HTTPError) return { name: 'HTTPError', status: error.status, message: error.message }
  return error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack }
    : { message: String(error) }
}
