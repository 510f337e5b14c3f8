import type { ReadonlyKysely } from 'kysely/readonly'
import type { Schema, LocalSchema } from './schema-local.ts'
import type { MutableTable, SyncedTable } from './merge-groups.ts'
import type { SyncedSchema } from './schema.ts'

/** Who writes, and where: part of every log entry. */
export type Author = { readonly actor: string; readonly location: string | null }

/** An entry of the audit log to be appended. */
export type AuditNote = {
  readonly action: string
  readonly subject?: string
  readonly patientId?: string
  readonly detail?: string
}

/** A view of the file that cannot write: an insert does not compile, and the connection behind it is read-only. */
export type Reader = ReadonlyKysely<Schema>

/** A new row; the columns of its life may be left out. */
export type NewRow<T extends SyncedTable> = Omit<SyncedSchema[T], 'archived_at' | 'archive_reason'> & { id: string }

/** The columns of a row that may change. */
export type Patch<T extends SyncedTable> = Partial<Omit<SyncedSchema[T], 'id' | 'archived_at' | 'archive_reason'>>

/** The only ways to change a replicated table: each writes the row, its clock and its log entry together. */
export type LoggedWrites = {
  /** Appends a row. Throws when the id exists. */
  insert<T extends SyncedTable>(table: T, row: NewRow<T>): void
  /** Changes a row by whole groups; what is the same already is neither written nor logged. Throws when there is no row. */
  change<T extends MutableTable>(table: T, id: string, patch: Patch<T>, reason?: string): void
  /** Takes a row out of use; it stays in the file with its history. */
  archive(table: MutableTable, id: string, reason: string): void
  /** Brings an archived row back. */
  restore(table: MutableTable, id: string, reason: string): void
  /** Says at which location the entries from here on happen, where only the transaction finds out. */
  at(locationId: string): void
  /** Appends to the audit log. */
  note(note: AuditNote): void
  /** The next number of a series of this PC, taken in this transaction: a refused deed uses none. */
  nextOf(series: string): number
  /** Writes a row of a table of this PC alone; never logged. Replaces the one with the same key. */
  putLocal<T extends keyof LocalSchema>(table: T, row: LocalSchema[T]): void
}

/** A view of the file from inside one write: everything a Reader can, plus the logged writes. */
export type Writer = Reader & LoggedWrites
