/** Sends the last state of a reply, whatever Discord answers. */
import { setTimeout as wait } from 'node:timers/promises'
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js'
import type { Card } from './cards/parts.ts'
import type { Responder } from './responder.ts'

const ATTEMPTS = 3

/**
 * Shows the last state: again when Discord itself fails, and elsewhere when the reply has expired. Rejects when it
 * reached nobody.
 */
export async function deliver({ show, post }: Responder, card: Card): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await show(card)
    } catch (error) {
      if (hasCode(error, RESTJSONErrorCodes.InvalidWebhookToken) && post) return await post(card)
      if (error instanceof DiscordAPIError || attempt >= ATTEMPTS) throw error
      await wait(500 * attempt)
    }
  }
}

export const hasCode = (error: unknown, ...codes: number[]) =>
  error instanceof DiscordAPIError && codes.includes(Number(error.code))
