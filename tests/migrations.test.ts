/** A kill while tables are made or upgraded leaves a file that opens, with everything that was in it. */
import { copyFileSync, existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue, StatementSync } from 'node:sqlite'
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely'
import { type MigrationProvider, Migrator } from 'kysely/migration'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { feedMigrations } from '../src/feeds/tables.ts'
import { ledgerMigrations } from '../src/ledger/tables.ts'
import { openSqlite } from '../src/sqlite/database.ts'
import { corpusMigrations } from '../src/store/tables.ts'
import { readRows, unpackOldData } from './fixtures/old-data.ts'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'migrations-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

async function open(path: string, migrations: MigrationProvider): Promise<void> {
  await (await openSqlite(path, migrations, { holds: 'rows', without: 'they are lost' })).destroy()
}

/** The definitions of everything in a file. */
function tablesOf(path: string): unknown[] {
  const database = new DatabaseSync(path, { readOnly: true })
  const rows = database.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name').all()
  database.close()
  return rows.map(({ sql }) => String(sql).replaceAll(/\s+/g, ' '))
}

/** What `fill` put into a file. */
const keptIn = (path: string) =>
  ['entries', 'feeds', 'files']
    .flatMap((name) => readRows(path).get(name) ?? [])
    .map((row) => row.id ?? row.path)
const FIRST_ROWS: Record<string, string> = {
  ledger: "INSERT INTO answers VALUES ('kept', '2026-01-02', 'ann', '[]', '{}', 1)",
  corpus: "INSERT INTO files VALUES ('kept', 1, 1, 'h')",
}

/** Makes a file with the first so many of its migrations, and something in it. */
async function makeEarlier(path: string, name: string, migrations: MigrationProvider, count: number) {
  const first = Object.entries(await migrations.getMigrations()).slice(0, count)
  await open(path, { getMigrations: async () => Object.fromEntries(first) })
  const database = new DatabaseSync(path)
  if (count > 0) database.exec(FIRST_ROWS[name] ?? '')
  database.close()
}

/** Copies a database file after each statement of some work on it, as a kill would leave it; returns the copies. */
async function copiesDuring(path: string, work: () => Promise<void>): Promise<string[]> {
  const copies: string[] = []
  const keepCopy = () => {
    const to = `${path}.${copies.length}`
    for (const end of ['', '-wal']) if (existsSync(path + end)) copyFileSync(path + end, to + end)
    copies.push(to)
  }
  const undo = [DatabaseSync.prototype, StatementSync.prototype].map((type) => afterEachCall(type, keepCopy))
  await work().finally(() => {
    for (const one of undo) one()
  })
  return copies
}

/** Calls something after each statement that is run by way of a prototype; returns how to stop. */
function afterEachCall(prototype: DatabaseSync | StatementSync, then: () => void): () => void {
  const real = Object.getOwnPropertyDescriptors(prototype)
  for (const [name, { value }] of Object.entries(real))
    if (/^(?:exec|all|run)$/.test(name))
      Object.defineProperty(prototype, name, {
        ...{ configurable: true, writable: true },
        value(...given: unknown[]) {
          const result = value.apply(this, given)
          then()
          return result
        },
      })
  return () => void Object.defineProperties(prototype, real)
}

/** Migrates as versions did whose statements lasted one by one, up to a number of them; true when that is all. */
async function migrateHalf(path: string, provider: MigrationProvider, statements: number): Promise<boolean> {
  const file = new DatabaseSync(path)
  file.exec('PRAGMA synchronous = OFF')
  let left = statements
  const count = (text: string) => {
    if (/^(?:create|alter|drop|insert|update)/i.test(text)) left -= 1
    if (left < 0) throw new Error('killed')
  }
  const dying: SqliteDatabase = {
    close: () => file.close(),
    prepare: (text) => {
      const statement = file.prepare(text)
      const counted =
        (run: 'all' | 'run') =>
        (values: readonly unknown[]): never => {
          count(text)
          return statement[run](...(values as SQLInputValue[])) as never
        }
      const reader = statement.columns().length > 0
      return { reader, all: counted('all'), run: counted('run'), iterate: () => statement.iterate() }
    },
  }
  const db = new Kysely<never>({ dialect: new SqliteDialect({ database: dying }) })
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  await db.destroy()
  if (error && !String(error).includes('killed')) throw error
  return error === undefined
}

describe.each([
  ['ledger', ledgerMigrations, 0],
  ['ledger', ledgerMigrations, 1],
  ['feeds', feedMigrations, 0],
  ['corpus', corpusMigrations, 0],
  ['corpus', corpusMigrations, 1],
])('the tables of the %s', (name, migrations, count) => {
  const before = count === 0 ? 'no version' : `version ${count}`
  const kept = count > 0 ? ['kept'] : []

  test(`are whole after the next start when a kill interrupts the upgrade from ${before}`, async () => {
    const path = join(home, name)
    await makeEarlier(path, name, migrations, count)
    const copies = await copiesDuring(path, () => open(path, migrations))
    for (const one of copies) {
      await open(one, migrations)
      expect(tablesOf(one), one).toEqual(tablesOf(path))
      expect(keptIn(one), one).toEqual(kept)
    }
    expect(copies.length).toBeGreaterThan(10)
  })

  test(`are completed where an upgrade from ${before} without transactions left them half made`, async () => {
    const [whole, earlier] = [join(home, name), join(home, `${name}-earlier`)]
    await open(whole, migrations)
    await makeEarlier(earlier, name, migrations, count)
    for (let statements = 0, isWhole = false; !isWhole; statements += 1) {
      const path = `${whole}-${statements}`
      copyFileSync(earlier, path)
      isWhole = await migrateHalf(path, migrations, statements)
      await open(path, migrations)
      expect(tablesOf(path), `after ${statements} statements`).toEqual(tablesOf(whole))
      expect(keptIn(path), `after ${statements} statements`).toEqual(kept)
    }
  })
})

test.each([
  ['ledger', ledgerMigrations],
  ['feeds', feedMigrations],
  ['corpus', corpusMigrations],
])('the %s of version 0.1.0 has every row when a kill interrupts its upgrade', async (name, migrations) => {
  await unpackOldData('0.1.0', home)
  const path = join(home, `${name}.sqlite`)
  const counts = () => [...readRows(path)].map(([table, rows]) => [table, rows.length])
  const before = counts()
  const copies = await copiesDuring(path, () => open(path, migrations))
  for (const one of copies) {
    await open(one, migrations)
    expect(tablesOf(one), one).toEqual(tablesOf(path))
  }
  const truth = before.filter(([table]) => !String(table).startsWith('kysely'))
  expect(counts()).toEqual(expect.arrayContaining(truth))
})

test('a file of a newer version is refused in words, and left as it is', async () => {
  const path = join(home, 'ledger.sqlite')
  await open(path, ledgerMigrations)
  await makeEarlier(
    path,
    'none',
    {
      getMigrations: async () => ({
        ...(await ledgerMigrations.getMigrations()),
        later: { up: async () => {} },
      }),
    },
    9,
  )
  const before = readRows(path)
  await expect(open(path, ledgerMigrations)).rejects.toThrow(
    `${path} could not be opened: a newer version of this program has written it; update the program.`,
  )
  expect(readRows(path)).toEqual(before)
})
