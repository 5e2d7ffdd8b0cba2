/** What the managers of a server have chosen. */
import type { Kysely } from 'kysely'
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

export type ServerSettings = {
  settings: (server: string) => Promise<Settings>
  /** Nobody else changes them between what `change` is told and what it returns. */
  changeSettings: (server: string, change: SettingsChange) => Promise<Settings>
}

export function openSettings(database: Kysely<LedgerTables>): ServerSettings {
  return {
    settings: (server) => settingsOf(database, server),
    changeSettings: (server, change) =>
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
      }),
  }
}

async function settingsOf(database: Kysely<LedgerTables>, server: string): Promise<Settings> {
  const row = await database
    .selectFrom('settings')
    .selectAll()
    .where('server', '=', server)
    .executeTakeFirst()
  return { ...DEFAULT_SETTINGS, ...JSON.parse(row?.settings ?? '{}') }
}
