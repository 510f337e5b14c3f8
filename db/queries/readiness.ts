import type { Reader, Writer } from '#db/open'
import type { ReadinessDot } from '#domain/readiness'

/** What somebody found of a condition of a visit, at an instant. */
export type MarkRow = { appointmentId: string; dot: ReadinessDot; isMet: boolean; markedAt: number }

/** A pressure that was taken before the infusion of an appointment started, and whether a provider lifted its hold. */
export type PressureRow = { appointmentId: string; systolic: number; diastolic: number; isHoldLifted: boolean }

/** Every mark of these appointments, the latest of each condition last. */
export async function listMarks(db: Reader | Writer, appointmentIds: readonly string[]): Promise<MarkRow[]> {
  if (appointmentIds.length === 0) return []
  const rows = await db
    .selectFrom('readiness_mark')
    .select(['appointment_id as appointmentId', 'dot', 'is_met as isMet', 'marked_at as markedAt'])
    .where('appointment_id', 'in', appointmentIds)
    .orderBy('marked_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, isMet: row.isMet === 1 }))
}

/** The pressures before the start of these appointments' infusions, the latest of each last. */
export async function listPressures(db: Reader | Writer, appointmentIds: readonly string[]): Promise<PressureRow[]> {
  if (appointmentIds.length === 0) return []
  const rows = await db
    .selectFrom('infusion')
    .innerJoin('vitals_reading', 'vitals_reading.infusion_id', 'infusion.id')
    .select((e) => [
      'infusion.appointment_id as appointmentId',
      'vitals_reading.systolic',
      'vitals_reading.diastolic',
      e
        .exists(
          e.selectFrom('hold_lift').select('hold_lift.id').whereRef('hold_lift.reading_id', '=', 'vitals_reading.id'),
        )
        .as('isHoldLifted'),
    ])
    .where('infusion.appointment_id', 'in', appointmentIds)
    .where('infusion.archived_at', 'is', null)
    .where((e) =>
      e.or([e('infusion.started_at', 'is', null), e('vitals_reading.measured_at', '<=', e.ref('infusion.started_at'))]),
    )
    .orderBy('vitals_reading.measured_at')
    .orderBy('vitals_reading.id')
    .execute()
  return rows.map((row) => ({ ...row, isHoldLifted: Boolean(row.isHoldLifted) }))
}
