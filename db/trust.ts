import BetterSqlite, { type Database } from 'better-sqlite3'
import { FileProblem } from './connect.ts'
import { migrate } from './migrate.ts'
import { migrations, type Migration } from './migrations/list.ts'

type SchemaRow = { type: string; name: string; sql: string | null }

/** Every table, index, view and trigger of a file, as its text, in one order. */
export function schemaText(db: Database): string {
  const rows = db.prepare<[], SchemaRow>(
    `SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name`,
  )
  return rows
    .all()
    .map((row) => `${row.type} ${row.name}: ${row.sql ?? ''}`)
    .join('\n')
}

let expected: { list: readonly Migration[]; text: string } | undefined

function expectedText(list: readonly Migration[]): string {
  if (expected?.list !== list) {
    const fresh = new BetterSqlite(':memory:')
    // The triggers name the function; without it the steps could not be run at all.
    fresh.function('guard_write', { varargs: true }, () => 1)
    migrate(fresh, list)
    expected = { list, text: schemaText(fresh) }
    fresh.close()
  }
  return expected.text
}

/**
 * Lets the schema's triggers call the guard, but only after the schema proved to be exactly the one that our own steps
 * make: SQLite's trusted_schema=OFF forbids application functions in triggers altogether, and guard triggers need one.
 */
export function trustSchema(db: Database, list: readonly Migration[] = migrations): void {
  if (schemaText(db) !== expectedText(list)) {
    throw new FileProblem('file.damaged', 'The tables or triggers of the file are not the ones this program made.')
  }
  db.pragma('trusted_schema = ON')
}
