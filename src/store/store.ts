/** The corpus's documents in SQLite. Other folders hold a store and pass it to the functions of this folder. */
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { openSqlite, readSqlite } from '../sqlite/database.ts'
import { type CorpusTables, corpusContents, corpusMigrations } from './tables.ts'

export type Store = Kysely<CorpusTables>

export const storePath = (dataDir: string) => join(dataDir, 'corpus.sqlite')

/** Opens the store of a data folder, making it when it is not there. Throws when it is damaged. */
export const openStore = (dataDir: string): Promise<Store> =>
  openSqlite<CorpusTables>(storePath(dataDir), corpusMigrations, corpusContents)

/** Opens a store that is there, to read only: for a thread of its own. Throws when there is none. */
export const readStore = (dataDir: string): Store =>
  readSqlite<CorpusTables>(storePath(dataDir), corpusContents)
