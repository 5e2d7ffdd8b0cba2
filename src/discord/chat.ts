/** What all requests on Discord share. */
import type { Logger } from 'pino'
import type { Chat } from '../chat/request.ts'
import type { Command } from '../command/command.ts'

/** `log` writes of errors under `error` only what holds no secrets. */
export type DiscordChat = Chat & { commands: Command[]; log: Logger }
