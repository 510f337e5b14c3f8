import { versionColumn } from '#db/queries/versions'
import type { Reader, Writer } from '#db/open'
import type { AppointmentKind } from '#domain/appointment-status'
import type { Day } from '#domain/dates'

/** Somebody who waits for a time, with what the desk needs to offer one. */
export type WaitingRow = {
  id: string
  patientId: string
  firstName: string
  lastName: string
  phone: string
  kind: AppointmentKind
  locationId: string | null
  providerId: string | null
  weekdays: number
  fromDay: Day
  untilDay: Day | null
  fromMinute: number
  toMinute: number
  urgency: 'soon' | 'flexible'
  since: number
  notes: string
  version: string
}

/** Everybody who waits, the urgent first, then by how long. */
export async function listWaiting(db: Reader | Writer): Promise<WaitingRow[]> {
  return db
    .selectFrom('waiting_entry')
    .innerJoin('patient', 'patient.id', 'waiting_entry.patient_id')
    .select([
      'waiting_entry.id',
      'waiting_entry.patient_id as patientId',
      'patient.first_name as firstName',
      'patient.last_name as lastName',
      'patient.phone',
      'waiting_entry.kind',
      'waiting_entry.location_id as locationId',
      'waiting_entry.provider_id as providerId',
      'waiting_entry.weekdays',
      'waiting_entry.from_day as fromDay',
      'waiting_entry.until_day as untilDay',
      'waiting_entry.from_minute as fromMinute',
      'waiting_entry.to_minute as toMinute',
      'waiting_entry.urgency',
      'waiting_entry.since',
      'waiting_entry.notes',
      versionColumn('waiting_entry', 'waiting_entry.id').as('version'),
    ])
    .where('waiting_entry.archived_at', 'is', null)
    .where('patient.archived_at', 'is', null)
    .orderBy('waiting_entry.urgency', 'desc')
    .orderBy('waiting_entry.since')
    .orderBy('waiting_entry.id')
    .execute()
}
