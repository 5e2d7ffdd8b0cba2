/** What people thought of what was answered. */
import { type Kysely, sql } from 'kysely'
import type { LedgerTables } from './tables.ts'

type VoteCounts = { up: number; down: number }

export type Votes = {
  /** Replaces the person's earlier vote. */
  vote: (entry: string, person: string, vote: 'up' | 'down') => Promise<void>
  /** The reason of the person's vote; false when there is none. */
  explainVote: (entry: string, person: string, reason: string) => Promise<boolean>
  /** The votes on what was answered in a server; null: outside of servers. */
  votes: (server: string | null) => Promise<VoteCounts>
}

export function openVotes(database: Kysely<LedgerTables>): Votes {
  return {
    vote: async (entry, person, vote) => {
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
    },
    explainVote: async (entry, person, reason) => {
      const changed = await database
        .updateTable('votes')
        .set({ reason })
        .where('entry', '=', entry)
        .where('person', '=', person)
        .executeTakeFirst()
      return changed.numUpdatedRows > 0n
    },
    votes: async (server) => {
      const rows = await database
        .selectFrom('votes')
        .innerJoin('entries', 'entries.id', 'votes.entry')
        .where('entries.server', server === null ? 'is' : '=', server)
        .groupBy('vote')
        .select(({ fn }) => ['vote', fn.countAll<number>().as('count')])
        .execute()
      const of = (vote: string) => rows.find((row) => row.vote === vote)?.count ?? 0
      return { up: of('up'), down: of('down') }
    },
  }
}
