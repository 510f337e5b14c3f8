import type { Card } from '#contract/appointments'
import type { AppointmentRow } from '#db/queries/appointments'
import { listOverrides } from '#db/queries/overrides'
import type { OverrideRow } from '#db/queries/overrides'
import { initials } from '#domain/names'
import { legalName } from '#domain/patient'
import type { Readiness } from '#domain/readiness'
import type { Desk } from './desk.ts'
import { dotsOf } from './readiness.ts'

/** The cards of bookings as the board shows them, with what was allowed and what is still missing. */
export async function cardsOf(desk: Desk, rows: readonly AppointmentRow[]): Promise<Card[]> {
  const overrides = await listOverrides(
    desk.store.read,
    rows.map((row) => row.id),
  )
  const dots = await dotsOf(desk.store.read, rows)
  const byAppointment = new Map(overrides.map((one) => [one.appointmentId, one]))
  return rows.map((row) => cardOf(desk, row, byAppointment.get(row.id), dots.get(row.id) ?? []))
}

/** The card of a booking, without the money for those who may not see it. */
function cardOf(desk: Desk, row: AppointmentRow, override: OverrideRow | undefined, dots: readonly Readiness[]): Card {
  const name = legalName(row)
  return {
    id: row.id,
    slot: {
      day: row.day,
      startMinute: row.startMinute,
      minutes: row.minutes,
      locationId: row.locationId,
      roomId: row.roomId,
      providerId: row.providerId,
      nurseId: row.nurseId,
    },
    kind: row.kind,
    status: row.status,
    statusSince: row.statusSince,
    patientId: row.patientId,
    patientName: name,
    patientInitials: initials(name),
    recordNumber: row.recordNumber,
    phone: row.phone,
    alertCount: row.alertCount,
    planId: row.planId,
    infusionNumber: row.infusionNumber,
    infusionsPlanned: row.infusionsPlanned,
    infusionMinutes: row.infusionMinutes,
    hasEscort: row.hasEscort,
    balanceCents: desk.may('invoices.see') ? row.balanceCents : null,
    notes: row.notes,
    override:
      override === undefined
        ? null
        : { what: override.what.split(' '), reason: override.reason, byName: override.byName },
    dots: [...dots],
    blocks: row.blocks,
    cancelReason: row.statusReason,
    version: row.version,
  }
}
