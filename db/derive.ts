import type { Database } from 'better-sqlite3'
import type { Cell, Op } from './change-log.ts'
import { groupsOf, mergeGroups, syncedTables, type SyncedTable } from './merge-groups.ts'

type Row = Record<string, Cell>
type Entry = { hlc: string; op: string; row_id: string }

/**
 * What a row is, from the set of its changes alone, whatever order they arrived in: in each group the latest clock
 * wins. Undefined when nothing is known of it.
 */
export function foldRow(changes: readonly { hlc: string; op: Op }[]): Row | undefined {
  if (changes.length === 0) return undefined
  const row: Row = {}
  const latest = new Map<string, string>()
  for (const { hlc, op } of changes) {
    for (const [group, { after }] of Object.entries(op)) {
      const best = latest.get(group)
      if (best !== undefined && best >= hlc) continue
      latest.set(group, hlc)
      Object.assign(row, after)
    }
  }
  return row
}

/** Re-derives every replicated row from the change log; answers with each row that differs, and how many agree. */
export function deriveAll(db: Database): { rows: number; faults: string[] } {
  const faults: string[] = []
  let rows = 0
  for (const table of syncedTables()) {
    const stored = new Map(
      db
        .prepare<[], Row & { id: string }>(`SELECT * FROM ${table}`)
        .all()
        .map((row) => [row.id, row]),
    )
    for (const [id, changes] of changesOf(db, table)) {
      const derived = foldRow(changes)
      const row = stored.get(id)
      stored.delete(id)
      if (derived === undefined || row === undefined) faults.push(`${table} ${id}: in the log, not in the table`)
      else if (!agrees(table, derived, row)) faults.push(`${table} ${id}: the log and the table differ`)
      else rows += 1
    }
    for (const id of stored.keys()) faults.push(`${table} ${id}: in the table, not in the log`)
  }
  return { rows, faults }
}

function changesOf(db: Database, table: SyncedTable): Map<string, { hlc: string; op: Op }[]> {
  const byRow = new Map<string, { hlc: string; op: Op }[]>()
  const sql = 'SELECT hlc, op, row_id FROM change_log WHERE table_name = ?'
  for (const entry of db.prepare<[string], Entry>(sql).iterate(table)) {
    const op: Op = JSON.parse(entry.op)
    const known = byRow.get(entry.row_id)
    if (known === undefined) byRow.set(entry.row_id, [{ hlc: entry.hlc, op }])
    else known.push({ hlc: entry.hlc, op })
  }
  return byRow
}

function agrees(table: SyncedTable, derived: Row, stored: Row): boolean {
  if (mergeGroups[table].isFact && Object.keys(derived).length === 0) return false
  return groupsOf(table).every(([, columns]) =>
    columns.every((column) => (derived[column] ?? null) === (stored[column] ?? null)),
  )
}
