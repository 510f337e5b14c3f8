import type { Database } from 'better-sqlite3'
import { chainStart, link } from './chain.ts'
import type { AuditLogTable, ChangeLogTable } from './schema-local.ts'

type Head = { seq: number; hash: Buffer }

/**
 * Walks both chains of this PC from the first entry to the stored head; answers with how many entries hold and, for
 * each chain, the first that does not.
 */
export function verifyChains(db: Database, key: Buffer): { entries: number; faults: string[] } {
  const change = walk(db, 'change', key, 'SELECT * FROM change_log ORDER BY origin, seq', (e: ChangeLogTable) => [
    e.origin,
    e.seq,
    e.hlc,
    e.at,
    e.actor,
    e.location,
    e.schema_version,
    e.table_name,
    e.row_id,
    e.op,
    e.reason,
  ])
  const audit = walk(db, 'audit', key, 'SELECT * FROM audit_log ORDER BY origin, seq', (e: AuditLogTable) => [
    e.origin,
    e.seq,
    e.hlc,
    e.at,
    e.actor,
    e.location,
    e.action,
    e.subject,
    e.patient_id,
    e.detail,
  ])
  return { entries: change.entries + audit.entries, faults: [...change.faults, ...audit.faults] }
}

function walk<E extends { seq: number; hash: Buffer }>(
  db: Database,
  chain: 'change' | 'audit',
  key: Buffer,
  sql: string,
  fieldsOf: (entry: E) => readonly (string | number | null)[],
): { entries: number; faults: string[] } {
  let previous: Buffer = chainStart
  let seq = 0
  for (const entry of db.prepare<[], E>(sql).iterate()) {
    seq += 1
    if (entry.seq !== seq) return { entries: seq - 1, faults: [`${chain} log: entry ${seq} is missing`] }
    if (!link(key, previous, fieldsOf(entry)).equals(entry.hash)) {
      return { entries: seq - 1, faults: [`${chain} log: entry ${seq} was changed`] }
    }
    previous = entry.hash
  }
  const head = db.prepare<[string], Head>('SELECT seq, hash FROM local_chain WHERE chain = ?').get(chain)
  if (head === undefined || head.seq !== seq || !head.hash.equals(previous)) {
    return { entries: seq, faults: [`${chain} log: its end was cut off after entry ${seq}`] }
  }
  return { entries: seq, faults: [] }
}
