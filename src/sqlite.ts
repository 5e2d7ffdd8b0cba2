/** SQLite, as it is built into Node, behind the query builder. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { Kysely, SqliteDialect } from 'kysely'
import type { MigrationProvider } from 'kysely/migration'
import { migrate, TransactionalDialect } from './sqlite/migrate.ts'

/** How long a writer waits for another process's transaction, in milliseconds. */
const BUSY_TIMEOUT = 5000
const CACHED_STATEMENTS = 200
/** Attempts, and the pause between two of them in milliseconds: to open a file, and (for two minutes) to hold a lock. */
const OPENING = [25, 200] as const
const HOLDING = [12_000, 10] as const
/** SQLite's codes for a file that another process holds, and for one that is no database. */
const [BUSY, NO_DATABASE] = [5, 26]

/**
 * Opens (and creates) a database file and brings its tables up to date.
 * Committed data survives `kill -9`. Throws when the file is no database or belongs to a newer version.
 */
export async function openSqlite<Tables>(
  path: string,
  migrations: MigrationProvider,
): Promise<Kysely<Tables>> {
  mkdirSync(dirname(path), { recursive: true })
  const database = new DatabaseSync(path)
  database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}; PRAGMA synchronous = FULL`)
  await opening(() => database.exec('PRAGMA journal_mode = WAL'))
  const kysely = new Kysely<Tables>({ dialect: new TransactionalDialect({ database: adapt(database) }) })
  try {
    await opening(() => migrate(kysely, migrations))
  } catch (error) {
    await kysely.destroy()
    throw new Error(`${path} could not be opened: ${error instanceof Error ? error.message : error}.`)
  }
  return kysely
}

const codeOf = (error: unknown) => (error as { errcode?: number }).errcode

/** What another process is in the way of is tried again, `attempts` times in all, with a pause in milliseconds. */
async function again<Result>(
  work: () => Result | Promise<Result>,
  isPassing: (error: unknown) => boolean,
  [attempts, pause]: readonly [number, number],
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= attempts || !isPassing(error)) throw error
      await wait(pause)
    }
  }
}
/** Another process may be making the same file at this moment. */
const opening = (work: () => unknown) =>
  again(work, (error) => ![undefined, NO_DATABASE].includes(codeOf(error)), OPENING)

/** Opens a database file that another thread keeps, to read only. Throws when there is none. */
export function readSqlite<Tables>(path: string): Kysely<Tables> {
  const database = new DatabaseSync(path, { readOnly: true })
  database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`)
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapt(database) }) })
}

export type Lock = { hold: <Result>(run: () => Promise<Result>) => Promise<Result>; close: () => void }

/**
 * A lock between processes and threads, kept in a file: one holder at a time, let go by the system when the holder is
 * killed. Holding it twice at once by one of these is an error, as is waiting for more than two minutes.
 */
export function openLock(path: string): Lock {
  mkdirSync(dirname(path), { recursive: true })
  const database = new DatabaseSync(path)
  return {
    hold: async (run) => {
      await again(
        () => database.exec('BEGIN EXCLUSIVE'),
        (error) => codeOf(error) === BUSY,
        HOLDING,
      )
      try {
        return await run()
      } finally {
        database.exec('ROLLBACK')
      }
    },
    close: () => database.close(),
  }
}

/** The subset of a driver that Kysely's SQLite dialect asks for. */
function adapt(database: DatabaseSync) {
  const statements = new Map<string, ReturnType<typeof prepare>>()
  const prepare = (sql: string) => {
    // All of our transactions write: one that began by reading would be refused when another process wrote meanwhile.
    const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql)
    const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
    return {
      reader: statement.columns().length > 0,
      all: (parameters: readonly unknown[]) => statement.all(...values(parameters)),
      run: (parameters: readonly unknown[]) => statement.run(...values(parameters)),
      iterate: (parameters: readonly unknown[]) => statement.iterate(...values(parameters)),
    }
  }
  return {
    close: () => database.close(),
    prepare: (sql: string) => {
      const known = statements.get(sql)
      if (known) return known
      const statement = prepare(sql)
      if (statements.size < CACHED_STATEMENTS) statements.set(sql, statement)
      return statement
    },
  }
}
