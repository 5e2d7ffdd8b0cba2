/** What the managers of a server have chosen. */
import type { Kysely } from 'kysely'
import { bindAll } from '../bind-all.ts'
import type { LedgerTables } from './tables.ts'

export type Settings = {
  /** Whether only the person who asks sees an answer when they do not say. */
  private: boolean
  /** The channels where questions are answered; none: everywhere. */
  channels: string[]
  /** Answers by Claude in a day (UTC) for each person and for the server; null: no limit. */
  person: number | null
  server: number | null
  /** What the server is about: stories on these rank higher in its briefings. */
  topics: string[]
}

export const DEFAULT_SETTINGS: Settings = {
  private: false,
  channels: [],
  person: null,
  server: null,
  topics: [],
}

/** What is chosen anew, from what was chosen before. */
export type SettingsChange = (chosen: Settings) => Partial<Settings>

export const openSettings = (database: Kysely<LedgerTables>) =>
  bindAll(database, { settings, changeSettings })

export type ServerSettings = ReturnType<typeof openSettings>

const settings = (database: Kysely<LedgerTables>, server: string): Promise<Settings> =>
  settingsOf(database, server)

/** Nobody else changes them between what `change` is told and what it returns. */
const changeSettings = (
  database: Kysely<LedgerTables>,
  server: string,
  change: SettingsChange,
): Promise<Settings> =>
  database.transaction().execute(async (transaction) => {
    const chosen = await settingsOf(transaction, server)
    const settings = { ...chosen, ...change(chosen) }
    const text = JSON.stringify(settings)
    await transaction
      .insertInto('settings')
      .values({ server, settings: text })
      .onConflict((conflict) => conflict.column('server').doUpdateSet({ settings: text }))
      .execute()
    return settings
  })

async function settingsOf(database: Kysely<LedgerTables>, server: string): Promise<Settings> {
  const row = await database
    .selectFrom('settings')
    .selectAll()
    .where('server', '=', server)
    .executeTakeFirst()
  return { ...DEFAULT_SETTINGS, ...JSON.parse(row?.settings ?? '{}') }
}
