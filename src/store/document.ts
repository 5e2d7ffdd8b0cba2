/** Any version of a document, also an older or retired one. */
import type { Document, DocumentInfo, Location } from '../document.ts'
import { INFO, toInfo } from './documents-by-date.ts'
import type { Store } from './store.ts'

const version = (store: Store, id: string, hash: string) =>
  store.selectFrom('documents').where('id', '=', id).where('hash', '=', hash)

/** Returns a version with its text. */
export async function openVersion(store: Store, id: string, hash: string): Promise<Document | undefined> {
  const row = await version(store, id, hash).select(INFO).select(['text', 'locations']).executeTakeFirst()
  return row && { ...toInfo(row), locations: JSON.parse(row.locations) as Location[] }
}

/** Returns what is known of a version, without its text. */
export async function versionInfo(store: Store, id: string, hash: string): Promise<DocumentInfo | undefined> {
  const row = await version(store, id, hash).select(INFO).executeTakeFirst()
  return row && toInfo(row)
}
