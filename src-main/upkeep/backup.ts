import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { connect } from '#db/connect'
import { deriveAll } from '#db/derive'
import { verifyChains } from '#db/verify-chain'

/** What was counted in a copy; the copy is good only when the original counts the same. */
export type Counts = { patients: number; invoices: number; invoicedCents: number; paidCents: number; changes: number }

/** What a copy needs; the key file, without which the copy could never be opened, is laid beside it. */
export type BackupJob = {
  readonly file: string
  readonly hexKey: string
  readonly folder: string
  readonly at: number
  readonly keyFile?: string
}

const KEEP = 14

/**
 * Copies the file into the folder, opens the copy with its key, checks every page and compares counts, money totals and
 * the end of the change log with the original. Only then it gets its name. Answers with the counts.
 */
export function backUp(job: BackupJob): Counts & { copy: string } {
  mkdirSync(job.folder, { recursive: true, mode: 0o700 })
  const copy = join(job.folder, `desk-${new Date(job.at).toISOString().replaceAll(/[:.]/g, '-')}.db`)
  const unproved = `${copy}.unproved`
  rmSync(unproved, { force: true })
  const original = connect(job.file, job.hexKey, { readonly: true })
  try {
    original.pragma('query_only = OFF')
    const before = countAll(original)
    original.prepare('VACUUM INTO ?').run(unproved)
    chmodSync(unproved, 0o600)
    const counts = prove(unproved, job.hexKey)
    const after = countAll(original)
    if (!isBetween(counts, before, after)) throw new Error('The copy does not count what the original counts.')
    settle(unproved)
    if (job.keyFile !== undefined && existsSync(job.keyFile)) layBeside(copy, job.keyFile)
    renameSync(unproved, copy)
    settle(job.folder)
    forget(job.folder)
    return { ...counts, copy }
  } finally {
    original.close()
    rmSync(unproved, { force: true })
  }
}

/** When the newest proved copy in the folder was made; undefined when there is none. */
export function newestBackup(folder: string): number | undefined {
  const newest = copies(folder).at(-1)
  // File systems keep parts of milliseconds; an instant is a whole one.
  return newest === undefined ? undefined : Math.floor(statSync(join(folder, newest)).mtimeMs)
}

/** Re-derives every row from the log and walks both chains; answers with what does not agree. */
export function verifyFile(job: { file: string; hexKey: string; logKey: Buffer }): {
  rows: number
  entries: number
  faults: string[]
} {
  const db = connect(job.file, job.hexKey, { readonly: true })
  try {
    const pages = pageFaults(db)
    const derived = deriveAll(db)
    const chains = verifyChains(db, job.logKey)
    return { rows: derived.rows, entries: chains.entries, faults: [...pages, ...derived.faults, ...chains.faults] }
  } finally {
    db.close()
  }
}

/** What SQLite finds wrong with the pages of a file; empty when nothing is. */
export function pageFaults(db: Database): string[] {
  const rows = db.prepare<[], { quick_check: string }>('PRAGMA quick_check').all()
  return rows.map((row) => row.quick_check).filter((line) => line !== 'ok')
}

function prove(file: string, hexKey: string): Counts {
  const db = connect(file, hexKey, { readonly: true })
  try {
    const faults = db.prepare<[], { integrity_check: string }>('PRAGMA integrity_check').all()
    if (faults[0]?.integrity_check !== 'ok') throw new Error('The copy is damaged.')
    return countAll(db)
  } finally {
    db.close()
  }
}

function countAll(db: Database): Counts {
  const sql = `SELECT (SELECT count(*) FROM patient) AS patients, (SELECT count(*) FROM invoice) AS invoices,
    (SELECT coalesce(sum(total_cents), 0) FROM invoice) AS invoicedCents,
    (SELECT coalesce(sum(amount_cents), 0) FROM payment) AS paidCents,
    (SELECT count(*) FROM change_log) AS changes`
  const row = db.prepare<[], Counts>(sql).get()
  if (row === undefined) throw new Error('Counting gave nothing.')
  return row
}

/** Writes go on while a copy is made, so it may hold anything from before to after; facts only ever grow. */
function isBetween(counts: Counts, before: Counts, after: Counts): boolean {
  return (
    counts.patients >= before.patients &&
    counts.patients <= after.patients &&
    counts.invoices >= before.invoices &&
    counts.invoices <= after.invoices &&
    counts.invoicedCents >= before.invoicedCents &&
    counts.invoicedCents <= after.invoicedCents &&
    counts.paidCents >= before.paidCents &&
    counts.paidCents <= after.paidCents &&
    counts.changes >= before.changes &&
    counts.changes <= after.changes
  )
}

/** The key file of a copy has the copy's own name, and is there before the copy is. */
function layBeside(copy: string, keyFile: string): void {
  const beside = keyFileOf(copy)
  copyFileSync(keyFile, `${beside}.new`)
  chmodSync(`${beside}.new`, 0o600)
  settle(`${beside}.new`)
  renameSync(`${beside}.new`, beside)
}

function keyFileOf(copy: string): string {
  return copy.replace(/\.db$/, '.key.json')
}

function settle(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function copies(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^desk-.*\.db$/.test(name))
    .sort()
}

function forget(folder: string): void {
  // What an interrupted copy left behind was never proved.
  for (const name of readdirSync(folder)) if (name.endsWith('.unproved')) rmSync(join(folder, name), { force: true })
  for (const old of copies(folder).slice(0, -KEEP)) {
    rmSync(join(folder, old), { force: true })
    rmSync(keyFileOf(join(folder, old)), { force: true })
  }
}
