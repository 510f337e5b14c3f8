import { sql } from 'kysely'
import type { Reader, Writer } from '#db/open'
import { freeingStatuses, type AppointmentKind, type AppointmentStatus } from '#domain/appointment-status'
import type { ContactOutcome } from '#domain/contact'
import type { Day } from '#domain/dates'

/** A booking as a list of the desk needs it, with the last call about it. */
export type ListedRow = {
  appointmentId: string
  patientId: string
  firstName: string
  lastName: string
  phone: string
  day: Day
  startMinute: number
  kind: AppointmentKind
  status: AppointmentStatus
  locationId: string
  lastOutcome: ContactOutcome | null
  lastCalledAt: number | null
}

/** The bookings of a day that nobody has confirmed yet, by time. */
export async function listUnconfirmed(db: Reader | Writer, on: Day): Promise<ListedRow[]> {
  return listed(db, 'confirmation')
    .where('appointment.day', '=', on)
    .where('appointment.status', '=', 'booked')
    .orderBy('appointment.start_minute')
    .execute()
}

/** The visits that were missed or cancelled late since a day, of patients who have nothing booked from a day on. */
export async function listMissed(db: Reader | Writer, since: Day, from: Day): Promise<ListedRow[]> {
  return listed(db, 'no_show')
    .where('appointment.status', 'in', ['no_show', 'late_cancelled'])
    .where('appointment.day', '>=', since)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('appointment as later')
            .select('later.id')
            .whereRef('later.patient_id', '=', 'appointment.patient_id')
            .where('later.day', '>=', from)
            .where('later.archived_at', 'is', null)
            .where('later.status', 'not in', freeingStatuses),
        ),
      ),
    )
    .orderBy('appointment.day', 'desc')
    .execute()
}

/** The infusions of a day with who takes the patient home, by time. */
export type RideRow = Omit<ListedRow, 'lastOutcome' | 'lastCalledAt'> & {
  minutes: number
  escortName: string | null
  escortPhone: string | null
  expectedAt: number | null
  arrivedAt: number | null
}

/** Who takes home the patients whose infusions are on a day, by time; those who are not coming are left out. */
export async function listRides(db: Reader | Writer, on: Day): Promise<RideRow[]> {
  return db
    .selectFrom('appointment')
    .innerJoin('patient', 'patient.id', 'appointment.patient_id')
    .leftJoin('escort', (join) =>
      join.onRef('escort.appointment_id', '=', 'appointment.id').on('escort.archived_at', 'is', null),
    )
    .select([
      ...bookingColumns,
      'appointment.minutes',
      'escort.name as escortName',
      'escort.phone as escortPhone',
      'escort.expected_at as expectedAt',
      'escort.arrived_at as arrivedAt',
    ])
    .where('appointment.day', '=', on)
    .where('appointment.kind', '=', 'infusion')
    .where('appointment.archived_at', 'is', null)
    .where('appointment.status', 'not in', freeingStatuses)
    .orderBy('appointment.start_minute')
    .execute()
}

/** A patient whose effect is to be kept: the last infusion, and the plan that it belonged to. */
export type MaintainedRow = {
  patientId: string
  firstName: string
  lastName: string
  phone: string
  homeLocationId: string
  protocolName: string
  kind: 'mood' | 'pain'
  lastDay: Day
  /** The smallest gap of the patient's maintenance plan; null without one. */
  ownGapDays: number | null
}

/** Patients in use with at least one completed infusion and none booked from a day on, by their last infusion. */
export async function listMaintained(db: Reader | Writer, from: Day): Promise<MaintainedRow[]> {
  return db
    .selectFrom('patient')
    .innerJoin('appointment as last', (join) =>
      join
        .onRef('last.patient_id', '=', 'patient.id')
        .on('last.kind', '=', 'infusion')
        .on('last.status', '=', 'completed')
        .on('last.archived_at', 'is', null),
    )
    .innerJoin('treatment_plan as plan', 'plan.id', 'last.plan_id')
    .innerJoin('protocol', 'protocol.id', 'plan.protocol_id')
    .select([
      'patient.id as patientId',
      'patient.first_name as firstName',
      'patient.last_name as lastName',
      'patient.phone',
      'patient.home_location_id as homeLocationId',
      'protocol.name as protocolName',
      'protocol.kind',
      'last.day as lastDay',
      sql<number | null>`(SELECT min(m.min_gap_days) FROM treatment_plan m JOIN protocol p ON p.id = m.protocol_id
        WHERE m.patient_id = patient.id AND m.status = 'active' AND p.phase = 'maintenance')`.as('ownGapDays'),
    ])
    .where('patient.archived_at', 'is', null)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('appointment as other')
            .select('other.id')
            .whereRef('other.patient_id', '=', 'patient.id')
            .where('other.kind', '=', 'infusion')
            .where('other.archived_at', 'is', null)
            .where((o) =>
              o.or([
                o.and([o('other.day', '>=', from), o('other.status', 'not in', [...freeingStatuses, 'completed'])]),
                o.and([o('other.status', '=', 'completed'), o('other.day', '>', o.ref('last.day'))]),
              ]),
            ),
        ),
      ),
    )
    .orderBy('last.day')
    .execute()
}

const bookingColumns = [
  'appointment.id as appointmentId',
  'appointment.patient_id as patientId',
  'patient.first_name as firstName',
  'patient.last_name as lastName',
  'patient.phone',
  'appointment.day',
  'appointment.start_minute as startMinute',
  'appointment.kind',
  'appointment.status',
  'appointment.location_id as locationId',
] as const

function listed(db: Reader | Writer, about: string) {
  const last = (column: 'outcome' | 'called_at') =>
    sql`(SELECT c.${sql.ref(column)} FROM contact_attempt c
      WHERE c.appointment_id = appointment.id AND c.about = ${about} ORDER BY c.called_at DESC LIMIT 1)`
  return db
    .selectFrom('appointment')
    .innerJoin('patient', 'patient.id', 'appointment.patient_id')
    .select([
      ...bookingColumns,
      last('outcome').$castTo<ContactOutcome | null>().as('lastOutcome'),
      last('called_at').$castTo<number | null>().as('lastCalledAt'),
    ])
    .where('appointment.archived_at', 'is', null)
    .where('patient.archived_at', 'is', null)
}
