/** The counts that coverage, completions and term weights are read from, kept in the same transaction as the documents. */
import { sql } from 'kysely'
import { fold } from '../text/normalise.ts'
import { foldedTopics, type Prepared } from './prepare.ts'
import { countSketches } from './sketches.ts'
import { countSpeakers } from './speakers.ts'
import type { Store } from './store.ts'
import type { CorpusTables } from './tables.ts'

/** SQLite allows 32,766 values in a statement. */
const ROWS_PER_STATEMENT = 5000

type Transaction = Store
type Counts<Table extends keyof CorpusTables> = Map<string, CorpusTables[Table]>

/** Counts documents in (1) or out (-1). Call it after their rows have changed: the dates are read from those. */
export async function count(transaction: Transaction, documents: Prepared[], sign: 1 | -1): Promise<void> {
  const sources: Counts<'sources'> = new Map()
  const topics: Counts<'topics'> = new Map()
  const languages: Counts<'languages'> = new Map()
  const days: Counts<'days'> = new Map()
  const terms: Counts<'terms'> = new Map()
  for (const prepared of documents) {
    const { collection, source, date, language } = prepared.row
    const numbers = { documents: sign, passages: sign * prepared.passages.length }
    const folded = fold(source)
    add(sources, [collection, source], { collection, source, folded, oldest: null, newest: null, ...numbers })
    for (const topic of JSON.parse(prepared.row.topics) as string[])
      add(topics, [collection, fold(topic)], { collection, topic, folded: fold(topic), documents: sign })
    add(languages, [collection, language], { collection, language, documents: sign })
    const day = date?.slice(0, 10) ?? ''
    for (const topic of ['', ...foldedTopics(prepared.row)])
      for (const from of ['', folded])
        add(days, [collection, topic, from, day], { collection, topic, source: from, day, ...numbers })
    for (const ofPassage of prepared.terms)
      for (const term of new Set(ofPassage))
        add(terms, [collection, term], { collection, term, passages: sign })
  }
  await countSources(transaction, [...sources.values()])
  await countTopics(transaction, [...topics.values()])
  await countLanguages(transaction, [...languages.values()])
  await countDays(transaction, [...days.values()])
  await countTerms(transaction, [...terms.values()])
  await countSpeakers(transaction, documents, sign)
  await countSketches(transaction, documents, sign)
}

/** Adds the numbers of a row to those that are counted under its names. */
function add<Row extends { documents?: number; passages?: number }>(
  counts: Map<string, Row>,
  names: string[],
  row: Row,
) {
  const key = names.join('\n')
  const known = counts.get(key)
  if (!known) counts.set(key, row)
  else {
    if (known.documents !== undefined) known.documents += row.documents ?? 0
    if (known.passages !== undefined) known.passages += row.passages ?? 0
  }
}

async function countSources(transaction: Transaction, counts: CorpusTables['sources'][]): Promise<void> {
  for (const row of counts) {
    const { collection, source } = row
    await transaction
      .insertInto('sources')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['collection', 'source']).doUpdateSet((expression) => ({
          documents: expression('sources.documents', '+', row.documents),
          passages: expression('sources.passages', '+', row.passages),
        })),
      )
      .execute()
    const dates = sql`FROM documents AS d WHERE d.current = 1 AND d.collection = ${collection} AND d.source = ${source}`
    await sql`UPDATE sources SET oldest = (SELECT min(d.date) ${dates}), newest = (SELECT max(d.date) ${dates})
      WHERE collection = ${collection} AND source = ${source}`.execute(transaction)
  }
  await transaction.deleteFrom('sources').where('documents', '<=', 0).execute()
}

async function countTopics(transaction: Transaction, counts: CorpusTables['topics'][]): Promise<void> {
  for (const rows of inParts(counts))
    await transaction
      .insertInto('topics')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['collection', 'folded']).doUpdateSet((expression) => ({
          documents: expression('topics.documents', '+', expression.ref('excluded.documents')),
        })),
      )
      .execute()
  await transaction.deleteFrom('topics').where('documents', '<=', 0).execute()
}

async function countLanguages(transaction: Transaction, counts: CorpusTables['languages'][]): Promise<void> {
  if (counts.length === 0) return
  await transaction
    .insertInto('languages')
    .values(counts)
    .onConflict((conflict) =>
      conflict.columns(['collection', 'language']).doUpdateSet((expression) => ({
        documents: expression('languages.documents', '+', expression.ref('excluded.documents')),
      })),
    )
    .execute()
  await transaction.deleteFrom('languages').where('documents', '<=', 0).execute()
}

async function countDays(transaction: Transaction, counts: CorpusTables['days'][]): Promise<void> {
  for (const rows of inParts(counts))
    await transaction
      .insertInto('days')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['collection', 'topic', 'source', 'day']).doUpdateSet((expression) => ({
          documents: expression('days.documents', '+', expression.ref('excluded.documents')),
          passages: expression('days.passages', '+', expression.ref('excluded.passages')),
        })),
      )
      .execute()
  await transaction.deleteFrom('days').where('documents', '<=', sql.lit(0)).execute()
}

async function countTerms(transaction: Transaction, counts: CorpusTables['terms'][]): Promise<void> {
  for (const rows of inParts(counts))
    await transaction
      .insertInto('terms')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['collection', 'term']).doUpdateSet((expression) => ({
          passages: expression('terms.passages', '+', expression.ref('excluded.passages')),
        })),
      )
      .execute()
}

function* inParts<Row>(rows: Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) yield rows.slice(at, at + ROWS_PER_STATEMENT)
}
