import type { Database } from 'better-sqlite3'

const life = 'archived_at INTEGER, archive_reason TEXT'
const address =
  'street TEXT NOT NULL, street2 TEXT NOT NULL, city TEXT NOT NULL, state TEXT NOT NULL, postal_code TEXT NOT NULL'

function to(table: string): string {
  return `REFERENCES ${table} (id) DEFERRABLE INITIALLY DEFERRED`
}

/** The practice, its locations, rooms, hours and staff; patients and what everybody must know of them. */
export function up(db: Database): void {
  db.exec(`
CREATE TABLE practice (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, legal_name TEXT NOT NULL, ein TEXT NOT NULL, npi TEXT NOT NULL,
  phone TEXT NOT NULL, logo_png TEXT NOT NULL, ${life}
) STRICT;
CREATE TABLE location (
  id TEXT PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, ${address}, phone TEXT NOT NULL, zone TEXT NOT NULL,
  ${life}
) STRICT;
CREATE TABLE opening_hours (
  id TEXT PRIMARY KEY, location_id TEXT NOT NULL ${to('location')},
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6), open_minute INTEGER NOT NULL,
  close_minute INTEGER NOT NULL, ${life}, CHECK (open_minute < close_minute)
) STRICT;
CREATE INDEX opening_hours_location ON opening_hours (location_id);
CREATE TABLE room (
  id TEXT PRIMARY KEY, location_id TEXT NOT NULL ${to('location')}, name TEXT NOT NULL, position INTEGER NOT NULL,
  ${life}
) STRICT;
CREATE INDEX room_location ON room (location_id);
CREATE TABLE staff_member (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, sign_in_name TEXT NOT NULL, credentials TEXT NOT NULL, npi TEXT NOT NULL,
  ${life}
) STRICT;
CREATE TABLE staff_post (
  id TEXT PRIMARY KEY, staff_member_id TEXT NOT NULL ${to('staff_member')}, role TEXT NOT NULL,
  location_id TEXT ${to('location')}, ${life}
) STRICT;
CREATE INDEX staff_post_member ON staff_post (staff_member_id);
CREATE TABLE patient (
  id TEXT PRIMARY KEY, record_number TEXT NOT NULL, first_name TEXT NOT NULL, last_name TEXT NOT NULL,
  preferred_name TEXT NOT NULL, birth_day TEXT NOT NULL, phone TEXT NOT NULL, email TEXT NOT NULL, ${address},
  language TEXT NOT NULL CHECK (language IN ('en', 'es')), home_location_id TEXT NOT NULL ${to('location')},
  desk_notes TEXT NOT NULL, ${life}
) STRICT;
CREATE INDEX patient_record_number ON patient (record_number);
CREATE INDEX patient_birth_day ON patient (birth_day);
CREATE TABLE patient_alert (
  id TEXT PRIMARY KEY, patient_id TEXT NOT NULL ${to('patient')}, text TEXT NOT NULL, ${life}
) STRICT;
CREATE INDEX patient_alert_patient ON patient_alert (patient_id);
`)
  for (const table of [
    'practice',
    'location',
    'opening_hours',
    'room',
    'staff_member',
    'staff_post',
    'patient',
    'patient_alert',
  ]) {
    db.exec(`
CREATE TRIGGER ${table}_guard_insert BEFORE INSERT ON ${table} BEGIN SELECT guard_write('${table}'); END;
CREATE TRIGGER ${table}_guard_update BEFORE UPDATE ON ${table} BEGIN SELECT guard_write('${table}'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'rows are archived, never deleted'); END;
`)
  }
}
