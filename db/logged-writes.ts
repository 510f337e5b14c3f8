import type { Database } from 'better-sqlite3'
import { bornGroups, changedGroups, type Cell, type LogAppender } from './change-log.ts'
import { mergeGroups, type SyncedTable } from './merge-groups.ts'
import type { LoggedWrites } from './writer.ts'

type Row = Record<string, Cell>

/**
 * The logged writes of one transaction. The guard is open only while one of their own statements runs; once the
 * transaction is over each of them throws: what nobody waited for would break the chain.
 */
export function loggedWrites(
  db: Database,
  log: LogAppender,
  guard: { isOpen: boolean },
  span: { readonly isOver: boolean },
  now: () => number,
): LoggedWrites {
  function refuseLate(): void {
    if (span.isOver) throw new Error('This write is over: a Writer exists only inside write().')
  }

  function guarded(work: () => void): void {
    refuseLate()
    guard.isOpen = true
    try {
      work()
    } finally {
      guard.isOpen = false
    }
  }

  function change(table: SyncedTable, id: string, patch: Row, reason: string | null): void {
    if (mergeGroups[table].isFact) throw new Error(`${table} holds facts: they are appended, never changed.`)
    const row = db.prepare<[string], Row>(`SELECT * FROM ${table} WHERE id = ?`).get(id)
    if (row === undefined) throw new Error(`There is no such row in ${table}.`)
    const op = changedGroups(table, row, patch, clocksOf(db, table, id))
    const after: Row = Object.assign({}, ...Object.values(op).map((group) => group.after))
    const columns = Object.keys(after)
    if (columns.length === 0) return
    guarded(() => {
      const sets = columns.map((column) => `${column} = ?`).join(', ')
      db.prepare(`UPDATE ${table} SET ${sets} WHERE id = ?`).run(...Object.values(after), id)
      log.change(table, id, op, reason)
    })
  }

  return {
    insert(table, row) {
      const cells: Row = Object.fromEntries(Object.entries(row).map(([column, value]) => [column, cell(value)]))
      const { id, ...rest } = cells
      if (typeof id !== 'string') throw new Error('A row needs an id.')
      const columns = Object.keys(rest)
      guarded(() => {
        const marks = columns.map(() => '?').join(', ')
        const sql = `INSERT INTO ${table} (id, ${columns.join(', ')}) VALUES (?, ${marks})`
        db.prepare(sql).run(id, ...Object.values(rest))
        log.change(table, id, bornGroups(table, rest), null)
      })
    },
    change(table, id, patch, reason) {
      const cells = Object.entries(patch).flatMap(([column, value]) =>
        value === undefined ? [] : [[column, cell(value)] as const],
      )
      change(table, id, Object.fromEntries(cells), reason ?? null)
    },
    archive(table, id, reason) {
      change(table, id, { archived_at: now(), archive_reason: reason }, reason)
    },
    restore(table, id, reason) {
      change(table, id, { archived_at: null, archive_reason: null }, reason)
    },
    at(locationId) {
      refuseLate()
      log.at(locationId)
    },
    note(note) {
      guarded(() => log.audit(note))
    },
    nextOf(series) {
      refuseLate()
      const sql = `INSERT INTO local_series VALUES (?, 2) ON CONFLICT DO UPDATE SET next = next + 1 RETURNING next - 1 AS taken`
      const row = db.prepare<[string], { taken: number }>(sql).get(series)
      if (row === undefined) throw new Error('A series gave no number.')
      return row.taken
    },
    putLocal(table, row) {
      refuseLate()
      const columns = Object.keys(row)
      const marks = columns.map(() => '?').join(', ')
      db.prepare(`INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${marks})`).run(...Object.values(row))
    },
  }
}

function cell(value: unknown): Cell {
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value
  throw new Error('A cell is text, a whole number, or nothing.')
}

function clocksOf(db: Database, table: SyncedTable, id: string): ReadonlyMap<string, string> {
  const sql = 'SELECT group_name, hlc FROM row_clock WHERE table_name = ? AND row_id = ?'
  const rows = db.prepare<[string, string], { group_name: string; hlc: string }>(sql).all(table, id)
  return new Map(rows.map((row) => [row.group_name, row.hlc]))
}
