import type { Database } from 'better-sqlite3'

const life = 'archived_at INTEGER, archive_reason TEXT'
const course = `planned_infusions INTEGER NOT NULL, window_min_days INTEGER NOT NULL, window_max_days INTEGER NOT NULL,
  min_gap_days INTEGER NOT NULL, infusion_minutes INTEGER NOT NULL`

function to(table: string): string {
  return `REFERENCES ${table} (id) DEFERRABLE INITIALLY DEFERRED`
}

/** Protocols and plans, appointments and escorts, infusions with their readings, events and discharges. */
export function up(db: Database): void {
  db.exec(`
CREATE TABLE protocol (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, phase TEXT NOT NULL, ${course},
  micrograms_per_kg INTEGER NOT NULL, ${life}, CHECK (window_min_days <= window_max_days)
) STRICT;
CREATE TABLE treatment_plan (
  id TEXT PRIMARY KEY, patient_id TEXT NOT NULL ${to('patient')}, protocol_id TEXT NOT NULL ${to('protocol')},
  provider_id TEXT NOT NULL ${to('staff_member')}, started_day TEXT NOT NULL, indication TEXT NOT NULL,
  clinical_notes TEXT NOT NULL, micrograms_per_kg INTEGER NOT NULL, ${course}, price_cents INTEGER,
  status TEXT NOT NULL CHECK (status IN ('active', 'completed', 'stopped')), stop_reason TEXT NOT NULL, ${life},
  CHECK (window_min_days <= window_max_days)
) STRICT;
CREATE INDEX treatment_plan_patient ON treatment_plan (patient_id);
CREATE TABLE plan_diagnosis (
  id TEXT PRIMARY KEY, plan_id TEXT NOT NULL ${to('treatment_plan')}, code TEXT NOT NULL, position INTEGER NOT NULL,
  ${life}
) STRICT;
CREATE INDEX plan_diagnosis_plan ON plan_diagnosis (plan_id);
CREATE TABLE appointment (
  id TEXT PRIMARY KEY, patient_id TEXT NOT NULL ${to('patient')}, plan_id TEXT ${to('treatment_plan')},
  kind TEXT NOT NULL, location_id TEXT NOT NULL ${to('location')}, room_id TEXT NOT NULL ${to('room')},
  provider_id TEXT NOT NULL ${to('staff_member')}, nurse_id TEXT ${to('staff_member')}, day TEXT NOT NULL,
  start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1439), minutes INTEGER NOT NULL CHECK (minutes > 0),
  status TEXT NOT NULL CHECK (status IN ('booked', 'confirmed', 'arrived', 'infusing', 'recovering', 'ready',
    'completed', 'cancelled', 'no_show')),
  status_since INTEGER NOT NULL, status_reason TEXT NOT NULL, notes TEXT NOT NULL, ${life}
) STRICT;
CREATE INDEX appointment_day ON appointment (day, location_id);
CREATE INDEX appointment_patient ON appointment (patient_id, day);
CREATE INDEX appointment_plan ON appointment (plan_id, day);
CREATE TABLE escort (
  id TEXT PRIMARY KEY, appointment_id TEXT NOT NULL ${to('appointment')}, name TEXT NOT NULL,
  relationship TEXT NOT NULL, phone TEXT NOT NULL, arrived_at INTEGER, ${life}
) STRICT;
CREATE INDEX escort_appointment ON escort (appointment_id);
CREATE TABLE infusion (
  id TEXT PRIMARY KEY, appointment_id TEXT NOT NULL ${to('appointment')}, patient_id TEXT NOT NULL ${to('patient')},
  plan_id TEXT ${to('treatment_plan')}, location_id TEXT NOT NULL ${to('location')},
  micrograms_per_kg INTEGER NOT NULL, infusion_minutes INTEGER NOT NULL, weight_grams INTEGER, weighed_at INTEGER,
  concentration_mg_per_ml INTEGER NOT NULL, dose_micrograms INTEGER, is_range_confirmed INTEGER NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('preparing', 'infusing', 'recovering', 'discharged')), started_at INTEGER,
  stopped_at INTEGER, notes TEXT NOT NULL, ${life}, CHECK (stopped_at IS NULL OR stopped_at >= started_at)
) STRICT;
CREATE INDEX infusion_appointment ON infusion (appointment_id);
CREATE INDEX infusion_plan ON infusion (plan_id);
CREATE INDEX infusion_patient ON infusion (patient_id);
CREATE TABLE vitals_reading (
  id TEXT PRIMARY KEY, infusion_id TEXT NOT NULL ${to('infusion')}, measured_at INTEGER NOT NULL,
  systolic INTEGER NOT NULL, diastolic INTEGER NOT NULL, heart_rate INTEGER NOT NULL, respiratory_rate INTEGER,
  spo2 INTEGER NOT NULL, taken_by TEXT NOT NULL ${to('staff_member')}, CHECK (diastolic < systolic)
) STRICT;
CREATE INDEX vitals_reading_infusion ON vitals_reading (infusion_id, measured_at);
CREATE TABLE adverse_event (
  id TEXT PRIMARY KEY, infusion_id TEXT NOT NULL ${to('infusion')}, what TEXT NOT NULL,
  grade INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 5), started_at INTEGER NOT NULL, ended_at INTEGER,
  notes TEXT NOT NULL, ${life}
) STRICT;
CREATE INDEX adverse_event_infusion ON adverse_event (infusion_id);
CREATE TABLE discharge (
  id TEXT PRIMARY KEY, infusion_id TEXT NOT NULL ${to('infusion')}, discharged_at INTEGER NOT NULL,
  escort_name TEXT NOT NULL, escort_relationship TEXT NOT NULL, escort_phone TEXT NOT NULL,
  is_orientated INTEGER NOT NULL, walks_steadily INTEGER NOT NULL, instructions_to TEXT NOT NULL,
  not_driving_before INTEGER NOT NULL, discharged_by TEXT NOT NULL ${to('staff_member')}
) STRICT;
CREATE INDEX discharge_infusion ON discharge (infusion_id);

CREATE VIEW double_booking AS
SELECT a.id AS first_id, b.id AS second_id,
  CASE WHEN a.patient_id = b.patient_id THEN 'patient' WHEN a.room_id = b.room_id THEN 'room' ELSE 'provider' END AS what
FROM appointment a JOIN appointment b ON a.day = b.day AND a.id < b.id
  AND (a.patient_id = b.patient_id OR a.room_id = b.room_id OR a.provider_id = b.provider_id)
  AND a.start_minute < b.start_minute + b.minutes AND b.start_minute < a.start_minute + a.minutes
WHERE a.archived_at IS NULL AND b.archived_at IS NULL
  AND a.status NOT IN ('cancelled', 'no_show') AND b.status NOT IN ('cancelled', 'no_show');
`)
  const facts = ['vitals_reading', 'discharge']
  const mutable = ['protocol', 'treatment_plan', 'plan_diagnosis', 'appointment', 'escort', 'infusion', 'adverse_event']
  for (const table of [...mutable, ...facts]) {
    const onUpdate = facts.includes(table) ? `RAISE(ABORT, 'a fact is never changed')` : `guard_write('${table}')`
    db.exec(`
CREATE TRIGGER ${table}_guard_insert BEFORE INSERT ON ${table} BEGIN SELECT guard_write('${table}'); END;
CREATE TRIGGER ${table}_guard_update BEFORE UPDATE ON ${table} BEGIN SELECT ${onUpdate}; END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'rows are archived, never deleted'); END;
`)
  }
}
