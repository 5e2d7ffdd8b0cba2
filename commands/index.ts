/** The commands, in the order in which help shows them. */
import type { Command } from '../src/command.ts'
import { ask } from './ask.ts'
import { corpusStatus } from './corpus-status.ts'
import { createHelp } from './help.ts'
import { quote } from './quote.ts'

const others = [ask, quote, corpusStatus]

export const commands: Command[] = [...others, createHelp(others)]
