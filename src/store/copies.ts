/**
 * Which documents carry the same text.
 *
 * Nothing is stored of pairs or groups. Copies are looked up when they are asked for: so the order of arrival does not
 * matter, a document that leaves takes nothing with it, and who may not read a collection learns nothing of it.
 */
import { sql } from 'kysely'
import type { DocumentInfo } from '../document.ts'
import { areCopies } from '../text/sketch.ts'
import { currentInfos } from './documents-by-date.ts'
import { candidatesOf, type Dated, sketchOfVersion, timeOf, type Version } from './sketches.ts'
import type { Store } from './store.ts'

const MAX_COPIES = 50

/** The earliest first; those without a date last. */
const byDate = (one: Dated, other: Dated) =>
  timeOf(one.date) - timeOf(other.date) || (one.id < other.id ? -1 : 1)

/**
 * The other current documents of these collections that carry the text of a version, earliest first, at most fifty;
 * none when the version itself is not of these collections.
 */
export async function findCopies(
  store: Store,
  id: string,
  hash: string,
  collections: string[],
): Promise<DocumentInfo[]> {
  const own = await sketchOfVersion(store, { id, hash })
  if (!own || !collections.includes(own.collection)) return []
  const candidates = await candidatesOf(store, own, collections)
  const copies = candidates
    .filter((other) => other.id !== id && areCopies(own, other))
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, MAX_COPIES)
  const found = copies.length > 0 ? await currentInfos(store, copies) : []
  return found.filter(({ collection }) => collections.includes(collection)).toSorted(byDate)
}

/**
 * For each of some versions, as `id\nhash`, the one among them that it is a copy of: the earliest one that carries its
 * text, or itself. Copies of copies are not followed: an overview that holds two stories does not make them one.
 */
export async function findOriginals(store: Store, versions: Version[]): Promise<Map<string, string>> {
  const keyOf = ({ id, hash }: Version) => `${id}\n${hash}`
  const found = await Promise.all(versions.map((version) => sketchOfVersion(store, version)))
  const originals: NonNullable<(typeof found)[number]>[] = []
  const originalOf = new Map<string, string>()
  for (const one of found.filter((one) => one !== undefined).toSorted(byDate)) {
    const original = originals.find((other) => other.id === one.id || areCopies(other, one)) ?? one
    if (original === one) originals.push(one)
    originalOf.set(keyOf(one), keyOf(original))
  }
  return originalOf
}

/** The ids of a collection's current documents that hold exactly a text, by the text's hash, for some hashes. */
export async function findHolders(
  store: Store,
  hashes: string[],
  collection: string,
): Promise<Map<string, string[]>> {
  const rows = await store
    .selectFrom('documents')
    .select(['id', 'hash'])
    .where('hash', 'in', hashes)
    .where('collection', '=', collection)
    .where('current', '=', sql.lit(1))
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ hash }) => hash)].map(([hash, held]) => [hash, held.map(({ id }) => id)]),
  )
}
