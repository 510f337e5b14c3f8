import type { Database } from 'better-sqlite3'

/** This PC's identity, its series, clock and chains; the change log, the audit log and the clock of every row. */
export function up(db: Database): void {
  db.exec(`
CREATE TABLE local_device (
  id TEXT PRIMARY KEY, incarnation INTEGER NOT NULL, boot_count INTEGER NOT NULL, pc_number INTEGER NOT NULL,
  label TEXT NOT NULL
) STRICT;
CREATE TABLE local_series (series TEXT PRIMARY KEY, next INTEGER NOT NULL) STRICT;
CREATE TABLE local_clock (id INTEGER PRIMARY KEY CHECK (id = 1), hlc TEXT NOT NULL) STRICT;
CREATE TABLE local_chain (chain TEXT PRIMARY KEY, seq INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE TABLE local_setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE local_pin (
  staff_member_id TEXT PRIMARY KEY, record TEXT NOT NULL, failures INTEGER NOT NULL, last_failure_at INTEGER NOT NULL
) STRICT;

CREATE TABLE change_log (
  origin TEXT NOT NULL, seq INTEGER NOT NULL, hlc TEXT NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL,
  location TEXT, schema_version INTEGER NOT NULL, table_name TEXT NOT NULL, row_id TEXT NOT NULL, op TEXT NOT NULL,
  reason TEXT, hash BLOB NOT NULL, PRIMARY KEY (origin, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_log_row ON change_log (table_name, row_id);
CREATE TABLE audit_log (
  origin TEXT NOT NULL, seq INTEGER NOT NULL, hlc TEXT NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL,
  location TEXT, action TEXT NOT NULL, subject TEXT, patient_id TEXT, detail TEXT NOT NULL, hash BLOB NOT NULL,
  PRIMARY KEY (origin, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_log_patient ON audit_log (patient_id, at);
CREATE TABLE row_clock (
  table_name TEXT NOT NULL, row_id TEXT NOT NULL, group_name TEXT NOT NULL, hlc TEXT NOT NULL,
  PRIMARY KEY (table_name, row_id, group_name)
) STRICT, WITHOUT ROWID;
`)
  for (const log of ['change_log', 'audit_log']) {
    db.exec(`
CREATE TRIGGER ${log}_guard BEFORE INSERT ON ${log} BEGIN SELECT guard_write('${log}'); END;
CREATE TRIGGER ${log}_no_update BEFORE UPDATE ON ${log} BEGIN SELECT RAISE(ABORT, '${log} is append-only'); END;
CREATE TRIGGER ${log}_no_delete BEFORE DELETE ON ${log} BEGIN SELECT RAISE(ABORT, '${log} is append-only'); END;
`)
  }
}
