/** How many answers Claude may write in a day: claimed before it is asked, so that no two claims take the last one. */
import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { bindAll } from '../bind-all.ts'
import type { LedgerTables } from './tables.ts'

type Asker = { person: string; server: string | null }
type Limits = { person: number | null; server: number | null }

export const openAllowances = (database: Kysely<LedgerTables>) => bindAll(database, { claimClaude })

export type Allowances = ReturnType<typeof openAllowances>

/**
 * Takes one answer from today's allowance (UTC) of a person and of a server; undefined when one of them is used up.
 * The answer is how to give it back when Claude has not written.
 */
async function claimClaude(
  database: Kysely<LedgerTables>,
  { person, server }: Asker,
  limits: Limits,
): Promise<(() => Promise<void>) | undefined> {
  const [id, claimed] = [randomUUID(), new Date().toISOString()]
  const today = claimed.slice(0, 10)
  // One statement: SQLite lets no other writer in between the counts and the row.
  const { numAffectedRows } = await sql`INSERT INTO claims (id, claimed, person, server)
        SELECT ${id}, ${claimed}, ${person}, ${server}
        WHERE (${limits.person} IS NULL OR (SELECT count(*) FROM claims
            WHERE person = ${person} AND claimed >= ${today} AND server IS ${server}) < ${limits.person})
          AND (${limits.server} IS NULL OR (SELECT count(*) FROM claims
            WHERE server = ${server} AND claimed >= ${today}) < ${limits.server})`.execute(database)
  if (!numAffectedRows) return undefined
  return async () => {
    await database.deleteFrom('claims').where('id', '=', id).execute()
  }
}
