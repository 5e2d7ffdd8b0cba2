/** Sends the last state of a reply, whatever Discord answers; and says what went wrong, without secrets. */
import { setTimeout as wait } from 'node:timers/promises'
import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js'
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
