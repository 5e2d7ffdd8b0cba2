/** Documents that are given one by one, and taken out again. Runs in the worker thread. */

import { shownId } from '../document.ts'
import { formatOf } from '../formats/format.ts'
import { findOwned } from '../store/list-documents.ts'
import { boundName } from '../text/bounds.ts'
import { createBatch, type IngestJob, reasonFor } from './batch.ts'
import { type Item, type ItemOutcome, refused } from './item.ts'

/** Reads and stores items, each for itself: one that is refused spoils no other. The outcomes are in their order. */
export async function addItems(items: Item[], collection: string, job: IngestJob): Promise<ItemOutcome[]> {
  const { readItem } = await import('./read-item.ts')
  const queue = [...items]
  const outcomes: ItemOutcome[] = []
  type Note = { at: number; name: string; title: string; format: string }
  const batch = createBatch<Note>(
    job.writer,
    collection,
    ({ id, kind, duplicateOf: other }, { at, name, title, format }) => {
      const original = other && { duplicateOf: shownId({ id: other, collection }) }
      outcomes[at] =
        kind === 'clash'
          ? refused(name, { key: 'refusal.nameClash' }, format)
          : { name, kind, format, id, title, reason: null, ...original }
    },
  )
  // E-mails add their attachments to the queue's end.
  for (let at = 0; at < queue.length; at++) {
    const item = queue[at]
    if (!item) break
    if (job.stopped()) outcomes[at] = refused(item.name, { key: 'refusal.stopped' })
    else {
      const format = item.format ?? (await formatNameOf(item))
      try {
        job.progress({ done: at, total: queue.length })
        const { document, attachments } = await readItem(item)
        await batch.add(
          { document, path: null },
          { at, name: item.name, title: boundName(document.title, 'title'), format },
        )
        for (const { name, bytes } of attachments) {
          const short = boundName(name, 'label')
          queue.push({ name: `${item.name}/${short}`, id: `${item.id}/${short}`, bytes })
        }
      } catch (error) {
        outcomes[at] = refused(item.name, reasonFor(error, collection), format)
      }
    }
  }
  await batch.flush()
  return outcomes
}

/** Takes documents out of a collection; those that a file in the corpus folder owns stay. */
export async function removeDocuments(
  ids: string[],
  collection: string,
  { store, writer }: IngestJob,
): Promise<ItemOutcome[]> {
  const outcomes: ItemOutcome[] = []
  for (const id of ids) {
    const document = await findOwned(store, id, collection)
    if (!document) outcomes.push(refused(id, { key: 'refusal.noDocument' }))
    else if (document.path !== null)
      outcomes.push(refused(id, { key: 'refusal.inFolder', values: { path: document.path } }))
    else {
      await writer.retire([document])
      outcomes.push({ name: id, kind: 'removed', format: '', id, title: document.title, reason: null })
    }
  }
  return outcomes
}

async function formatNameOf({ bytes, name, contentType }: Item): Promise<string> {
  try {
    return await formatOf(bytes, name, contentType)
  } catch {
    return 'unknown'
  }
}
