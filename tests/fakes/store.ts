/** A corpus for the tests of a file, emptied after each: opening one takes a second of processor time. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { type Corpus, openCorpus } from '../../src/corpus/corpus.ts'

type Store = {
  home: string
  /** A corpus folder, for `synchronise`. */
  folder: string
  dataDir: string
  corpus: Corpus
}

export async function openStore(): Promise<Store> {
  const home = await mkdtemp(join(tmpdir(), 'store-'))
  const [folder, dataDir] = [join(home, 'corpus'), join(home, 'data')]
  await mkdir(folder)
  return { home, folder, dataDir, corpus: await openCorpus({ dataDir }) }
}

/** Takes every document out, and every file of the folder. */
async function emptyStore({ folder, dataDir, corpus }: Store): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  await corpus.synchronise(folder)
  using database = new DatabaseSync(join(dataDir, 'corpus.sqlite'), { readOnly: true })
  const rows = database.prepare('SELECT id, collection FROM documents WHERE current = 1').all()
  const byCollection = Map.groupBy(rows, ({ collection }) => String(collection))
  for (const [collection, documents] of byCollection)
    await corpus.remove(
      documents.map(({ id }) => String(id)),
      collection,
    )
}

export async function closeStore({ home, corpus }: Store): Promise<void> {
  await corpus.close()
  await rm(home, { recursive: true, force: true, maxRetries: 3 })
}

/**
 * Gives each test of a file the same store, emptied after it. What it answers gives the test one of its own: for those
 * that close or damage it, or count all that it holds.
 * @param begin told of the store that a test has
 * @param opened the corpus that a test ends with; it may have opened its store again
 */
export function useStore(begin: (store: Store) => void, opened: () => Corpus): () => Promise<void> {
  let usual: Store
  let store: Store
  const use = (next: Store) => {
    store = next
    begin(next)
  }
  beforeAll(async () => {
    usual = await openStore()
  })
  afterAll(() => closeStore(usual))
  beforeEach(() => use(usual))
  afterEach(() => (store === usual ? emptyStore(store) : closeStore({ ...store, corpus: opened() })))
  return async () => use(await openStore())
}
