/**
 * The sketches of the current documents, kept in the same transaction as those, and an index of each collection by
 * which the sketches that are like one are found without reading the others.
 */
import { sql } from 'kysely'
import { hashOf, KEYS, type Sketch, sketchOf } from '../text/sketch.ts'
import type { Prepared } from './prepare.ts'
import type { Store } from './store.ts'

/** The earliest of each key: a text with ten thousand copies costs no more than one with a few dozen. */
const MAX_OF_KEY = 64
const MAX_CANDIDATES = 128
/** In minutes; after everything that has a date. */
const NO_DATE = 10_000 * 366 * 24 * 60

export type Version = { id: string; hash: string }
export type Dated = Version & { date: string | null }

/** In minutes; what has no date comes last. */
export function timeOf(date: string | null): number {
  const minutes = Math.floor(Date.parse(date ?? '') / 60_000)
  return Number.isNaN(minutes) ? NO_DATE : Math.min(minutes, NO_DATE)
}
/** Orders documents by date, and those of one minute by their ids: the order of arrival plays no part. */
const rankOf = ({ id, date }: Dated) => timeOf(date) * 2 ** 20 + (hashOf(id) >>> 12)

const keysOf = ({ values }: Sketch, collection: string) =>
  Array.from(values.subarray(0, KEYS), (value) => (BigInt(hashOf(collection) >>> 1) << 32n) | BigInt(value))

const toBytes = (values: Uint32Array) => new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
const toSketch = (shingles: number, bytes: Uint8Array): Sketch => ({
  shingles,
  values: new Uint32Array(bytes.slice().buffer),
})

/** Counts documents in (1) or out (-1). Call it after their rows have changed. */
export async function countSketches(transaction: Store, documents: Prepared[], sign: 1 | -1): Promise<void> {
  if (documents.length === 0) return
  const sketches = documents.map(({ row }) => sketchOf(row.text))
  const numbers = await (sign === 1 ? add(transaction, documents, sketches) : remove(transaction, documents))
  const entries = documents.flatMap(({ row }, at) => {
    const [sketch, number] = [sketches[at], numbers[at]]
    if (!sketch || number === undefined) return []
    const rank = rankOf(row)
    return keysOf(sketch, row.collection).map((key) => `[${key},${rank},${number}]`)
  })
  const given = sql`SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${`[${entries.join()}]`})`
  if (sign === 1) await sql`INSERT INTO sketch_keys ${given} ORDER BY 1`.execute(transaction)
  else await sql`DELETE FROM sketch_keys WHERE (key, rank, number) IN (${given})`.execute(transaction)
}

async function add(transaction: Store, documents: Prepared[], sketches: Sketch[]): Promise<number[]> {
  const { last } = await transaction
    .selectFrom('sketches')
    .select(({ fn }) => fn.max<number | null>('number').as('last'))
    .executeTakeFirstOrThrow()
  const rows = sketches.map(({ shingles, values }, at) => {
    const { id = '', hash = '' } = documents[at]?.row ?? {}
    return { number: (last ?? 0) + 1 + at, id, hash, shingles, sketch: toBytes(values) }
  })
  await transaction.insertInto('sketches').values(rows).execute()
  return rows.map(({ number }) => number)
}

async function remove(transaction: Store, documents: Prepared[]): Promise<(number | undefined)[]> {
  const rows = await transaction
    .deleteFrom('sketches')
    .where(
      'id',
      'in',
      documents.map(({ row }) => row.id),
    )
    .returning(['id', 'number'])
    .execute()
  const numbers = new Map(rows.map(({ id, number }) => [id, number]))
  return documents.map(({ row }) => numbers.get(row.id))
}

/** The sketch of a version; one that is not current any more is sketched anew. */
export async function sketchOfVersion(
  store: Store,
  { id, hash }: Version,
): Promise<(Sketch & Dated & { collection: string }) | undefined> {
  const row = await store
    .selectFrom('documents')
    .leftJoin('sketches', (join) =>
      join.onRef('sketches.id', '=', 'documents.id').onRef('sketches.hash', '=', 'documents.hash'),
    )
    .where('documents.id', '=', id)
    .where('documents.hash', '=', hash)
    .select(['collection', 'date', 'shingles', 'sketch'])
    .executeTakeFirst()
  if (!row) return undefined
  const { collection, date, shingles, sketch } = row
  if (shingles !== null && sketch) return { id, hash, collection, date, ...toSketch(shingles, sketch) }
  const { text } = await store
    .selectFrom('documents')
    .select('text')
    .where('id', '=', id)
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow()
  return { id, hash, collection, date, ...sketchOf(text) }
}

/**
 * The current documents that share two of a sketch's keys, most shared first, at most `MAX_CANDIDATES`.
 *
 * Indyk & Motwani, "Approximate nearest neighbors", STOC 1998: only what falls into the same buckets is compared.
 */
export async function candidatesOf(
  store: Store,
  sketch: Sketch,
  collections: string[],
): Promise<(Sketch & Version & { rank: number })[]> {
  const keys = `[${collections.flatMap((collection) => keysOf(sketch, collection)).join()}]`
  const { rows } = await sql<{
    id: string
    hash: string
    rank: number
    shingles: number
    sketch: Uint8Array
  }>`
    SELECT s.id, s.hash, found.rank, s.shingles, s.sketch
    FROM (SELECT k.number, min(k.rank) AS rank, count(*) AS shared
      FROM json_each(${keys}) AS given JOIN sketch_keys AS k ON k.key = given.value
        AND k.rank <= coalesce((SELECT rank FROM sketch_keys WHERE key = given.value
          ORDER BY rank LIMIT 1 OFFSET ${sql.lit(MAX_OF_KEY - 1)}), ${sql.lit(Number.MAX_SAFE_INTEGER)})
      GROUP BY k.number HAVING shared >= 2 ORDER BY shared DESC, rank LIMIT ${sql.lit(MAX_CANDIDATES)}) AS found
    JOIN sketches AS s ON s.number = found.number`.execute(store)
  return rows.map(({ shingles, sketch, ...row }) => ({ ...row, ...toSketch(shingles, sketch) }))
}
