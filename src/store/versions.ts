/** Which versions of documents come and go with a batch, and how they are written. */

import { qualifiedId } from '../document.ts'
import type { ParsedDocument } from '../formats/parsed.ts'
import { boundDocument } from '../text/bounds.ts'
import { count } from './counts.ts'
import { type Prepared, prepare, withTerms } from './prepare.ts'
import type { Store } from './store.ts'
import type { CorpusTables } from './tables.ts'

/** `id` is the one that the document is stored under; what is a duplicate is stored too: it has a source of its own. */
export type Outcome = {
  id: string
  kind: 'added' | 'updated' | 'unchanged' | 'clash'
  /** The id of another document of the collection that holds exactly this text; only of what is added or updated. */
  duplicateOf?: string
}
/** `path` is the file that owns the document; null when it was imported. */
export type Incoming = { document: ParsedDocument; path: string | null }
/** With the hash of its text. */
export type Hashed = Incoming & { hash: string }
export type Version = { id: string; hash: string }

const DETAILS = ['title', 'source', 'author', 'url', 'date', 'language', 'topics', 'locations'] as const
type Known = Version &
  Pick<CorpusTables['documents'], 'collection' | 'path' | 'current' | (typeof DETAILS)[number]>

/** What is known of the ids that a batch may be stored under. */
export async function versionsOf(
  transaction: Store,
  incoming: Incoming[],
  collection: string,
): Promise<Map<string, Known[]>> {
  const rows = await transaction
    .selectFrom('documents')
    .select(['id', 'hash', 'collection', 'path', 'current', ...DETAILS])
    .where(
      'id',
      'in',
      incoming.flatMap(({ document: { id } }) => [id, qualifiedId(collection, id)]),
    )
    .execute()
  return Map.groupBy(rows, ({ id }) => id)
}

/** What becomes of each document of a batch; `holders` are the ids that hold a text, by its hash. */
export function sort(
  incoming: Hashed[],
  collection: string,
  known: Map<string, Known[]>,
  holders: Map<string, string[]>,
) {
  const outcomes: Outcome[] = []
  const fresh: Prepared[] = []
  const replaced: Version[] = []
  const seen = new Set<string>()
  for (const { document: given, path, hash } of incoming) {
    const document = boundDocument(given)
    const isTaken = known.get(document.id)?.some((version) => version.collection !== collection)
    const id = isTaken ? qualifiedId(collection, document.id) : document.id
    const current = known.get(id)?.find((version) => version.current === 1)
    const { topics, locations = [] } = document
    const details = { ...document, topics: JSON.stringify(topics), locations: JSON.stringify(locations) }
    const isSame = current?.hash === hash && DETAILS.every((name) => current[name] === details[name])
    if (seen.has(id) || (current && current.path !== path)) outcomes.push({ id, kind: 'clash' })
    else if (isSame) outcomes.push({ id, kind: 'unchanged' })
    else {
      if (current) replaced.push(current)
      fresh.push(prepare(document, { id, hash, collection, path }))
      const held = holders.get(hash) ?? []
      const duplicateOf = held.find((other) => other !== id)
      outcomes.push({ id, kind: current ? 'updated' : 'added', ...(duplicateOf && { duplicateOf }) })
      if (!duplicateOf) holders.set(hash, [...held, id])
    }
    seen.add(id)
  }
  return { outcomes, fresh, replaced }
}

/** Stores versions as the current ones. */
export async function insert(transaction: Store, documents: Prepared[]): Promise<void> {
  for (const { row } of documents) {
    // A text that comes back keeps the time when it first came.
    const { added: _, ...rest } = row
    await transaction
      .insertInto('documents')
      .values(row)
      .onConflict((conflict) => conflict.columns(['id', 'hash']).doUpdateSet(rest))
      .execute()
  }
}

/** Takes versions out of the search, and out of the counts. */
export async function retireIn(transaction: Store, versions: Version[]): Promise<void> {
  const retired: Prepared[] = []
  for (const { id, hash } of versions) {
    const row = await transaction
      .updateTable('documents')
      .set({ current: 0, indexed: 0 })
      .where('id', '=', id)
      .where('hash', '=', hash)
      .where('current', '=', 1)
      .returningAll()
      .executeTakeFirst()
    if (row) retired.push(withTerms(row))
  }
  await count(transaction, retired, -1)
}
