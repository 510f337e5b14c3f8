import { sql } from 'kysely'
import { versionColumn } from '#db/queries/versions'
import type { Reader, Writer } from '#db/open'
import type { AppointmentTable } from '#db/schema'
import { freeingStatuses } from '#domain/appointment-status'
import type { AppointmentKind, AppointmentStatus } from '#domain/appointment-status'
import type { Day } from '#domain/dates'
import type { Cents } from '#domain/money'
import type { ProtocolKind } from '#domain/plan'
import type { Blocks } from '#domain/visit-blocks'

/** One booking with what the board shows of it; `balanceCents` is the patient's, over everything. */
export type AppointmentRow = {
  id: string
  day: Day
  startMinute: number
  minutes: number
  blocks: Blocks | null
  locationId: string
  roomId: string
  providerId: string
  nurseId: string | null
  kind: AppointmentKind
  status: AppointmentStatus
  statusSince: number
  statusReason: string
  notes: string
  planId: string | null
  patientId: string
  firstName: string
  lastName: string
  recordNumber: string
  phone: string
  alertCount: number
  /** Its place among the plan's infusions that are not cancelled or missed; null when it is none of them. */
  infusionNumber: number | null
  infusionsPlanned: number | null
  infusionMinutes: number | null
  protocolKind: ProtocolKind | null
  hasEscort: boolean
  balanceCents: Cents
  version: string
}

/** Every booking of a day at all locations, by start; cancelled ones only on demand. */
export async function listAppointmentsOnDay(
  db: Reader | Writer,
  day: Day,
  withCancelled: boolean,
): Promise<AppointmentRow[]> {
  return listAppointmentsBetween(db, day, day, withCancelled)
}

/** Every booking from one day to another at all locations, by day and start; cancelled ones only on demand. */
export async function listAppointmentsBetween(
  db: Reader | Writer,
  from: Day,
  until: Day,
  withCancelled: boolean,
): Promise<AppointmentRow[]> {
  let rows = appointmentRows(db).where('appointment.day', '>=', from).where('appointment.day', '<=', until)
  if (!withCancelled) rows = rows.where('appointment.status', 'not in', ['cancelled', 'late_cancelled'])
  const ordered = rows.orderBy('appointment.day').orderBy('appointment.start_minute').orderBy('appointment.id')
  return (await ordered.execute()).map(shaped)
}

/** How many visits hold how many minutes of the rooms of a location on a day. */
export async function listLoad(
  db: Reader | Writer,
  from: Day,
  until: Day,
): Promise<{ day: Day; locationId: string; visits: number; bookedMinutes: number }[]> {
  return db
    .selectFrom('appointment')
    .select((e) => [
      'day',
      'location_id as locationId',
      e.fn.countAll<number>().as('visits'),
      e.fn.sum<number>('minutes').as('bookedMinutes'),
    ])
    .where('day', '>=', from)
    .where('day', '<=', until)
    .where('archived_at', 'is', null)
    .where('status', 'not in', freeingStatuses)
    .groupBy(['day', 'location_id'])
    .execute()
}

/** One booking; undefined when there is none. */
export async function findAppointment(db: Reader | Writer, id: string): Promise<AppointmentRow | undefined> {
  const row = await appointmentRows(db).where('appointment.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : shaped(row)
}

/** The patient's first visit to come after a minute of a day, at any location; undefined when nothing is booked. */
export async function findNextAppointment(
  db: Reader | Writer,
  patientId: string,
  after: { readonly day: Day; readonly minute: number },
): Promise<AppointmentRow | undefined> {
  const row = await appointmentRows(db)
    .where('appointment.patient_id', '=', patientId)
    .where((e) =>
      e.or([
        e('appointment.day', '>', after.day),
        e('appointment.day', '=', after.day).and('appointment.start_minute', '>', after.minute),
      ]),
    )
    .where('appointment.status', 'in', ['booked', 'confirmed'])
    .orderBy('appointment.day')
    .orderBy('appointment.start_minute')
    .executeTakeFirst()
  return row === undefined ? undefined : shaped(row)
}

/** The bookings of a plan that hold their time, by day. */
export async function listAppointmentsOfPlan(db: Reader | Writer, planId: string): Promise<AppointmentRow[]> {
  const rows = await appointmentRows(db)
    .where('appointment.plan_id', '=', planId)
    .where('appointment.status', 'not in', freeingStatuses)
    .orderBy('appointment.day')
    .orderBy('appointment.start_minute')
    .execute()
  return rows.map(shaped)
}

/** What of a booking decides whether another one clashes with it. */
export type HeldRow = {
  id: string
  day: Day
  startMinute: number
  minutes: number
  blocks: Blocks | null
  locationId: string
  roomId: string
  providerId: string
  nurseId: string | null
  patientId: string
  kind: AppointmentKind
  status: AppointmentStatus
}

/** Everything that holds rooms and people from one day to another, both included, at all locations. */
export async function listHeld(db: Reader | Writer, from: Day, until: Day): Promise<HeldRow[]> {
  const rows = await db
    .selectFrom('appointment')
    .select([
      ...blockColumns,
      'id',
      'day',
      'start_minute as startMinute',
      'minutes',
      'location_id as locationId',
      'room_id as roomId',
      'provider_id as providerId',
      'nurse_id as nurseId',
      'patient_id as patientId',
      'kind',
      'status',
    ])
    .where('day', '>=', from)
    .where('day', '<=', until)
    .where('archived_at', 'is', null)
    .where('status', 'not in', freeingStatuses)
    .execute()
  return rows.map(withBlocks)
}

const blockColumns = [
  'appointment.check_in_minutes',
  'appointment.iv_minutes',
  'appointment.recovery_minutes',
  'appointment.turnover_minutes',
] as const

type BlockColumns = Pick<AppointmentTable, 'check_in_minutes' | 'iv_minutes' | 'recovery_minutes' | 'turnover_minutes'>

/** The blocks of a booking from their columns: all four are known, or none is. */
function withBlocks<T extends BlockColumns>(row: T): Omit<T, keyof BlockColumns> & { blocks: Blocks | null } {
  const {
    check_in_minutes: checkInMinutes,
    iv_minutes: ivMinutes,
    recovery_minutes: recoveryMinutes,
    turnover_minutes: turnoverMinutes,
    ...rest
  } = row
  const isWhole = checkInMinutes !== null && ivMinutes !== null && recoveryMinutes !== null && turnoverMinutes !== null
  return { ...rest, blocks: isWhole ? { checkInMinutes, ivMinutes, recoveryMinutes, turnoverMinutes } : null }
}

function appointmentRows(db: Reader | Writer) {
  return db
    .selectFrom('appointment')
    .innerJoin('patient', 'patient.id', 'appointment.patient_id')
    .leftJoin('treatment_plan', 'treatment_plan.id', 'appointment.plan_id')
    .leftJoin('protocol', 'protocol.id', 'treatment_plan.protocol_id')
    .select([
      ...blockColumns,
      'appointment.id',
      'appointment.day',
      'appointment.start_minute as startMinute',
      'appointment.minutes',
      'appointment.location_id as locationId',
      'appointment.room_id as roomId',
      'appointment.provider_id as providerId',
      'appointment.nurse_id as nurseId',
      'appointment.kind',
      'appointment.status',
      'appointment.status_since as statusSince',
      'appointment.status_reason as statusReason',
      'appointment.notes',
      'appointment.plan_id as planId',
      'appointment.patient_id as patientId',
      'patient.first_name as firstName',
      'patient.last_name as lastName',
      'patient.record_number as recordNumber',
      'patient.phone',
      'treatment_plan.planned_infusions as infusionsPlanned',
      'treatment_plan.infusion_minutes as infusionMinutes',
      'protocol.kind as protocolKind',
      sql<number>`(SELECT count(*) FROM patient_alert a
        WHERE a.patient_id = appointment.patient_id AND a.archived_at IS NULL)`.as('alertCount'),
      sql<number | null>`CASE WHEN appointment.plan_id IS NULL OR appointment.kind <> 'infusion'
          OR appointment.status IN (${sql.join(freeingStatuses.map((status) => sql.lit(status)))}) THEN NULL
        ELSE (SELECT count(*) FROM appointment b
          WHERE b.plan_id = appointment.plan_id AND b.kind = 'infusion' AND b.archived_at IS NULL
            AND b.status NOT IN (${sql.join(freeingStatuses.map((status) => sql.lit(status)))})
            AND (b.day < appointment.day OR (b.day = appointment.day AND b.start_minute <= appointment.start_minute)))
        END`.as('infusionNumber'),
      sql<number>`EXISTS (SELECT 1 FROM escort e
        WHERE e.appointment_id = appointment.id AND e.archived_at IS NULL)`.as('hasEscort'),
      sql<Cents>`(SELECT coalesce(sum(l.amount_cents), 0) FROM ledger_entry l
        WHERE l.patient_id = appointment.patient_id)`.as('balanceCents'),
      versionColumn('appointment', 'appointment.id').as('version'),
    ])
    .where('appointment.archived_at', 'is', null)
}

function shaped<T extends BlockColumns & { hasEscort: number }>(row: T) {
  return { ...withBlocks(row), hasEscort: row.hasEscort === 1 }
}
