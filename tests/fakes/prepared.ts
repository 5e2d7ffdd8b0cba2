/** Data folders with the documents of tests in them: made once in a run of the tests, and copied. */
import { createHash } from 'node:crypto'
import { cp, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCorpus } from '../../src/corpus/corpus.ts'

/** A document as a line of JSON Lines. */
type Line = { _id: string; title: string; text: string; metadata: object }
/** The documents of each collection: `shared`, or a server's id. */
export type Collections = Record<string, Line[]>

/** Puts a data folder with these documents at `home`. */
export async function prepareData(documents: Collections, home: string): Promise<void> {
  const key = createHash('sha256').update(JSON.stringify(documents)).digest('hex').slice(0, 16)
  const made = join(tmpdir(), `prepared-${key}`)
  const isThere = await stat(made).catch(() => undefined)
  if (!isThere) await make(documents, made)
  await cp(made, home, { recursive: true })
}

/** Another test file may be making the same one: the first that is whole stays. */
async function make(documents: Collections, made: string): Promise<void> {
  const half = await mkdtemp(join(tmpdir(), 'preparing-'))
  const corpus = await openCorpus({ dataDir: half })
  for (const [collection, lines] of Object.entries(documents)) {
    const file = join(half, `${collection}.jsonl`)
    await writeFile(file, lines.map((line) => JSON.stringify(line)).join('\n'))
    await corpus.importJsonl(file, collection)
  }
  await corpus.close()
  await rename(half, made).catch(() => rm(half, { recursive: true, force: true }))
}
