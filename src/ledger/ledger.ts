/**
 * Durable state: what was answered, how people voted, what servers have chosen, what Claude was asked for, and what is
 * posted when.
 */
import { openSqlite } from '../sqlite/database.ts'
import { type Allowances, openAllowances } from './allowances.ts'
import { type Deliveries, openDeliveries } from './deliveries.ts'
import { type Entries, openEntries } from './entries.ts'
import { openSettings, type ServerSettings } from './settings.ts'
import { openSubscriptions, type Subscriptions } from './subscriptions.ts'
import { type LedgerTables, ledgerContents, ledgerMigrations } from './tables.ts'
import { openVotes, type Votes } from './votes.ts'

/** When a promise of a change resolves, the change survives `kill -9`. */
export type Ledger = Entries &
  Votes &
  ServerSettings &
  Allowances &
  Subscriptions &
  Deliveries & { close: () => Promise<void> }

/** Opens the ledger's file, making it when it is not there. */
export async function openLedger(path: string): Promise<Ledger> {
  const database = await openSqlite<LedgerTables>(path, ledgerMigrations, ledgerContents)
  return {
    ...openEntries(database),
    ...openVotes(database),
    ...openSettings(database),
    ...openAllowances(database),
    ...openSubscriptions(database),
    ...openDeliveries(database),
    close: () => database.destroy(),
  }
}
