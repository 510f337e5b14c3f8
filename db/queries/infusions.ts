import { versionColumn } from '#db/queries/versions'
import type { Reader, Writer } from '#db/open'
import type { AdverseEventTable, DischargeTable, InfusionTable } from '#db/schema'

/** The record of one treatment as it is stored, with the clock of its last change. */
export type InfusionRow = InfusionTable & { version: string }

/** A set of vitals with the name of who took it. */
export type ReadingRow = {
  id: string
  measuredAt: number
  systolic: number
  diastolic: number
  heartRate: number
  respiratoryRate: number | null
  spo2: number
  takenBy: string
  /** A provider's word that the infusion may start although this reading holds it; null while nobody lifted the hold. */
  lift: { reason: string; byName: string; at: number } | null
}

/** One infusion; undefined when there is none. */
export async function findInfusion(db: Reader | Writer, id: string): Promise<InfusionRow | undefined> {
  return infusionRows(db).where('infusion.id', '=', id).executeTakeFirst()
}

/** The infusion of an appointment; undefined before its record was opened. */
export async function findInfusionOf(db: Reader | Writer, appointmentId: string): Promise<InfusionRow | undefined> {
  return infusionRows(db).where('infusion.appointment_id', '=', appointmentId).executeTakeFirst()
}

/** How many infusions of a plan ended with the patient discharged. */
export async function countDischarged(db: Reader | Writer, planId: string): Promise<number> {
  const row = await db
    .selectFrom('infusion')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('plan_id', '=', planId)
    .where('stage', '=', 'discharged')
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  return row?.n ?? 0
}

/** The vitals of an infusion in the order in which they were measured. */
export async function listReadings(db: Reader | Writer, infusionId: string): Promise<ReadingRow[]> {
  const lifts = await db
    .selectFrom('hold_lift')
    .innerJoin('vitals_reading', 'vitals_reading.id', 'hold_lift.reading_id')
    .innerJoin('staff_member', 'staff_member.id', 'hold_lift.lifted_by')
    .select(['hold_lift.reading_id', 'reason', 'staff_member.name', 'lifted_at'])
    .where('vitals_reading.infusion_id', '=', infusionId)
    .orderBy('lifted_at', 'desc')
    .orderBy('hold_lift.id', 'desc')
    .execute()
  const byReading = new Map(
    lifts.map((one) => [one.reading_id, { reason: one.reason, byName: one.name, at: one.lifted_at }]),
  )
  const readings = await db
    .selectFrom('vitals_reading')
    .innerJoin('staff_member', 'staff_member.id', 'vitals_reading.taken_by')
    .select([
      'vitals_reading.id',
      'measured_at as measuredAt',
      'systolic',
      'diastolic',
      'heart_rate as heartRate',
      'respiratory_rate as respiratoryRate',
      'spo2',
      'staff_member.name as takenBy',
    ])
    .where('infusion_id', '=', infusionId)
    .orderBy('measured_at')
    .orderBy('vitals_reading.id')
    .execute()
  return readings.map((reading) => ({ ...reading, lift: byReading.get(reading.id) ?? null }))
}

/** What went wrong during an infusion, by its beginning. */
export async function listAdverseEvents(db: Reader | Writer, infusionId: string): Promise<AdverseEventTable[]> {
  return db
    .selectFrom('adverse_event')
    .selectAll()
    .where('infusion_id', '=', infusionId)
    .where('archived_at', 'is', null)
    .orderBy('started_at')
    .execute()
}

/** One adverse event; undefined when there is none. */
export async function findAdverseEvent(db: Reader | Writer, id: string): Promise<AdverseEventTable | undefined> {
  return db.selectFrom('adverse_event').selectAll().where('id', '=', id).executeTakeFirst()
}

/** How an infusion ended; undefined before the patient left. */
export async function findDischarge(db: Reader | Writer, infusionId: string): Promise<DischargeTable | undefined> {
  return db.selectFrom('discharge').selectAll().where('infusion_id', '=', infusionId).executeTakeFirst()
}

function infusionRows(db: Reader | Writer) {
  return db
    .selectFrom('infusion')
    .selectAll('infusion')
    .select(versionColumn('infusion', 'infusion.id').as('version'))
    .where('infusion.archived_at', 'is', null)
}
