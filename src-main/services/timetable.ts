import type { Reader, Writer } from '#db/open'
import { listHeld } from '#db/queries/appointments'
import type { HeldRow } from '#db/queries/appointments'
import { listAvailability } from '#db/queries/availability'
import { findScheduleRules } from '#db/queries/schedule-rules'
import type { Availability } from '#domain/availability'
import type { Day } from '#domain/dates'
import type { Booked } from '#domain/schedule'
import type { ScheduleRules } from '#domain/schedule-rules'

/** Everything that a slot of some days is held against. */
export type Timetable = {
  readonly booked: Booked[]
  readonly availability: Availability
  readonly rules: ScheduleRules
}

/** The bookings of all clinics from the first to the last of some days, who is there, and the practice's rules. */
export async function timetableOn(db: Reader | Writer, days: readonly [Day, ...Day[]]): Promise<Timetable> {
  const sorted = days.toSorted()
  const [first = days[0], last = days[0]] = [sorted[0], sorted.at(-1)]
  return {
    booked: (await listHeld(db, first, last)).map(asBooked),
    availability: await listAvailability(db, first, last),
    rules: await findScheduleRules(db),
  }
}

/** A stored booking as the domain compares it. */
export function asBooked(row: HeldRow): Booked {
  return { ...row, nurseId: row.nurseId ?? undefined, blocks: row.blocks ?? undefined }
}
