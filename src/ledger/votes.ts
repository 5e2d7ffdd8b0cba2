/** What people thought of what was answered. */
import { type Kysely, sql } from 'kysely'
import { bindAll } from '../bind-all.ts'
import type { LedgerTables } from './tables.ts'

type VoteCounts = { up: number; down: number }

export const openVotes = (database: Kysely<LedgerTables>) => bindAll(database, { vote, explainVote, votes })

export type Votes = ReturnType<typeof openVotes>

/** Replaces the person's earlier vote. */
async function vote(
  database: Kysely<LedgerTables>,
  entry: string,
  person: string,
  vote: 'up' | 'down',
): Promise<void> {
  const voted = new Date().toISOString()
  await database
    .insertInto('votes')
    .values({ entry, person, vote, reason: null, voted })
    .onConflict((conflict) =>
      conflict.columns(['entry', 'person']).doUpdateSet({
        vote,
        voted,
        // The reason of the opposite vote is no reason of this one.
        reason: sql`CASE WHEN votes.vote = ${vote} THEN votes.reason END`,
      }),
    )
    .execute()
}

/** The reason of the person's vote; false when there is none. */
async function explainVote(
  database: Kysely<LedgerTables>,
  entry: string,
  person: string,
  reason: string,
): Promise<boolean> {
  const changed = await database
    .updateTable('votes')
    .set({ reason })
    .where('entry', '=', entry)
    .where('person', '=', person)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** The votes on what was answered in a server; null: outside of servers. */
async function votes(database: Kysely<LedgerTables>, server: string | null): Promise<VoteCounts> {
  const rows = await database
    .selectFrom('votes')
    .innerJoin('entries', 'entries.id', 'votes.entry')
    .where('entries.server', server === null ? 'is' : '=', server)
    .groupBy('vote')
    .select(({ fn }) => ['vote', fn.countAll<number>().as('count')])
    .execute()
  const of = (vote: string) => rows.find((row) => row.vote === vote)?.count ?? 0
  return { up: of('up'), down: of('down') }
}
