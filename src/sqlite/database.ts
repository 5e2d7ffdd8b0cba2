/** SQLite, as it is built into Node, behind the query builder. */
import { mkdirSync, truncateSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { Kysely, SqliteDialect } from 'kysely'
import type { MigrationProvider } from 'kysely/migration'
import { type Contents, explain, isBusy, isDamage, isSqliteError, refuseEmptied } from './damage.ts'
import { migrate, TransactionalDialect } from './migrate.ts'

/** How long a writer waits for another process's transaction. */
const BUSY_TIMEOUT_MS = 5000
const CACHED_STATEMENTS = 200
/** Attempts, and the pause between two of them in milliseconds: to open a file, and (for two minutes) to hold a lock. */
const OPENING = [25, 200] as const
const HOLDING = [12_000, 10] as const
/** Each commit is on the disk before it is acknowledged: a power cut loses none. macOS needs the second to be told. */
const DURABLE = 'PRAGMA synchronous = FULL; PRAGMA fullfsync = ON'

/**
 * Opens (and creates) a database file and brings its tables up to date. Committed data survives `kill -9` and power
 * cuts. Throws, in words that name the file, when it is damaged or a newer version has written it; a damage that shows
 * later rejects the query that meets it, in the same words.
 */
export async function openSqlite<Tables>(
  path: string,
  migrations: MigrationProvider,
  contents: Contents,
): Promise<Kysely<Tables>> {
  mkdirSync(dirname(path), { recursive: true })
  refuseEmptied(path, contents)
  const database = connect(path, contents)
  try {
    database.exec(DURABLE)
    await opening(() => database.exec('PRAGMA journal_mode = WAL'))
    const dialect = new TransactionalDialect({ database: adapt(database, path, contents) })
    const kysely = new Kysely<Tables>({ dialect })
    await opening(() => migrate(kysely, migrations))
    return kysely
  } catch (error) {
    database.close()
    throw openingError(error, path, contents)
  }
}

function connect(path: string, contents: Contents, options = {}): DatabaseSync {
  try {
    return new DatabaseSync(path, { ...options, timeout: BUSY_TIMEOUT_MS })
  } catch (error) {
    throw openingError(error, path, contents)
  }
}

function openingError(error: unknown, path: string, contents: Contents): unknown {
  const told = explain(error, path, contents)
  if (told !== error || isDamage(error)) return told
  return new Error(`${path} could not be opened: ${error instanceof Error ? error.message : error}.`)
}

/** Retries what another process is in the way of, `attempts` times in all, with a pause in milliseconds. */
export async function again<Result>(
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
  again(work, (error) => isSqliteError(error) && !isDamage(error), OPENING)

/** Opens a database file that another thread keeps, to read only. Throws when there is none. */
export function readSqlite<Tables>(path: string, contents: Contents): Kysely<Tables> {
  const database = adapt(connect(path, contents, { readOnly: true }), path, contents)
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
}

export type Lock = {
  hold: <Result>(run: () => Promise<Result>) => Promise<Result>
  /** Holds the lock until it is closed; returns false, without waiting, when somebody else holds it. */
  keep: () => boolean
  close: () => void
}

/**
 * A lock between processes and threads, kept in a file: one holder at a time, let go by the system when the holder is
 * killed. Holding it twice at once by one of these is an error, as is waiting for more than two minutes. A damaged file
 * is emptied: nothing is kept in it, and nobody can hold it.
 */
export function openLock(path: string): Lock {
  mkdirSync(dirname(path), { recursive: true })
  const database = new DatabaseSync(path)
  const begin = () => {
    try {
      database.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      if (isDamage(error)) truncateSync(path)
      throw error
    }
  }
  return {
    hold: async (run) => {
      await again(begin, (error) => isBusy(error) || isDamage(error), HOLDING)
      try {
        return await run()
      } finally {
        database.exec('ROLLBACK')
      }
    },
    keep: () => {
      if (database.isTransaction) return true
      try {
        begin()
        return true
      } catch (error) {
        if (isBusy(error) || isDamage(error)) return false
        throw error
      }
    },
    close: () => database.close(),
  }
}

/** The subset of a driver that Kysely's SQLite dialect asks for. */
function adapt(database: DatabaseSync, path: string, contents: Contents) {
  const told = <Result>(work: () => Result): Result => {
    try {
      return work()
    } catch (error) {
      throw explain(error, path, contents)
    }
  }
  const statements = new Map<string, ReturnType<typeof prepare>>()
  const prepare = (sql: string) => {
    // All of our transactions write: one that began by reading would be refused when another process wrote meanwhile.
    const statement = told(() => database.prepare(sql === 'begin' ? 'begin immediate' : sql))
    const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
    // Some faults, such as a full disk, end the transaction themselves: the fault is told, not that nothing is open.
    const isOver = () => sql === 'rollback' && !database.isTransaction
    return {
      reader: statement.columns().length > 0,
      all: (parameters: readonly unknown[]) => told(() => statement.all(...values(parameters))),
      run: (parameters: readonly unknown[]) =>
        isOver() ? { changes: 0, lastInsertRowid: 0 } : told(() => statement.run(...values(parameters))),
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
