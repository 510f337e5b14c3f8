import { z } from 'zod'
import { slot } from './appointments.ts'
import { query } from './define.ts'
import { appointmentKind, dayText, id, minuteOfDay, minutesLong } from './shapes.ts'

/** Free times. */
export const openings = {
  /** The next free times for a kind of visit, earliest first, over the clinics named; for nobody yet, or for a patient. */
  next: query({
    needs: 'appointments.see',
    input: z.strictObject({
      patientId: id.nullable(),
      kind: appointmentKind,
      /** Which of a patient's active plans an infusion belongs to; the newest unless told. */
      planId: id.nullish(),
      locationIds: z.array(id).min(1).max(12),
      providerId: id.nullable(),
      weekdays: z.array(z.int().min(0).max(6)).max(7),
      fromMinute: minuteOfDay,
      toMinute: minuteOfDay,
      fromDay: dayText,
      /** How long the room is taken, when it is not the usual time of such a visit. */
      minutes: minutesLong.nullish(),
      limit: z.int().min(1).max(60),
      /** A booking that would give up its own time for the new one. */
      exceptAppointmentId: id.nullable(),
    }),
    output: z.array(slot),
    reads: ['appointments', 'plans', 'practice', 'staff', 'resources'],
  }),
}
