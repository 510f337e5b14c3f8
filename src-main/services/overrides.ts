import type { Writer } from '#db/open'
import { listOverrides } from '#db/queries/overrides'
import type { Desk } from './desk.ts'
import { Refusal } from './refusal.ts'

/** Refuses a typed reason of somebody who may not allow what the schedule forbids. */
export function checkOverride(desk: Desk, reason: string | null | undefined, path: string): reason is string {
  if (reason === null || reason === undefined) return false
  if (desk.may('appointments.override')) return true
  throw new Refusal('appointment.override-not-allowed', 'A provider or a manager has to allow this.', { path })
}

/**
 * Writes down what was allowed for a booking and why, in place of what was allowed for it before; nothing is written
 * when nothing stood in the way.
 */
export async function recordOverride(
  tx: Writer,
  desk: Desk,
  appointmentId: string,
  allowed: readonly string[],
  reason: string,
): Promise<void> {
  for (const before of await listOverrides(tx, [appointmentId])) {
    tx.archive('booking_override', before.id, 'the appointment moved')
  }
  if (allowed.length === 0) return
  tx.insert('booking_override', {
    id: desk.newId(),
    appointment_id: appointmentId,
    what: allowed.join(' '),
    reason,
    allowed_by: desk.me.staffId,
    allowed_at: desk.now(),
  })
}
