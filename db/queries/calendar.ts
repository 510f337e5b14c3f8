import { sql } from 'kysely'
import type { Reader, Writer } from '#db/open'
import type { AppointmentStatus } from '#domain/appointment-status'
import type { Day } from '#domain/dates'

/** What of a booking stands in somebody's calendar; `changes` counts how often its time or its status changed. */
export type CalendarRow = {
  id: string
  patientId: string
  day: Day
  startMinute: number
  minutes: number
  turnoverMinutes: number
  locationId: string
  roomId: string
  status: AppointmentStatus
  changes: number
}

/** One booking, whatever became of it; undefined when there is none. */
export async function findCalendarRow(db: Reader | Writer, appointmentId: string): Promise<CalendarRow | undefined> {
  return calendarRows(db).where('id', '=', appointmentId).executeTakeFirst()
}

/** Every booking of a patient from a day on, cancelled ones too, by time. */
export async function listPatientCalendar(db: Reader | Writer, patientId: string, from: Day): Promise<CalendarRow[]> {
  return calendarRows(db).where('patient_id', '=', patientId).where('day', '>=', from).execute()
}

/** Every booking of a provider on a day at any location, cancelled ones too, by time. */
export async function listProviderCalendar(db: Reader | Writer, providerId: string, on: Day): Promise<CalendarRow[]> {
  return calendarRows(db).where('day', '=', on).where('provider_id', '=', providerId).execute()
}

function calendarRows(db: Reader | Writer) {
  return db
    .selectFrom('appointment')
    .select([
      'id',
      'patient_id as patientId',
      'day',
      'start_minute as startMinute',
      'minutes',
      'location_id as locationId',
      'room_id as roomId',
      'status',
      sql<number>`coalesce(turnover_minutes, 0)`.as('turnoverMinutes'),
      sql<number>`(SELECT count(*) - 1 FROM change_log c WHERE c.table_name = 'appointment' AND c.row_id = appointment.id
        AND (json_extract(c.op, '$.slot') IS NOT NULL OR json_extract(c.op, '$.status') IS NOT NULL))`.as('changes'),
    ])
    .where('archived_at', 'is', null)
    .orderBy('day')
    .orderBy('start_minute')
}
