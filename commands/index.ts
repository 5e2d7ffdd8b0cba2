/** The commands of every surface, in the order in which help shows them. */
import type { Command } from '../src/command/command.ts'
import type { Surface } from '../src/command/option.ts'
import { ask } from './ask.ts'
import { check } from './check.ts'
import { addMessage, corpusAdd } from './corpus-add.ts'
import { feeds } from './corpus-feeds.ts'
import { corpusImport } from './corpus-import.ts'
import { corpusList } from './corpus-list.ts'
import { corpusRemove, corpusRemoveIds } from './corpus-remove.ts'
import { corpusStatus } from './corpus-status.ts'
import { daily } from './daily.ts'
import { createHelp } from './help.ts'
import { quote } from './quote.ts'
import { search } from './search.ts'
import { settings } from './settings.ts'

const library = [corpusAdd, corpusList, corpusRemove, corpusRemoveIds, corpusImport, ...feeds, addMessage]
const others = [ask, quote, check, search, ...daily, corpusStatus, ...library, ...settings]

/** The commands that a surface offers. */
export function commandsOf(surface: Surface): Command[] {
  const offered = others.filter(({ only }) => only === undefined || only === surface)
  return [...offered, createHelp(offered)]
}
