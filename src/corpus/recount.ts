/** When the code that makes passages and terms has changed, everything counted from the documents is made anew. */
import { readFileSync } from 'node:fs'
import { type Kysely, sql } from 'kysely'
import { count } from './counts.ts'
import { sha256 } from './normalise.ts'
import { withTerms } from './prepare.ts'
import type { CorpusTables } from './tables.ts'

const CODE = [
  'analysis.ts',
  'clause.ts',
  'counts.ts',
  'names.ts',
  'passages.ts',
  'prepare.ts',
  'reporting.ts',
  'sketch.ts',
  'sketches.ts',
  'speaker-chinese.ts',
  'speaker.ts',
  'speakers.ts',
  'subject.ts',
]
const COUNTED = [
  'terms',
  'sources',
  'topics',
  'languages',
  'days',
  'speakers',
  'speaker_words',
  'sketches',
  'sketch_keys',
] as const
const AT_ONCE = 200

/** A number for the code as it is, as large as SQLite's `user_version` takes. */
function fingerprint(): number {
  const code = CODE.map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
  return Number.parseInt(sha256(code.join('\n')).slice(0, 7), 16) + 1
}

/** True when another version of the code has counted the passages and terms. */
export async function isOutdated(database: Kysely<CorpusTables>): Promise<boolean> {
  const { rows } = await sql<{ user_version: number }>`PRAGMA user_version`.execute(database)
  return rows[0]?.user_version !== fingerprint()
}

/** Counts all documents again, as one transaction, and leaves them to be indexed again. */
export async function recount(database: Kysely<CorpusTables>): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    for (const table of COUNTED) await transaction.deleteFrom(table).execute()
    let last: string | undefined = ''
    while (last !== undefined) {
      const rows = await transaction
        .selectFrom('documents')
        .selectAll()
        .where('current', '=', 1)
        .where('id', '>', last)
        .orderBy('id')
        .limit(AT_ONCE)
        .execute()
      const prepared = rows.map(withTerms)
      for (const { row, passages } of prepared)
        await transaction
          .updateTable('documents')
          .set({ passages: passages.length, indexed: 0 })
          .where('id', '=', row.id)
          .where('hash', '=', row.hash)
          .execute()
      await count(transaction, prepared, 1)
      last = rows.at(-1)?.id
    }
    await sql.raw(`PRAGMA user_version = ${fingerprint()}`).execute(transaction)
  })
}
