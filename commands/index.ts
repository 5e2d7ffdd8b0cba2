/** The commands, in the order in which help shows them. */
import type { Command } from '../src/command.ts'
import { ask } from './ask.ts'
import { check } from './check.ts'
import { addMessage, corpusAdd, corpusList, corpusRemove, feeds } from './corpus-library.ts'
import { corpusStatus } from './corpus-status.ts'
import { daily } from './daily.ts'
import { createHelp } from './help.ts'
import { quote } from './quote.ts'
import { settings } from './settings.ts'

const library = [corpusAdd, corpusList, corpusRemove, ...feeds, addMessage]
const others = [ask, quote, check, ...daily, corpusStatus, ...library, ...settings]

export const commands: Command[] = [...others, createHelp(others)]
