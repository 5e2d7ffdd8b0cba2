/** A corpus for the tests of a file, emptied after each: opening one takes a second of processor time. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Corpus, openCorpus } from '../../src/corpus/corpus.ts'

export type Store = {
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
export async function emptyStore({ folder, dataDir, corpus }: Store): Promise<void> {
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
