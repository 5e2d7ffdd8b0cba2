/** Brings the tables of a database file up to date, wholly or not at all. */
import { type Kysely, SqliteAdapter, SqliteDialect, sql } from 'kysely'
import { type MigrationProvider, Migrator } from 'kysely/migration'

/** Kysely takes SQLite's changes of tables for lasting at once; they are part of the transaction like any other. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
}

/** SQLite, where the migrations and the marks that they were made are one transaction. */
export class TransactionalDialect extends SqliteDialect {
  override createAdapter() {
    return new TransactionalAdapter()
  }
}

/**
 * Makes the tables that are missing, in one transaction: a kill at any moment leaves the file as it was. Writes nothing
 * to a file that is up to date. Throws when a newer version has made it.
 */
export async function migrate<Tables>(database: Kysely<Tables>, provider: MigrationProvider): Promise<void> {
  const known = Object.keys(await provider.getMigrations())
  const made = await madeIn(database)
  if (made.some((name) => !known.includes(name)))
    throw new Error('a newer version of this program has written it; update the program')
  if (made.length === known.length) return
  // The dialect is the one above wherever a file is opened to be written.
  const { error } = await new Migrator({ db: database, provider }).migrateToLatest()
  if (error) throw error
}

/** The migrations that a file has been through; none when it is new. */
async function madeIn<Tables>(database: Kysely<Tables>): Promise<string[]> {
  if (!(await hasTable(database, 'kysely_migration'))) return []
  const { rows } = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(database)
  return rows.map(({ name }) => name)
}

/** Whether there is a table of this name. */
export async function hasTable<Tables>(database: Kysely<Tables>, name: string): Promise<boolean> {
  const found = sql`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ${name}`
  return (await found.execute(database)).rows.length > 0
}

/** Adds a column unless the table has it. */
export async function addColumn(
  database: Kysely<unknown>,
  table: string,
  column: string,
  definition: string,
): Promise<void> {
  const found = sql`SELECT 1 FROM pragma_table_info(${table}) WHERE name = ${column}`
  if ((await found.execute(database)).rows.length > 0) return
  await sql`ALTER TABLE ${sql.table(table)} ADD COLUMN ${sql.ref(column)} ${sql.raw(definition)}`.execute(
    database,
  )
}
