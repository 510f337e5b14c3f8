import type { Database } from 'better-sqlite3'

const to = (table: string) => `REFERENCES ${table} (id) DEFERRABLE INITIALLY DEFERRED`

/**
 * A provider lifts the hold that a reading puts on a start; and a service says which visits it is for, instead of being
 * found by its place in the list. No row is changed here: what a service is for is said in the settings, and logged.
 */
export function up(db: Database): void {
  db.exec(`
CREATE TABLE hold_lift (
  id TEXT PRIMARY KEY, reading_id TEXT NOT NULL ${to('vitals_reading')}, reason TEXT NOT NULL,
  lifted_at INTEGER NOT NULL, lifted_by TEXT NOT NULL ${to('staff_member')}
) STRICT;
CREATE INDEX hold_lift_reading ON hold_lift (reading_id);
CREATE TRIGGER hold_lift_guard_insert BEFORE INSERT ON hold_lift BEGIN SELECT guard_write('hold_lift'); END;
CREATE TRIGGER hold_lift_guard_update BEFORE UPDATE ON hold_lift BEGIN SELECT RAISE(ABORT, 'a fact is never changed'); END;
CREATE TRIGGER hold_lift_no_delete BEFORE DELETE ON hold_lift BEGIN SELECT RAISE(ABORT, 'rows are archived, never deleted'); END;
ALTER TABLE service ADD COLUMN visit_kind TEXT CHECK (visit_kind IN ('consultation', 'check'));
`)
}
