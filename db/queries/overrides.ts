import type { Reader, Writer } from '#db/open'

/** What somebody allowed for a booking that it would not have had otherwise, and why. */
export type OverrideRow = {
  id: string
  appointmentId: string
  what: string
  reason: string
  byName: string
  at: number
}

/** The overrides in force of these appointments. */
export async function listOverrides(db: Reader | Writer, appointmentIds: readonly string[]): Promise<OverrideRow[]> {
  if (appointmentIds.length === 0) return []
  return db
    .selectFrom('booking_override')
    .innerJoin('staff_member', 'staff_member.id', 'booking_override.allowed_by')
    .select([
      'booking_override.id',
      'booking_override.appointment_id as appointmentId',
      'booking_override.what',
      'booking_override.reason',
      'staff_member.name as byName',
      'booking_override.allowed_at as at',
    ])
    .where('booking_override.appointment_id', 'in', appointmentIds)
    .where('booking_override.archived_at', 'is', null)
    .orderBy('booking_override.id')
    .execute()
}
