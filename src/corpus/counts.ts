/** The counts that coverage and term weights are read from, kept in the same transaction as the documents. */
import { type Kysely, sql } from 'kysely'
import type { Prepared } from './prepare.ts'
import type { CorpusTables } from './tables.ts'

/** SQLite allows 32,766 values in a statement. */
const ROWS_PER_STATEMENT = 5000

type Count = { collection: string; name: string; documents: number; passages: number }

/** Counts documents in (1) or out (-1). Call it after their rows have changed: the dates are read from those. */
export async function count(
  transaction: Kysely<CorpusTables>,
  documents: Prepared[],
  sign: 1 | -1,
): Promise<void> {
  const sources = new Map<string, Count>()
  const terms = new Map<string, Count>()
  for (const { row, passages, terms: ofPassages } of documents) {
    add(sources, row.collection, row.source, sign, sign * passages.length)
    for (const ofPassage of ofPassages)
      for (const term of new Set(ofPassage)) add(terms, row.collection, term, 0, sign)
  }
  await countSources(transaction, [...sources.values()])
  await countTerms(transaction, [...terms.values()])
}

function add(
  counts: Map<string, Count>,
  collection: string,
  name: string,
  documents: number,
  passages: number,
) {
  const key = `${collection}\n${name}`
  const known = counts.get(key)
  if (!known) counts.set(key, { collection, name, documents, passages })
  else {
    known.documents += documents
    known.passages += passages
  }
}

async function countSources(transaction: Kysely<CorpusTables>, counts: Count[]): Promise<void> {
  for (const { collection, name: source, documents, passages } of counts) {
    await transaction
      .insertInto('sources')
      .values({ collection, source, documents, passages, oldest: null, newest: null })
      .onConflict((conflict) =>
        conflict.columns(['collection', 'source']).doUpdateSet((expression) => ({
          documents: expression('sources.documents', '+', documents),
          passages: expression('sources.passages', '+', passages),
        })),
      )
      .execute()
    const dates = sql`FROM documents AS d WHERE d.current = 1 AND d.collection = ${collection} AND d.source = ${source}`
    await sql`UPDATE sources SET oldest = (SELECT min(d.date) ${dates}), newest = (SELECT max(d.date) ${dates})
      WHERE collection = ${collection} AND source = ${source}`.execute(transaction)
  }
  await transaction.deleteFrom('sources').where('documents', '<=', 0).execute()
}

async function countTerms(transaction: Kysely<CorpusTables>, counts: Count[]): Promise<void> {
  for (let at = 0; at < counts.length; at += ROWS_PER_STATEMENT)
    await transaction
      .insertInto('terms')
      .values(
        counts
          .slice(at, at + ROWS_PER_STATEMENT)
          .map(({ collection, name, passages }) => ({ collection, term: name, passages })),
      )
      .onConflict((conflict) =>
        conflict.columns(['collection', 'term']).doUpdateSet((expression) => ({
          passages: expression('terms.passages', '+', expression.ref('excluded.passages')),
        })),
      )
      .execute()
}
