import type { Writer } from '#db/open'
import type { AppointmentRow } from '#db/queries/appointments'
import { listClosures } from '#db/queries/availability'
import { findDraftOf } from '#db/queries/invoices'
import { findPatient } from '#db/queries/patients'
import { findLocation } from '#db/queries/practice'
import { findScheduleRules } from '#db/queries/schedule-rules'
import { closureOn } from '#domain/availability'
import { isLateNotice } from '#domain/attendance'
import { instantAt, localAt } from '#domain/clock'
import { formatDay, weekday } from '#domain/dates'
import { cents } from '#domain/money'
import type { Cents } from '#domain/money'
import type { Desk } from './desk.ts'
import { found } from './refusal.ts'

const feeWords = {
  late_cancelled: { en: 'Late cancellation', es: 'Cancelación tardía' },
  no_show: { en: 'Missed appointment', es: 'Cita perdida' },
} as const

/** Whether a patient who cancels now gives less notice than the practice asks. */
export async function isCancelledLate(tx: Writer, row: AppointmentRow, now: number): Promise<boolean> {
  const location = found(await findLocation(tx, row.locationId))
  const startsAt = instantAt(row.day, row.startMinute, location.zone)
  if (startsAt === undefined) return false
  const today = localAt(now, location.zone).day
  const closures = await listClosures(tx, today, row.day < today ? today : row.day)
  const openOn = new Set(location.hours.map((hours) => hours.weekday))
  const isClosed = (day: typeof today) =>
    !openOn.has(weekday(day)) || closureOn(closures, location.id, day) !== undefined
  return isLateNotice({ at: now, startsAt, zone: location.zone, isClosed }, await findScheduleRules(tx))
}

/**
 * Drafts the practice's fee for a visit that was cancelled late or missed; answers with it, zero when there is none. To
 * waive it the draft is discarded, with a reason.
 */
export async function draftFee(
  tx: Writer,
  desk: Desk,
  row: AppointmentRow,
  status: 'late_cancelled' | 'no_show',
): Promise<Cents> {
  const rules = await findScheduleRules(tx)
  const fee = status === 'no_show' ? rules.noShowCents : rules.lateCancelCents
  if (fee === 0 || (await findDraftOf(tx, row.id)) !== undefined) return cents(0)
  const { language } = found(await findPatient(tx, row.patientId))
  const draftId = desk.newId()
  tx.insert('invoice_draft', {
    id: draftId,
    appointment_id: row.id,
    patient_id: row.patientId,
    location_id: row.locationId,
    provider_id: row.providerId,
    day: row.day,
    status: 'draft',
  })
  tx.insert('draft_line', {
    id: desk.newId(),
    draft_id: draftId,
    position: 0,
    service_id: null,
    service_day: row.day,
    description: `${feeWords[status][language]}, ${formatDay(row.day, language)}`,
    quantity: 1,
    unit_cents: fee,
    discount_cents: cents(0),
    icd10_codes: '',
  })
  return fee
}

/** Takes back the fee of a visit that takes place after all, as long as it is a draft. */
export async function takeBackFee(tx: Writer, row: AppointmentRow): Promise<void> {
  const draft = await findDraftOf(tx, row.id)
  if (draft?.status !== 'draft') return
  tx.change('invoice_draft', draft.id, { status: 'discarded' }, 'the visit was brought back')
}
