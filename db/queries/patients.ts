import { closedStatuses, freeingStatuses } from '#domain/appointment-status'
import type { AppointmentKind, AppointmentStatus } from '#domain/appointment-status'
import type { Day } from '#domain/dates'
import { cents } from '#domain/money'
import type { Cents } from '#domain/money'
import { originOf } from '#db/change-log'
import type { Reader, Writer } from '#db/open'
import type { PatientTable } from '#db/schema'

/** Somebody who is treated, with the code of the home location. */
export type PatientRow = {
  id: string
  recordNumber: string
  firstName: string
  lastName: string
  preferredName: string
  birthDay: Day
  phone: string
  email: string
  address: { street: string; street2: string; city: string; state: string; postalCode: string }
  language: 'en' | 'es'
  homeLocationId: string
  homeLocationCode: string
  deskNotes: string
  isArchived: boolean
}

/** One thing everybody who meets the patient must know. */
export type AlertRow = { id: string; patientId: string; text: string; isArchived: boolean }

/** An appointment of a patient; `infusionNumber` counts the infusions of its plan that were not cancelled or missed. */
export type VisitRow = {
  appointmentId: string
  planId: string | null
  day: Day
  startMinute: number
  minutes: number
  kind: AppointmentKind
  status: AppointmentStatus
  locationCode: string
  roomName: string
  infusionNumber: number | null
}

/** One patient, archived or not; undefined when there is none. */
export async function findPatient(db: Reader | Writer, patientId: string): Promise<PatientRow | undefined> {
  return (await listPatientsById(db, [patientId]))[0]
}

/** All patients, archived ones too, in no order. */
export async function listPatients(db: Reader | Writer): Promise<PatientRow[]> {
  const rows = await patientsWithHome(db).execute()
  return rows.map(patientOf)
}

/** The patients with these ids, in no order. */
export async function listPatientsById(db: Reader | Writer, ids: readonly string[]): Promise<PatientRow[]> {
  const rows = await patientsWithHome(db).where('patient.id', 'in', ids).execute()
  return rows.map(patientOf)
}

/** How far the change log of this PC has come. */
export async function countChanges(db: Reader | Writer): Promise<number> {
  const row = await db.selectFrom('local_chain').select('seq').where('chain', '=', 'change').executeTakeFirstOrThrow()
  return row.seq
}

/** The ids of the patients that this PC wrote down or corrected after that many changes. */
export async function listChangedPatientIds(db: Reader | Writer, afterChange: number): Promise<string[]> {
  const device = await db.selectFrom('local_device').select(['id', 'incarnation']).executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('change_log')
    .select('row_id')
    .distinct()
    .where('origin', '=', originOf(device))
    .where('seq', '>', afterChange)
    .where('table_name', '=', 'patient')
    .execute()
  return rows.map((row) => row.row_id)
}

/** What everybody who meets the patient must know, oldest first; archived ones are left out. */
export async function listAlerts(db: Reader | Writer, patientId: string): Promise<AlertRow[]> {
  const rows = await db
    .selectFrom('patient_alert')
    .selectAll()
    .where('patient_id', '=', patientId)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, patientId, text: row.text, isArchived: false }))
}

/** One alert, archived or not; undefined when there is none. */
export async function findAlert(db: Reader | Writer, alertId: string): Promise<AlertRow | undefined> {
  const row = await db.selectFrom('patient_alert').selectAll().where('id', '=', alertId).executeTakeFirst()
  if (row === undefined) return undefined
  return { id: row.id, patientId: row.patient_id, text: row.text, isArchived: row.archived_at !== null }
}

/** How many appointments of a patient are still to come from a day on, or are under way. */
export async function countBookingsToCome(db: Reader | Writer, patientId: string, fromDay: Day): Promise<number> {
  const row = await db
    .selectFrom('appointment')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('patient_id', '=', patientId)
    .where('archived_at', 'is', null)
    .where('status', 'not in', closedStatuses)
    .where('day', '>=', fromDay)
    .executeTakeFirstOrThrow()
  return row.count
}

/** What a patient owes in cents, from the ledger; below zero the practice owes the patient. */
export async function findBalance(db: Reader | Writer, patientId: string): Promise<Cents> {
  const row = await db
    .selectFrom('ledger_entry')
    .select((e) => e.fn.sum<number | null>('amount_cents').as('sum'))
    .where('patient_id', '=', patientId)
    .executeTakeFirst()
  return cents(row?.sum ?? 0)
}

/** All appointments of a patient, newest first. */
export async function listVisits(db: Reader | Writer, patientId: string): Promise<VisitRow[]> {
  const rows = await db
    .with('numbered', (numbered) =>
      numbered
        .selectFrom('appointment')
        .select((e) => [
          'id',
          e.fn
            .agg<number>('row_number')
            .over((over) => over.partitionBy('plan_id').orderBy('day').orderBy('start_minute').orderBy('id'))
            .as('number'),
        ])
        .where('patient_id', '=', patientId)
        .where('plan_id', 'is not', null)
        .where('kind', '=', 'infusion')
        .where('status', 'not in', freeingStatuses)
        .where('archived_at', 'is', null),
    )
    .selectFrom('appointment')
    .innerJoin('location', 'location.id', 'appointment.location_id')
    .innerJoin('room', 'room.id', 'appointment.room_id')
    .leftJoin('numbered', 'numbered.id', 'appointment.id')
    .select([
      'appointment.id',
      'appointment.plan_id',
      'appointment.day',
      'appointment.start_minute',
      'appointment.minutes',
      'appointment.kind',
      'appointment.status',
      'location.code',
      'room.name as room_name',
      'numbered.number',
    ])
    .where('appointment.patient_id', '=', patientId)
    .where('appointment.archived_at', 'is', null)
    .orderBy('appointment.day', 'desc')
    .orderBy('appointment.start_minute', 'desc')
    .orderBy('appointment.id', 'desc')
    .execute()
  return rows.map((row) => ({
    appointmentId: row.id,
    planId: row.plan_id,
    day: row.day,
    startMinute: row.start_minute,
    minutes: row.minutes,
    kind: row.kind,
    status: row.status,
    locationCode: row.code,
    roomName: row.room_name,
    infusionNumber: row.number,
  }))
}

function patientsWithHome(db: Reader | Writer) {
  return db
    .selectFrom('patient')
    .innerJoin('location', 'location.id', 'patient.home_location_id')
    .selectAll('patient')
    .select('location.code as home_code')
}

function patientOf(row: PatientTable & { home_code: string }): PatientRow {
  return {
    id: row.id,
    recordNumber: row.record_number,
    firstName: row.first_name,
    lastName: row.last_name,
    preferredName: row.preferred_name,
    birthDay: row.birth_day,
    phone: row.phone,
    email: row.email,
    address: {
      street: row.street,
      street2: row.street2,
      city: row.city,
      state: row.state,
      postalCode: row.postal_code,
    },
    language: row.language,
    homeLocationId: row.home_location_id,
    homeLocationCode: row.home_code,
    deskNotes: row.desk_notes,
    isArchived: row.archived_at !== null,
  }
}
