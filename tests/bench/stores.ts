/** Corpora and stores on disk, kept below the system's temporary folder from one run to the next. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCorpus } from './generate.ts'
import { startChild } from './processes.ts'
import { type Built, SEARCH } from './protocol.ts'

const HERE = import.meta.dirname
const PROJECT = join(HERE, '../..')
const ROOT = join(tmpdir(), 'attache-bench')
const RESULT = 'built.json'

export type Store = Built & {
  folder: string
  diskMegabytes: number
  /** True when it was built by an earlier run: its figures are that run's. */
  kept: boolean
}
export type Tell = (what: string) => void

/** Stores of this run: sources that change meanwhile do not change what is measured. */
const known = new Map<string, Promise<Store | null>>()

/** A short digest of files, which names what they made. */
async function digest(paths: string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(await readFile(path))
  return hash.digest('hex').slice(0, 12)
}

const own = (...names: string[]) => names.map((name) => join(HERE, name))
const GENERATOR = own('generate.ts', 'words.ts')

async function sourcesOf(system: string): Promise<string[]> {
  if (system !== SEARCH) return [...GENERATOR, ...own('peers.ts'), join(PROJECT, 'package-lock.json')]
  const folders = ['text', 'store', 'ingest', 'corpus'].map((name) => join(PROJECT, 'src', name))
  const entries = await Promise.all(
    folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })),
  )
  const names = entries
    .flat()
    .filter(({ name }) => name.endsWith('.ts'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted()
  return [
    ...GENERATOR,
    ...own('ours.ts'),
    ...names,
    join(PROJECT, 'src/sqlite/database.ts'),
    join(PROJECT, 'package-lock.json'),
  ]
}

/** Makes room for something new: what older versions of the sources made of the same is removed. */
async function current(prefix: string, sources: string[], fresh: boolean): Promise<string> {
  await mkdir(ROOT, { recursive: true })
  const name = `${prefix}-${await digest(sources)}`
  for (const other of await readdir(ROOT))
    if (other.startsWith(`${prefix}-`) && (fresh || other !== name))
      await rm(join(ROOT, other), { recursive: true, force: true })
  return join(ROOT, name)
}

/** The JSON Lines file of so many documents. */
export async function corpusFile(size: number, fresh: boolean, tell: Tell): Promise<string> {
  const path = await current(`corpus-${size}`, GENERATOR, fresh)
  if (existsSync(path)) return path
  const partial = `${path}-partial`
  await writeCorpus(partial, size, (done) => tell(`writing the corpus: ${done} of ${size}`))
  await rename(partial, path)
  return path
}

type StoreOptions = { fresh: boolean; limit: number | undefined; tell: Tell }

/** A system's store of a corpus; null when building it takes longer than the limit (milliseconds). */
export function storeOf(system: string, size: number, corpus: string, options: StoreOptions) {
  const key = `${system} ${size}`
  const store = known.get(key) ?? findOrBuild(system, size, corpus, options)
  known.set(key, store)
  return store
}

async function findOrBuild(
  system: string,
  size: number,
  corpus: string,
  { fresh, limit, tell }: StoreOptions,
): Promise<Store | null> {
  const slug = system.toLowerCase().replace(/\W+/g, '-')
  const folder = await current(`${slug}-${size}`, await sourcesOf(system), fresh)
  const resultFile = join(folder, RESULT)
  if (existsSync(resultFile)) {
    const built: Built = JSON.parse(await readFile(resultFile, 'utf8'))
    return { ...built, folder, diskMegabytes: await megabytesOf(folder), kept: true }
  }
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  tell(`building ${system}`)
  const child = startChild(false, (done) => tell(`building ${system}: ${done} of ${size}`))
  const reply = await child.request({ kind: 'build', system, folder, corpus, size }, limit)
  await child.stop()
  if (reply?.kind !== 'built') {
    await rm(folder, { recursive: true, force: true })
    return null
  }
  const built: Built = { seconds: reply.seconds, peakMegabytes: reply.peakMegabytes }
  await writeFile(resultFile, JSON.stringify(built))
  return { ...built, folder, diskMegabytes: await megabytesOf(folder), kept: false }
}

async function megabytesOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size))
  return sizes.reduce((sum, bytes) => sum + bytes, 0) / 1e6
}
