import type { Database } from 'better-sqlite3'
import { link } from './chain.ts'
import { clockOf, clockText, tick, type ClockState } from './clock.ts'
import { groupsOf, mergeGroups, type SyncedTable } from './merge-groups.ts'
import { newestVersion } from './migrate.ts'
import type { AuditNote, Author } from './writer.ts'

/** A value as SQLite keeps it in the replicated tables. */
export type Cell = string | number | null
type Row = Record<string, Cell>

/** One group of one change: its columns before (none at birth) and after, and the clock of the version it replaces. */
export type GroupChange = { before: Row | null; after: Row; over?: string }

/** A change of a row, by group. */
export type Op = Record<string, GroupChange>

type Heads = { origin: string; clock: ClockState; change: Head; audit: Head }
type Head = { seq: number; hash: Buffer }

/**
 * Appends to both logs inside one transaction. Heads and clock are read from the file when the transaction begins and
 * written back before it commits, so a rolled-back one moves nothing.
 */
export class LogAppender {
  readonly #db: Database
  readonly #key: Buffer
  readonly #now: () => number
  readonly #actor: string
  #location: string | null
  readonly #heads: Heads

  constructor(db: Database, key: Buffer, now: () => number, author: Author) {
    this.#db = db
    this.#key = key
    this.#now = now
    this.#actor = author.actor
    this.#location = author.location
    this.#heads = readHeads(db)
  }

  /** The entries from here on happen at this location. */
  at(locationId: string): void {
    this.#location = locationId
  }

  /** Logs a change of a row and moves the clocks of the changed groups. */
  change(table: SyncedTable, id: string, op: Op, reason: string | null): void {
    const { origin, change } = this.#heads
    this.#heads.clock = tick(this.#heads.clock, this.#now())
    const hlc = clockText(this.#heads.clock, origin)
    const text = JSON.stringify(op)
    const seq = change.seq + 1
    const fields = [origin, seq, hlc, this.#now(), this.#actor, this.#location, newestVersion, table, id, text, reason]
    const hash = link(this.#key, change.hash, fields)
    this.#db.prepare('INSERT INTO change_log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(...fields, hash)
    this.#heads.change = { seq, hash }
    const clock = this.#db.prepare(
      'INSERT INTO row_clock VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET hlc = excluded.hlc',
    )
    for (const group of Object.keys(op)) clock.run(table, id, group, hlc)
  }

  /** Logs a look, a sign-in, a print or an export. */
  audit(note: AuditNote): void {
    const { origin, audit } = this.#heads
    this.#heads.clock = tick(this.#heads.clock, this.#now())
    const hlc = clockText(this.#heads.clock, origin)
    const seq = audit.seq + 1
    const subject = note.subject ?? null
    const patient = note.patientId ?? null
    const fields = [
      origin,
      seq,
      hlc,
      this.#now(),
      this.#actor,
      this.#location,
      note.action,
      subject,
      patient,
      note.detail ?? '',
    ]
    const hash = link(this.#key, audit.hash, fields)
    this.#db.prepare('INSERT INTO audit_log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(...fields, hash)
    this.#heads.audit = { seq, hash }
  }

  /** Writes heads and clock back; the last thing before the commit. */
  settle(): void {
    const { origin, clock, change, audit } = this.#heads
    this.#db.prepare('UPDATE local_clock SET hlc = ?').run(clockText(clock, origin))
    const head = this.#db.prepare('UPDATE local_chain SET seq = ?, hash = ? WHERE chain = ?')
    head.run(change.seq, change.hash, 'change')
    head.run(audit.seq, audit.hash, 'audit')
  }
}

function readHeads(db: Database): Heads {
  const device = db.prepare<[], { id: string; incarnation: number }>('SELECT id, incarnation FROM local_device').get()
  const clock = db.prepare<[], { hlc: string }>('SELECT hlc FROM local_clock').get()
  const head = db.prepare<[string], Head>('SELECT seq, hash FROM local_chain WHERE chain = ?')
  const change = head.get('change')
  const audit = head.get('audit')
  if (device === undefined || clock === undefined || change === undefined || audit === undefined) {
    throw new Error('The file has no identity: it was never begun.')
  }
  return { origin: originOf(device), clock: clockOf(clock.hlc), change, audit }
}

/** What names this PC in the logs: its id and which life of it; a restored backup is another origin. */
export function originOf(device: { id: string; incarnation: number }): string {
  return `${device.id}.${device.incarnation}`
}

/** The groups of a patch that differ from the row, each whole; undefined columns of the row count as null. */
export function changedGroups(table: SyncedTable, row: Row, patch: Row, clocks: ReadonlyMap<string, string>): Op {
  const op: Op = {}
  for (const [group, columns] of groupsOf(table)) {
    if (!columns.some((column) => column in patch && patch[column] !== row[column])) continue
    const before: Row = {}
    const after: Row = {}
    for (const column of columns) {
      before[column] = row[column] ?? null
      after[column] = column in patch ? (patch[column] ?? null) : (row[column] ?? null)
    }
    const over = clocks.get(group)
    op[group] =
      mergeGroups[table].keepBoth?.includes(group) && over !== undefined ? { before, after, over } : { before, after }
  }
  return op
}

/** The groups of a row's birth. */
export function bornGroups(table: SyncedTable, row: Row): Op {
  const op: Op = {}
  for (const [group, columns] of groupsOf(table)) {
    op[group] = { before: null, after: Object.fromEntries(columns.map((column) => [column, row[column] ?? null])) }
  }
  return op
}
