import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { SyncedTable } from '#db/merge-groups'
import type { Reader, Writer } from '#db/open'

/** The clock of the last change of a row, as a column of a query: the version a form is opened with. */
export function versionColumn(table: SyncedTable, idColumn: string): RawBuilder<string> {
  return sql<string>`(SELECT max(hlc) FROM row_clock WHERE table_name = ${table} AND row_id = ${sql.ref(idColumn)})`
}

/** The clock of the first change of a row that still stands, to list rows in the order in which they were added. */
export function addedColumn(table: SyncedTable, idColumn: string): RawBuilder<string> {
  return sql<string>`(SELECT min(hlc) FROM row_clock WHERE table_name = ${table} AND row_id = ${sql.ref(idColumn)})`
}

/** The clock of the last change of one row; empty when there is no such row. */
export async function findVersion(db: Reader | Writer, table: SyncedTable, id: string): Promise<string> {
  const row = await db
    .selectFrom('row_clock')
    .select((e) => e.fn.max('hlc').as('hlc'))
    .where('table_name', '=', table)
    .where('row_id', '=', id)
    .executeTakeFirst()
  return row?.hlc ?? ''
}
