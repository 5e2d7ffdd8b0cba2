/** Durable state: what was answered, how people voted, what servers have chosen, and what Claude was asked for. */
import { openSqlite } from '../sqlite.ts'
import { type Allowances, openAllowances } from './allowances.ts'
import { type Entries, openEntries } from './entries.ts'
import { openSettings, type ServerSettings } from './settings.ts'
import { type LedgerTables, ledgerMigrations } from './tables.ts'
import { openVotes, type Votes } from './votes.ts'

/** When a promise of a change resolves, the change survives `kill -9`. */
export type Ledger = Entries & Votes & ServerSettings & Allowances & { close: () => Promise<void> }

/** Opens the ledger's file, making it when it is not there. */
export async function openLedger(path: string): Promise<Ledger> {
  const database = await openSqlite<LedgerTables>(path, ledgerMigrations)
  return {
    ...openEntries(database),
    ...openVotes(database),
    ...openSettings(database),
    ...openAllowances(database),
    close: () => database.destroy(),
  }
}
