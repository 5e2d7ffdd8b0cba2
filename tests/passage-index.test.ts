import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Lock, openLock } from '../src/sqlite/database.ts'
import { countIndexed, openIndex, type PassageIndex } from '../src/store/passage-index.ts'

let folder: string
const locks: Lock[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passage-index-'))
})
afterEach(async () => {
  for (const lock of locks.splice(0)) lock.close()
  await rm(folder, { recursive: true, force: true })
})

/** As each process and thread opens it: with a lock of its own. */
async function open(): Promise<PassageIndex> {
  const lock = openLock(join(folder, 'lock'))
  locks.push(lock)
  return await lock.hold(() => openIndex(folder))
}
const indicesOf = async ({ table }: PassageIndex) =>
  (await table.listIndices()).map(({ name }) => name).toSorted()

test('several that start at once on a new folder make one index', async () => {
  const all = await Promise.all(Array.from({ length: 6 }, open))
  const [first = [], ...others] = await Promise.all(all.map(indicesOf))
  expect(first).toEqual(['collection_idx', 'date_idx', 'source_idx', 'terms_idx', 'topics_idx'])
  for (const indices of others) expect(indices).toEqual(first)
  for (const { connection } of all) connection.close()
})

test('an index that was half made when its process was killed is made whole', async () => {
  const { connection, table } = await open()
  await table.dropIndex('terms_idx')
  await table.dropIndex('topics_idx')
  connection.close()
  const again = await open()
  expect(await indicesOf(again)).toHaveLength(5)
  expect(await countIndexed(again)).toEqual({ indexed: 0, unindexed: 0 })
  again.connection.close()
})
