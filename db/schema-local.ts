import type { SyncedSchema } from './schema.ts'

/** Every change: which PC, its gapless count, the clock, the claimed time (never used for order), who, where, what. */
export type ChangeLogTable = {
  origin: string
  seq: number
  hlc: string
  at: number
  actor: string
  location: string | null
  schema_version: number
  table_name: string
  row_id: string
  op: string
  reason: string | null
  hash: Buffer
}

/** Every look at a chart, sign-in, print and export: a chain of the same shape as the change log. */
export type AuditLogTable = {
  origin: string
  seq: number
  hlc: string
  at: number
  actor: string
  location: string | null
  action: string
  subject: string | null
  patient_id: string | null
  detail: string
  hash: Buffer
}

/** The clock of each group of columns of each row, from the first row on. */
export type RowClockTable = { table_name: string; row_id: string; group_name: string; hlc: string }

/** This PC: its identity, which life of it (a restored backup begins a new one), how often it was started. */
export type LocalDeviceTable = {
  id: string
  incarnation: number
  boot_count: number
  pc_number: number
  label: string
}

/** The next number of each series of this PC. */
export type LocalSeriesTable = { series: string; next: number }

/** The hybrid clock as of the last commit. One row. */
export type LocalClockTable = { id: number; hlc: string }

/** The last link of each chain of this PC. */
export type LocalChainTable = { chain: 'change' | 'audit'; seq: number; hash: Buffer }

/** Settings of this PC. */
export type LocalSettingTable = { name: string; value: string }

/** The PIN record of a staff member on this PC, with its failed tries. */
export type LocalPinTable = { staff_member_id: string; record: string; failures: number; last_failure_at: number }

/** The tables of this PC alone. */
export type LocalSchema = {
  local_device: LocalDeviceTable
  local_series: LocalSeriesTable
  local_clock: LocalClockTable
  local_chain: LocalChainTable
  local_setting: LocalSettingTable
  local_pin: LocalPinTable
}

/** Everything in the file. */
export type Schema = SyncedSchema &
  LocalSchema & { change_log: ChangeLogTable; audit_log: AuditLogTable; row_clock: RowClockTable }
