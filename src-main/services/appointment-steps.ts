import type { Writer } from '#db/open'
import type { AppointmentStatus } from '#domain/appointment-status'

/** Lets an appointment follow what happened in its infusion; the infusion's own rules were asked before. */
export function becomeStatus(tx: Writer, appointmentId: string, status: AppointmentStatus, since: number): void {
  tx.change('appointment', appointmentId, { status, status_since: since, status_reason: '' })
}
