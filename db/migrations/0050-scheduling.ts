import type { Database } from 'better-sqlite3'

const life = 'archived_at INTEGER, archive_reason TEXT'

function to(table: string): string {
  return `REFERENCES ${table} (id) DEFERRABLE INITIALLY DEFERRED`
}

const tables = `
CREATE TABLE working_hours (
  id TEXT PRIMARY KEY, staff_member_id TEXT ${to('staff_member')}, room_id TEXT ${to('room')},
  location_id TEXT NOT NULL ${to('location')}, weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
  from_minute INTEGER NOT NULL, to_minute INTEGER NOT NULL, ${life}, CHECK (from_minute < to_minute)
) STRICT;
CREATE TABLE closure (
  id TEXT PRIMARY KEY, location_id TEXT ${to('location')}, from_day TEXT NOT NULL, until_day TEXT NOT NULL,
  reason TEXT NOT NULL, ${life}, CHECK (from_day <= until_day)
) STRICT;
CREATE TABLE absence (
  id TEXT PRIMARY KEY, staff_member_id TEXT ${to('staff_member')}, room_id TEXT ${to('room')},
  from_day TEXT NOT NULL, until_day TEXT NOT NULL, from_minute INTEGER, to_minute INTEGER, reason TEXT NOT NULL,
  ${life}, CHECK (from_day <= until_day)
) STRICT;
CREATE TABLE visit_template (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, protocol_kind TEXT, name TEXT NOT NULL, name_es TEXT NOT NULL,
  check_in_minutes INTEGER NOT NULL, iv_minutes INTEGER NOT NULL, visit_minutes INTEGER NOT NULL,
  recovery_minutes INTEGER NOT NULL, turnover_minutes INTEGER NOT NULL, ${life}
) STRICT;
CREATE TABLE schedule_rule (
  id TEXT PRIMARY KEY, nurse_capacity INTEGER NOT NULL, travel_minutes INTEGER NOT NULL,
  late_minutes INTEGER NOT NULL, waiting_minutes INTEGER NOT NULL, notice_hours INTEGER NOT NULL,
  notice_clock TEXT NOT NULL CHECK (notice_clock IN ('hours', 'business-hours')), strikes INTEGER NOT NULL,
  late_cancel_cents INTEGER NOT NULL, no_show_cents INTEGER NOT NULL, ${life}
) STRICT;
CREATE TABLE booking_override (
  id TEXT PRIMARY KEY, appointment_id TEXT NOT NULL ${to('appointment')}, what TEXT NOT NULL, reason TEXT NOT NULL,
  allowed_by TEXT NOT NULL ${to('staff_member')}, allowed_at INTEGER NOT NULL, ${life}
) STRICT;
CREATE INDEX booking_override_appointment ON booking_override (appointment_id);
CREATE TABLE readiness_mark (
  id TEXT PRIMARY KEY, appointment_id TEXT NOT NULL ${to('appointment')}, dot TEXT NOT NULL,
  is_met INTEGER NOT NULL, marked_at INTEGER NOT NULL, marked_by TEXT NOT NULL ${to('staff_member')},
  note TEXT NOT NULL
) STRICT;
CREATE INDEX readiness_mark_appointment ON readiness_mark (appointment_id);
CREATE TABLE contact_attempt (
  id TEXT PRIMARY KEY, patient_id TEXT NOT NULL ${to('patient')}, appointment_id TEXT ${to('appointment')},
  location_id TEXT NOT NULL ${to('location')}, about TEXT NOT NULL, outcome TEXT NOT NULL,
  called_at INTEGER NOT NULL, called_by TEXT NOT NULL ${to('staff_member')}, note TEXT NOT NULL
) STRICT;
CREATE INDEX contact_attempt_patient ON contact_attempt (patient_id, called_at);
CREATE INDEX contact_attempt_appointment ON contact_attempt (appointment_id);
CREATE TABLE waiting_entry (
  id TEXT PRIMARY KEY, patient_id TEXT NOT NULL ${to('patient')}, kind TEXT NOT NULL,
  location_id TEXT ${to('location')}, provider_id TEXT ${to('staff_member')}, weekdays INTEGER NOT NULL,
  from_day TEXT NOT NULL, until_day TEXT, from_minute INTEGER NOT NULL, to_minute INTEGER NOT NULL,
  urgency TEXT NOT NULL CHECK (urgency IN ('soon', 'flexible')), since INTEGER NOT NULL, notes TEXT NOT NULL, ${life}
) STRICT;
CREATE INDEX waiting_entry_patient ON waiting_entry (patient_id);
ALTER TABLE escort ADD COLUMN expected_at INTEGER;
`

// SQLite cannot change a CHECK: the table is made anew with its rows, by the procedure that its manual describes.
const appointmentAnew = `
DROP VIEW double_booking;
CREATE TABLE appointment_anew (
  id TEXT PRIMARY KEY, patient_id TEXT NOT NULL ${to('patient')}, plan_id TEXT ${to('treatment_plan')},
  kind TEXT NOT NULL, location_id TEXT NOT NULL ${to('location')}, room_id TEXT NOT NULL ${to('room')},
  provider_id TEXT NOT NULL ${to('staff_member')}, nurse_id TEXT ${to('staff_member')}, day TEXT NOT NULL,
  start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1439), minutes INTEGER NOT NULL CHECK (minutes > 0),
  check_in_minutes INTEGER, iv_minutes INTEGER, recovery_minutes INTEGER, turnover_minutes INTEGER,
  status TEXT NOT NULL CHECK (status IN ('booked', 'confirmed', 'arrived', 'roomed', 'infusing', 'recovering',
    'ready', 'completed', 'cancelled', 'late_cancelled', 'no_show')),
  status_since INTEGER NOT NULL, status_reason TEXT NOT NULL, notes TEXT NOT NULL, ${life}
) STRICT;
INSERT INTO appointment_anew
SELECT id, patient_id, plan_id, kind, location_id, room_id, provider_id, nurse_id, day, start_minute, minutes,
  NULL, NULL, NULL, NULL, status, status_since, status_reason, notes, archived_at, archive_reason
FROM appointment;
DROP TABLE appointment;
ALTER TABLE appointment_anew RENAME TO appointment;
CREATE INDEX appointment_day ON appointment (day, location_id);
CREATE INDEX appointment_patient ON appointment (patient_id, day);
CREATE INDEX appointment_plan ON appointment (plan_id, day);

CREATE VIEW double_booking AS
SELECT a.id AS first_id, b.id AS second_id,
  CASE WHEN a.patient_id = b.patient_id THEN 'patient' ELSE 'room' END AS what
FROM appointment a JOIN appointment b ON a.day = b.day AND a.id < b.id
  AND ((a.patient_id = b.patient_id
      AND a.start_minute < b.start_minute + b.minutes - coalesce(b.turnover_minutes, 0)
      AND b.start_minute < a.start_minute + a.minutes - coalesce(a.turnover_minutes, 0))
    OR (a.room_id = b.room_id AND a.start_minute < b.start_minute + b.minutes
      AND b.start_minute < a.start_minute + a.minutes))
WHERE a.archived_at IS NULL AND b.archived_at IS NULL
  AND a.status NOT IN ('cancelled', 'late_cancelled', 'no_show')
  AND b.status NOT IN ('cancelled', 'late_cancelled', 'no_show');
`

/**
 * Working hours, closures, absences, visit templates, the practice's scheduling rules, overrides, readiness, calls and
 * the waiting list; and appointments that know their blocks and the statuses roomed and late-cancelled.
 */
export function up(db: Database): void {
  db.exec(tables)
  db.exec(appointmentAnew)
  const facts = ['readiness_mark', 'contact_attempt']
  const mutable = [
    'working_hours',
    'closure',
    'absence',
    'visit_template',
    'schedule_rule',
    'booking_override',
    'waiting_entry',
    'appointment',
  ]
  for (const table of [...mutable, ...facts]) {
    const onUpdate = facts.includes(table) ? `RAISE(ABORT, 'a fact is never changed')` : `guard_write('${table}')`
    db.exec(`
CREATE TRIGGER ${table}_guard_insert BEFORE INSERT ON ${table} BEGIN SELECT guard_write('${table}'); END;
CREATE TRIGGER ${table}_guard_update BEFORE UPDATE ON ${table} BEGIN SELECT ${onUpdate}; END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'rows are archived, never deleted'); END;
`)
  }
}
