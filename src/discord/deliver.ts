/** Sends the last state of a reply, whatever Discord answers. */
import { setTimeout as wait } from 'node:timers/promises'
import { RESTJSONErrorCodes as Code, DiscordAPIError } from 'discord.js'
import { rejectUnshowable } from '../chat/surface.ts'
import type { Card } from './cards/parts.ts'

const ATTEMPTS = 3
const PAUSE_MS = 500

type Send = (card: Card) => Promise<void>

/**
 * Shows the last state: again when Discord itself fails, and elsewhere, if anywhere, when the reply has expired.
 * Rejects when it reached nobody, with `Unshowable` when Discord does not take this card.
 */
export async function deliver(card: Card, show: Send, elsewhere?: Send): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await show(card)
    } catch (error) {
      if (hasCode(error, Code.InvalidWebhookToken) && elsewhere) return await elsewhere(card)
      if (hasCode(error, Code.InvalidFormBodyOrContentType)) rejectUnshowable(error)
      if (error instanceof DiscordAPIError || attempt >= ATTEMPTS) throw error
      await wait(PAUSE_MS * attempt)
    }
  }
}

export const hasCode = (error: unknown, ...codes: number[]) =>
  error instanceof DiscordAPIError && codes.includes(Number(error.code))
