/** Durable state: every answer with its quotations and receipt, and what Claude has used. */
import type { Briefing } from '../brief/briefing.ts'
import { openSqlite } from '../sqlite.ts'
import { type LedgerTables, ledgerMigrations } from './tables.ts'

/** A stored answer; `id` is a UUID, `asked` ISO 8601 in UTC. */
export type Answer = { id: string; asked: string; person: string; collections: string[]; briefing: Briefing }

export type Ledger = {
  /** When this returns, the answer survives `kill -9`. */
  save: (answer: Answer) => Promise<void>
  answer: (id: string) => Promise<Answer | undefined>
  /** Tokens, in and out, of the answers asked at or after a time (ISO 8601 in UTC). */
  tokensSince: (time: string) => Promise<number>
  close: () => Promise<void>
}

/** Opens the ledger's file, making it when it is not there. */
export async function openLedger(path: string): Promise<Ledger> {
  const database = await openSqlite<LedgerTables>(path, ledgerMigrations)
  return {
    save: async ({ id, asked, person, collections, briefing }) => {
      const { inputTokens, outputTokens } = briefing.receipt
      await database
        .insertInto('answers')
        .values({
          id,
          asked,
          person,
          collections: JSON.stringify(collections),
          briefing: JSON.stringify(briefing),
          tokens: inputTokens + outputTokens,
        })
        .execute()
    },
    answer: async (id) => {
      const row = await database.selectFrom('answers').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) return undefined
      const { tokens: _tokens, collections, briefing, ...rest } = row
      return { ...rest, collections: JSON.parse(collections), briefing: JSON.parse(briefing) }
    },
    tokensSince: async (time) => {
      const sum = await database
        .selectFrom('answers')
        .select(({ fn }) => fn.sum<number>('tokens').as('tokens'))
        .where('asked', '>=', time)
        .executeTakeFirst()
      return sum?.tokens ?? 0
    },
    close: () => database.destroy(),
  }
}
