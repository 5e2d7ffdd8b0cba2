/** Errors for the log, without secrets. */
import { DiscordAPIError, HTTPError } from 'discord.js'

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
